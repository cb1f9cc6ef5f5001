"""The rule alone, over many tallies."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from supportroom.checks.outcome import Outcome, decide


def codes(outcome: Outcome) -> list[str]:
    return [reason.code for reason in outcome.reasons]


@pytest.mark.parametrize(
    ("tally", "rule", "expected"),
    [
        ({"for": 6, "against": 4}, (20, 50, 20), (True, "majority", "quorum")),
        ({"for": 5, "against": 5}, (20, 50, 20), (False, "no_majority", "quorum")),
        ({"for": 6, "against": 4}, (20, 60, 20), (False, "no_majority", "quorum")),
        ({"for": 67, "against": 33}, (100, 66, 0), (True, "majority", "quorum")),
        ({"for": 3}, (20, 50, 20), (False, "majority", "no_quorum")),
        ({"for": 3, "abstain": 1}, (20, 50, 20), (True, "majority", "quorum")),
        ({"abstain": 20}, (20, 50, 20), (False, "no_sides", "quorum")),
        ({}, (20, 50, 0), (False, "no_sides", "quorum")),
        ({"for": 1}, (3, 50, 50), (False, "majority", "no_quorum")),
        ({"for": 2}, (3, 50, 50), (True, "majority", "quorum")),
    ],
)
def test_majority_and_quorum(
    tally: dict[str, int], rule: tuple[int, int, int], expected: tuple[bool, str, str]
) -> None:
    outcome = decide(tally, *rule)
    assert (outcome.is_agreed, *codes(outcome)) == expected


FEW = st.integers(0, 200)
TALLIES = st.fixed_dictionaries({"for": FEW, "against": FEW, "abstain": FEW})
RULES = st.tuples(st.integers(0, 600), st.integers(50, 99), st.integers(0, 100))


@given(TALLIES, RULES)
def test_one_more_for_it_never_turns_agreed_into_not(tally: dict[str, int], rule: tuple[int, int, int]) -> None:
    after = decide({**tally, "for": tally["for"] + 1}, *rule)
    assert after.is_agreed or not decide(tally, *rule).is_agreed


@given(TALLIES, RULES)
def test_what_is_agreed_has_more_for_than_against(tally: dict[str, int], rule: tuple[int, int, int]) -> None:
    if decide(tally, *rule).is_agreed:
        assert tally["for"] > tally["against"]


def test_every_reason_is_said_with_its_numbers() -> None:
    with override("en"):
        said = [
            reason.words
            for tally in ({"for": 2}, {"against": 2}, {})
            for roll in (2, 200)
            for reason in decide(tally, roll, 50, 20).reasons
        ]
    assert "100% of those for and against are for it; more than 50% were needed." in said
    assert "2 of 200 members answered; at least 40 are needed." in said
    assert "Nobody was for or against." in said
