"""Lists that say again what another list of the document says: a summary and the full text, an annex and the body.

Compared by the stems that two items have in common; the longer list is kept, of equal ones the
one that says more surely that it asks, and of those the first.
"""

from collections.abc import Sequence

from supportroom.intake.understanding.found import List
from supportroom.kernel.stems import telling_stems

_MOSTLY = 0.6  # of a list's items stand in another
_ALIKE = 0.5  # of the words of the shorter item stand in the longer one
_FEWEST = 3  # words that both must have


def repeats_of(lists: Sequence[List], strengths: Sequence[int]) -> dict[int, int]:
    """Return for each list (by its place) that says another's items again the place of the one that is kept."""
    stems = [[frozenset(telling_stems(part.text)) for part in each.parts] for each in lists]
    kept: list[int] = []
    found: dict[int, int] = {}
    for at in sorted(range(len(lists)), key=lambda at: (-len(lists[at].parts), -strengths[at], at)):
        like = _likest(stems, at, kept)
        if like is None:
            kept.append(at)
        else:
            found[at] = like
    return found


def _likest(stems: Sequence[Sequence[frozenset[str]]], at: int, kept: Sequence[int]) -> int | None:
    """Return the kept list that holds most items of this one, if the kept ones hold nearly all of it together."""
    counts = {to: sum(any(_alike(item, other) for other in stems[to]) for item in stems[at]) for to in kept}
    others = [other for to in kept for other in stems[to]]
    held = sum(any(_alike(item, other) for other in others) for item in stems[at])
    if not counts or held < _MOSTLY * len(stems[at]):
        return None
    return max(counts, key=lambda to: counts[to])


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _FEWEST and shared >= _ALIKE * min(len(one), len(other))
