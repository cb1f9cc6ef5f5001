"""Tables of a PDF page by the lines that are drawn around their cells.

In: the bounds of what is drawn on a page, and its signs. Out: each table's rows, cell by cell in the order of reading.
A table has two rows and two columns at least; a cell that spans columns has its words in the first of them. Only tables
that say what their columns hold are taken, and those that go on with one of the page before: all else is text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from supportroom.reading.columns import by_header
from supportroom.reading.page import HYPHEN, Glyph, Row, rows_of_page

Bounds = tuple[float, float, float, float]  # left, bottom, right, top: points from the left and from the foot
_THIN = 2.5  # points: thinner shapes are lines
_LEAST = 8.0  # points: shorter ones are parts of letters
_TOUCH = 3.0  # points: lines that are nearer than this meet, or are one
_MOST = 1500  # lines on a page: a drawing has more


@dataclass(slots=True)
class Table:
    """Where the columns and rows of a table begin and end, and its upright lines."""

    across: list[float]  # from the left
    down: list[float]  # from the top
    upright: list[Bounds]
    rows: list[Row] = field(default_factory=list)

    def holds(self, glyph: Glyph) -> bool:
        """Say whether a sign stands in it."""
        is_between = self.across[0] < _middle(glyph) < self.across[-1]
        return is_between and self.down[-1] < _height(glyph) < self.down[0]


def tables_of(
    shapes: Sequence[Bounds], glyphs: Sequence[Glyph], before: Table | None, *, is_right_to_left: bool
) -> list[Table]:
    """Return the tables of a page that can be read, from its top; `before` is the last one of the page before."""
    found: list[Table] = []
    for table in sorted(_drawn(shapes), key=lambda table: -table.down[0]):
        table.rows = list(_rows(table, glyphs, is_right_to_left=is_right_to_left))
        goes_on = before is not None and not found and _is_like(table, before)
        if table.rows and (goes_on or by_header(table.rows[0].cells)):
            found.append(table)
    return found


def _is_like(table: Table, before: Table) -> bool:
    pairs = zip(table.across, before.across, strict=False)
    return len(table.across) == len(before.across) and all(abs(one - other) <= _TOUCH for one, other in pairs)


def _drawn(shapes: Sequence[Bounds]) -> Iterator[Table]:
    flat, upright = _lines(shapes)
    if len(flat) + len(upright) > _MOST:
        return
    for lines in _together([*((line, True) for line in flat), *((line, False) for line in upright)]):
        mine = [line for line, is_flat in lines if not is_flat]
        across = _steps((left + right) / 2 for left, _bottom, right, _top in mine)
        down = _steps((bottom + top) / 2 for (_left, bottom, _right, top), is_flat in lines if is_flat)[::-1]
        if len(across) > 2 and len(down) > 2:
            yield Table(across, down, mine)


def _lines(shapes: Iterable[Bounds]) -> tuple[list[Bounds], list[Bounds]]:
    """Part what is drawn into flat and upright lines; a frame has two of each."""
    flat: list[Bounds] = []
    upright: list[Bounds] = []
    for left, bottom, right, top in shapes:
        width, height = right - left, top - bottom
        if width >= _LEAST and height <= _THIN:
            flat.append((left, bottom, right, top))
        elif height >= _LEAST and width <= _THIN:
            upright.append((left, bottom, right, top))
        elif width >= _LEAST and height >= _LEAST:
            flat += [(left, bottom, right, bottom), (left, top, right, top)]
            upright += [(left, bottom, left, top), (right, bottom, right, top)]
    return flat, upright


def _together(lines: Sequence[tuple[Bounds, bool]]) -> list[list[tuple[Bounds, bool]]]:
    """Return the lines that hang together."""
    names = list(range(len(lines)))

    def name(at: int) -> int:
        while names[at] != at:
            names[at] = names[names[at]]
            at = names[at]
        return at

    ordered = sorted(range(len(lines)), key=lambda at: lines[at][0][0])
    open_ones: list[int] = []
    for at in ordered:
        left = lines[at][0][0]
        open_ones = [other for other in open_ones if lines[other][0][2] + _TOUCH >= left]
        for other in open_ones:
            if _meet(lines[at][0], lines[other][0]):
                names[name(at)] = name(other)
        open_ones.append(at)
    groups: defaultdict[int, list[tuple[Bounds, bool]]] = defaultdict(list)
    for at, line in enumerate(lines):
        groups[name(at)].append(line)
    return list(groups.values())


def _meet(one: Bounds, other: Bounds) -> bool:
    return (
        one[0] - _TOUCH <= other[2]
        and other[0] - _TOUCH <= one[2]
        and one[1] - _TOUCH <= other[3]
        and other[1] - _TOUCH <= one[3]
    )


def _steps(places: Iterable[float]) -> list[float]:
    """Return places in order, those that nearly are one as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _TOUCH:
            found.append(place)
    return found


def _rows(table: Table, glyphs: Sequence[Glyph], *, is_right_to_left: bool) -> Iterator[Row]:
    """Yield the rows that say something; where no line parts two cells of a row, they are one."""
    mine = [glyph for glyph in glyphs if table.holds(glyph)]
    for top, bottom in pairwise(table.down):
        held = [glyph for glyph in mine if bottom < _height(glyph) < top]
        cells = _cells(table, held, (top + bottom) / 2, is_right_to_left=is_right_to_left)
        texts = [_words(rows_of_page(cell, is_right_to_left=is_right_to_left)) for cell in cells]
        if any(texts):
            size = median(glyph.size for glyph in held)
            text = " | ".join(filter(None, texts))
            base = (top + bottom) / 2
            yield Row(text, table.across[0], table.across[-1], base, size, cells=tuple(texts))


def _cells(table: Table, glyphs: Sequence[Glyph], height: float, *, is_right_to_left: bool) -> list[list[Glyph]]:
    """Return the signs of a row's cells, the first one first."""
    parted = _steps((line[0] + line[2]) / 2 for line in table.upright if line[1] - _TOUCH < height < line[3] + _TOUCH)
    cells: list[list[Glyph]] = [[] for _column in table.across[1:]]
    for glyph in glyphs:
        start = max((edge for edge in parted if edge < _middle(glyph)), default=table.across[0])
        stop = min((edge for edge in parted if edge > _middle(glyph)), default=table.across[-1])
        columns = [at for at, edge in enumerate(table.across[:-1]) if start - _TOUCH <= edge < stop - _TOUCH]
        cells[(columns or [0])[-1 if is_right_to_left else 0]].append(glyph)
    return cells[::-1] if is_right_to_left else cells


def _words(rows: Sequence[Row]) -> str:
    """Return a cell's lines as one; a word that a hyphen broke is whole again."""
    return " ".join(row.text for row in rows).replace(f"{HYPHEN} ", "")


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _height(glyph: Glyph) -> float:
    return glyph.base + glyph.size / 3
