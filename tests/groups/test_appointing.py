"""The ranking alone: competence first, then spread, then quotas; its reasons; ties; nothing left to chance."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportroom.groups.appointing import (
    NONE,
    SOLID,
    SOME,
    STRONG,
    Aim,
    Placed,
    Proposal,
    Stander,
    level_of,
    live_in_one_place,
    propose,
)

LAW, ECONOMY, RELIEF = 1, 2, 3


def ranks(proposal: Proposal) -> list[int]:
    return [each.stander.key for each in proposal.placed]


def codes(placed: Placed) -> list[str]:
    return [ground.code for ground in placed.grounds]


def note(proposal: Proposal, code: str) -> dict[str, object]:
    return next(dict(each.about) for each in proposal.notes if each.code == code)


@pytest.mark.parametrize(
    ("stander", "level"),
    [
        (Stander(1, frozenset({LAW, ECONOMY}), 8), STRONG),
        (Stander(1, frozenset({LAW}), 8), SOLID),
        (Stander(1, frozenset({LAW}), 3), SOLID),
        (Stander(1, frozenset({LAW}), 0, has_works=True), SOLID),
        (Stander(1, frozenset({LAW}), 2), SOME),
        (Stander(1, frozenset({RELIEF}), 30, has_works=True), SOME),
        (Stander(1, frozenset({RELIEF}), 0), NONE),
        (Stander(1), NONE),
    ],
)
def test_the_levels_of_competence(stander: Stander, level: int) -> None:
    assert level_of(stander, Aim(frozenset({LAW, ECONOMY, 4}))) == level


def test_where_no_field_is_asked_for_years_and_works_decide() -> None:
    aim = Aim()
    levels = [
        level_of(each, aim) for each in (Stander(1, years=9), Stander(1, years=4), Stander(1, years=1), Stander(1))
    ]
    assert levels == [STRONG, SOLID, SOME, NONE]


def test_competence_goes_before_place() -> None:
    strong = [Stander(key, frozenset({LAW}), 10, lives_in="SY-ID") for key in (1, 2, 3)]
    far = Stander(4, frozenset({LAW}), 3, lives_in="DE")
    proposal = propose([far, *strong], Aim(frozenset({LAW}), 3))
    assert ranks(proposal)[3] == 4
    assert proposal.proposed == {1, 2, 3}
    assert "one_place" in [each.code for each in proposal.notes]


def test_among_equals_places_are_spread() -> None:
    standers = [
        Stander(1, years=9, lives_in="SY-ID", lot=9),
        Stander(2, years=12, lives_in="SY-ID", lot=8),
        Stander(3, years=8, lives_in="TR", lot=7),
        Stander(4, years=8, lives_in="LB", lot=6),
    ]
    proposal = propose(standers, Aim(seats=3))
    assert proposal.proposed == {2, 3, 4}
    assert ranks(proposal)[0] == 2
    assert codes(proposal.placed[3]).count("known_home") == 1
    assert note(proposal, "places") == {"count": 3, "unsaid": 0}


def test_a_country_is_no_new_place_where_its_region_is_there_and_the_other_way_it_is() -> None:
    country, region = Stander(1, years=9, lives_in="SY", lot=2), Stander(2, years=9, lives_in="SY-ID", lot=1)
    other = Stander(3, years=9, lives_in="TR", lot=0)
    assert ranks(propose([country, other], Aim(), seated=[region])) == [3, 1]
    assert ranks(propose([region, replace(other, lives_in="")], Aim(), seated=[country])) == [2, 3]


def test_among_equals_in_both_quotas_decide() -> None:
    standers = [
        Stander(1, years=9, lives_in="TR", lot=9),
        Stander(2, years=9, lives_in="TR", traits=frozenset({"women:"})),
    ]
    proposal = propose(standers, Aim(seats=3, quotas={"women:": 30}))
    assert ranks(proposal) == [2, 1]
    assert proposal.placed[0].decided_by == "quotas"
    assert "quota" in codes(proposal.placed[0])
    assert note(proposal, "quotas") == {"met": 1, "of": 1}


def test_a_quota_that_is_filled_helps_nobody_more() -> None:
    woman = frozenset({"women:"})
    standers = [Stander(key, years=9, traits=woman if key < 3 else frozenset(), lot=key) for key in (1, 2, 3)]
    proposal = propose(standers, Aim(seats=3, quotas={"women:": 30}))
    assert ranks(proposal) == [2, 3, 1]


def test_what_decided_is_said_down_to_the_lot() -> None:
    fields = frozenset({LAW, ECONOMY, RELIEF})
    aim = Aim(fields, 3)
    one = Stander(1, fields, 9, lives_in="TR", lot=5)
    assert propose([one, replace(one, key=2, years=2, has_works=False)], aim).placed[0].decided_by == "competence"
    assert propose([one, replace(one, key=2, lives_in="")], aim).placed[0].decided_by == "spread"
    assert propose([one, replace(one, key=2, fields=frozenset({LAW, RELIEF}))], aim).placed[0].decided_by == "fields"
    assert propose([one, replace(one, key=2, years=8)], aim).placed[0].decided_by == "years"
    tied = propose([one, replace(one, key=2, lot=6)], aim)
    assert (tied.placed[0].stander.key, tied.placed[0].decided_by) == (2, "lot")
    assert tied.placed[1].decided_by == ""


def test_somebody_alone_and_nobody_at_all() -> None:
    assert propose([], Aim()).placed == ()
    assert propose([], Aim()).proposed == frozenset()
    alone = propose([Stander(7)], Aim())
    assert alone.proposed == {7}
    assert not live_in_one_place([Stander(7, lives_in="TR")])


def test_a_seat_is_filled_beside_those_who_are_there() -> None:
    seated = [Stander(8, years=9, lives_in="TR"), Stander(9, years=9, lives_in="LB")]
    standers = [Stander(1, years=9, lives_in="TR", lot=9), Stander(2, years=9, lives_in="JO", lot=1)]
    proposal = propose(standers, Aim(seats=3), seated=seated)
    assert proposal.proposed == {2}


PLACES = st.sampled_from(["", "SY", "SY-ID", "SY-HL", "TR", "LB"])
STANDERS = st.lists(
    st.builds(
        Stander,
        key=st.integers(1, 10_000),
        fields=st.frozensets(st.sampled_from([LAW, ECONOMY, RELIEF])),
        years=st.integers(0, 40),
        has_works=st.booleans(),
        lives_in=PLACES,
        works_in=PLACES,
        traits=st.frozensets(st.sampled_from(["women:", "displaced:"])),
        has_conflict=st.booleans(),
        lot=st.integers(0, 3),
    ),
    max_size=9,
    unique_by=lambda each: each.key,
)
AIMS = st.builds(
    Aim,
    fields=st.frozensets(st.sampled_from([LAW, ECONOMY])),
    seats=st.integers(3, 5),
    quotas=st.just({"women:": 40, "displaced:": 20}),
)


@given(STANDERS, AIMS, st.randoms())
def test_the_order_in_which_people_stood_changes_nothing(standers: list[Stander], aim: Aim, random: object) -> None:
    shuffled = list(standers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert propose(shuffled, aim) == propose(standers, aim)


@given(STANDERS, AIMS)
def test_everybody_is_ranked_once_and_competence_never_rises_down_the_list(standers: list[Stander], aim: Aim) -> None:
    proposal = propose(standers, aim)
    assert sorted(ranks(proposal)) == sorted(each.key for each in standers)
    levels = [each.level for each in proposal.placed]
    assert levels == sorted(levels, reverse=True)
    assert len(proposal.proposed) == min(len(standers), aim.seats)
    assert all(each.decided_by for each in proposal.placed[:-1])


@given(STANDERS, AIMS, st.integers(0, 8))
def test_more_competence_never_lowers_anybody(standers: list[Stander], aim: Aim, at: int) -> None:
    if not standers:
        return
    one = standers[at % len(standers)]
    before = ranks(propose(standers, aim)).index(one.key)
    better = replace(one, fields=one.fields | aim.fields, years=one.years + 10, has_works=True)
    after = ranks(propose([better if each is one else each for each in standers], aim)).index(one.key)
    assert after <= before
