"""Counts that give nobody away: small cells are hidden, and so many more that none can be computed back (S19).

One-way tables only. k is the smallest count that may be shown; below `smallest_group` there is no breakdown at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass

K = 5
SMALLEST_GROUP = 10


@dataclass(frozen=True)
class ProtectedCounts:
    """A one-way table for the public: the total, and each cell's count or None where it is hidden; with the reasons."""

    total: int
    cells: Mapping[str, int | None]
    reasons: tuple[str, ...] = ()

    @property
    def hides_anything(self) -> bool:
        """Tell whether any cell is hidden."""
        return any(count is None for count in self.cells.values())


def protect_counts(counts: Mapping[str, int], *, k: int = K, smallest_group: int = SMALLEST_GROUP) -> ProtectedCounts:
    """Hide every count below k, then the smallest others until what is hidden together cannot be told apart.

    A single hidden cell could be computed from the total; so could several whose sum leaves each a range narrower than k.
    The hidden cells are widened until each could hold any of at least k values given their sum and the rule.
    """
    total = sum(counts.values())
    if total < smallest_group:
        return ProtectedCounts(total, dict.fromkeys(counts), ("small_group",))
    hidden = {name for name, count in counts.items() if 0 < count < k}
    if not hidden:
        return ProtectedCounts(total, dict(counts))
    reasons = ["small_cell"]
    shown = sorted((name for name in counts if name not in hidden), key=lambda name: (counts[name], name))
    while shown and not _safe([counts[name] for name in hidden], k):
        hidden.add(shown.pop(0))
        reasons = ["small_cell", "complementary"]
    if not _safe([counts[name] for name in hidden], k):
        hidden = set(counts)
    return ProtectedCounts(total, {n: None if n in hidden else c for n, c in counts.items()}, tuple(reasons))


def _safe(hidden: list[int], k: int) -> bool:
    """Tell whether an attacker who knows the sum of the hidden cells still faces at least k values for each of them."""
    return len(hidden) > 1 and sum(hidden) >= k - 1 + len(hidden) - 1
