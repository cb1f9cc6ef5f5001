"""Lists to take along: rows as CSV that Excel opens rightly, or as an Excel sheet in the reader's direction."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.http import HttpResponse
from django.utils.translation import get_language_bidi

Cell = str | int
KINDS: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# A spreadsheet would take the cell for a formula (S46); what it leaves out at its beginning counts for nothing.
DANGEROUS: Final = ("=", "+", "-", "@", *map(chr, range(32)))


def sheet_of(rows: Iterable[Sequence[Cell]], kind: str, name: str, title: str) -> HttpResponse:
    """Answer with these rows as a file: `kind` csv or xlsx, `name` without its ending, `title` of the sheet."""
    content = as_csv(rows) if kind == "csv" else as_xlsx(rows, title)
    answer = HttpResponse(content, content_type=KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer


def harmless(cell: Cell) -> Cell:
    """Give a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(DANGEROUS) else cell


def as_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Give the rows as CSV in UTF-8."""
    text = io.StringIO()
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Iterable[Sequence[Cell]], title: str) -> bytes:
    """Give the rows as an Excel sheet."""
    import openpyxl  # noqa: PLC0415 - ten megabytes that a room at rest does without

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.sheet_view.rightToLeft = get_language_bidi()
    for row in rows:
        sheet.append([plain_cell(sheet, harmless(value)) for value in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def plain_cell(sheet: Any, value: Cell) -> Any:
    """Give a cell that is plainly text or plainly a number; XLSX cannot hold some controls, which are left out."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    shown = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    cell = WriteOnlyCell(sheet, value=shown)
    cell.data_type = "s" if isinstance(shown, str) else "n"
    return cell
