"""The signs of a PDF page into lines, in the order in which people read them: column by column.

In: glyphs with their places, as `pdf` takes them from the file. Out: lines with their words, size and the gap before
them. Pure geometry: a line is what stands on one base line without a wide gap; columns are found by the empty strip
between them (an XY cut, at most three columns); what runs across the strip parts the page above from the page below.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from supportroom.reading.visual import in_reading_order, reads_rightwards

HYPHEN = "\x02"  # PDFium's sign for a hyphen that breaks a word at the end of a line
_SPACE = 0.1  # of the size: a wider gap between two signs is a space, where the file says how far each sign reaches
_SPACES = (0.3, 0.2, 0.08)  # where it says only what is inked, and has no, one or two spaces beside them
_NARROW = 0.4  # of the widest space of a line
_TOUCHING = 0.02  # of the size: a stop this near to a letter stands at the end of its word
_AFTER_STOP = 0.2  # of the size: a space beside a stop, where the file has spaces at both signs
_STOPS = frozenset(".،؛:؟!,;")
_NEIGHBOURS = 4  # signs: a letter's marks may stand between it and the next letter in the file
_APART = 1.5  # of the size: a wider gap ends a piece of a line
_GUTTER = 9.0  # points: narrower strips are no space between columns
_SAME_LINE, _RAISED = 0.12, 0.45  # of the size: how far apart base lines of one line are, and of raised signs from it
_FEW = 4  # signs that may be raised
_LEADING = 1.3  # of the usual distance between lines: more is a gap
_FULL_LINE = 0.9  # of the column's width: such a line runs on
_SHORT_LINE = 0.82  # of the column's width: a sentence that ends before has ended its paragraph
_MOST_DEPTH = 2  # cuts within cuts


@dataclass(frozen=True, slots=True)
class Glyph:
    """One sign: what it is, where it stands (points from the left and from the foot), how large, how heavy."""

    sign: str
    origin: float  # where the pen stood; signs of one shape share it
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False
    index: int = 0  # its number in the order of the file
    follows_space: bool = False  # in that order
    precedes_space: bool = False
    is_tight: bool = False  # left and right are those of the ink, without the room around it

    @property
    def is_at_space(self) -> bool:
        """Say whether a space stands beside it in the file."""
        return self.follows_space or self.precedes_space

    @property
    def place(self) -> tuple[float, float]:
        """Return where it stands from left to right: letters that are set over each other are told apart by the pen."""
        return (round(self.origin, 1), (self.left + self.right) / 2)


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or a piece of one: its words in reading order, and how it stands."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False
    is_right_to_left: bool = False
    is_apart: bool = False  # a gap stands before it
    starts_column: bool = False
    cells: tuple[str, ...] = ()  # of a row of a table


def rows_of_page(glyphs: Sequence[Glyph], *, is_right_to_left: bool, tables: Sequence[Row] = ()) -> list[Row]:
    """Return the lines of one page, and the rows of its tables, in the order of reading."""
    cut = _with_raised([piece for line in _lines(glyphs) for piece in _pieces(line)])
    pieces = [_row(piece, is_right_to_left) for piece in cut]
    pieces = [*(piece for piece in pieces if piece.text.strip()), *tables]
    found: list[Row] = []
    for column in _columns(pieces, is_right_to_left=is_right_to_left):
        found += _with_gaps(_joined_across(column, is_right_to_left=is_right_to_left))
    return found


def _lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Bring together what stands on one base line, from the top of the page."""
    found: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if found and abs(found[-1][0].base - glyph.base) <= _SAME_LINE * max(found[-1][0].size, glyph.size):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return found


def _pieces(line: list[Glyph]) -> Iterator[list[Glyph]]:
    """Cut a line where a wide gap is; spaces do not fill a gap."""
    piece: list[Glyph] = []
    edge = 0.0
    for glyph in sorted(line, key=lambda glyph: glyph.place):
        if glyph.sign == " ":
            piece += [glyph] if piece else []
            continue
        if piece and glyph.left - edge > _APART * glyph.size:
            yield _trimmed(piece)
            piece = []
        edge = max(edge, glyph.right) if piece else glyph.right
        piece.append(glyph)
    if piece:
        yield _trimmed(piece)


def _trimmed(piece: list[Glyph]) -> list[Glyph]:
    while piece[-1].sign == " ":
        piece.pop()
    return piece


def _with_raised(pieces: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put raised and lowered signs (notes, marks set as letters) into the piece of a line over which they hang."""
    hosts = [piece for piece in pieces if len(piece) > _FEW]
    found = list(hosts)
    for piece in pieces:
        if len(piece) > _FEW:
            continue
        near = [(abs(host[0].base - piece[0].base), host) for host in hosts if _hangs_over(piece[0], host)]
        if near:
            host = min(near, key=lambda pair: pair[0])[1]
            host += piece
            host.sort(key=lambda glyph: glyph.place)
        else:
            found.append(piece)
    return found


def _hangs_over(sign: Glyph, host: list[Glyph]) -> bool:
    is_near = abs(host[0].base - sign.base) <= _RAISED * host[0].size
    return is_near and host[0].left - sign.size < sign.left < host[-1].right + sign.size


def _row(piece: list[Glyph], is_right_to_left: bool) -> Row:  # noqa: FBT001
    signs = _spaced(piece)
    bold = sum(glyph.is_bold for glyph in piece)
    return Row(
        text=" ".join(in_reading_order(signs, otherwise=is_right_to_left).split()),
        left=min(glyph.left for glyph in piece),
        right=max(glyph.right for glyph in piece),
        base=median(glyph.base for glyph in piece),
        size=median(glyph.size for glyph in piece),
        is_bold=bold * 10 > len(piece) * 9,
        is_right_to_left=reads_rightwards(signs, otherwise=is_right_to_left),
    )


def _spaced(piece: list[Glyph]) -> list[str]:
    """Return the signs from left to right, each letter with its marks, with spaces where gaps are."""
    letters = [glyph for glyph in piece if not _is_mark(glyph)]
    for mark in filter(_is_mark, piece):
        if letters and mark.sign not in letters[at := _bearer(mark, letters)].sign:
            letters[at] = _with_mark(letters[at], mark)
    found: list[str] = []
    before: Glyph | None = None
    widest = max((_gap(*pair) for pair in pairwise(letters) if _is_told(*pair)), default=0.0)
    for glyph in letters:
        if glyph.sign == " ":
            found.append(" ")
            continue
        if before is not None and _is_parted(before, glyph, widest):
            found.append(" ")
        found.append(glyph.sign)
        before = glyph if before is None or glyph.right > before.right else replace(glyph, right=before.right)
    return found


def _is_parted(left: Glyph, right: Glyph, widest: float) -> bool:
    """Say whether a space stands between two neighbours: the narrower the gap, the more the file must say so.

    Files name words and spaces in an order of their own; a letter at a word's end has a space beside it all the same.
    A told space that is much narrower than the `widest` of its line is the room that a letter leaves within a word.
    """
    gap = _gap(left, right)
    is_stop = left.sign in _STOPS or right.sign in _STOPS
    is_tight = left.is_tight or right.is_tight
    is_within = not is_tight and gap < min(_SPACE, _NARROW * widest)
    if _is_told(left, right) and not is_within and (gap > _TOUCHING or not is_stop):
        return True
    if is_stop:
        return gap > (_AFTER_STOP if left.is_at_space and right.is_at_space else _SPACES[0])
    return gap > (_SPACES[left.is_at_space + right.is_at_space] if is_tight else _SPACE)


def _gap(left: Glyph, right: Glyph) -> float:
    """Return how far apart two neighbours are, in parts of their size."""
    return (max(right.left, right.origin) - left.right) / right.size


def _is_told(left: Glyph, right: Glyph) -> bool:
    """Say whether the file has a space between two neighbours."""
    first, second = sorted((left, right), key=lambda glyph: glyph.index)
    return second.index - first.index <= _NEIGHBOURS and second.follows_space


def _with_mark(letter: Glyph, mark: Glyph) -> Glyph:
    """Return a letter with its mark; where both are one shape, it is as wide as both."""
    if abs(letter.origin - mark.origin) > 0.1:
        return replace(letter, sign=letter.sign + mark.sign)
    left, right = min(letter.left, mark.left), max(letter.right, mark.right)
    return replace(letter, sign=letter.sign + mark.sign, left=left, right=right)


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.combining(glyph.sign[:1]) > 0


def _bearer(mark: Glyph, letters: Sequence[Glyph]) -> int:
    """Return which letter bears a mark: the last one drawn with it, or else the nearest."""

    def distance(at: int) -> tuple[bool, float]:
        letter = letters[at]
        is_letter = letter.sign[:1].isalpha()
        return (not is_letter, abs(letter.place[0] - mark.place[0]) * 1000 + abs(letter.place[1] - mark.place[1]))

    return min(range(len(letters)), key=distance)


def _columns(pieces: list[Row], *, is_right_to_left: bool, depth: int = 0) -> Iterator[list[Row]]:
    """Yield the page's stretches in the order of reading; each is one column, or lines that run across."""
    strip = _gutter(pieces) if depth < _MOST_DEPTH else None
    if strip is None:
        yield sorted(pieces, key=lambda row: (-row.base, row.left))
        return
    ordered = sorted(pieces, key=lambda row: (-row.base, row.left))
    for crosses, group in groupby(ordered, key=lambda row: row.left < strip[0] and row.right > strip[1]):
        if crosses:
            yield list(group)
        else:
            yield from _halves(list(group), strip[0], is_right_to_left=is_right_to_left, depth=depth)


def _halves(band: list[Row], strip: float, *, is_right_to_left: bool, depth: int) -> Iterator[list[Row]]:
    left = [row for row in band if row.left < strip]
    right = [row for row in band if row.left >= strip]
    for half in (right, left) if is_right_to_left else (left, right):
        if half:
            yield from _columns(half, is_right_to_left=is_right_to_left, depth=depth + 1)


def _gutter(pieces: Sequence[Row]) -> tuple[float, float] | None:
    """Return the empty strip between two columns: nearly no line crosses it, and text stands on both of its sides."""
    if len(pieces) < 8:
        return None
    left, right = min(row.left for row in pieces), max(row.right for row in pieces)
    width = right - left
    best: tuple[float, float] | None = None
    for start, end in _strips(pieces, left + 0.2 * width, right - 0.2 * width):
        if end - start >= _GUTTER and (best is None or end - start > best[1] - best[0]):
            best = (start, end)
    if best is None or not _has_columns(pieces, best):
        return None
    return best


def _strips(pieces: Sequence[Row], start: float, end: float) -> Iterator[tuple[float, float]]:
    """Yield the stretches of the page's width that at most one line in eight crosses."""
    edges = sorted({start, end, *(edge for row in pieces for edge in (row.left, row.right) if start < edge < end)})
    most = max(1, len(pieces) // 8)
    open_at: float | None = None
    for low, high in pairwise(edges):
        middle = (low + high) / 2
        is_free = sum(row.left < middle < row.right for row in pieces) <= most
        if is_free and open_at is None:
            open_at = low
        elif not is_free and open_at is not None:
            yield open_at, low
            open_at = None
    if open_at is not None:
        yield open_at, end


def _has_columns(pieces: Sequence[Row], strip: tuple[float, float]) -> bool:
    """Say whether text stands on both sides of the strip: several lines each, and not merely numbers and marks."""
    sides = (
        [row for row in pieces if row.right <= strip[1] and row.left < strip[0]],
        [row for row in pieces if row.left >= strip[0]],
    )
    return all(len(side) >= 4 and median(len(row.text) for row in side) >= 12 for side in sides)


def _joined_across(column: list[Row], *, is_right_to_left: bool) -> list[Row]:
    """Put the pieces of one line together again, where no column parts them: a number and its words, cells of a row."""
    found: list[Row] = []
    for row in column:
        last = found[-1] if found else None
        is_beside = last is not None and abs(last.base - row.base) <= 0.35 * max(last.size, row.size)
        if last and is_beside and not last.cells and not row.cells:
            rightwards = max((last, row), key=lambda each: len(each.text)).is_right_to_left
            pair = (row, last) if rightwards and row.left > last.left else (last, row)
            found[-1] = replace(
                last,
                text=f"{pair[0].text} {pair[1].text}",
                left=min(last.left, row.left),
                right=max(last.right, row.right),
                is_bold=last.is_bold and row.is_bold,
                is_right_to_left=rightwards,
            )
        else:
            found.append(row)
    return found


def _with_gaps(column: list[Row]) -> list[Row]:
    """Say before which lines of a column a gap stands: more room than usual, or a sentence that ended early."""
    width = max((row.right for row in column), default=0) - min((row.left for row in column), default=0)
    usual = _usual_step(column, width)
    found = [replace(row, starts_column=at == 0) for at, row in enumerate(column)]
    for at, (before, row) in enumerate(pairwise(column), start=1):
        ended = before.text.endswith((".", "؟", "!", "?")) and before.right - before.left < _SHORT_LINE * width
        other = abs(before.size - row.size) > 0.12 * row.size
        found[at] = replace(found[at], is_apart=_step(before, row) > _LEADING * usual or ended or other)
    return found


def _step(before: Row, row: Row) -> float:
    return (before.base - row.base) / max(before.size, row.size)


def _usual_step(column: list[Row], width: float) -> float:
    """Return how far apart the lines of one paragraph stand: those after a full line, else the nearest ones."""
    pairs = list(pairwise(column))
    after_full = [_step(*pair) for pair in pairs if pair[0].right - pair[0].left > _FULL_LINE * width]
    steps = sorted(after_full if len(after_full) > 2 else [_step(*pair) for pair in pairs])
    return max(steps[len(steps) // 4], 1.0) if steps else 1.2
