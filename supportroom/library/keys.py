"""The key by which a draft cites a source: `[@hamdan2021]`, `[@hamdan2021, p. 12]`, `[@a; @b, ch. 3]`.

Keys are letters and digits of any script with `-`, `_`, `:` and `.` inside; upper and lower case are the same key. In
an Arabic sentence `،` and `؛` stand for comma and semicolon.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from supportroom.library.names import Name, family_of

LONGEST = 60
_KEY = r"\w(?:[\w:.\-]*\w)?"
_WHOLE = re.compile(_KEY)
_ONE = rf"@{_KEY}(?:\s*[,،][^\[\]@;؛]*)?"
CLUSTER = re.compile(rf"\[\s*({_ONE}(?:\s*[;؛]\s*{_ONE})*)\s*\]")
_PART = re.compile(rf"@({_KEY})(?:\s*[,،]\s*([^\[\]@;؛]*))?")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u0640]")


@dataclass(frozen=True)
class Cited:
    """One source in a citation: its key, and the place in it as written ("p. 12")."""

    key: str
    place: str = ""


def plain_key(words: str) -> str:
    """Give the one form of a key by which it is looked up."""
    return unicodedata.normalize("NFC", words).casefold()


def is_key(words: str) -> bool:
    """Tell whether something can be a key."""
    return len(words) <= LONGEST and _WHOLE.fullmatch(words) is not None


def cited_in(cluster: str) -> list[Cited]:
    """Read what stands between the brackets of one citation."""
    return [Cited(plain_key(key), (place or "").strip()) for key, place in _PART.findall(cluster)]


def clusters_in(text: str) -> Iterator[list[Cited]]:
    """Give each citation of a text."""
    return (cited_in(found[1]) for found in CLUSTER.finditer(text))


def made_key(names: list[Name], title: str, issued: list[int], taken: Collection[str]) -> str:
    """Make a key out of the first author (or the first word of the title) and the year, in their own script.

    Where it is taken, a letter or number goes behind it. `taken` holds plain keys.
    """
    words = _plain_word(family_of(names[0])) if names else ""
    words = words or _plain_word(title) or "source"
    stem = f"{words[:40]}{issued[0] if issued else ''}"
    return next(key for key in _variants(stem) if plain_key(key) not in taken)


def _variants(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _plain_word(words: str) -> str:
    """Give the last word of a family's name, or the first long one of a title, without accents and signs."""
    plain = unicodedata.normalize("NFKC", _MARKS.sub("", unicodedata.normalize("NFKD", words)))
    found = re.findall(r"[^\W_]+", plain)
    long = [word for word in found if len(word) > 2]
    return (long or found or [""])[0].lower()
