"""Plain text and Markdown, line by line, into blocks.

In: clean text. Out: blocks; lines that a writer or a PDF broke are joined again, page furniture and tables of
contents are gone, Markdown's signs are taken off. A line goes on with the one before when no gap parts them and it
does not begin something of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from supportroom.kernel.errors import DomainError
from supportroom.reading.blocks import Block
from supportroom.reading.hygiene import clean, tidy
from supportroom.reading.limits import MOST_CELLS, MOST_ROWS
from supportroom.reading.markdown import plain
from supportroom.reading.marks import Mark, find_mark, is_bare_bullet
from supportroom.reading.running import without_pages
from supportroom.reading.shapes import (
    ends_a_sentence,
    goes_on,
    heads_by_form,
    is_capitals,
    is_furniture,
    is_numbered_part,
    is_title_like,
    leads_in,
)
from supportroom.reading.tables import ROW, blocks_of_table

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_RULE = re.compile(r"(=|-)\1{2,}")
_FENCE = ("```", "~~~")
_QUOTE = re.compile(r"(?:>\s?)+")
_TABLE_RULE = re.compile(r"[|:\- ]+")
_CLAUSE = (";", "؛", "; and", "؛ و", "; or")
_WITHIN = re.compile(r"\s[•●▪■]\s+(?=\S)")
_FEWEST = 2  # bullets within a paragraph
_SHORT = 50  # nobody wraps lines at less than this
_TITLE = 0.4  # of the width of a text: a numbered line that is shorter, and no sentence, ends there
_UNWRAPPED = 150  # a text with longer lines than this was not broken by hand: each line is a paragraph


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: its words, and how it looked. Without words it is a gap."""

    number: int
    text: str = ""
    indent: int = 0
    level: int = 0
    is_bold: bool = False
    rule: str = ""  # "=" or "-" under a heading, "|" under the header of a table
    cells: tuple[str, ...] = ()
    is_clause: bool = False  # an item without a mark, as its neighbours are


def blocks_of_text(text: str) -> list[Block]:
    """Return the blocks of a text; raises `reading.too_many_rows`."""
    rows = text.split("\n")
    if len(rows) > MOST_ROWS or text.count("|") > MOST_CELLS:
        raise DomainError("reading.too_many_rows", limit=MOST_ROWS)
    lines = [line for number, row in without_pages(rows) for line in _lines(number, row)]
    return _Weaver(list(_with_clauses(lines))).blocks()


def blocks_of_lines(lines: list[Line]) -> list[Block]:
    """Return the blocks of lines whose breaks are a page's, never the writer's: they run on unless a gap stands."""
    return _Weaver(lines, is_unwrapped=False).blocks()


def heading_words(text: str) -> str:
    """Return a heading without the number or bullet that stands before it."""
    return _without_mark(text)


def _lines(number: int, row: str) -> Iterator[Line]:
    if "\f" in row:
        yield Line(number)
        row = row.replace("\f", " ")
    row = row.expandtabs(4) if row[:1] == "\t" else row
    bare = row.strip()
    if bare[:1] == ">":
        bare = _QUOTE.sub("", bare, count=1)
    yield _special(number, bare) or _plain(number, bare, len(row) - len(row.lstrip()))


def _special(number: int, bare: str) -> Line | None:
    if _RULE.fullmatch(bare):
        return Line(number, rule=bare[0])
    if bare.startswith("|") and bare.endswith("|"):
        if _TABLE_RULE.fullmatch(bare):
            return Line(number, rule="|")
        return Line(number, cells=tuple(tidy(_words(cell)[0]) for cell in bare[1:-1].split("|")))
    if bare.startswith(_FENCE) or is_furniture(bare) or is_bare_bullet(bare):
        return Line(number)
    if found := _HEADING.fullmatch(bare):
        return Line(number, _without_mark(tidy(_words(found[2])[0])), level=len(found[1]))
    return None


def _plain(number: int, bare: str, indent: int) -> Line:
    words, is_bold = _words(bare)
    return Line(number) if is_furniture(words.strip()) else Line(number, words.strip(), indent, is_bold=is_bold)


def _words(row: str) -> tuple[str, bool]:
    words, is_bold = plain(row)
    return (clean(words).replace("\n", " ") if "&" in row else words), is_bold


def _without_mark(heading: str) -> str:
    found = find_mark(heading)
    return found[1] if found and found[1] and found[0].style != "ordinal" else heading


def _with_clauses(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines; those after a colon that each end with a semicolon, up to a full stop, are called items."""
    is_led = False
    for is_empty, group in groupby(lines, key=lambda line: not line.text):
        found = list(group)
        if is_empty:
            yield from found
            continue
        first = 0 if is_led else next((at for at, line in enumerate(found, start=1) if leads_in(line.text)), len(found))
        clauses = found[first:]
        are_items = len(clauses) > 1 and all(line.text.endswith(_CLAUSE) and not line.level for line in clauses[:-1])
        are_items = are_items and ends_a_sentence(clauses[-1].text.rstrip(";؛"))
        yield from found[:first]
        yield from (replace(line, is_clause=are_items) for line in clauses)
        is_led = leads_in(found[-1].text)


def _is_bare_list(lines: list[Line], width: int) -> bool:
    """Say whether the lines were never wrapped although they are short: nothing has a mark, no line goes on."""
    texts = [line.text for line in lines if line.text and not line.level]
    if any(find_mark(text) for text in texts):
        return False
    shows_case = any(text[:1].isupper() for text in texts)
    return width < _SHORT or (shows_case and not any(map(goes_on, texts)))


def _with_bullets_within(block: Block) -> list[Block]:
    """Part a paragraph whose bullets have lost their lines: "We call on them to: • open; • publish."."""
    first, *others = _WITHIN.split(block.text) if block.is_prose else [block.text]
    if len(others) < _FEWEST:
        return [block]
    mark = Mark("•", "bullet •")
    return [replace(block, text=first), *(Block(text, block.line, mark, is_apart=False) for text in others)]


class _Weaver:
    """Goes over the lines once and holds the block that is being put together."""

    def __init__(self, lines: list[Line], *, is_unwrapped: bool | None = None) -> None:
        self.lines = lines
        self.width = max((len(line.text) for line in lines), default=0)
        if is_unwrapped is None:
            is_unwrapped = self.width > _UNWRAPPED or _is_bare_list(lines, self.width)
        self.is_unwrapped = is_unwrapped
        self.done: list[Block] = []
        self.open: Block | None = None
        self.words: list[str] = []
        self.before = Line(0)
        self.is_gap = True
        self.marks: dict[str, Mark] = {}  # the last one of each style

    def blocks(self) -> list[Block]:
        """Return all blocks."""
        table: list[tuple[int, tuple[str, ...]]] = []
        for at, line in enumerate(self.lines):
            if line.cells:
                table.append((line.number, line.cells))
            if line.cells or line.rule == "|":
                continue
            if table:
                self._close()
                self.done += blocks_of_table(table)
                table = []
            self._take(line, self.lines[at + 1] if at + 1 < len(self.lines) else Line(0))
        self._close()
        return self.done + blocks_of_table(table)

    def _take(self, line: Line, after: Line) -> None:
        if line.rule:
            self._underline(line.rule)
        elif not line.text:
            self.is_gap = True
        elif line.level:
            self._start(Block(line.text, line.number, level=line.level))
            self._close()
        else:
            self._take_words(line, after)
            self.before = line
            self.is_gap = False

    def _take_words(self, line: Line, after: Line) -> None:
        found = find_mark(line.text)
        if line.is_clause and not found:
            self._start(Block(line.text, line.number, Mark("", ROW), indent=line.indent))
        elif found and self._may_begin(found[0]):
            # Where a converter doubled the mark ("- ◆"), the indentation is its own invention too.
            indent = line.indent if line.text.startswith(found[0].written) else 0
            self.marks[found[0].style] = found[0]
            self._start(Block(found[1], line.number, found[0], is_bold=line.is_bold, indent=indent))
        elif self.open is None or self.is_gap or self._starts_anew(line, after):
            self._start(Block(line.text, line.number, is_bold=line.is_bold, indent=line.indent))
        elif (self.is_unwrapped or self._was_title()) and not goes_on(line.text):
            self._start(Block(line.text, line.number, is_bold=line.is_bold, is_apart=False))
        else:
            self.words.append(line.text)

    def _may_begin(self, mark: Mark) -> bool:
        """Say whether a mark begins an item here: in the middle of a paragraph it must count on or begin a count."""
        if self.open is None or self.is_gap:
            return True
        if mark.is_bullet or self.is_unwrapped:
            return mark.written != "o" or self.open.mark is not None  # "o" is a word in some languages
        counts_on = mark.style in self.marks and mark.follows(self.marks[mark.style])
        return counts_on or 1 in mark.ranks or (mark.kind == "number" and self._was_broken_off())

    def _was_broken_off(self) -> bool:
        """Say whether the writer ended the line before on purpose: a sentence ends there, or there was room left."""
        return ends_a_sentence(self.before.text) or len(self.before.text) < 0.6 * min(self.width, _UNWRAPPED)

    def _was_title(self) -> bool:
        """Say whether the line before is a number with a few words, as headings are, and far from full."""
        was_numbered = (
            self.open is not None and self.open.mark is not None and self.open.mark.kind in {"number", "part"}
        )
        is_short = len(self.before.text) < _TITLE * min(self.width, _UNWRAPPED)
        return was_numbered and len(self.words) == 1 and is_short and is_title_like(self.before.text)

    def _starts_anew(self, line: Line, after: Line) -> bool:
        """Say whether a line without a gap before it is a heading all the same."""
        is_within = self.open is not None and self.open.mark is not None and line.indent > self.open.indent
        if self._goes_on_in_capitals(line) or is_within:
            return False
        if heads_by_form(line.text) or (line.is_bold and is_title_like(line.text.rstrip(":"))):
            return True
        found = find_mark(after.text) if after.text else None
        if not found or not is_title_like(line.text.rstrip(":"), 50) or not self._was_broken_off():
            return False
        if self.open is not None and self.open.mark:
            return 1 in found[0].ranks or (found[0].is_bullet and self._had_two_items())
        return True

    def _goes_on_in_capitals(self, line: Line) -> bool:
        """Say whether a heading in capitals runs over two lines."""
        is_heading = self.open is not None and self.open.is_prose and is_capitals(" ".join(self.words))
        return is_heading and is_capitals(line.text) and not is_numbered_part(line.text)

    def _had_two_items(self) -> bool:
        return bool(self.done) and self.done[-1].mark is not None

    def _underline(self, rule: str) -> None:
        is_heading = self.open is not None and not self.is_gap and not self.open.mark and len(self.words) == 1
        if is_heading and self.open is not None and is_title_like(self.open.text.rstrip(":"), 120):
            self.open = replace(self.open, level=1 if rule == "=" else 2)
        self._close()

    def _start(self, block: Block) -> None:
        self._close(is_gap=self.is_gap)
        self.open = block
        self.words = [block.text]

    def _close(self, *, is_gap: bool = True) -> None:
        if self.open is not None:
            is_joined = len(self.words) > 1
            is_bold = self.open.is_bold and not is_joined
            block = replace(self.open, text=tidy(" ".join(self.words)), is_bold=is_bold, is_joined=is_joined)
            self.done += _with_bullets_within(block)
        self.open, self.words, self.is_gap = None, [], is_gap
