"""A figure with its budget, and the table that all of them end in."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

HELD, MISSED, TOLD = "held", "MISSED", ""
_notes: list[str] = []


def note(words: str) -> None:
    """Keep something that is told above the table."""
    _notes.append(words)


def notes() -> list[str]:
    """Give what is told above the table."""
    return list(_notes)


@dataclass(frozen=True)
class Figure:
    """One measured figure; `budget` is what it may be at most, or with `is_least` what it must be at least."""

    what: str
    value: float
    unit: str = ""
    budget: float | None = None
    is_least: bool = False

    @property
    def ratio(self) -> str:
        """Give the figure as a share of its budget."""
        return f"{self.value / self.budget:.2f}" if self.budget else ""

    @property
    def verdict(self) -> str:
        """Tell whether the budget is held; nothing where there is none."""
        if self.budget is None:
            return TOLD
        is_held = self.value >= self.budget if self.is_least else self.value <= self.budget
        return HELD if is_held else MISSED


def shown(value: float, unit: str) -> str:
    """Write a figure with as many digits as mean something."""
    if isnan(value):
        return "nothing to measure"
    if value == int(value) and unit in ("", "x", "queries", "requests"):
        written = f"{int(value):,}"
    else:
        written = f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    return f"{written} {unit}".strip()


def as_table(figures: Sequence[Figure]) -> str:
    """Write all figures as a Markdown table, which a terminal shows as well."""
    rows = [("what", "figure", "budget", "ratio", "verdict")]
    for figure in figures:
        limit = "" if figure.budget is None else shown(figure.budget, figure.unit)
        bound = f"{'>=' if figure.is_least else '<='} {limit}" if limit else ""
        rows.append((figure.what, shown(figure.value, figure.unit), bound, figure.ratio, figure.verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    rows.insert(1, tuple("-" * width for width in widths))  # type: ignore[arg-type]
    return "\n".join(
        "| " + " | ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)) + " |" for row in rows
    )
