"""A round's points to take along as CSV, XLSX or JSON: what they say and how they stand, never whose they are."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from supportroom.points.models import Point
from supportroom.points.vocabulary import POINT_STATES
from supportroom.room.queries import languages_spoken

FORMATS: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
Cells = list[str | int]
DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")  # a spreadsheet would take the cell for a formula (S46)


def table_of(points: QuerySet[Point], kind: str, language: str) -> HttpResponse:
    """Answer with the points as a file of this kind."""
    ordered = points.order_by("group__position", "pillar__position", "pillar_id", "position", "number")
    if kind == "json":
        content = json.dumps([_plain(point) for point in ordered], ensure_ascii=False, indent=1).encode()
    else:
        codes = languages_spoken()
        header: Cells = [_("Number"), _("Group"), _("Pillar"), _("State"), _("Original language"), *codes.values()]
        rows: list[Cells] = [header, *(_cells(point, language, codes) for point in ordered)]
        content = _as_csv(rows) if kind == "csv" else _as_xlsx(rows)
    answer = HttpResponse(content, content_type=FORMATS[kind])
    answer["Content-Disposition"] = f'attachment; filename="points.{kind}"'
    return answer


def _plain(point: Point) -> dict[str, Any]:
    return {
        "number": point.number,
        "group": dict(point.group.name.texts) if point.group else None,
        "pillar": dict(point.pillar.name.texts),
        "state": point.state,
        "original": point.content.original,
        "words": dict(point.content.texts),
        "translations": dict(point.content.states),
    }


def _cells(point: Point, language: str, codes: Iterable[str]) -> Cells:
    return [
        point.number,
        str(point.group.name.said_in(language)) if point.group else "",
        str(point.pillar.name.said_in(language)),
        str(POINT_STATES[point.state]),
        point.content.original,
        *(point.content.texts.get(code, "") for code in codes),
    ]


def harmless(cell: str | int) -> str | int:
    """Give a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(DANGEROUS) else cell


def _as_csv(rows: Iterable[Cells]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _as_xlsx(rows: Iterable[Cells]) -> bytes:
    import openpyxl  # noqa: PLC0415 - ten megabytes that a room at rest does without

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_("Points")[:31])
    sheet.sheet_view.rightToLeft = get_language_bidi()
    for row in rows:
        sheet.append([_cell(sheet, harmless(value)) for value in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet: Any, value: str | int) -> Any:
    """Give a cell that is plainly text or plainly a number; XLSX cannot hold some controls, which are left out."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    shown = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    cell = WriteOnlyCell(sheet, value=shown)
    cell.data_type = "s" if isinstance(shown, str) else "n"
    return cell
