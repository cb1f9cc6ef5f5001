"""The acts of this app that take two: locking and unlocking an account, naming the focal point."""

from django.utils.translation import gettext_lazy as _

from supportroom.journal.writing import change, refuse_unless
from supportroom.room.models import Room
from supportroom.room.queries import forget_charter
from supportroom.safety.approving import requires_two
from supportroom.safety.locking import (
    lock_as_asked,
    person_behind,
    refuse_unless_has_account,
    refuse_unless_locked,
    unlock_as_asked,
)
from supportroom.safety.models import ApprovalRequest
from supportroom.safety.vocabulary import FOCAL_POINT, LOCK, UNLOCK


def name_as_asked(request: ApprovalRequest) -> None:
    """Write into the charter who takes reports of incidents."""
    room, person = Room.objects.first(), person_behind(request.thing)
    refuse_unless(room and person, "kernel.missing")
    if room and person:
        change(room, focal_point=person)
        forget_charter()


def register() -> None:
    """Put them under the rule; called in the app's `ready()`."""
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
