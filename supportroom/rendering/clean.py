"""Takes out of a text what no file may hold, before any renderer sees it.

XML (and so DOCX) refuses most control characters, surrogates and the last two code points of each plane. The nine
direction controls go too: an override can make a sentence read as its opposite, one left open turns the rest of the
page around, and `bidi` isolates words of the other direction anyway. The marks U+200E, U+200F and U+061C are
harmless and stay, as do the joiners that Persian and Kurdish need.
"""

from __future__ import annotations

import re

_REFUSED = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17)
)
_DIRECTION_CONTROLS = "\u202a-\u202e\u2066-\u2069"
_TAKEN_OUT = re.compile(f"[{_REFUSED}{_DIRECTION_CONTROLS}]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return `text` in a form that every renderer can hold: one kind of line end, no blank lines, nothing refused.

    Tabs become spaces; spaces around the text and around its line ends go.
    """
    kept = _TAKEN_OUT.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", " ")
    return "\n".join(stripped for line in kept.split("\n") if (stripped := line.strip()))


def visible(text: str) -> bool:
    """Return whether anything of `text` can be seen: a heading of spaces and marks is no heading."""
    return any(character.isprintable() and not character.isspace() for character in text)
