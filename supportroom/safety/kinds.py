"""The acts of this app that take two: locking and unlocking an account, naming the focal point, joining the team."""

from django.utils.translation import gettext_lazy as _

from supportroom.journal.writing import change, refuse_unless
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.people.actions import give_role
from supportroom.people.joining import at_joining_asked
from supportroom.people.models import Account, Person
from supportroom.people.vocabulary import TEAM
from supportroom.room.models import Room
from supportroom.room.queries import forget_charter
from supportroom.safety.actions.approvals import ask_approval
from supportroom.safety.approving import is_asked, requires_two
from supportroom.safety.former import FORMER
from supportroom.safety.locking import (
    lock_as_asked,
    person_behind,
    refuse_unless_has_account,
    refuse_unless_locked,
    thing_of,
    unlock_as_asked,
)
from supportroom.safety.models import ApprovalRequest
from supportroom.safety.vocabulary import FOCAL_POINT, JOIN_TEAM, LOCK, UNLOCK


def name_as_asked(request: ApprovalRequest) -> None:
    """Write into the charter who takes reports of incidents; DomainError `safety.no_account` if they cannot sign in."""
    room, person = Room.objects.first(), person_behind(request.thing)
    refuse_unless(room and person, "kernel.missing")
    if room and person:
        Person.objects.select_for_update(no_key=True).get(pk=person.pk)  # who closes or locks the account is waited for
        refuse_unless_has_account(request.thing)
        change(room, focal_point=person)
        forget_charter()


def refuse_unless_can_join(thing: str) -> None:
    """Raise DomainError where the person is in the team already, or their account was locked or closed meanwhile."""
    person = person_behind(thing)
    refuse_unless(person, "kernel.missing")
    if person:
        refuse_unless(person.name != FORMER, "safety.gone")
        is_shut = Account.objects.filter(person=person, is_active=False).exists()
        refuse_unless(TEAM not in person.roles and not is_shut, "kernel.not_now")


def join_as_asked(request: ApprovalRequest) -> None:
    """Take whom an approved request concerns into the team: they sign in anew, all of the team are told."""
    person = person_behind(request.thing)
    refuse_unless(person, "kernel.missing")
    if person:
        held = Person.objects.select_for_update(no_key=True).get(pk=person.pk)  # as who closes or locks their account
        refuse_unless_can_join(request.thing)
        give_role(actor=SYSTEM, person=held, role=TEAM)


def ask_to_join(actor: Actor, person: Person) -> None:
    """Ask another of the team that a person joins it; the floor of the roll has no other way to."""
    ask_approval(actor=actor, kind=JOIN_TEAM, thing=thing_of(person))


def waits_to_join(person: Person) -> bool:
    """Tell whether a request that a person joins the team can still be answered."""
    return is_asked(JOIN_TEAM, thing_of(person))


def register() -> None:
    """Put them under the rule; called in the app's `ready()`."""
    at_joining_asked(ask_to_join, waits_to_join)
    requires_two(
        LOCK,
        words=_("Lock an account"),
        carry_out=lock_as_asked,
        check=refuse_unless_has_account,
        concerning=person_behind,
        needs_note=True,
    )
    requires_two(
        UNLOCK,
        words=_("Unlock an account"),
        carry_out=unlock_as_asked,
        check=refuse_unless_locked,
        concerning=person_behind,
        needs_note=True,
    )
    requires_two(
        FOCAL_POINT,
        words=_("Name who takes reports of incidents"),
        carry_out=name_as_asked,
        check=refuse_unless_has_account,
        concerning=person_behind,
    )
    requires_two(
        JOIN_TEAM,
        words=_("Take somebody into the team"),
        carry_out=join_as_asked,
        check=refuse_unless_can_join,
        concerning=person_behind,
    )
