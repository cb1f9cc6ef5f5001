"""What papers keep for a while: who works on which paragraph."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from supportroom.papers.actions.presence import forget_person
from supportroom.papers.forgetting import forget_editings
from supportroom.papers.models import Editing
from supportroom.protection.retention import at_forgetting, keep


def _editings(moment: datetime) -> int:
    return Editing.objects.filter(until__lte=moment).count()


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "papers.editings",
        what=_("Who works on which paragraph just now"),
        why=_("so that two do not write over each other"),
        until=_("a few minutes after the last sign of work"),
        overdue=_editings,
        forget=forget_editings,
    )
    at_forgetting(forget_person)
