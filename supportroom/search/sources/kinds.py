"""What a source of findings is made of."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from supportroom.kernel.multilingual import MultilingualText


@dataclass(frozen=True, slots=True)
class Leaf:
    """One public text in one language. `thing`: the reference of what it is of."""

    thing: str
    language: str
    title: str
    words: str
    address: str
    day: date


@dataclass(frozen=True)
class Source:
    """All public texts of a kind.

    `marks` gives the reference of each public thing with a mark that is another one when its texts are: in few queries,
    without reading words. `leaves` gives the texts of some of them.
    """

    kind: str
    marks: Callable[[], Iterable[tuple[str, str]]]
    leaves: Callable[[Collection[str]], Iterator[Leaf]]


def ids_in(things: Collection[str]) -> list[int]:
    """Give the ids in references."""
    return [int(thing.rpartition(":")[2]) for thing in things]


def languages_of(*texts: MultilingualText) -> list[str]:
    """Give the languages of the interface in which these texts are written; where in none, the first one's own."""
    written = [code for code, _name in settings.LANGUAGES if any(text.texts.get(code) for text in texts)]
    return written or [code for code in (texts[0].original,) if code]


def address_of(name: str, language: str, **parts: Any) -> str:
    """Give the address of a page in a language."""
    with override(language):
        return reverse(name, kwargs=parts)
