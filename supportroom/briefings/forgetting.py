"""What has lain in the trash for thirty days is erased, by a periodic job that can run late or twice."""

from datetime import timedelta

from supportroom.briefings.actions import empty_trash
from supportroom.briefings.models import Briefing
from supportroom.briefings.vocabulary import TRASH_DAYS
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now


def forget() -> int:
    """Erase what is over; give how many briefings there were. One whose list went to the office stays."""
    over = Briefing.objects.filter(trashed_at__lte=now() - timedelta(days=TRASH_DAYS), absent_lists=None)
    rows = list(over)
    for briefing in rows:
        empty_trash(actor=SYSTEM, briefing=briefing)
    return len(rows)
