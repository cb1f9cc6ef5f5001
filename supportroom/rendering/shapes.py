"""The document as plain lists and strings for the print template (`print.typ`), which reads them as JSON.

A text without a foreign word or a line break is a string; otherwise a list of strings, of `[foreign run]`, of `None`
for a line break and of `{"note": ...}` for a footnote; `True` begins a new paragraph where a text is too long to be
set as one (what a typesetter does with the whole of a paragraph grows faster than its length).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from supportroom.rendering.bidi import lines
from supportroom.rendering.clean import clean, visible
from supportroom.rendering.figures import figure_columns, filled, width_of
from supportroom.rendering.glyphs import drawable
from supportroom.rendering.marks import divided, placed
from supportroom.rendering.outline import settled
from supportroom.rendering.tree import (
    Annex,
    Block,
    Direction,
    Document,
    Facts,
    Footnote,
    Heading,
    Item,
    Items,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reply,
    Table,
)

Shape = dict[str, Any]
Piece = str | list[str] | Shape | bool | None
Inline = str | list[Piece]

_PRIMARY = re.compile("[a-z]{2,3}")
_LONG_WORD = re.compile(r"([^\s\u200b]{40})(?=[^\s\u200b])")
_LONGEST_PARAGRAPH = 6_000
_SENTENCES = re.compile(r".{1,5000}(?:[.؟!?]\s|\s|$)|.{1,5000}", re.DOTALL)
_LONGEST_WHOLE_CELL = 1_000  # a row of such cells fits on any page, and is not divided between two
_NARROW = 14
_WIDE = 60


def shape_of(document: Document) -> Shape:
    """Return everything that the print template wants to know of `document`."""
    direction, labels = document.direction, document.labels
    title = document.title if visible(document.title) else document.language
    blocks = [_block(block, direction) for block in settled(document)]
    has_contents = document.contents and any(block["kind"] in {"heading", "annex"} for block in blocks)
    return {
        "title": inline(title, direction),
        "name": drawable(clean(title)),
        "description": drawable(clean(document.subtitle)),
        "subtitle": inline(document.subtitle, direction),
        "running": inline(document.publisher or document.title, direction),
        "publisher": inline(document.publisher, direction),
        "authors": [drawable(clean(document.publisher))] if document.publisher else [],
        "date_line": inline(document.date_line, direction),
        "edition": inline(document.edition, direction),
        "address": drawable(clean(document.address)),
        "notices": [inline(notice, direction) for notice in document.notices],
        "contents": inline(labels.contents, direction) if has_contents else None,
        "page": labels.page,
        "digits": list(labels.digits),
        "language": _language(document.language),
        "direction": direction,
        "published": _day(document),
        "blocks": blocks,
    }


def inline(text: str, direction: Direction, notes: Sequence[Footnote] = ()) -> Inline:
    """Return `text` cleaned, with a break allowed in words too long for a line, in the template's form of a text."""
    pieces: list[Piece] = []
    room = _LONGEST_PARAGRAPH
    for line in lines(_LONG_WORD.sub("\\1\u200b", placed(drawable(text), notes)), direction):
        if pieces:
            pieces.append(None)
        for run in line:
            for part in _SENTENCES.findall(run.text) if len(run.text) > _LONGEST_PARAGRAPH else (run.text,):
                if (room := room - len(part)) < 0:
                    pieces.append(True)
                    room = _LONGEST_PARAGRAPH
                pieces.extend(_pieces(part, direction, notes, foreign=run.foreign))
    return _simplest(pieces)


def _pieces(text: str, direction: Direction, notes: Sequence[Footnote], *, foreign: bool) -> Iterator[Piece]:
    for part in divided(text, notes):
        if isinstance(part, Footnote):
            yield {"note": _turned(part, direction), "number": drawable(clean(part.number))}
        else:
            yield [part] if foreign else part


def _simplest(pieces: list[Piece]) -> Inline:
    if not pieces:
        return ""
    return pieces[0] if len(pieces) == 1 and isinstance(pieces[0], str) else pieces


def _language(tag: str) -> str:
    """Return the two or three letters that begin a language tag, or "und" (undetermined)."""
    primary = tag.partition("-")[0].lower()
    return primary if _PRIMARY.fullmatch(primary) else "und"


def _day(document: Document) -> Shape | None:
    day = document.published
    return {"year": day.year, "month": day.month, "day": day.day} if day else None


def _block(block: Block, direction: Direction) -> Shape:
    return _SHAPES[type(block)](block, direction)


def _turned(block: Paragraph | Item | Quote | Reply | Heading | Footnote, outer: Direction) -> Shape:
    """Return the text of a block that may be in a language of its own, and what of that differs from the document."""
    notes = block.footnotes if isinstance(block, Paragraph) else ()
    shape: Shape = {"text": inline(block.text, block.direction or outer, notes)}
    if block.language:
        shape["language"] = _language(block.language)
    if block.direction and block.direction != outer:
        shape["rtl"] = block.direction == "rtl"
    return shape


def _heading(block: Heading, direction: Direction) -> Shape:
    return {"kind": "heading", "level": block.level, **_turned(block, direction)}


def _paragraph(block: Paragraph, direction: Direction) -> Shape:
    shape = _turned(block, direction)
    if block.number:
        return {"kind": "numbered", "number": drawable(clean(block.number)), **shape}
    return {"kind": "paragraph", **shape}


def _items(block: Items, direction: Direction) -> Shape:
    entries = [_entry(entry, direction) for entry in block.entries]
    return {"kind": "items", "ordered": block.ordered, "start": max(block.start, 0), "entries": entries}


def _entry(item: Item, direction: Direction) -> Shape | Inline:
    shape = _turned(item, direction)
    if item.inside:
        shape["inside"] = _items(item.inside, direction)
    return shape if len(shape) > 1 else shape["text"]


def _table(block: Table, direction: Direction) -> Shape:
    width = width_of(block)
    rows = [filled(row, width) for row in block.rows]
    longest = [max(map(len, column)) for column in zip(filled(block.head, width), *rows, strict=True)]
    if max(longest) <= _NARROW:
        longest[0] = _WIDE
    return {
        "kind": "table",
        "caption": inline(block.caption, direction),
        "row_heads": block.row_heads,
        "whole_rows": max(longest) <= _LONGEST_WHOLE_CELL,
        "figures": figure_columns(block),
        "columns": [None if length <= _NARROW else min(length, _WIDE) for length in longest],
        "head": [inline(cell, direction) for cell in filled(block.head, width)],
        "rows": [[inline(cell, direction) for cell in row] for row in rows],
    }


def _facts(block: Facts, direction: Direction) -> Shape:
    pairs = [[inline(part, direction) for part in pair] for pair in block.pairs]
    return {"kind": "facts", "pairs": pairs, "sentences": block.sentences}


def _cited(block: Quote | Reply, direction: Direction) -> Shape:
    kind = "reply" if isinstance(block, Reply) else "quote"
    return {"kind": kind, "by": inline(block.by, direction), **_turned(block, direction)}


def _note(block: Note, direction: Direction) -> Shape:
    return {"kind": "note", "text": inline(block.text, direction)}


def _annex(block: Annex, direction: Direction) -> Shape:
    return {"kind": "annex", "text": inline(block.title, direction)}


def _break(_block: PageBreak, _direction: Direction) -> Shape:
    return {"kind": "leaf"}


_SHAPES: dict[type[Any], Callable[[Any, Direction], Shape]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Table: _table,
    Facts: _facts,
    Quote: _cited,
    Reply: _cited,
    Note: _note,
    Annex: _annex,
    PageBreak: _break,
}
