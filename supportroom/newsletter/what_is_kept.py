"""What the newsletter keeps for a while: addresses that nobody confirmed."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from supportroom.newsletter.forgetting import forget
from supportroom.newsletter.models import Subscriber
from supportroom.newsletter.vocabulary import PENDING, PENDING_DAYS
from supportroom.protection.retention import keep


def _pending(moment: datetime) -> int:
    day = moment.date() - timedelta(days=PENDING_DAYS)
    return Subscriber.objects.filter(state=PENDING, asked_on__lt=day).count()


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "newsletter.pending",
        what=_("Addresses that asked for the newsletter and did not confirm"),
        why=_("so that the link in the mail works"),
        days=PENDING_DAYS,
        overdue=_pending,
        forget=forget,
    )
