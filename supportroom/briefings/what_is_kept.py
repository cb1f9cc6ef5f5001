"""What briefings keep for a while: what lies in the trash."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from supportroom.briefings.forgetting import forget
from supportroom.briefings.models import Briefing
from supportroom.briefings.vocabulary import TRASH_DAYS
from supportroom.protection.retention import keep


def _trash(moment: datetime) -> int:
    return Briefing.objects.filter(trashed_at__lte=moment - timedelta(days=TRASH_DAYS), absent_lists=None).count()


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "briefings.trash",
        what=_("Briefings in the trash"),
        why=_("in case it was a mistake"),
        days=TRASH_DAYS,
        overdue=_trash,
        forget=forget,
    )
