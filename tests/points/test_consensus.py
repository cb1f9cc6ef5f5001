"""The rule: its edges one by one, and what must hold for any numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportroom.points import consensus, vocabulary
from supportroom.points.consensus import Rule, Tally, judge
from supportroom.room import vocabulary as charter

CONSENSUS = Rule("consensus")
MINUS_TWO = Rule("consensus_minus", minus=2)
THREE_QUARTERS = Rule("share", share=75, quorum=50)

numbers = st.integers(0, 30)
rules = st.builds(
    Rule,
    st.sampled_from(["consensus", "consensus_minus", "share"]),
    st.integers(0, 5),
    st.integers(50, 100),
    st.integers(0, 100),
)
tallies = st.builds(Tally, numbers, numbers, numbers, numbers, st.integers(0, 150))
LADDER = ("cannot_accept", "stand_aside", "live_with", "support")


def changed(tally: Tally, **more: int) -> Tally:
    values = {name: getattr(tally, name) for name in (*LADDER, "present")}
    return Tally(**{name: value + more.get(name, 0) for name, value in values.items()})


def said(rule: Rule, **tally: int) -> tuple[str, str]:
    result = judge(rule, Tally(**tally))
    return result.outcome, result.reasons[0].code


@pytest.mark.parametrize(
    ("rule", "tally", "outcome", "because"),
    [
        (CONSENSUS, {"support": 20, "live_with": 8, "present": 28}, "agreed", "nobody_objects"),
        (CONSENSUS, {"support": 27, "cannot_accept": 1, "present": 28}, "remaining", "objections"),
        (CONSENSUS, {"present": 28}, "remaining", "nobody_answered"),
        (CONSENSUS, {}, "remaining", "nobody_answered"),
        (CONSENSUS, {"stand_aside": 28, "present": 28}, "remaining", "nobody_supports"),
        (CONSENSUS, {"support": 1, "stand_aside": 13, "present": 28}, "agreed", "nobody_objects"),
        (CONSENSUS, {"support": 13, "present": 28}, "remaining", "no_quorum"),
        (CONSENSUS, {"support": 14, "present": 28}, "agreed", "nobody_objects"),
        (CONSENSUS, {"support": 3, "present": 0}, "agreed", "nobody_objects"),
        (Rule("consensus", quorum=0), {"support": 1, "present": 28}, "agreed", "nobody_objects"),
        (MINUS_TWO, {"support": 26, "cannot_accept": 2, "present": 28}, "agreed", "objections_within"),
        (MINUS_TWO, {"support": 25, "cannot_accept": 3, "present": 28}, "remaining", "objections"),
        (MINUS_TWO, {"support": 2, "cannot_accept": 2, "present": 4}, "remaining", "objections_outweigh"),
        (MINUS_TWO, {"support": 28, "present": 28}, "agreed", "nobody_objects"),
        (THREE_QUARTERS, {"support": 21, "cannot_accept": 7, "present": 28}, "agreed", "share_reached"),
        (THREE_QUARTERS, {"support": 20, "cannot_accept": 8, "present": 28}, "remaining", "share_missed"),
        (THREE_QUARTERS, {"support": 20, "present": 28}, "remaining", "share_missed"),
        (THREE_QUARTERS, {"support": 15, "stand_aside": 8, "present": 28}, "agreed", "share_reached"),
        (THREE_QUARTERS, {"support": 10, "cannot_accept": 2, "present": 5}, "agreed", "share_reached"),
    ],
)
def test_the_rule_says(rule: Rule, tally: dict[str, int], outcome: str, because: str) -> None:
    assert said(rule, **tally) == (outcome, because)


def test_who_stood_aside_and_a_wrong_count_are_remarked() -> None:
    result = judge(CONSENSUS, Tally(support=4, stand_aside=2, present=3))
    assert [ground.code for ground in result.reasons] == ["nobody_objects", "stood_aside", "more_answered"]


def test_a_kind_of_rule_that_does_not_exist_is_an_error_of_the_program() -> None:
    with pytest.raises(ValueError, match="loudest"):
        judge(Rule("loudest"), Tally(support=1))


def test_the_rule_speaks_the_words_of_the_charter_and_of_points() -> None:
    assert set(consensus._JUDGES) == set(charter.RULE_KINDS)
    assert (consensus.AGREED, consensus.REMAINING) == (vocabulary.AGREED, vocabulary.REMAINING)
    assert set(vocabulary.CHOICES) == set(LADDER)


@given(rules, tallies)
def test_every_reason_is_worded_with_its_numbers(rule: Rule, tally: Tally) -> None:
    for ground in judge(rule, tally).reasons:
        assert str(vocabulary.GROUNDS[ground.code]) % ground.numbers


@given(rules, tallies)
def test_one_more_who_supports_never_turns_agreed_into_remaining(rule: Rule, tally: Tally) -> None:
    if judge(rule, tally).outcome == "agreed":
        assert judge(rule, changed(tally, support=1)).outcome == "agreed"
        assert judge(rule, changed(tally, support=1, present=1)).outcome == "agreed"


@given(rules, tallies, st.integers(0, 2), st.integers(1, 3))
def test_who_moves_towards_support_never_turns_agreed_into_remaining(
    rule: Rule, tally: Tally, start: int, steps: int
) -> None:
    source, target = LADDER[start], LADDER[min(start + steps, 3)]
    if getattr(tally, source) and judge(rule, tally).outcome == "agreed":
        assert judge(rule, changed(tally, **{source: -1, target: 1})).outcome == "agreed"


@given(rules, tallies)
def test_nothing_is_agreed_that_nobody_supports_or_can_live_with(rule: Rule, tally: Tally) -> None:
    if not tally.consenting:
        assert judge(rule, tally).outcome == "remaining"


@given(rules, tallies, st.integers(0, 50))
def test_more_people_who_say_nothing_never_turn_remaining_into_agreed(rule: Rule, tally: Tally, silent: int) -> None:
    if judge(rule, tally).outcome == "remaining":
        assert judge(rule, changed(tally, present=silent)).outcome == "remaining"


@given(tallies)
def test_what_is_consensus_is_consensus_minus_any(tally: Tally) -> None:
    if judge(CONSENSUS, tally).outcome == "agreed":
        assert judge(MINUS_TWO, tally).outcome == "agreed"
        assert judge(Rule("consensus_minus", minus=0), tally).outcome == "agreed"


@given(rules, tallies)
def test_the_same_numbers_give_the_same_answer(rule: Rule, tally: Tally) -> None:
    assert judge(rule, tally) == judge(rule, tally)
