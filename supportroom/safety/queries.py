"""What waits for a second person, whose buddy one is, and the reports that one may read."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import may
from supportroom.people.models import Account, Person
from supportroom.people.vocabulary import MEMBER, TEAM
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import MEMBERS
from supportroom.room.models import Room
from supportroom.safety.models import ApprovalRequest, Buddy, Incident, Standing
from supportroom.safety.vocabulary import AGREED, ASKED, CLOSED, LOCKED, OPEN


def requests_visible_to(actor: Actor) -> QuerySet[ApprovalRequest]:
    """All requests for the team, newest first, with the people in them; nothing for others."""
    found = ApprovalRequest.objects.select_related("asked_by", "decided_by", "concerns")
    return found if may(actor, "safety.read_requests") else found.none()


def waiting_requests(actor: Actor) -> QuerySet[ApprovalRequest]:
    """Requests that the actor could approve now: others asked, and they are not about the actor."""
    waiting = requests_visible_to(actor).filter(state=OPEN, until__gt=now())
    return waiting.exclude(asked_by_id=actor.person_id).exclude(concerns_id=actor.person_id)


def locked_people() -> QuerySet[Standing]:
    """Whose accounts are locked, the longest first."""
    return Standing.objects.filter(state=LOCKED).select_related("person").order_by("since", "pk")


def is_locked(person_id: int) -> bool:
    """Tell whether somebody's account is locked."""
    return Standing.objects.filter(person_id=person_id, state=LOCKED).exists()


def has_account(person_id: int) -> bool:
    """Tell whether somebody can sign in."""
    return Account.objects.filter(person_id=person_id, is_active=True).exists()


def own_buddy(actor: Actor) -> Buddy | None:
    """Give whom the actor named."""
    return Buddy.objects.select_related("buddy").filter(person_id=actor.person_id or 0).first()


def trusted_by(actor: Actor) -> QuerySet[Buddy]:
    """Those who named the actor, whether agreed or not yet."""
    return Buddy.objects.select_related("person").filter(buddy_id=actor.person_id or 0).order_by("pk")


def buddies_visible_to(actor: Actor) -> QuerySet[Buddy]:
    """The pairs that the actor is one of; nobody else sees any."""
    mine = Q(person_id=actor.person_id or 0) | Q(buddy_id=actor.person_id or 0)
    return Buddy.objects.select_related("person", "buddy").filter(mine)


def asks_me(actor: Actor) -> QuerySet[Buddy]:
    """Those who ask the actor to be their buddy and wait for an answer."""
    return trusted_by(actor).filter(state=ASKED)


def relies_on_me(actor: Actor) -> QuerySet[Buddy]:
    """Those whose buddy the actor has agreed to be."""
    return trusted_by(actor).filter(state=AGREED)


def focal_point() -> Person | None:
    """Give who takes reports of incidents; None where the room has named nobody, or nobody who can sign in (S47)."""
    room = Room.objects.select_related("focal_point").filter(focal_point__account__is_active=True).first()
    return room.focal_point if room else None


def named_to(actor: Actor, person: Person) -> str:
    """Give what whoever acts on a report is called: to members and the team their name, to others what they are here.

    Donors and offices report too: they need not learn who of the members takes reports.
    """
    if actor.person_id == person.pk or actor.roles & {MEMBER, TEAM}:
        return name_for(person, MEMBERS)
    return _("the person whom the room named for this")


def incidents_visible_to(actor: Actor) -> QuerySet[Incident]:
    """What the actor reported; for the focal point every report."""
    found = Incident.objects.select_related("reported_by")
    named = focal_point()
    if actor.person_id is not None and named is not None and actor.person_id == named.pk:
        return found
    return found.filter(reported_by_id=actor.person_id or 0)


def lacks_focal_point(actor: Actor) -> bool:
    """Tell the team whether nobody can read reports of incidents: two of them then name somebody."""
    return may(actor, "safety.read_requests") and focal_point() is None


def waiting_incidents(actor: Actor) -> int:
    """Count the reports that wait for the actor as focal point."""
    named = focal_point()
    if named is None or actor.person_id != named.pk:
        return 0
    return Incident.objects.exclude(state=CLOSED).count()
