"""A picture for social networks, 1200 x 630: who speaks, a title, a line below; drawn by the PDF's typesetter."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from supportroom.rendering.clean import clean
from supportroom.rendering.pdf import fonts
from supportroom.rendering.shapes import inline
from supportroom.rendering.tree import Direction

_TEMPLATE = Path(__file__).with_name("card.typ")
_LONGEST_TITLE, _LONGEST_LINE = 220, 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The words on a card, in the language that its direction belongs to; what is too long is cut at a word."""

    publisher: str
    kind: str
    title: str
    line: str
    language: str
    direction: Direction


def to_png(card: Card) -> bytes:
    """Return the card as a PNG of 1200 x 630 pixels; the same words always give the same bytes."""
    import typst  # noqa: PLC0415 - megabytes that a room at rest does without

    title = shortened(card.title, _LONGEST_TITLE)
    shape = {
        "publisher": inline(shortened(card.publisher, _LONGEST_LINE), card.direction),
        "kind": inline(shortened(card.kind, _LONGEST_LINE), card.direction),
        "title": inline(title, card.direction),
        "length": len(title),
        "line": inline(shortened(card.line, _LONGEST_LINE), card.direction),
        "language": card.language,
        "direction": card.direction,
    }
    return typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=fonts(),
        format="png",
        ppi=144.0,
        sys_inputs={"card": json.dumps(shape, ensure_ascii=False, separators=(",", ":"))},
    )


def shortened(text: str, longest: int) -> str:
    """Return a text on one line, cut at a word with a mark of omission where it is longer than `longest`."""
    line = " ".join(clean(text).split())
    if len(line) <= longest:
        return line
    kept = line[:longest].rpartition(" ")[0] or line[:longest]
    return kept.rstrip(" ,;:.،؛") + "…"
