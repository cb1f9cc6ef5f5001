"""Reading the charter."""

import time
from typing import Any

from supportroom.kernel.errors import Missing
from supportroom.room.models import Pillar, Room

_SECONDS = 2.0
_kept: dict[str, Any] = {"room": None, "until": 0.0}


def charter() -> Room:
    """Give the room; Missing before it is founded. Kept for two seconds in each process: every page needs it."""
    room, until = _kept["room"], _kept["until"]
    if room is None or time.monotonic() > until:
        room = Room.objects.first()
        if room is None:
            raise Missing("room.not_founded")
        _kept.update(room=room, until=time.monotonic() + _SECONDS)
    return room  # type: ignore[no-any-return]


def forget_charter() -> None:
    """Read the charter anew next time: it was changed, or a test begins."""
    _kept.update(room=None, until=0.0)


def adopted_pillars() -> list[Pillar]:
    """List the charter's own pillars in order."""
    return [pillar for pillar in Pillar.objects.all() if pillar.is_adopted]
