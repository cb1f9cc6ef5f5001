"""What files keep for a while: how much somebody brought in a day, and bytes without a row."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from supportroom.files.actions import forget_allowances
from supportroom.files.actions.periodic import forget_person
from supportroom.files.models import Allowance
from supportroom.files.sweeping import orphans
from supportroom.kernel.actors import SYSTEM
from supportroom.protection.retention import at_forgetting, keep


def _allowances(moment: datetime) -> int:
    return Allowance.objects.filter(day__lt=moment.date()).count()


def _orphans(moment: datetime) -> int:
    return len(orphans(moment - timedelta(minutes=30)))


def _forget_allowances() -> None:
    forget_allowances(actor=SYSTEM)


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "files.allowances",
        what=_("How much somebody brought today"),
        why=_("so that nobody fills the disk"),
        days=1,
        overdue=_allowances,
        forget=_forget_allowances,
    )
    keep(
        "files.orphans",
        what=_("Files that were taken out, or never arrived whole"),
        why=_("a file is on the disk a moment before the room knows it"),
        until=_("an hour"),
        overdue=_orphans,  # `sweep` takes them away, every ten minutes
    )
    at_forgetting(forget_person)
