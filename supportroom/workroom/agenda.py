"""What a meeting has to speak about besides its own words: floors above hand over a callback in their `ready()`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from supportroom.kernel.actors import Actor
from supportroom.workroom.models import Meeting


@dataclass(frozen=True)
class Line:
    """A line of an agenda in the reader's language, with the page where it is settled."""

    words: str
    url: str = ""


Callback = Callable[[Meeting, Actor], Sequence[Line]]
_sources: list[Callback] = []


def add_to_agenda(callback: Callback) -> None:
    """Let a callback add lines to the agenda of every meeting, as far as the reader may see what they speak of."""
    _sources.append(callback)


def lines_for(meeting: Meeting, actor: Actor) -> list[Line]:
    """Give what floors above put on the agenda, in the order in which they registered."""
    return [line for source in _sources for line in source(meeting, actor)]
