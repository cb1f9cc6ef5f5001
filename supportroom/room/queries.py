"""Reading the charter."""

import time
from typing import Any

from django.utils.translation import gettext

from supportroom.kernel.errors import Missing
from supportroom.room.models import Pillar, Room
from supportroom.room.vocabulary import LANGUAGE_NAMES

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
    return room


def forget_charter() -> None:
    """Read the charter anew next time: it was changed, or a test begins."""
    _kept.update(room=None, until=0.0)


def hub_name(hub: str) -> str:
    """Give a hub's name in the reader's language; hubs that the catalogue does not know keep their own."""
    return gettext(hub) if hub else ""


def hub_choices() -> list[tuple[str, str]]:
    """Give the room's hubs with their names in the reader's language."""
    return [(hub, hub_name(hub)) for hub in charter().hubs]


def languages_spoken() -> dict[str, str]:
    """Give the room's languages by code, each with its own name."""
    return {code: LANGUAGE_NAMES.get(code, code) for code in charter().languages}


def all_pillars() -> list[Pillar]:
    """List every pillar: the charter's own in order, then those that were proposed."""
    return sorted(Pillar.objects.all(), key=lambda pillar: (not pillar.is_adopted, pillar.position, pillar.pk))


def adopted_pillars() -> list[Pillar]:
    """List the charter's own pillars in order."""
    return [pillar for pillar in Pillar.objects.all() if pillar.is_adopted]
