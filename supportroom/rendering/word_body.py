"""The blocks of a document as the body of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from supportroom.rendering import word
from supportroom.rendering.clean import clean, visible
from supportroom.rendering.figures import figure_columns, filled, width_of
from supportroom.rendering.outline import contents, settled
from supportroom.rendering.tree import (
    Annex,
    Direction,
    Document,
    Facts,
    Footnote,
    Heading,
    Items,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reply,
    Table,
)

TEXT_WIDTH = 9070
_BULLETS = 1
_NARROW, _WIDE = 14, 60


class Body:
    """Collects the body of one document: `xml`, `starts` (the first number of each numbered list), its `footnotes`."""

    def __init__(self, document: Document) -> None:
        """Write `document`; nothing is raised for any text."""
        self.document = document
        self.direction = document.direction
        self.starts: list[int] = []
        self.footnotes: list[str] = []
        self._targets: dict[str, int] = {}
        self.xml = "".join(self._write())

    def _write(self) -> Iterator[str]:
        yield from self._first_page()
        blocks = settled(self.document)
        self._targets = {entry.anchor: number for number, entry in enumerate(contents(blocks), 1)}
        if self.document.contents and self._targets:
            yield from self._contents(blocks)
        fresh_page = ""
        for block in blocks:
            if isinstance(block, PageBreak):
                fresh_page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
                continue
            yield "" if isinstance(block, Annex) else fresh_page
            fresh_page = ""
            yield _WRITERS[type(block)](self, block)

    def _first_page(self) -> Iterator[str]:
        document = self.document
        title = document.title if visible(document.title) else document.language
        line = " · ".join(part for part in (document.date_line, document.edition) if part)
        parts = [
            ("Publisher", document.publisher),
            ("Title", title),
            ("Subtitle", document.subtitle),
            ("DateLine", line),
            *(("Notice", notice) for notice in document.notices),
        ]
        yield from (self._plain(style, text) for style, text in parts if text)

    def _contents(self, blocks: tuple[Any, ...]) -> Iterator[str]:
        """Yield a table of contents that is right as it stands and that Word can renew."""
        yield self._plain("ContentsHeading", self.document.labels.contents)
        opening = word.field(r'TOC \o "1-2" \h \z \n \u', open_end=True)
        entries = contents(blocks)
        for number, entry in enumerate(entries, 1):
            words = word.link(word.runs(entry.text, self.direction), number)
            closing = word.FIELD_END if number == len(entries) else ""
            yield word.paragraph(f"TOC{entry.level}", f"{opening}{words}{closing}", self.direction)
            opening = ""

    def _plain(self, style: str, text: str) -> str:
        return word.paragraph(style, word.runs(text, self.direction), self.direction)

    def _own(self, style: str, block: Heading | Paragraph | Quote | Reply) -> str:
        direction = block.direction or self.direction
        return word.paragraph(style, self._noted(block, direction), direction)

    def _noted(self, block: Heading | Paragraph | Quote | Reply, direction: Direction) -> str:
        """Return the runs of a block, with the marks of its footnotes where it has any."""
        notes = block.footnotes if isinstance(block, Paragraph) else ()
        return word.runs_with_notes(block.text, direction, notes, self._mark, language=block.language)

    def _mark(self, footnote: Footnote) -> str:
        """Return the mark of a footnote, which is written down each time that it is referred to."""
        place = len(self.footnotes) + 1
        direction = footnote.direction or self.direction
        words = word.runs(footnote.text, direction, language=footnote.language)
        self.footnotes.append(word.footnote(words, footnote.number, place, direction))
        return word.note_mark(footnote.number, place)

    def heading(self, block: Heading) -> str:
        """Return a heading in Word's own style for its level, as the target of its line in the contents."""
        direction = block.direction or self.direction
        words = word.runs(block.text, direction, language=block.language)
        return word.paragraph(f"Heading{block.level}", self._target(words, block.anchor), direction)

    def annex(self, block: Annex) -> str:
        """Return the heading of an annex, which begins a page."""
        words = self._target(word.runs(block.title, self.direction), block.anchor)
        xml = word.paragraph("Heading1", words, self.direction)
        return xml.replace('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading1"/><w:pageBreakBefore/>', 1)

    def _target(self, words: str, anchor: str) -> str:
        return word.bookmark(words, self._targets[anchor]) if anchor in self._targets else words

    def paragraph(self, block: Paragraph) -> str:
        """Return a paragraph; its number hangs in the margin as text, so that no edit elsewhere changes it."""
        if not block.number:
            return self._own("BodyText", block)
        direction = block.direction or self.direction
        number = word.runs(block.number, direction, style="ParagraphNumber") + word.TAB
        return word.paragraph("NumberedParagraph", number + self._noted(block, direction), direction)

    def items(self, block: Items, level: int = 0) -> str:
        """Return the entries of a list; each numbered list counts from its own start."""
        number = _BULLETS
        if block.ordered:
            self.starts.append(max(block.start, 0))
            number = _BULLETS + len(self.starts)
        parts: list[str] = []
        for entry in block.entries:
            direction = entry.direction or self.direction
            words = word.runs(entry.text, direction, language=entry.language)
            parts.append(word.listed(words, direction, number=number, level=level))
            if entry.inside:
                parts.append(self.items(entry.inside, level + 1))
        return "".join(parts)

    def table(self, block: Table) -> str:
        """Return a table with its caption above it and a small space below."""
        width = width_of(block)
        figures = figure_columns(block)
        rows = [filled(row, width) for row in (block.head, *block.rows)]
        widths = _widths(rows)
        xml = [
            word.row(
                [
                    word.cell(
                        word.runs(text, self.direction),
                        self.direction,
                        widths[column],
                        bold=index == 0 or (block.row_heads and column == 0),
                        figure=figures[column],
                        head=index == 0,
                    )
                    for column, text in enumerate(row)
                ],
                head=index == 0,
            )
            for index, row in enumerate(rows)
        ]
        caption = self._plain("Caption", block.caption) if block.caption else ""
        grid = word.table(xml, widths, self.direction, head=True, row_heads=block.row_heads)
        return f"{caption}{grid}{self._plain('TableText', '')}"

    def facts(self, block: Facts) -> str:
        """Return labelled figures as a table of two columns without a head."""
        widths = _widths([(label, value or " " * _WIDE) for label, value in block.pairs] or [("", "")])
        rows = [
            word.row(
                [
                    word.cell(word.runs(label, self.direction), self.direction, widths[0]),
                    word.cell(word.runs(value, self.direction), self.direction, widths[1], bold=not block.sentences),
                ]
            )
            for label, value in block.pairs
        ]
        if not rows:
            return ""
        return word.table(rows, widths, self.direction, head=False, row_heads=True) + self._plain("TableText", "")

    def quote(self, block: Quote) -> str:
        """Return a quotation, and below it where it comes from."""
        return self._own("Quote", block) + (self._plain("QuoteSource", block.by) if block.by else "")

    def reply(self, block: Reply) -> str:
        """Return a reply, and above it who gave it."""
        return self._plain("Attribution", block.by) + self._own("Reply", block)

    def note(self, block: Note) -> str:
        """Return a word of the editors."""
        return self._plain("Note", block.text)


def _widths(rows: list[tuple[str, ...]]) -> list[int]:
    """Return widths that share the page by the longest text of each column, within reason."""
    longest = [min(max(_NARROW, *map(len, column)), _WIDE) for column in zip(*rows, strict=True)]
    return [TEXT_WIDTH * length // sum(longest) for length in longest]


_WRITERS: dict[type[Any], Callable[[Body, Any], str]] = {
    Heading: Body.heading,
    Annex: Body.annex,
    Paragraph: Body.paragraph,
    Items: Body.items,
    Table: Body.table,
    Facts: Body.facts,
    Quote: Body.quote,
    Reply: Body.reply,
    Note: Body.note,
}


def running(document: Document, number: str, total: str) -> str:
    """Return the page-number pattern of `document` with the fields `number` and `total` in their places."""
    direction = document.direction
    shown = {"{number}": number, "{total}": total}
    parts: list[str] = []
    rest = clean(document.labels.page)
    while rest:
        found = min(((rest.index(mark), mark) for mark in shown if mark in rest), default=(len(rest), ""))
        before, rest = rest[: found[0]], rest[found[0] + len(found[1]) :]
        if before:
            parts.append(word.plain(before, direction))
        if found[1]:
            parts.append(word.field(shown[found[1]], word.plain("1", direction)))
    return "".join(parts)
