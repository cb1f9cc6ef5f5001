"""Everything that is published by its name, under its first letter: a way to find things without any search."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from supportroom.kernel.arabic import fold
from supportroom.search.models import Finding
from supportroom.search.vocabulary import KINDS

DIGITS, OTHER = "digits", "other"
ARTICLE: Final = "ال"


@dataclass(frozen=True)
class Line:
    """One published thing: its title, address, and what it is."""

    title: str
    address: str
    kind: str


def sorted_by(title: str) -> str:
    """Give the folded title by which it is put in order: without the Arabic article."""
    plain = fold(title)
    return plain.removeprefix(ARTICLE) if len(plain) > len(ARTICLE) + 1 else plain


def letter_of(title: str) -> str:
    """Give the short name of the letter under which a title stands: its code, `digits` or `other`."""
    first = sorted_by(title)[:1]
    if first.isdigit():
        return DIGITS
    return f"{ord(first):04x}" if first.isalpha() else OTHER


def shown(letter: str) -> str:
    """Give a letter as people read it."""
    if letter == DIGITS:
        return "0–9"
    return _("Other signs") if letter == OTHER else chr(int(letter, 16)).upper()


def letters(titles: Iterable[str]) -> dict[str, int]:
    """Count titles by letter, in the alphabet's order."""
    counts: dict[str, int] = {}
    for letter in map(letter_of, titles):
        counts[letter] = counts.get(letter, 0) + 1
    return dict(sorted(counts.items()))


def titles_in(language: str) -> list[str]:
    """Give the titles of everything that is published in a language."""
    return list(Finding.objects.filter(language=language).values_list("title", flat=True))


def lines_under(letter: str, language: str) -> list[Line]:
    """Give everything under a letter, in order."""
    rows = Finding.objects.filter(language=language).values_list("title", "address", "kind")
    mine = [row for row in rows if letter_of(row[0]) == letter]
    mine.sort(key=lambda row: (sorted_by(row[0]), row[1]))
    return [Line(title, address, str(KINDS[kind])) for title, address, kind in mine]
