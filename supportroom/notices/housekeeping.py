"""What is kept for how long, and the periodic work that erases the rest."""

from datetime import datetime, timedelta
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


def over_mails_sent(moment: datetime) -> QuerySet[Any]:
    """Give mails that left long enough ago."""
    return Mail.objects.filter(state=SENT, settled_at__lt=moment - SENT_MAILS)


def over_mails_failed(moment: datetime) -> QuerySet[Any]:
    """Give mails that were given up long enough ago for the team to have seen it."""
    return Mail.objects.filter(state=FAILED, settled_at__lt=moment - FAILED_MAILS)


def over_notices(moment: datetime) -> QuerySet[Any]:
    """Give old notices."""
    return Notice.objects.filter(at__lt=moment - NOTICES)


def over_receipts(moment: datetime) -> QuerySet[Any]:
    """Give receipts of forms that nobody sends again."""
    return Receipt.objects.filter(day__lt=(moment - RECEIPTS).date())


def over_invitations(moment: datetime) -> QuerySet[Any]:
    """Give invitations to an account that ended a while ago."""
    return AccountInvitation.objects.filter(expires_at__lt=moment - OVER_INVITATIONS)


OVER: Final = (over_mails_sent, over_mails_failed, over_notices, over_receipts, over_invitations)


def overdue() -> list[QuerySet[Any]]:
    """Give what is kept longer than it may be, as one query for each kind."""
    moment = now()
    return [over(moment) for over in OVER]


def clear_away() -> int:
    """Erase what is overdue, in short steps; give how many steps that took."""
    from supportroom.notices.actions import forget_old  # noqa: PLC0415 - the action asks this module what is overdue

    steps = 0
    while any(rows.exists() for rows in overdue()):
        forget_old(actor=SYSTEM, at_most=AT_A_TIME)
        steps += 1
    return steps
