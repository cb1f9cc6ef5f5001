"""A window that was over stays over, also where the room's clock is set back (R09).

Whether something comes in time is decided inside its action by stored instants. Windows whose close is written down
(checks, calls, comment windows, lapsed invitations) are held by their state; of all others the periodic work keeps the
latest end that has come, and no decision is made as of an instant before it. Apps above name what ends: `ends_by`.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Max, Model

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.rounds.actions.deadlines import note_deadlines
from supportroom.rounds.models import LastDeadline

_ends: dict[tuple[type[Model], str], None] = {}


def ends_by(model: type[Model], field: str) -> None:
    """Say that a window of this model ends at the instant in a field; called in `ready()`."""
    _ends[model, field] = None


def not_going_back(moment: datetime) -> datetime:
    """Give the instant as of which a deadline is decided: this one, or the latest end that has come already."""
    latest = LastDeadline.objects.values_list("at", flat=True).first()
    return max(moment, latest) if latest else moment


def note_what_passed() -> int:
    """Keep the latest end that has come; give 1 where there was a new one. Safe to run twice, at once, or late."""
    moment = now()
    since = LastDeadline.objects.values_list("at", flat=True).first()
    found = [_latest(model, field, since, moment) for model, field in _ends]
    come = [each for each in found if each]
    if not come:
        return 0
    try:
        note_deadlines(actor=SYSTEM, until=max(come))
    except (IntegrityError, ValidationError):  # somebody else wrote the first at the same instant; the next run sees it
        return 0
    return 1


def _latest(model: type[Model], field: str, since: datetime | None, moment: datetime) -> datetime | None:
    """Give the latest end of this kind after one instant and not after another."""
    ended = model._default_manager.filter(**{f"{field}__lte": moment})
    if since:
        ended = ended.filter(**{f"{field}__gt": since})
    latest: datetime | None = ended.aggregate(latest=Max(field))["latest"]
    return latest
