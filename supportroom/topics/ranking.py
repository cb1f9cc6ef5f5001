"""Which topics a gender or a region puts first, told so that nobody can be singled out. Pure: no database.

Totals of all are public while the call runs; what is told here besides is an order of topics without any number, once,
after the call. What it must not give away, to somebody who knows these rules, the totals, and who is a member:

* that a certain member supports a topic, because everybody of a small group does: a group is told only if ten of those
  who gave marks are in it, and a topic in its order only if five of them gave it a mark;
* of which gender or region a certain supporter is, because nearly all of a topic's supporters are of one: a topic
  stands in an order only if so many support it that those of whom nothing is told could still be any of five numbers,
  even for somebody who reads the most out of the order. An order of three tells of its first that at least seven gave
  it a mark (five for the last, one more for each step), so that each group named of a topic takes seven of its marks.

Where no region can be told, countries are, settled beforehand as `protection.figures` does it. Tables of gender and of
region share their totals alone, so that one tells nothing about the cells of the other.
Nothing is counted again: figures at two times would tell by their difference what one person did (`Call.figures`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from supportroom.protection.figures import SMALLEST_GROUP, K, names_that_may_be_told

SHOWN = 3
MOST_KNOWN = K + SHOWN - 1  # the most that an order can tell about how many of a group support one topic


@dataclass(frozen=True)
class Support:
    """One mark: for which topic, whose, and what that person says of themselves; empty where nothing is said."""

    topic: int
    person: int
    gender: str = ""
    region: str = ""


@dataclass(frozen=True)
class Order:
    """The topics that a group puts first, in its own order. `kind` is gender or region, `name` the group's code."""

    kind: str
    name: str
    topics: tuple[int, ...]


def orders_told(marks: Iterable[Support]) -> list[Order]:
    """Give the orders that may be told: by gender, then by region, each by its code."""
    given = list(marks)
    by_country = [replace(mark, region=mark.region.partition("-")[0]) for mark in given]
    return [*_orders("gender", given), *(_orders("region", given) or _orders("region", by_country))]


def groups_named(counts: Mapping[str, int], total: int) -> frozenset[str]:
    """Give the groups in whose order a topic may stand: `counts` are its marks by group, `total` all its marks."""
    names = frozenset(name for name, count in counts.items() if name and count >= K)
    return names if total >= max(SMALLEST_GROUP, MOST_KNOWN * len(names) + K - 1) else frozenset()


def _orders(kind: str, given: list[Support]) -> list[Order]:
    people = {mark.person: getattr(mark, kind) for mark in given}
    groups = Counter(people.values())
    told = {name for name in names_that_may_be_told(groups, k=SMALLEST_GROUP) if name}
    totals = Counter(mark.topic for mark in given)
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for mark in given:
        counts[mark.topic][getattr(mark, kind)] += 1
    first: dict[str, list[int]] = defaultdict(list)
    for topic, by_group in counts.items():
        for name in groups_named(by_group, totals[topic]) & told:
            first[name].append(topic)
    return [Order(kind, name, _first(first[name], name, counts, totals)) for name in sorted(first)]


def _first(topics: list[int], name: str, counts: dict[int, Counter[str]], totals: Counter[int]) -> tuple[int, ...]:
    """Put a group's topics in its order; where it has as many marks for two, in the order of all."""
    ordered = sorted(topics, key=lambda topic: (-counts[topic][name], -totals[topic], topic))
    return tuple(ordered[:SHOWN])
