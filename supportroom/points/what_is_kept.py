"""What points keep for a while: whose they are and who answered what, until the session closes."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from supportroom.points.models import Point, Position
from supportroom.protection.retention import keep
from supportroom.rounds.vocabulary import CLOSED


def _handles(moment: datetime) -> int:
    said = Point.objects.filter(raised_in__state=CLOSED).exclude(handle="").count()
    return said + Position.objects.filter(item__check_asked__session__state=CLOSED).count()


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "points.handles",
        what=_("Which points and answers in a session are one person's"),
        why=_("so that they can change them, and each answer counts once"),
        until=_("until the session closes"),
        overdue=_handles,
    )
