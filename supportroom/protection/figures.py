"""Counts that give nobody away: a table is shown whole, or in a coarser form settled beforehand, or not at all (S19).

Hiding single small cells and as many others as it takes is not enough: whoever knows the rule learns from where it
stopped hiding, and a search over all tables of up to 40 people found hundreds in which a hidden cell could hold fewer
than k values, often a single one. So nothing here depends on which cell is small: the table is shown if no cell is;
otherwise the first coarser form in which none is, its merged cells holding more than k; otherwise only the total. What
is hidden could then hold any of at least k values, for somebody who knows the rule too; the tests search all tables.

One-way tables only. k is the smallest count that may be shown; below `smallest_group` there is no breakdown at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

K = 5
SMALLEST_GROUP = 10


@dataclass(frozen=True)
class ProtectedCounts:
    """A one-way table for the public: the total, and each cell's count or None where it is hidden; with the reasons.

    In a coarser form the cells bear the names that the form gives to what it merges. Where all is hidden nothing should
    be printed but the total: that a cell stands in the table says already that somebody may be in it.
    """

    total: int
    cells: Mapping[str, int | None]
    reasons: tuple[str, ...] = ()

    @property
    def hides_anything(self) -> bool:
        """Tell whether any cell is hidden."""
        return any(count is None for count in self.cells.values())

    @property
    def shown(self) -> dict[str, int]:
        """The cells that are shown and hold anybody, in the table's order."""
        return {name: count for name, count in self.cells.items() if count}


def protect_counts(
    counts: Mapping[str, int],
    *,
    coarser: Sequence[Mapping[str, str]] = (),
    k: int = K,
    smallest_group: int = SMALLEST_GROUP,
) -> ProtectedCounts:
    """Show the whole table if no cell holds 1 to k-1; else the first coarser form that may be shown; else nothing.

    Each coarser form maps every cell to the name of what it is merged into, and is settled before anybody counts.
    """
    total = sum(counts.values())
    hidden: dict[str, int | None] = dict.fromkeys(counts)
    if total < smallest_group:
        return ProtectedCounts(total, hidden, ("small_group",))
    if all(count == 0 or count >= k for count in counts.values()):
        return ProtectedCounts(total, dict(counts))
    for form in coarser:
        merged, members = _merged(counts, form)
        if all(count >= (k + 1 if members[name] > 1 else k) for name, count in merged.items()):
            return ProtectedCounts(total, merged, ("small_cell", "coarser"))
    return ProtectedCounts(total, hidden, ("small_cell",))


def _merged(counts: Mapping[str, int], form: Mapping[str, str]) -> tuple[dict[str, int], dict[str, int]]:
    """Give the counts of a coarser form, and of how many cells each of its own is made."""
    merged = dict.fromkeys(form.values(), 0)
    members = dict.fromkeys(form.values(), 0)
    for name, count in counts.items():
        merged[form[name]] += count
        members[form[name]] += 1
    return merged, members


def names_that_may_be_told(
    counts: Mapping[str, int], *, k: int = K, smallest_group: int = SMALLEST_GROUP
) -> tuple[str, ...]:
    """Give the names of the cells that hold at least k, in alphabetical order, of a table whose counts are never shown.

    A cell that is not named could hold any of 0 to k-1; nothing tells whether there is one. Where so many would be
    named that the rest of the people could not fill another, none is.
    """
    total = sum(counts.values())
    names = tuple(sorted(name for name, count in counts.items() if count >= k))
    return names if total >= max(smallest_group, k * len(names) + k - 1) else ()
