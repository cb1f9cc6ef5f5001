"""Where footnotes belong in a text: their marks, found before the text is divided into runs and put in place after.

A mark becomes one character that no font draws and no person types (a private one; those that somebody typed are taken
out), so that neither the rule for directions nor the break of long words divides it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from supportroom.rendering.tree import Footnote

_FIRST = 0xF0000
_PRIVATE = re.compile("[\U000f0000-\U000ffffd]")


def placed(text: str, footnotes: Sequence[Footnote]) -> str:
    """Return `text` with a private character in the place of each mark; the character counts the footnotes from 0."""
    plain = _PRIVATE.sub("", text)
    if not footnotes:
        return plain
    places = {footnote.mark: chr(_FIRST + index) for index, footnote in enumerate(footnotes) if footnote.mark}
    marks = "|".join(re.escape(mark) for mark in sorted(places, key=len, reverse=True))
    return re.sub(f" ?({marks})", lambda found: places[found[1]], plain) if marks else plain


def divided(text: str, footnotes: Sequence[Footnote]) -> Iterator[str | Footnote]:
    """Yield the stretches of a text that went through `placed`, and between them the footnotes where they belong."""
    done = 0
    for found in _PRIVATE.finditer(text):
        if found.start() > done:
            yield text[done : found.start()]
        yield footnotes[ord(found[0]) - _FIRST]
        done = found.end()
    if done < len(text):
        yield text[done:]
