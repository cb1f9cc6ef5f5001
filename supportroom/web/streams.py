"""Long lists to take along: written as they are read, so that memory stays flat whatever their length."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import IO, Any, Final

from django.http import FileResponse, StreamingHttpResponse
from django.utils.translation import get_language_bidi

from supportroom.web.sheets import KINDS, Cell, harmless, plain_cell

PIECE: Final = 32 * 1024  # characters that are handed on at once
Rows = Iterable[Sequence[Cell]]


class _Given:
    """What a CSV writer writes into: it gives the line back."""

    def write(self, text: str) -> str:
        """Give what was written."""
        return text


def csv_streamed(rows: Rows, name: str) -> StreamingHttpResponse:
    """Answer with rows as CSV that Excel opens rightly, piece by piece; `name` without its ending."""
    return streamed((piece.encode() for piece in _pieces(_csv(rows))), KINDS["csv"], f"{name}.csv")


def json_streamed(pieces: Iterable[str], name: str) -> StreamingHttpResponse:
    """Answer with what was written as JSON, piece by piece; `name` without its ending."""
    return streamed((piece.encode() for piece in _pieces(pieces)), "application/json", f"{name}.json")


def streamed(pieces: Iterable[bytes], content_type: str, name: str) -> StreamingHttpResponse:
    """Answer with a file of this name, piece by piece."""
    answer = StreamingHttpResponse(pieces, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def xlsx_from_disk(sheets: Iterable[tuple[str, Rows]], name: str) -> FileResponse:
    """Answer with rows as an Excel book, a sheet for each title; it is written to the disk row by row, then sent."""
    import openpyxl  # noqa: PLC0415 - ten megabytes that a room at rest does without

    book = openpyxl.Workbook(write_only=True)
    for title, rows in sheets:
        sheet = book.create_sheet(title[:31])
        sheet.sheet_view.rightToLeft = get_language_bidi()
        for row in rows:
            sheet.append([plain_cell(sheet, harmless(value)) for value in row])
    written: IO[bytes] = TemporaryFile()  # noqa: SIM115 - the answer closes it
    book.save(written)
    written.seek(0)
    return FileResponse(written, as_attachment=True, filename=f"{name}.xlsx", content_type=KINDS["xlsx"])


def _csv(rows: Rows) -> Iterator[str]:
    writer = csv.writer(_Given())
    yield "\ufeff"
    for row in rows:
        line: Any = writer.writerow([harmless(cell) for cell in row])  # what the line above gives back
        yield line


def _pieces(lines: Iterable[str]) -> Iterator[str]:
    """Put lines together until they are worth sending."""
    kept: list[str] = []
    size = 0
    for line in lines:
        kept.append(line)
        size += len(line)
        if size >= PIECE:
            yield "".join(kept)
            kept, size = [], 0
    if kept:
        yield "".join(kept)
