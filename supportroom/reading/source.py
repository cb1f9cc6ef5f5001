"""A document as its lines with their places, and what was understood of it: for whoever shows one beside the other.

In: a name and bytes (plain text, Markdown, DOCX, PDF). Out: `Source`: every line with its place ("p3 l12" is page 3,
line 12; "l34" line 34; "n7" paragraph 7), and the outline, whose lines count from 1 in that list. Raises DomainError
`reading.*`. Called in the child process of `files`, so it also goes through JSON and back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from supportroom.kernel.errors import DomainError
from supportroom.reading.blocks import Block
from supportroom.reading.document import blocks_of_docx
from supportroom.reading.encoding import decode
from supportroom.reading.hygiene import clean, tidy
from supportroom.reading.limits import MOST_PDF_BYTES
from supportroom.reading.lines import Line, blocks_of_lines, blocks_of_text, heading_words
from supportroom.reading.markdown import plain
from supportroom.reading.marks import is_bare_bullet
from supportroom.reading.outline import Item, Note, Outline, Passage, Section
from supportroom.reading.pdf import PageLine, lines_of_pdf
from supportroom.reading.sections import outline_of
from supportroom.reading.shapes import is_furniture
from supportroom.reading.sniff import Kind, sniff
from supportroom.reading.vocabulary import note


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line, or one paragraph of a Word document, as it stands there."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document's lines, and what was understood of them."""

    lines: tuple[SourceLine, ...]
    outline: Outline


def read_source(name: str, content: bytes) -> Source:
    """Return a document's lines and its outline."""
    if name.lower().endswith(".pdf"):
        return _of_pdf(content)
    kind = sniff(name, content)
    if kind is Kind.DOCX:
        return _of_docx(content)
    if kind in {Kind.TEXT, Kind.MARKDOWN}:
        return _of_text(content)
    raise DomainError("reading.source_kind")


def _of_text(content: bytes) -> Source:
    text, encoding = decode(content)
    text = clean(text)
    told = [] if encoding in {"UTF-8", "UTF-16"} else [note("encoding", name=encoding)]
    rows = text.split("\n")
    lines = tuple(SourceLine(_words(row), f"l{number}") for number, row in enumerate(rows, start=1))
    return Source(lines, outline_of(blocks_of_text(text), told))


def _words(row: str) -> str:
    """Return a line as people read it: without Markdown's signs; a rule is no words."""
    words = tidy(plain(row)[0])
    words = words.lstrip("#").lstrip() if words.startswith("#") else words
    return words if any(map(str.isalnum, words)) else ""


def _of_docx(content: bytes) -> Source:
    blocks, told = blocks_of_docx(content)
    lines = tuple(SourceLine(block.written, f"n{block.line}") for block in blocks)
    numbered = [replace(block, line=number) for number, block in enumerate(blocks, start=1)]
    return Source(lines, outline_of(numbered, told))


def _of_pdf(content: bytes) -> Source:
    if len(content) > MOST_PDF_BYTES:
        raise DomainError("reading.too_large", limit=MOST_PDF_BYTES // 1024 // 1024)
    if not content.startswith(b"%PDF-"):
        raise DomainError("reading.lies", ending=".pdf")
    found = _with_gaps(lines_of_pdf(content))
    lines = tuple(SourceLine(line.text, f"p{line.page} l{line.number}" if line.text else "") for line in found)
    return Source(lines, outline_of(_blocks_of(found)))


def _with_gaps(found: Sequence[PageLine]) -> list[PageLine]:
    """Return a PDF's lines with an empty one wherever a paragraph begins, as texts have them."""
    lines: list[PageLine] = []
    for line in found:
        if line.is_apart and lines:
            lines.append(replace(line, text="", level=0))
        lines.append(line)
    return lines


def _blocks_of(found: Sequence[PageLine]) -> list[Block]:
    """Return the blocks of a PDF's lines: a heading of several lines is one."""
    lines: list[Line] = []
    for number, each in enumerate(found, start=1):
        if each.cells:
            lines.append(Line(number, cells=each.cells))
        elif not each.text or is_furniture(each.text) or is_bare_bullet(each.text):
            lines.append(Line(number))
        elif not each.level:
            lines.append(Line(number, each.text, is_bold=each.is_bold))
        elif lines and lines[-1].level == each.level:
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {each.text}")
        else:
            lines.append(Line(number, heading_words(each.text), level=each.level))
    return blocks_of_lines(lines)


def as_words(source: Source) -> dict[str, Any]:
    """Return a source as plain values that go through JSON."""
    return asdict(source)


def from_words(given: Mapping[str, Any]) -> Source:
    """Return the source that `as_words` gave."""
    outline = given["outline"]
    return Source(
        tuple(SourceLine(**line) for line in given["lines"]),
        Outline(
            tuple(_section(section) for section in outline["sections"]),
            tuple(Note(each["code"], each["params"]) for each in outline["notes"]),
        ),
    )


def _section(given: Mapping[str, Any]) -> Section:
    items = tuple(Item(**item) for item in given["items"])
    prose = tuple(Passage(**passage) for passage in given["prose"])
    return Section(given["heading"], given["level"], items, given["line"], prose)
