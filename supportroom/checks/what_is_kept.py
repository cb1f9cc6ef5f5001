"""What members' checks keep for a while: answers and the roll, until they are counted."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from supportroom.checks.ending import finish_interrupted
from supportroom.checks.models import CheckAnswer, MembersCheck, RollEntry
from supportroom.checks.vocabulary import OPEN
from supportroom.protection.handles import has_key
from supportroom.protection.retention import keep


def _answers(moment: datetime) -> int:
    ended = MembersCheck.objects.exclude(state=OPEN)
    keys = sum(map(has_key, ended.values_list("pk", flat=True)))
    rows = CheckAnswer.objects.filter(check_asked__in=ended).count()
    return keys + rows + RollEntry.objects.filter(check_asked__in=ended).count()


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "checks.answers",
        what=_("Answers to a members' check, and who was a member when it opened"),
        why=_("so that each member counts once"),
        until=_("until the check is counted"),
        overdue=_answers,
        forget=finish_interrupted,
    )
