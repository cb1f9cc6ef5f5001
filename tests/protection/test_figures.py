"""Figures of small groups, attacked by somebody who knows the rule and searches every table that could lie behind."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportroom.protection.figures import SMALLEST_GROUP, K, ProtectedCounts, names_that_may_be_told, protect_counts

NAMES = "abcde"
COARSER = {2: (), 3: ({"a": "a", "b": "rest", "c": "rest"},), 4: ({"a": "a", "b": "rest", "c": "rest", "d": "rest"},)}


def tables(total: int, cells: int) -> Iterator[tuple[int, ...]]:
    """Give every table of so many people in so many cells."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in tables(total - first, cells - 1))


def published(table: tuple[int, ...], *, coarser: bool) -> ProtectedCounts:
    forms = COARSER.get(len(table), ()) if coarser else ()
    return protect_counts(dict(zip(NAMES, table, strict=False)), coarser=forms)


Found = tuple[ProtectedCounts, str, set[int]]


def what_can_be_worked_out(total: int, cells: int, *, coarser: bool) -> Iterator[Found]:
    """Play the attacker: for each thing that may be published, and each cell that it does not show, every value that
    the cell has in a table for which the rule publishes just that.
    """
    behind: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    seen: dict[str, ProtectedCounts] = {}
    for table in tables(total, cells):
        answer = published(table, coarser=coarser)
        behind[repr(answer)].append(table)
        seen[repr(answer)] = answer
    for key, possible in behind.items():
        for place, name in enumerate(NAMES[:cells]):
            if seen[key].cells.get(name) is None:
                yield seen[key], name, {table[place] for table in possible}


SEARCHED = [
    pytest.param(
        cells, top, coarser, id=f"{cells} cells up to {top} people, {'with' if coarser else 'without'} coarser"
    )
    for cells, top in ((2, 60), (3, 40), (4, 22), (5, 15))
    for coarser in (False, True)
]


@pytest.mark.parametrize(("cells", "top", "coarser"), SEARCHED)
def test_s19_a_hidden_count_could_hold_any_of_k_values(cells: int, top: int, coarser: bool) -> None:  # noqa: FBT001 - a parameter of the table
    for total in range(SMALLEST_GROUP, top + 1):
        for answer, name, values in what_can_be_worked_out(total, cells, coarser=coarser):
            assert len(values) >= K, (answer, name, values)
            assert max(values) - min(values) + 1 >= K, (answer, name, values)


@given(st.lists(st.integers(0, 400), min_size=2, max_size=8))
def test_s19_no_small_count_is_ever_shown(table: list[int]) -> None:
    answer = protect_counts({str(place): count for place, count in enumerate(table)})
    assert answer.total == sum(table)
    assert all(count >= K for count in answer.shown.values())
    assert answer.hides_anything == (answer.total < SMALLEST_GROUP or any(0 < count < K for count in table))


@given(st.lists(st.integers(0, 60), min_size=3, max_size=3))
def test_s19_what_is_merged_holds_more_than_k_and_adds_up(table: list[int]) -> None:
    answer = published(tuple(table), coarser=True)
    if "coarser" in answer.reasons:
        assert sum(answer.shown.values()) == sum(table)
        assert answer.cells["rest"] is not None
        assert answer.cells["rest"] > K


def test_s19_sixteen_women_and_twelve_men_are_shown() -> None:
    assert protect_counts({"woman": 16, "man": 12, "other": 0}).shown == {"woman": 16, "man": 12}


def test_s19_one_person_apart_hides_the_difference_but_not_the_number_of_women() -> None:
    form = {"woman": "woman", "man": "others", "other": "others"}
    answer = protect_counts({"woman": 15, "man": 12, "other": 1}, coarser=[form])
    assert answer.shown == {"woman": 15, "others": 13}


def test_s19_a_group_of_nine_is_only_counted() -> None:
    answer = protect_counts({"woman": 9, "man": 0})
    assert (answer.total, answer.shown, answer.reasons) == (9, {}, ("small_group",))


def test_s19_nobody_is_a_table_too() -> None:
    assert protect_counts({}).shown == {}


def test_s19_places_are_told_where_at_least_k_live_and_an_untold_one_could_hold_any_of_k_values() -> None:
    for total in range(SMALLEST_GROUP, 31):
        behind: dict[tuple[str, ...], list[tuple[int, ...]]] = defaultdict(list)
        for table in tables(total, 3):
            behind[names_that_may_be_told(dict(zip(NAMES, table, strict=False)))].append(table)
        for told, possible in behind.items():
            for place, name in enumerate(NAMES[:3]):
                values = {table[place] for table in possible}
                assert min(values) >= K or (name not in told and len(values) >= K)


def test_s19_of_a_small_group_no_place_is_told() -> None:
    assert names_that_may_be_told({"here": 9}) == ()
