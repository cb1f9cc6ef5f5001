"""What floors above offer to be linked: outcomes of earlier rounds that are still open.

The one inversion that the house allows: in its `ready()` an app above hands over a callback.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.rounds.models import Round


@dataclass(frozen=True)
class Source:
    """An earlier outcome that is still open: its reference, kind (SOURCE_KINDS), wording, round, page if any.

    `since`: since when it is asked for, known as exactly as `precision`. One that is of no round of the room says under
    which `title` it was asked. `folded`: its words as `search_text` gives them, where they are at hand.
    """

    reference: str
    kind: str
    words: MultilingualText
    round_id: int | None
    url: str = ""
    since: date | None = None
    precision: str = "day"
    title: MultilingualText = field(default_factory=MultilingualText)
    folded: str = ""


Offer = Callable[[Actor, Round], Iterable[Source]]
_offers: list[Offer] = []


def offer(callback: Offer) -> None:
    """Let an app above name what stayed open before a round and the actor may see; called in its `ready()`."""
    _offers.append(callback)


def still_open(actor: Actor, round: Round) -> list[Source]:
    """List what earlier rounds left open and this actor may see."""
    return [source for callback in _offers for source in callback(actor, round)]
