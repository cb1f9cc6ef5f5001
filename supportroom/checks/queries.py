"""What pages and floors above read about members' checks. `checks_visible_to(actor)` is the only entrance to rows."""

from typing import Any

from django.db.models import QuerySet

from supportroom.checks.models import CheckAnswer, MembersCheck
from supportroom.checks.outcome import Reason, decide
from supportroom.checks.vocabulary import COUNTED, OPEN
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.protection.handles import handle_for, has_key


def checks_visible_to(actor: Actor) -> QuerySet[MembersCheck]:
    """The checks that the actor may read: all of them, or none for who looks on."""
    return MembersCheck.objects.all() if may(actor, "checks.read_checks") else MembersCheck.objects.none()


def check_of(actor: Actor, check_id: int) -> MembersCheck:
    """Give a check; Missing where the actor may not see it."""
    found = checks_visible_to(actor).filter(pk=check_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def check_about(thing: Any) -> MembersCheck | None:
    """Give the newest check about a thing (or a reference), or None."""
    return MembersCheck.objects.filter(subject=reference(thing)).first()


def my_answer(actor: Actor, check: MembersCheck) -> str:
    """Give what the actor answers as long as the check is open, for their eyes alone; nothing after it is counted."""
    if actor.person_id is None or check.state != OPEN or not has_key(check.pk):
        return ""
    known = CheckAnswer.objects.filter(check_asked=check, handle=handle_for(check.pk, actor.person_id)).first()
    return known.choice if known else ""


def waiting_for(actor: Actor) -> list[MembersCheck]:
    """Give the open checks that the actor can answer and has not answered, the one that ends first in front."""
    if not actor.is_known:
        return []
    on_roll = checks_visible_to(actor).filter(state=OPEN, closes_at__gt=now(), roll_entries__person=actor.person_id)
    return [check for check in on_roll.order_by("closes_at") if not my_answer(actor, check)]


def reasons_of(check: MembersCheck) -> tuple[Reason, ...]:
    """Say why a counted check came out as it did; nothing before."""
    if check.state != COUNTED:
        return ()
    return decide(check.tally, check.roll, check.majority_percent, check.quorum_percent).reasons
