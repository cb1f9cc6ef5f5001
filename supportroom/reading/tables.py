"""A table as blocks: one row a point when its columns are known, else what its cells say, cell by cell.

In: rows with their line numbers, as DOCX, Markdown, CSV and XLSX give them. Out: blocks, the pillar as a heading
whenever it changes. An empty pillar cell means the one above, as in sheets with merged cells; a row of one cell is
a heading as well.
"""

from collections.abc import Sequence

from supportroom.reading.blocks import Block
from supportroom.reading.columns import Columns, by_header
from supportroom.reading.marks import Mark, find_mark
from supportroom.reading.shapes import as_heading, is_title_like

Rows = Sequence[tuple[int, tuple[str, ...]]]
ROW = "row"  # the style of items that are rows of a table
_LEVEL = 3  # under the headings that a document has of its own


def blocks_of_table(rows: Rows) -> list[Block]:
    """Return the blocks of a table inside a document."""
    columns = by_header(rows[0][1]) if rows else None
    if columns:
        return blocks_of_rows([row for row in rows[1:] if row[1] != rows[0][1]], columns)
    return [
        Block(found[1], line, found[0]) if (found := find_mark(cell)) and found[1] else Block(cell, line)
        for line, cells in rows
        for cell in cells
        if cell
    ]


def blocks_of_rows(rows: Rows, columns: Columns) -> list[Block]:
    """Return a heading for each new pillar and an item for each row that has a point."""
    blocks: list[Block] = []
    pillar = ""
    for line, cells in rows:
        named = as_heading(_cell(cells, columns.pillar)) or _spanning(cells)
        if named and named != pillar:
            pillar = named
            blocks.append(Block(pillar, line, level=_LEVEL))
        if text := _cell(cells, columns.point):
            blocks.append(_item(line, _cell(cells, columns.number), text))
    return blocks


def _spanning(cells: tuple[str, ...]) -> str:
    """Return the words of a cell that fills a row of three columns or more: they name what stands below."""
    words = cells[0].strip() if len(cells) > 2 and not any(cell.strip() for cell in cells[1:]) else ""
    found = find_mark(words)
    return as_heading(found[1] if found and found[1] else words) if is_title_like(words) else ""


def _item(line: int, number: str, text: str) -> Block:
    found = find_mark(text)
    if found and found[1] and not number and found[0].kind in {"number", "bullet"}:
        return Block(found[1], line, Mark(found[0].written, ROW))
    return Block(text, line, Mark(number, ROW))


def _cell(cells: tuple[str, ...], at: int | None) -> str:
    return cells[at].strip() if at is not None and at < len(cells) else ""
