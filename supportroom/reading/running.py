"""What a text that was copied from pages repeats on each of them: its running headers and footers.

In: the rows of a text. Out: its own rows with their numbers: page numbers, and the lines beside them that come again
at another page number, are empty; where a page broke off a sentence, nothing stands there, not even a gap.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from supportroom.kernel.arabic import fold
from supportroom.reading.marks import find_mark
from supportroom.reading.shapes import ends_a_clause, is_page_number

_NEAR = 3  # rows between a page number and what runs beside it
_LONGEST = 120  # characters of a running line
_OFTEN = 2  # pages on which it stands
_LINES = 3  # running lines on one side of a page number
_FULL = 0.6  # of the longest row: a row that is shorter was ended by its writer


def without_pages(rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the rows of a text with their numbers, the first is 1."""
    dropped = _rows_of_pages(rows)
    within = set(_within_sentences(rows, dropped))
    for at, row in enumerate(rows):
        if at not in within:
            yield at + 1, "" if at in dropped else row


def _rows_of_pages(rows: Sequence[str]) -> set[int]:
    """Return where page numbers stand (from 0), and what runs beside them."""
    dropped = {at for at, row in enumerate(rows) if is_page_number(row.strip())}
    if len(dropped) < _OFTEN:
        return set()
    for _line in range(_LINES):
        beside = [at for page in sorted(dropped) for at in _beside(rows, page, dropped)]
        often = Counter(_shape(rows[at]) for at in set(beside))
        running = {at for at in beside if often[_shape(rows[at])] >= _OFTEN}
        if not running:
            break
        dropped |= running
    return dropped


def _beside(rows: Sequence[str], page: int, dropped: set[int]) -> Iterator[int]:
    """Yield the nearest row with words above and below."""
    for way in (-1, 1):
        near = range(page + way, page + way * (_NEAR + 1), way)
        at = next((at for at in near if 0 <= at < len(rows) and rows[at].strip()), None)
        if at is not None and at not in dropped and _shape(rows[at]) and len(rows[at].strip()) <= _LONGEST:
            yield at


def _shape(row: str) -> str:
    """Return the letters of a row alone: a running line differs from page to page by its numbers and gaps."""
    return "".join(filter(str.isalpha, fold(row)))


def _within_sentences(rows: Sequence[str], dropped: set[int]) -> Iterator[int]:
    """Yield the rows between two pages in the middle of a sentence, which goes on behind them."""
    width = max(map(len, rows), default=0)
    for is_page, group in groupby(range(len(rows)), key=lambda at: at in dropped or not rows[at].strip()):
        stretch = list(group)
        before, after = stretch[0] - 1, stretch[-1] + 1
        is_between = is_page and before >= 0 and after < len(rows) and not dropped.isdisjoint(stretch)
        if is_between and _is_broken_off(rows[before].strip(), rows[after].strip(), width):
            yield from stretch


def _is_broken_off(before: str, after: str, width: int) -> bool:
    """Say whether a sentence goes on from a full row to one that begins nothing of its own."""
    is_full = len(before) >= _FULL * width and not ends_a_clause(before)
    return is_full and find_mark(after) is None and not after.startswith("#")
