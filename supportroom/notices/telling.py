"""The reader of the journal: tells people of every entry that waits in its outbox."""

from typing import Final

from supportroom.journal.models import Untold
from supportroom.kernel.actors import SYSTEM
from supportroom.notices import actions

AT_A_TIME: Final = 50


def tell(*, by_mail: bool = True) -> None:
    """Tell of everything untold, in short transactions.

    `by_mail` is false after a room was built or brought in from elsewhere: what happened before comes in no mail.
    """
    left = Untold.objects.count()
    while left:
        actions.tell(actor=SYSTEM, most=AT_A_TIME, by_mail=by_mail)
        left, before = Untold.objects.count(), left
        if left >= before:
            return  # somebody else is at it
