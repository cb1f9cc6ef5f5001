"""Where in a text the words stand that somebody looked for: a piece of the text around them, with each set apart.

Pure. A word is found by its stem, as in the index: with other endings, with or without its harakat.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from supportroom.kernel.stems import stems

Piece = tuple[str, bool]
WORD: Final = re.compile(r"[\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+")
BEFORE, LONGEST = 60, 260
CUT: Final = "…"


def marked(text: str, wanted: Collection[str]) -> list[Piece]:
    """Give the whole text in pieces: its words, and whether each piece is one of those looked for."""
    return list(_pieces(text, wanted))


def excerpt(text: str, wanted: Collection[str]) -> list[Piece]:
    """Give the part of a text that begins shortly before the first word looked for, in pieces, cut at words."""
    first = next(_places(text, wanted), (0, 0))[0]
    start = _word_begins(text, max(0, first - BEFORE)) if first > BEFORE else 0
    end = len(text) if len(text) - start <= LONGEST else text.rfind(" ", start, start + LONGEST)
    end = end if end > start else start + LONGEST
    pieces = list(_pieces(" ".join(text[start:end].split()), wanted))
    return [*([(CUT, False)] if start else []), *pieces, *([(CUT, False)] if end < len(text) else [])]


def _word_begins(text: str, place: int) -> int:
    gap = text.find(" ", place)
    return gap + 1 if gap >= 0 else place


def _places(text: str, wanted: Collection[str]) -> Iterator[tuple[int, int]]:
    for word in WORD.finditer(text):
        if any(stem in wanted for stem in stems(word[0])):
            yield word.span()


def _pieces(text: str, wanted: Collection[str]) -> Iterator[Piece]:
    done = 0
    for start, end in _places(text, wanted):
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False
