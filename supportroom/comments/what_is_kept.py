"""What comments keep for a while: whose the hidden ones are, until the paper is published or rests for a year."""

from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from supportroom.comments.actions.parting import forget_old_writers, forget_person, old_comments
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.protection.retention import at_forgetting, keep

DAYS: Final = 365


def _resting(moment: datetime) -> int:
    return old_comments(moment - timedelta(days=DAYS)).count()


def _forget() -> None:
    forget_old_writers(actor=SYSTEM, before=now() - timedelta(days=DAYS))


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "comments.writers",
        what=_("Whose a hidden comment on a paper is, and who supported which"),
        why=_("so that they can go on with what is theirs; it ends at once when the paper is published"),
        days=DAYS,
        overdue=_resting,
        forget=_forget,
    )
    at_forgetting(forget_person)
