"""Under which pillar a list stands and to whom it goes, as far as its heading names them; a person looks at it."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol, TypeVar

from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.stems import telling_stems

LEAST: Final = 0.5  # of a name's words stand in the heading


class Named(Protocol):
    """Something with a name in several languages."""

    name: MultilingualText


T = TypeVar("T", bound=Named)


def named_in(heading: str, things: Iterable[T]) -> T | None:
    """Give the thing of whose name most stands in a heading, if half of it does; of equal ones the first."""
    words = frozenset(telling_stems(heading))
    degrees = [(max(_degree(words, name) for name in _names(thing)), thing) for thing in things]
    best = max(degrees, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] >= LEAST else None


def _names(thing: Named) -> Sequence[str]:
    return list(thing.name.texts.values()) or [""]


def _degree(words: frozenset[str], name: str) -> float:
    stems = frozenset(telling_stems(name))
    return len(stems & words) / len(stems) if stems else 0.0
