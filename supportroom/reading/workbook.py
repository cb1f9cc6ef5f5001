"""XLSX as rows, sheet by sheet. Formulas are never calculated: what was saved with them is read.

In: the bytes. Out: the visible sheets that hold something. Raises what `archive` raises, `reading.too_many_rows` and
`item_too_long`. Hidden sheets are not read: their owner may have forgotten them.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from supportroom.kernel.errors import DomainError
from supportroom.reading.archive import broken_if_it_fails, open_parts
from supportroom.reading.hygiene import clean, tidy
from supportroom.reading.limits import LONGEST_ITEM, MOST_COLUMNS, MOST_ROWS
from supportroom.reading.sniff import Kind

_LAST_ROW = 1_048_576  # of the format; a row that claims a higher number ends the sheet
_MOST_SHEETS = 30


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its rows that are not empty."""

    title: str
    rows: list[tuple[int, tuple[str, ...]]]


def sheets_of(content: bytes, most: int = MOST_ROWS) -> tuple[list[Sheet], bool]:
    """Return the sheets, and whether cells hold formulas; more than `most` rows in all is an error."""
    import openpyxl  # noqa: PLC0415 - megabytes that a room at rest does without

    with broken_if_it_fails():
        archive = open_parts(Kind.XLSX, content)
        has_formulas = any(
            b"<f>" in part or b"<f " in part
            for part in (archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name)
        )
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets: list[Sheet] = []
        for page in book.worksheets[:_MOST_SHEETS]:
            if page.sheet_state == "visible":
                rows = list(_rows(page, most - sum(len(sheet.rows) for sheet in sheets), most))
                sheets.append(Sheet(tidy(clean(page.title)), rows))
    return [sheet for sheet in sheets if sheet.rows], has_formulas


def _rows(page: Any, left: int, most: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    # The limits of the walk are ours, never the file's own claim of its size.
    page.reset_dimensions()
    count = 0
    for line, values in enumerate(page.iter_rows(max_row=_LAST_ROW, max_col=MOST_COLUMNS, values_only=True), start=1):
        if values.count(None) == len(values):
            continue
        cells = tuple("" if value is None else _text(value, line) for value in values)
        if not any(cells):
            continue
        count += 1
        if count > left:
            raise DomainError("reading.too_many_rows", limit=most)
        yield line, _trimmed(cells)


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    return cells[: max(at for at, cell in enumerate(cells, start=1) if cell)]


def _text(value: object, line: int) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time | datetime):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    if len(text) > LONGEST_ITEM:
        raise DomainError("reading.item_too_long", line=line, limit=LONGEST_ITEM)
    return "\n".join(filter(None, map(tidy, clean(text).split("\n"))))
