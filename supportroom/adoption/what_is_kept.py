"""What adoption keeps for a while: who was only counted behind an opposing opinion."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from supportroom.adoption.models import OpposingOpinion
from supportroom.adoption.passing import forget_who_was_counted
from supportroom.papers.vocabulary import PUBLISHED
from supportroom.protection.retention import keep


def _joiners(moment: datetime) -> int:
    return OpposingOpinion.objects.filter(adoption__paper__state=PUBLISHED, joined__isnull=True).count()


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "adoption.joiners",
        what=_("Who stands behind an opposing opinion without being named"),
        why=_("so that each counts once"),
        until=_("until the paper is published; the number stays"),
        overdue=_joiners,
        forget=forget_who_was_counted,
    )
