"""Which recommendations say what a text says, by the stems that both have in common. Nothing leaves the machine."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import log

from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.stems import telling_stems
from supportroom.register.models import Recommendation

ALIKE, RELATED_AT_LEAST = 0.55, 0.3


@dataclass(frozen=True)
class Likeness:
    """A recommendation and how much a text says the same, from 0 to 1."""

    recommendation: Recommendation
    degree: float


Bag = tuple[frozenset[str], frozenset[str]]


def alike(
    texts: Sequence[MultilingualText], *, least: float = ALIKE, most: int = 3, besides: Collection[int] = ()
) -> list[list[Likeness]]:
    """Give for each text the recommendations that say much the same, the likest first: two queries in all.

    Wordings are compared language by language as far as their script tells them apart: a translation that is missing on
    one side does not count against it.
    """
    rows = Recommendation.objects.filter(set_aside=False).exclude(pk__in=list(besides))
    bags = {pk: _bag(words) for pk, words in rows.values_list("pk", "search_text")}
    weights = _weights(bags.values())
    scored = [_best(_bag(text.search_text), bags, weights, least, most) for text in texts]
    found = rows.select_related("round", "document", "demand").in_bulk([pk for row in scored for pk, _degree in row])
    return [[Likeness(found[pk], degree) for pk, degree in row] for row in scored]


def _bag(words: str) -> Bag:
    stems = frozenset(telling_stems(words))
    latin = frozenset(stem for stem in stems if stem.isascii())
    return latin, stems - latin


def _weights(bags: Iterable[Bag]) -> dict[str, float]:
    counted: Counter[str] = Counter()
    total = 0
    for latin, other in bags:
        total += 1
        counted.update(latin)
        counted.update(other)
    return {stem: log(2 + total / number) for stem, number in counted.items()}


def _best(
    bag: Bag, bags: dict[int, Bag], weights: dict[str, float], least: float, most: int
) -> list[tuple[int, float]]:
    degrees = ((pk, max(_degree(bag[side], other[side], weights) for side in (0, 1))) for pk, other in bags.items())
    return sorted((pair for pair in degrees if pair[1] >= least), key=lambda pair: -pair[1])[:most]


def _degree(one: frozenset[str], other: frozenset[str], weights: dict[str, float]) -> float:
    shared = one & other
    if not shared:
        return 0.0
    rare = log(2 + len(weights))
    total = sum(weights.get(stem, rare) for stem in one) + sum(weights.get(stem, rare) for stem in other)
    return 2 * sum(weights[stem] for stem in shared) / total
