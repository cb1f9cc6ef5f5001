"""How a list stands to its quotas: the arithmetic, who counts, what the pool can give, and what an exchange does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportroom.kernel.actors import SYSTEM
from supportroom.people.by_name import exactly_called
from supportroom.people.models import Person
from supportroom.room.models import Room
from supportroom.rounds.actions import add_participant
from supportroom.rounds.models import Round
from supportroom.selection import actions
from supportroom.selection.balance import Standing, falls_below, share_of, standing
from supportroom.selection.models import Quota
from supportroom.selection.queries import list_of
from tests.factories.personas import actor_of
from tests.factories.selection import (
    make_competence,
    make_list,
    make_member,
    make_prepared_round,
    make_quotas,
    make_registration,
)


@pytest.fixture
def draft(room: Room) -> Round:
    return make_prepared_round()


@given(percent=st.integers(1, 100), people=st.integers(0, 5000))
def test_a_share_is_the_least_whole_number_of_people_that_reaches_it(percent: int, people: int) -> None:
    share = share_of(percent, people)
    assert share * 100 >= percent * people
    assert (share - 1) * 100 < percent * people


@given(
    percent=st.integers(1, 100),
    size=st.integers(0, 300),
    places=st.integers(1, 300),
    numbers=st.tuples(st.integers(0, 300), st.integers(0, 300)),
)
def test_what_cannot_be_met_is_said_with_its_number(
    percent: int, size: int, places: int, numbers: tuple[int, int]
) -> None:
    have, more = min(numbers[0], size), numbers[1]
    one = Standing(Quota(percent=percent), "", size, have, 0, have + more, places)
    assert one.reachable <= one.holders
    assert one.short == max(0, one.aim - one.holders)
    assert one.met == (have * 100 >= percent * size)


def test_people_count_by_their_own_profile_alone_and_unsaid_is_said(draft: Round) -> None:
    field = make_competence("Relief")
    people = [
        make_member("Warda Invented", gender="woman", region="SY-HL", situation="displaced", competences=[field]),
        make_member("Nadim Invented", gender="man", region="TR", situation="abroad", disability="yes"),
        make_member("Rima Invented", age_band="under_25"),
        make_member("Nobody Said-Invented"),
    ]
    make_list(draft, people)
    make_quotas(
        draft,
        ("women", "", 50),
        ("region", "SY", 50),
        ("region", "SY-HL", 25),
        ("displaced", "", 10),
        ("disability", "", 10),
        ("age", "under_25", 10),
        ("competence", str(field.pk), 50),
        ("first_timers", "", 100),
    )
    told = [(each.have, each.needed, each.unsaid, each.met) for each in standing(draft)]
    assert told == [
        (1, 2, 2, False),
        (1, 2, 2, False),
        (1, 1, 2, True),
        (1, 1, 2, True),
        (1, 1, 3, True),
        (1, 1, 3, True),
        (1, 2, 3, False),
        (4, 4, 0, True),
    ]


def test_a_region_counts_for_the_one_that_it_lies_in(draft: Round) -> None:
    make_list(draft, [make_member("Hawre Invented", region="IQ-AR"), make_member("Ali Invented", region="IQ-BG")])
    make_quotas(draft, ("region", "IQ-KR", 10), ("region", "IQ", 10))
    assert [each.have for each in standing(draft)] == [1, 2]


def test_who_took_part_in_an_earlier_round_does_not_come_first(draft: Round, member: Person) -> None:
    earlier = make_prepared_round(starts_on=draft.starts_on.replace(year=2025), ends_on=draft.ends_on)
    add_participant(actor=SYSTEM, round=earlier, person=member)
    add_participant(actor=SYSTEM, round=draft, person=make_member("Rima Invented"))
    make_list(draft, [member, *exactly_called("Rima Invented")])
    make_quotas(draft, ("first_timers", "", 100))
    assert [each.have for each in standing(draft)] == [1]


def test_who_withdrew_counts_no_more(draft: Round) -> None:
    warda, nadim = make_member("Warda Invented", gender="woman"), make_member("Nadim Invented", gender="man")
    make_list(draft, [warda, nadim])
    make_quotas(draft, ("women", "", 50))
    assert standing(draft)[0].met
    actions.leave_list(actor=actor_of(warda), round=draft)
    assert [(each.have, each.size, each.met) for each in standing(draft)] == [(0, 1, False)]


def test_a_quota_that_list_and_pool_cannot_meet_says_by_how_many(draft: Round) -> None:
    for number in range(4):
        make_member(f"Woman {number} Invented", gender="woman")
    make_list(draft, [make_member("Nadim Invented", gender="man")])
    actions.set_places(actor=SYSTEM, draft_list=list_of(draft), places=20)
    make_quotas(draft, ("women", "", 50))
    one = standing(draft)[0]
    assert (one.aim, one.reachable, one.short) == (10, 4, 6)


def test_once_registration_was_opened_the_pool_is_who_registered(draft: Round, clock: None) -> None:
    in_it, outside = (make_member(f"{name} Invented", gender="woman") for name in ("Warda", "Rima"))
    make_quotas(draft, ("women", "", 10))
    assert standing(draft)[0].holders == 2
    registration = make_registration(draft)
    actions.apply(actor=actor_of(in_it), registration=registration)
    assert standing(draft)[0].holders == 1
    make_list(draft, [outside])
    assert standing(draft)[0].holders == 2


def test_staff_and_observers_take_no_place_in_the_pool(draft: Round, team: Person, observer: Person) -> None:
    from supportroom.people.actions import set_profile

    for person in (team, observer):
        set_profile(actor=SYSTEM, person=person, gender="woman")
    make_quotas(draft, ("women", "", 10))
    assert standing(draft)[0].holders == 0


def test_a_substitute_who_keeps_the_balance_is_told_from_one_who_does_not(draft: Round) -> None:
    warda, nadim = make_member("Warda Invented", gender="woman"), make_member("Nadim Invented", gender="man")
    other_woman, other_man = make_member("Rima Invented", gender="woman"), make_member("Ali Invented", gender="man")
    make_list(draft, [warda, nadim])
    make_quotas(draft, ("women", "", 50), ("first_timers", "", 10))
    assert falls_below(draft, warda, other_woman) == []
    assert falls_below(draft, nadim, other_man) == []
    hurt = falls_below(draft, warda, other_man)
    assert [(each.quota.kind, each.have, each.needed) for each in hurt] == [("women", 0, 1)]
    assert [each.quota.kind for each in falls_below(draft, warda.pk, None)] == ["women"]
    assert falls_below(draft, None, other_woman, among=[nadim.pk]) == []


def test_a_list_that_was_below_before_is_not_made_worse_by_an_equal_exchange(draft: Round) -> None:
    nadim, ali = make_member("Nadim Invented", gender="man"), make_member("Ali Invented", gender="man")
    make_list(draft, [nadim])
    make_quotas(draft, ("women", "", 50))
    assert not standing(draft)[0].met
    assert falls_below(draft, nadim, ali) == []


def test_without_quotas_there_is_nothing_to_stand_to(draft: Round) -> None:
    assert standing(draft) == []
