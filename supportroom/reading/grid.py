"""A table that somebody brought: a header and rows, every cell a clean text.

`reader.read_table(name, content)` gives a `Grid`. Dates come as ISO text, whole numbers without a fraction;
a formula is never calculated: the value that was saved with it is read, or nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from supportroom.kernel.arabic import fold
from supportroom.reading.outline import Note


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty; `line` is its number in the file, the first is 1."""

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """Return the cell's text, empty when the row is shorter or the column is None."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The first row that is not empty as header, and the rows after it."""

    header: Row
    rows: tuple[Row, ...]
    title: str = ""  # the sheet's name in XLSX
    notes: tuple[Note, ...] = ()

    @property
    def width(self) -> int:
        """Return the number of columns of the widest row."""
        return max(len(row.cells) for row in (self.header, *self.rows))

    def column(self, names: Iterable[str]) -> int | None:
        """Return the first column whose header is one of the names (case, harakat and hamza do not matter)."""
        wanted = {fold(name) for name in names}
        return next((at for at, cell in enumerate(self.header.cells) if fold(cell) in wanted), None)
