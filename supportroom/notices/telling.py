"""The reader of the journal: tells people of every entry that waits in its outbox."""

from typing import Final

from supportroom.journal.models import Untold
from supportroom.kernel.actors import SYSTEM
from supportroom.notices import actions
from supportroom.notices.models import Notice

AT_A_TIME: Final = 50


def tell(*, by_mail: bool = True) -> None:
    """Tell of everything untold, in short transactions.

    `by_mail` is false after a room was built or brought in from elsewhere: what happened before comes in no mail.
    """
    stands, before = _stands(), None
    while stands and stands != before:  # if nothing moves, somebody else is at it
        actions.tell(actor=SYSTEM, most=AT_A_TIME, by_mail=by_mail)
        stands, before = _stands(), stands


def _stands() -> tuple[int, int] | None:
    """Give how many entries are untold, and how many people were told of the oldest; None where nothing is left."""
    untold = Untold.objects.count()
    oldest = Untold.objects.order_by("entry__at", "pk").values("entry")[:1]
    return (untold, Notice.objects.filter(entry__in=oldest).count()) if untold else None
