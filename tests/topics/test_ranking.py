"""What is told of a gender or a region gives nobody away: small tables by hand, and all tables of a size."""

import itertools
from collections import Counter, defaultdict

import pytest

from supportroom.protection.figures import K
from supportroom.topics.ranking import MOST_KNOWN, SHOWN, Order, Support, groups_named, orders_told

WOMAN, MAN = "woman", "man"


def marks(*rows: tuple[int, str, str, tuple[int, ...]]) -> list[Support]:
    """Give the marks of so many people of a gender and region, each for these topics."""
    given, person = [], itertools.count(1)
    for many, gender, region, topics in rows:
        for _one in range(many):
            who = next(person)
            given += [Support(topic, who, gender, region) for topic in topics]
    return given


def test_each_gender_has_its_own_order() -> None:
    told = orders_told(marks((20, WOMAN, "", (1, 2)), (8, WOMAN, "", (1,)), (30, MAN, "", (2, 3)), (9, MAN, "", (3,))))
    assert told == [Order("gender", MAN, (3, 2)), Order("gender", WOMAN, (1, 2))]


def test_a_minoritys_topic_is_seen_though_few_others_support_it() -> None:
    told = orders_told(marks((12, "", "SY-HA", (7,)), (200, "", "SY-DI", (1, 2)), (2, "", "", (7,))))
    assert Order("region", "SY-HA", (7,)) in told


def test_an_order_is_no_longer_than_the_first_few() -> None:
    told = orders_told(marks((30, WOMAN, "", (1, 2, 3, 4, 5))))
    assert [len(order.topics) for order in told] == [SHOWN]


def test_where_no_region_can_be_told_countries_are_and_never_both() -> None:
    few = marks(*((4, "", f"SY-{place}", (1, 2)) for place in ("AL", "ID", "HA", "DI", "LA")), (30, "", "", (2,)))
    assert orders_told(few) == [Order("region", "SY", (2, 1))]
    more = marks((12, "", "SY-AL", (1, 2)), (4, "", "SY-ID", (1,)), (30, "", "", (1, 2)))
    assert {order.name for order in orders_told(more)} == {"SY-AL"}


@pytest.mark.parametrize("many", range(10))
def test_a_group_of_which_fewer_than_ten_gave_marks_is_not_told(many: int) -> None:
    told = orders_told(marks((many, "", "SY-HA", (1,)), (100, "", "", (1, 2))))
    assert told == []


def test_a_topic_that_only_a_group_supports_is_not_told_until_others_could_hide_in_it() -> None:
    few, enough = marks((10, WOMAN, "", (1,)), (30, "", "", (2,))), marks((11, WOMAN, "", (1,)), (30, "", "", (2,)))
    assert orders_told(few) == []
    assert orders_told(enough) == [Order("gender", WOMAN, (1,))]


def test_nothing_is_told_of_those_who_say_nothing() -> None:
    assert orders_told(marks((500, "", "", (1, 2, 3)))) == []


def test_nothing_is_told_of_nobody() -> None:
    assert orders_told([]) == []


@pytest.mark.parametrize("total", range(10, 30))
def test_what_is_hidden_of_a_topic_could_always_be_one_of_five_numbers(total: int) -> None:
    """For whoever knows the rules, the total, who is named, and the most that an order tells of those named."""
    possible: dict[frozenset[str], list[dict[str, int]]] = defaultdict(list)
    for woman, man in itertools.product(range(total + 1), repeat=2):
        if woman + man <= total:
            counts = {WOMAN: woman, MAN: man, "": total - woman - man}
            possible[groups_named(counts, total)].append(counts)
    for named, tables in possible.items():
        known = [counts for counts in tables if all(counts[name] >= MOST_KNOWN for name in named)]
        for cell in {WOMAN, MAN, ""} - named:
            assert len({counts[cell] for counts in known}) >= K, (named, cell)


@pytest.mark.parametrize("regions", [2, 3, 4])
def test_the_same_holds_where_everybody_says_the_region(regions: int) -> None:
    names = [f"R{number}" for number in range(regions)]
    for total in (10, 11, 17, 18, 24):
        possible: dict[frozenset[str], list[dict[str, int]]] = defaultdict(list)
        for row in itertools.product(range(total + 1), repeat=regions - 1):
            if sum(row) <= total:
                counts = dict(zip(names, (*row, total - sum(row)), strict=True))
                possible[groups_named(counts, total)].append(counts)
        for named, tables in possible.items():
            known = [counts for counts in tables if all(counts[name] >= MOST_KNOWN for name in named)]
            for cell in set(names) - named:
                values = {counts[cell] for counts in known}
                assert len(values) >= K or min(values) >= K, (total, named, cell)  # such counts may be shown


def test_a_person_counts_once_in_a_group_however_many_marks_they_gave() -> None:
    told = orders_told(marks((9, WOMAN, "", (1, 2, 3)), (40, "", "", (1, 2, 3))))
    assert told == []
    assert Counter(mark.person for mark in marks((2, WOMAN, "", (1, 2)))) == {1: 2, 2: 2}
