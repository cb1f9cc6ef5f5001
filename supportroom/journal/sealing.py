"""Periodic work: once a day the entries without a name get their places in the chain. Safe to run twice or late."""

from datetime import timedelta
from typing import Final

from supportroom.journal.actions import seal_unnamed
from supportroom.journal.models import Entry, Loose
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now

APART: Final = timedelta(hours=24)  # less would tell more than the day


def seal() -> None:
    """Do it if there are any, and a day has passed since the last time."""
    moment = now()
    if not Loose.objects.exists():
        return
    if Entry.objects.filter(action="journal.seal_unnamed", at__gt=moment - APART).exists():
        return
    seal_unnamed(actor=SYSTEM, day=moment)
