"""What pages and floors above read about working groups. `groups_visible_to(actor)` is the only entrance to rows."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language

from supportroom.checks.models import MembersCheck
from supportroom.checks.queries import check_about
from supportroom.checks.vocabulary import COUNTED
from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.rules import holds_seat
from supportroom.groups.vocabulary import AT_WORK, CANDIDATES, GIVEN_UP, HELD, NOT_APPOINTED, STANDING
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import DomainError, Missing
from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.people.vocabulary import TEAM
from supportroom.room.queries import charter
from supportroom.topics.models import Topic
from supportroom.topics.queries import topics_visible_to
from supportroom.topics.vocabulary import ON_AGENDA

MOST_TOPICS = 100


def groups_visible_to(actor: Actor) -> QuerySet[WorkingGroup]:
    """The groups that the actor may read of, with topic and coordinator: all of them, or none for who looks on."""
    groups = WorkingGroup.objects.select_related("topic", "coordinator")
    return groups if may(actor, "groups.read_groups") else groups.none()


def group_of(actor: Actor, group_id: int) -> WorkingGroup:
    """Give a group; Missing where the actor may not see it."""
    found = groups_visible_to(actor).filter(pk=group_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def seats_of(group: WorkingGroup) -> QuerySet[Seat]:
    """The seats that are held now, in order, with who holds them. Names reach a page by protection.name_for alone."""
    return group.seats.filter(state=HELD).select_related("person")


def vacant_seats(group: WorkingGroup) -> QuerySet[Seat]:
    """The seats that were given up and not filled again."""
    return group.seats.filter(state=GIVEN_UP, replaced_by__isnull=True)


def is_of_group(actor: Actor, group: WorkingGroup) -> bool:
    """Tell whether the actor holds a seat of this group now."""
    return holds_seat(actor, group)


def seat_of(actor: Actor, group: WorkingGroup) -> Seat | None:
    """Give the seat that the actor holds in this group, or None."""
    return seats_of(group).filter(person=actor.person_id).first() if actor.is_known else None


def people_of(group: WorkingGroup) -> QuerySet[Person]:
    """Who holds a seat now: for telling them, and for pages of the group itself."""
    return Person.objects.filter(seats__group=group, seats__state=HELD).order_by("seats__number")


def is_short(group: WorkingGroup) -> bool:
    """Tell whether fewer seats are held than the charter asks for: the group works on, but cannot take a next step."""
    return group.state == AT_WORK and seats_of(group).count() < charter().seats_least


def refuse_if_short(group: WorkingGroup) -> None:
    """Raise DomainError `groups.must_be_filled` where too few seats are held for a step that the group decides on."""
    if is_short(group):
        raise DomainError("groups.must_be_filled", least=charter().seats_least)


def candidacy_of(actor: Actor, group: WorkingGroup) -> Candidate | None:
    """Give the actor's own candidacy, or None."""
    return group.candidates.filter(person=actor.person_id).first() if actor.is_known else None


def candidates_of(group: WorkingGroup) -> QuerySet[Candidate]:
    """Who can be appointed: those who stand, and those who were passed over; for the team's eyes and the ranking."""
    standing = group.candidates.filter(state__in=(STANDING, NOT_APPOINTED))
    return standing.select_related("person").prefetch_related("fields").order_by("pk")


def groups_of(actor: Actor) -> QuerySet[WorkingGroup]:
    """The groups in which the actor holds a seat and that are at work."""
    if not actor.is_known:
        return WorkingGroup.objects.none()
    return WorkingGroup.objects.filter(state=AT_WORK, seats__person=actor.person_id, seats__state=HELD)


def open_to_candidates(actor: Actor) -> QuerySet[WorkingGroup]:
    """The groups that look for candidates."""
    return groups_visible_to(actor).filter(state=CANDIDATES)


def page_of_check(check: MembersCheck) -> tuple[str, str] | None:
    """Give the title and address of the group that a members' check is about."""
    group = WorkingGroup.objects.filter(pk=check.subject.rpartition(":")[2]).first()
    if group is None:
        return None
    return str(group.title.said_in(get_language() or "")), reverse("groups:group_detail", args=[group.pk])


def seat_visible_to(actor: Actor, seat_id: int) -> Seat:
    """Give a seat with its group; Missing where the actor may not see it."""
    found = Seat.objects.select_related("group", "person", "candidate")
    seat = found.filter(pk=seat_id, group__in=groups_visible_to(actor)).first()
    if seat is None:
        raise Missing("kernel.missing")
    return seat


def topics_to_choose(actor: Actor) -> QuerySet[Topic]:
    """The topics from which a group can follow: those that were put on an agenda and that the actor may see."""
    return (
        topics_visible_to(actor).filter(state=ON_AGENDA).order_by("-round__starts_on", "position", "pk")[:MOST_TOPICS]
    )


def may_ask_again(actor: Actor, group: WorkingGroup) -> bool:
    """Tell whether the members can be asked by this actor: once they have said something, by the team alone."""
    if actor.holds(TEAM, "system"):
        return True
    check = check_about(group)
    return check is None or check.state != COUNTED
