"""In which order actors stand below each other, so that most influence leads down and lines are short: pure rules."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

Edge = tuple[int, int, int]  # from, to (places in the list of actors), strength
MOST_PASSES: Final = 8
THOROUGH_UP_TO: Final = 24


@lru_cache(maxsize=64)
def in_layers(count: int, edges: tuple[Edge, ...]) -> tuple[int, ...]:
    """Give the order, first on top, of so many actors; the same for the same edges."""
    weights = [0] * count
    for by, on, strength in edges:
        weights[by] += strength
        weights[on] -= strength
    order = sorted(range(count), key=lambda one: (-weights[one], one))
    for _pass in range(MOST_PASSES):
        better = _improved(order, edges)
        if better == order:
            break
        order = better
    return tuple(order)


def cost_of(order: Sequence[int], edges: Sequence[Edge]) -> int:
    """Give how far an order is from the wish: long lines cost, lines that lead up cost as much again as a long one."""
    row = {one: at for at, one in enumerate(order)}
    uphill = len(order) // 2 + 1
    return sum(strength * (abs(row[on] - row[by]) + (uphill if row[on] < row[by] else 0)) for by, on, strength in edges)


def _improved(order: list[int], edges: tuple[Edge, ...]) -> list[int]:
    """Move each actor to the row where it costs least, one after the other."""
    best, cost = order, cost_of(order, edges)
    reach = len(order) if len(order) <= THOROUGH_UP_TO else 3
    for one in list(order):
        without = [other for other in best if other != one]
        here = best.index(one)
        for place in range(max(0, here - reach), min(len(without), here + reach) + 1):
            tried = [*without[:place], one, *without[place:]]
            if (found := cost_of(tried, edges)) < cost:
                best, cost = tried, found
    return best
