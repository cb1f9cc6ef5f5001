"""Puts the blocks of a document in order for every renderer alike: heading levels without a gap, anchors all different.

Screen readers and PDF/UA refuse a third-level heading straight under a first-level one; two equal anchors make a
permalink lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from supportroom.rendering.clean import clean, visible
from supportroom.rendering.tree import Annex, Block, Document, Footnote, Heading, Item, Items, Paragraph

_LOWEST = 4
_NOT_IN_ANCHORS = re.compile(r"[^\w.-]+")


class Entry(NamedTuple):
    """A line of the table of contents."""

    level: int
    text: str
    anchor: str


def settled(document: Document) -> tuple[Block, ...]:
    """Return the blocks with headings that never skip a level, and with anchors of which none stands twice.

    A heading without one gets `section-N`, a numbered paragraph its number (`paragraph-7`).
    """
    return tuple(_settle(document.blocks))


def contents(blocks: tuple[Block, ...]) -> tuple[Entry, ...]:
    """Return the table of contents of settled `blocks`: annexes and headings of the two upper levels."""
    found: list[Entry] = []
    for block in blocks:
        if isinstance(block, Annex):
            found.append(Entry(1, block.title, block.anchor))
        elif isinstance(block, Heading) and block.level <= 2:
            found.append(Entry(block.level, block.text, block.anchor))
    return tuple(found)


def footnotes(blocks: tuple[Block, ...]) -> dict[str, tuple[Footnote, str]]:
    """Return the footnotes of settled `blocks` by number, in order, each with the anchor of its paragraph."""
    found: dict[str, tuple[Footnote, str]] = {}
    for block in blocks:
        if isinstance(block, Paragraph):
            for footnote in block.footnotes:
                found.setdefault(footnote.number, (footnote, block.anchor))
    return found


def note_anchor(footnote: Footnote) -> str:
    """Return the address of a footnote inside its page."""
    return f"footnote-{_NOT_IN_ANCHORS.sub('-', clean(footnote.number)[:20])}"


def _settle(blocks: tuple[Block, ...]) -> Iterator[Block]:
    taken = {"document-contents", "document-footnotes"}  # the headings that renderers add
    taken.update(note_anchor(footnote) for footnote, _anchor in footnotes(blocks).values())
    level = sections = 0
    for block in blocks:
        if isinstance(block, Heading) and not visible(block.text):
            continue
        if isinstance(block, Heading | Annex):
            sections += 1
            anchor = _anchor(block.anchor or f"section-{sections}", taken)
            level = 1 if isinstance(block, Annex) else max(1, min(block.level, level + 1, _LOWEST))
            yield _placed(block, level, anchor)
        elif isinstance(block, Paragraph) and (block.number or block.anchor or block.footnotes):
            yield replace(block, anchor=_anchor(block.anchor or f"paragraph-{block.number}", taken))
        elif isinstance(block, Items):
            yield _settle_items(block, taken)
        else:
            yield block


def _placed(block: Heading | Annex, level: int, anchor: str) -> Heading | Annex:
    if isinstance(block, Annex):
        return replace(block, title=block.title if visible(block.title) else "*", anchor=anchor)
    return replace(block, level=level, anchor=anchor)


def _settle_items(items: Items, taken: set[str]) -> Items:
    return replace(items, entries=tuple(_settle_item(entry, taken) for entry in items.entries))


def _settle_item(item: Item, taken: set[str]) -> Item:
    anchor = _anchor(item.anchor, taken) if item.anchor else ""
    return replace(item, anchor=anchor, inside=_settle_items(item.inside, taken) if item.inside else None)


def _anchor(wished: str, taken: set[str]) -> str:
    """Return `wished` without what an address cannot hold, with a number behind it if it is taken; note it as taken."""
    plain = _NOT_IN_ANCHORS.sub("-", clean(wished)[:80]).strip("-.") or "part"
    anchor, copies = plain, 1
    while anchor in taken:
        copies += 1
        anchor = f"{plain}-{copies}"
    taken.add(anchor)
    return anchor
