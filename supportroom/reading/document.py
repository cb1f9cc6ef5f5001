"""DOCX into blocks: paragraphs, headings by style, lists as Word counts them, tables.

In: the bytes. Out: blocks, and notes. Raises what `archive` raises and `reading.too_many_rows`. Read is what a page
shows in its body: insertions that are tracked, yes; deletions, hidden words, comments, headers, footers, footnotes,
tables of contents, no. Prose is read with its footnotes, and tracked changes the other way round if somebody says so
(`Way`). The line of a block is the number of its paragraph.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from xml.etree.ElementTree import Element

from supportroom.kernel.errors import DomainError
from supportroom.reading.archive import broken_if_it_fails, open_parts
from supportroom.reading.blocks import Block
from supportroom.reading.columns import by_header
from supportroom.reading.hygiene import clean, tidy
from supportroom.reading.limits import MOST_ROWS
from supportroom.reading.marks import Mark, find_mark, is_bare_bullet
from supportroom.reading.numbering import Numbering
from supportroom.reading.ooxml import Parts, W, is_on, value_of
from supportroom.reading.outline import Note
from supportroom.reading.shapes import is_furniture
from supportroom.reading.sniff import Kind
from supportroom.reading.styles import Styles, outline_level, says_bold
from supportroom.reading.tables import blocks_of_table
from supportroom.reading.vocabulary import note

_INDENT = 4  # columns of text that one level of a list stands for
_WRAPPERS = {f"{W}{name}" for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{W}{name}" for name in ("txbxContent", "pPr", "rPr")} | {_FALLBACK}
_TAKEN_OUT = {f"{W}{name}" for name in ("del", "moveFrom")}
_PUT_IN = {f"{W}{name}" for name in ("ins", "moveTo")}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}sym": "•"}
_TEXT_BOX = f"{W}txbxContent"
_REFERENCE = f"{W}footnoteReference"
_OWN_MARKS = {"ParagraphNumber", "FootnoteReference"}  # what our own files write beside the words
_FRONT = {"publisher", "date line", "notice", "contents heading"}  # the styles of our own first page


@dataclass(frozen=True, slots=True)
class Way:
    """How a document is read: as prose, with its footnotes in their places; tracked changes taken, or refused."""

    is_prose: bool = False
    takes_changes: bool = True
    footnotes: dict[str, str] = field(default_factory=dict)

    @property
    def skipped(self) -> set[str]:
        """Return the elements whose words are not read."""
        return _SKIPPED | (_TAKEN_OUT if self.takes_changes else _PUT_IN)


_POINTS = Way()


def blocks_of_docx(content: bytes, way: Way = _POINTS) -> tuple[list[Block], list[Note]]:
    """Return the blocks of a document and the notes on its reading."""
    with broken_if_it_fails():
        parts = Parts(open_parts(Kind.DOCX, content))
        root = parts.document()
        body = root.find(f"{W}body")
        if way.is_prose:
            way = Way(is_prose=True, takes_changes=way.takes_changes, footnotes=_footnotes(parts, way))
        reader = _Reader(Styles(parts.part("styles")), Numbering(parts.part("numbering")), way)
        blocks = list(reader.read(body)) if body is not None else []
        is_tracked = any(root.find(f".//{W}{name}") is not None for name in ("ins", "del", "moveTo"))
    return blocks, [note("tracked_changes")] if is_tracked else []


class _Reader:
    """Goes through the body once, counting paragraphs and lists."""

    def __init__(self, styles: Styles, numbering: Numbering, way: Way) -> None:
        self.styles = styles
        self.numbering = numbering
        self.way = way
        self.lines = count(1)

    def read(self, container: Element) -> Iterator[Block]:
        """Yield the blocks of a body, cell or text box."""
        for element in container:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag == f"{W}sdt":
                content = element.find(f"{W}sdtContent")
                if content is not None and not _is_contents(element):
                    yield from self.read(content)
            elif element.tag in _WRAPPERS:
                yield from self.read(element)

    def _line(self) -> int:
        line = next(self.lines)
        if line > MOST_ROWS:
            raise DomainError("reading.too_many_rows", limit=MOST_ROWS)
        return line

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        line = self._line()
        style = self.styles.of(value_of(paragraph, "pPr/pStyle"))
        text = clean("".join(_texts(paragraph, self.way)))
        is_front = self.way.is_prose and style.name in _FRONT
        if text.strip() and not style.is_contents and not is_front:
            level = outline_level(paragraph) or style.level
            is_bold = _is_bold(paragraph, inherited=style.is_bold)
            name = value_of(paragraph, "pPr/numPr/numId") or style.list_name
            if level:
                is_title = style.name == "title"
                yield Block(_without_number(tidy(text)), line, level=min(level, 6), is_title=is_title)
            elif name and name != "0" and (mark := self._mark(paragraph, name, style.list_depth)):
                yield Block(_lined(text), line, mark[0], is_bold=is_bold, indent=mark[1] * _INDENT)
            else:
                yield from _typed(text, line, is_bold=is_bold)
        for box in _boxes(paragraph):
            yield from self.read(box)

    def _mark(self, paragraph: Element, name: str, depth: int) -> tuple[Mark, int] | None:
        said = value_of(paragraph, "pPr/numPr/ilvl")
        depth = int(said) if said and said.isdecimal() and len(said) < 3 else depth
        mark = self.numbering.mark(name, depth)
        return (mark, depth) if mark else None

    def _table(self, table: Element) -> Iterator[Block]:
        rows = [tuple(_cell_text(cell, self.way) for cell in row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")]
        if rows and by_header(rows[0]):
            yield from blocks_of_table([(self._line(), cells) for cells in rows])
        else:
            for cell in table.iterfind(f"{W}tr/{W}tc"):
                yield from self.read(cell)


def _typed(text: str, line: int, *, is_bold: bool) -> Iterator[Block]:
    """Yield the lines of a paragraph without a list of its own; marks may have been typed by hand."""
    is_first = True
    for piece in filter(None, map(tidy, text.replace("\f", "\n").split("\n"))):
        if is_furniture(piece) or is_bare_bullet(piece):
            continue
        found = find_mark(piece)
        if found:
            yield Block(found[1], line, found[0], is_bold=is_bold)
        else:
            yield Block(piece, line, is_bold=is_bold, is_apart=is_first)
        is_first = False


def _without_number(heading: str) -> str:
    found = find_mark(heading)
    return found[1] if found and found[1] and found[0].kind in {"number", "bullet"} else heading


def _lined(text: str) -> str:
    return "\n".join(filter(None, map(tidy, text.split("\n"))))


def _cell_text(cell: Element, way: Way) -> str:
    return _lined("\n".join(clean("".join(_texts(paragraph, way))) for paragraph in cell.iter(f"{W}p")))


def _texts(element: Element, way: Way = _POINTS) -> Iterator[str]:
    """Yield the words of a paragraph as they are shown, without deletions, fields' instructions and text boxes."""
    skipped = way.skipped
    waiting = [element]
    while waiting:
        current = waiting.pop()
        if current.tag == f"{W}t" or (current.tag == f"{W}delText" and not way.takes_changes):
            yield current.text or ""
        elif current.tag in _SIGNS:
            yield _SIGNS[current.tag]
        elif way.is_prose and value_of(current, "rPr/rStyle") in _OWN_MARKS:
            yield _footnote_at(current, way)
        elif current.tag == _REFERENCE:
            yield way.footnotes.get(current.get(f"{W}id", ""), "")
        elif current.tag not in skipped and not is_on(current, "rPr/vanish"):
            waiting.extend(reversed(current))


def _footnote_at(run: Element, way: Way) -> str:
    """Return the footnote to which a run leads; nothing for a number in the margin or at the foot."""
    reference = run.find(_REFERENCE)
    return way.footnotes.get(reference.get(f"{W}id", ""), "") if reference is not None else ""


def _footnotes(parts: Parts, way: Way) -> dict[str, str]:
    """Return each footnote by its id, as it stands in prose: ^[its words]."""
    root = parts.part("footnotes")
    found: dict[str, str] = {}
    for footnote in root.iter(f"{W}footnote") if root is not None else ():
        words = " ".join(clean("".join(_texts(paragraph, way))) for paragraph in footnote.iter(f"{W}p"))
        if words.strip() and footnote.get(f"{W}type") is None:
            found[footnote.get(f"{W}id", "")] = as_note(words)
    return found


def as_note(words: str) -> str:
    """Return words as a note in prose; brackets in it become round ones."""
    return f"^[{tidy(words).replace('[', '(').replace(']', ')')}]"


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes that hang on a paragraph, outermost only, each once."""
    waiting = list(reversed(element))
    while waiting:
        current = waiting.pop()
        if current.tag == _TEXT_BOX:
            yield current
        elif current.tag != _FALLBACK:
            waiting.extend(reversed(current))


def _is_bold(paragraph: Element, *, inherited: bool) -> bool:
    runs = [run for run in paragraph.iter(f"{W}r") if any((t.text or "").strip() for t in run.iter(f"{W}t"))]
    said = [says_bold(run) for run in runs]
    return bool(said) and all(inherited if bold is None else bold for bold in said)


def _is_contents(element: Element) -> bool:
    return (value_of(element, "sdtPr/docPartObj/docPartGallery") or "").lower() == "table of contents"
