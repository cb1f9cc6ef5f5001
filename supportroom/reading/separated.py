"""CSV as rows: the separator is found, everything stays text.

In: clean text. Out: (line, cells) for each row that is not empty. Raises `reading.too_many_rows`, `item_too_long`,
`broken`. Comma, semicolon (Excel where the comma is the decimal sign) and tab are known; a text with commas in its
sentences and no second column stays one column.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from supportroom.kernel.errors import DomainError
from supportroom.reading.columns import by_header
from supportroom.reading.hygiene import tidy
from supportroom.reading.limits import LONGEST_ITEM, MOST_COLUMNS, MOST_ROWS

Row = tuple[int, tuple[str, ...]]
_SEPARATORS = (",", ";", "\t")
_NONE = "\x1f"  # cleaned text holds no such character, so everything is one column
_SAMPLE = 100


def rows_of(text: str, most: int = MOST_ROWS) -> list[Row]:
    """Return the rows with the number of their first line; at most `most`, else `reading.too_many_rows`."""
    skipped = 0
    separator = None
    if text[:4].lower() == "sep=" and text[4:5] in _SEPARATORS:  # Excel's own first line
        separator = text[4]
        text, skipped = text.partition("\n")[2], 1
    rows: list[Row] = []
    for line, cells in _records(text, separator or find_separator(text)):
        if any(letter.isalnum() for cell in cells for letter in cell):
            rows.append((line + skipped, cells))
        if len(rows) > most:
            raise DomainError("reading.too_many_rows", limit=most)
    return rows


def find_separator(text: str) -> str:
    """Return the separator under which the first rows agree in width, or a character that does not occur."""
    scored = [(_agreement(text, separator), separator) for separator in _SEPARATORS]
    best, separator = max(scored, key=lambda pair: pair[0])
    return separator if best[0] else _NONE


def _agreement(text: str, separator: str) -> tuple[float, int]:
    """Return how well the rows agree, or nothing: by a known header, three columns or more, or most rows alike."""
    try:
        sample = [cells for _, cells in islice(_records(text, separator), _SAMPLE) if any(cells)]
    except DomainError:
        return (0.0, 0)
    width = len(sample[0]) if sample else 1
    if width < 2:
        return (0.0, 0)
    share = Counter(map(len, sample))[width] / len(sample)
    if by_header(sample[0]) and all(len(cell.split()) < 5 for cell in sample[0]):
        return (2.0, width)
    # Commas with a space after them are commas of sentences, unless every row has as many.
    is_spaced = text.count(f"{separator} ") * 5 > text.count(separator) * 4
    least = 0.9 if is_spaced else (0.0 if width > 2 else 0.6)
    return (share, width) if share >= least else (0.0, 0)


def _records(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as cause:
            raise DomainError("reading.item_too_long", line=before + 1, limit=LONGEST_ITEM) from cause
        yield before + 1, tuple(_cell(cell, before + 1) for cell in cells[:MOST_COLUMNS])
        before = reader.line_num


def _cell(cell: str, line: int) -> str:
    if len(cell) > LONGEST_ITEM:
        raise DomainError("reading.item_too_long", line=line, limit=LONGEST_ITEM)
    return "\n".join(filter(None, map(tidy, cell.split("\n"))))
