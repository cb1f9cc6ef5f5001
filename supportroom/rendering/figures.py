"""What a renderer must know of a table before it sets it: how wide it is, and which columns are figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supportroom.rendering.tree import Table

_FIGURE = re.compile(r"[+−-]?[\d.,٫٬]{1,20}\s?[%٪]?|[–—-]?")


def width_of(table: Table) -> int:
    """Return the number of columns that the longest row (or the head) needs, at least one."""
    return max(1, len(table.head), *map(len, table.rows), 0)


def filled(row: Sequence[str], width: int) -> tuple[str, ...]:
    """Return `row` with empty cells up to `width`."""
    return (*row, *[""] * (width - len(row)))


def figure_columns(table: Table) -> list[bool]:
    """Return for each column whether all its cells below the head are figures, which are set under one another."""
    width = width_of(table)
    columns = list(zip(*(filled(row, width) for row in table.rows), strict=True)) or [()] * width
    return [any(column) and all(_FIGURE.fullmatch(cell.strip()) for cell in column) for column in columns]
