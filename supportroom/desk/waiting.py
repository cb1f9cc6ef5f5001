"""What waits for somebody: one value for every kind of thing, put in order here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: what to do, about what, where, until when (or since when it could be done).

    `verb` says what happens at a deadline: it closes, or the thing is due. What `comes_first` stands above all else: an
    invitation.
    """

    what: str | Promise
    about: MultilingualText
    url: str
    at: datetime | None = None
    is_deadline: bool = False
    verb: str = "closes"
    comes_first: bool = False

    @property
    def is_late(self) -> bool:
        """Tell whether it was due before now."""
        return self.is_deadline and self.verb == "due" and self.at is not None and self.at <= now()


def in_order(things: Iterable[Waiting]) -> list[Waiting]:
    """Put what has an instant first, the oldest first; then the rest, as given."""
    return sorted(things, key=_place)


def _place(thing: Waiting) -> tuple[bool, bool, float]:
    return not thing.comes_first, thing.at is None, thing.at.timestamp() if thing.at else 0.0
