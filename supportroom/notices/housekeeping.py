"""What is kept for how long, and the periodic work that erases the rest."""

from datetime import timedelta
from typing import Any, Final

from django.db.models import QuerySet

from supportroom.journal.models import Receipt
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.notices.models import Mail, Notice
from supportroom.notices.vocabulary import FAILED, SENT
from supportroom.people.models import AccountInvitation

SENT_MAILS: Final = timedelta(days=7)
FAILED_MAILS: Final = timedelta(days=30)
NOTICES: Final = timedelta(days=180)
RECEIPTS: Final = timedelta(days=2)
OVER_INVITATIONS: Final = timedelta(days=7)
AT_A_TIME: Final = 500


def overdue() -> list[QuerySet[Any]]:
    """Give what is kept longer than it may be, as one query for each kind."""
    moment = now()
    return [
        Mail.objects.filter(state=SENT, settled_at__lt=moment - SENT_MAILS),
        Mail.objects.filter(state=FAILED, settled_at__lt=moment - FAILED_MAILS),
        Notice.objects.filter(at__lt=moment - NOTICES),
        Receipt.objects.filter(day__lt=(moment - RECEIPTS).date()),
        AccountInvitation.objects.filter(expires_at__lt=moment - OVER_INVITATIONS),
    ]


def clear_away() -> int:
    """Erase what is overdue, in short steps; give how many steps that took."""
    from supportroom.notices.actions import forget_old  # noqa: PLC0415 - the action asks this module what is overdue

    steps = 0
    while any(rows.exists() for rows in overdue()):
        forget_old(actor=SYSTEM, at_most=AT_A_TIME)
        steps += 1
    return steps
