"""The door: a file's name and bytes in, an Outline or a Grid out; DomainError `reading.*` for whatever cannot be."""

from dataclasses import replace

from supportroom.kernel.errors import DomainError
from supportroom.reading.columns import Columns, by_header, by_place
from supportroom.reading.document import blocks_of_docx
from supportroom.reading.encoding import decode
from supportroom.reading.grid import Grid, Row
from supportroom.reading.hygiene import clean
from supportroom.reading.limits import MOST_ROWS, MOST_TABLE_ROWS
from supportroom.reading.lines import blocks_of_text
from supportroom.reading.outline import Note, Outline, Section
from supportroom.reading.sections import outline_of
from supportroom.reading.separated import rows_of
from supportroom.reading.sniff import Kind, sniff
from supportroom.reading.tables import blocks_of_rows
from supportroom.reading.vocabulary import note
from supportroom.reading.workbook import Sheet, sheets_of


def read_outline(name: str, content: bytes) -> Outline:
    """Return what a file of any known kind holds as headings and items; raises DomainError `reading.*`."""
    kind = sniff(name, content)
    if kind is Kind.DOCX:
        return outline_of(*blocks_of_docx(content))
    if kind in {Kind.CSV, Kind.XLSX}:
        return _outline_of_sheets(*_sheets(kind, content, MOST_ROWS))
    text, notes = _text(content)
    return outline_of(blocks_of_text(text), notes)


def read_table(name: str, content: bytes, *, most_rows: int = MOST_TABLE_ROWS) -> Grid:
    """Return the table of a CSV or of the first filled sheet of an XLSX; raises DomainError `reading.*`.

    More than `most_rows` rows below the header raise `reading.too_many_rows`.
    """
    kind = sniff(name, content)
    if kind not in {Kind.CSV, Kind.XLSX}:
        raise DomainError("reading.table_kind")
    sheets, notes = _sheets(kind, content, most_rows + 1)
    first, *others = sheets
    if others:
        notes.append(note("sheets_left", names=", ".join(sheet.title for sheet in others)))
    header, *rows = (Row(line, cells) for line, cells in first.rows)
    return Grid(header, tuple(rows), first.title, tuple(notes))


def _text(content: bytes) -> tuple[str, list[Note]]:
    text, encoding = decode(content)
    is_sure = encoding in {"UTF-8", "UTF-16"}
    return clean(text), [] if is_sure else [note("encoding", name=encoding)]


def _sheets(kind: Kind, content: bytes, most: int) -> tuple[list[Sheet], list[Note]]:
    """Return at least one sheet with at least one row, or raise `reading.nothing`."""
    if kind is Kind.CSV:
        text, notes = _text(content)
        sheets = [Sheet("", rows)] if (rows := rows_of(text.replace("\f", ""), most)) else []
    else:
        sheets, has_formulas = sheets_of(content, most)
        notes = [note("formulas")] if has_formulas else []
    if not sheets:
        raise DomainError("reading.nothing")
    return sheets, notes


def _outline_of_sheets(sheets: list[Sheet], notes: list[Note]) -> Outline:
    """Return one outline of all sheets; a sheet without pillars of its own gives its name as heading."""
    sections: list[Section] = []
    for sheet in sheets:
        columns = by_header(sheet.rows[0][1])
        body = sheet.rows[1:] if columns else sheet.rows
        if columns is None:
            columns = by_place([cells for _, cells in body])
            if columns.pillar is not None:
                notes.append(note("columns_guessed"))
        notes += _columns_left(sheet, columns)
        found = outline_of(blocks_of_rows(body, columns)) if body else Outline(())
        title = sheet.title if len(sheets) > 1 else ""
        sections += [replace(part, heading=part.heading or title or None) for part in found.sections]
    if not any(section.items for section in sections):
        notes.append(note("no_items"))
    return Outline(tuple(_merged(sections)), tuple(notes))


def _columns_left(sheet: Sheet, columns: Columns) -> list[Note]:
    header = sheet.rows[0][1]
    names = [cell for at, cell in enumerate(header) if cell and at not in columns.known]
    return [note("columns_left", names=", ".join(names))] if names else []


def _merged(sections: list[Section]) -> list[Section]:
    """Bring rows of one pillar together, wherever they stood in the table."""
    found: dict[str | None, Section] = {}
    for section in sections:
        first = found.get(section.heading)
        found[section.heading] = section if first is None else replace(first, items=first.items + section.items)
    return list(found.values())
