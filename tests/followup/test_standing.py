"""Who acts next, by when: pure rules."""

from dataclasses import dataclass
from datetime import date

import pytest

from supportroom.followup.standing import standing_of
from supportroom.register.vocabulary import STATES

TODAY = date(2026, 6, 2)


@dataclass(frozen=True)
class Put:
    """A submission as the rule sees it."""

    state: str
    due_on: date | None = None
    addressee: str = "the office"


LATE, WAITS, GIVEN = Put("sent", date(2026, 5, 30)), Put("acknowledged", date(2026, 6, 2)), Put("answered")


@pytest.mark.parametrize(
    ("state", "submissions", "step"),
    [
        ("recorded", [], "to_address"),
        ("recorded", [Put("recorded")], "to_send"),
        ("sent", [LATE], "to_answer"),
        ("acknowledged", [WAITS, GIVEN], "to_answer"),
        ("answered", [GIVEN], "to_watch"),
        ("under_way", [GIVEN], "to_carry_out"),
        ("under_way", [GIVEN, LATE], "to_answer"),
        ("reopened", [Put("recorded")], "to_send_again"),
        ("done", [LATE], "nothing"),
        ("lapsed", [], "nothing"),
    ],
)
def test_each_state_says_what_happens_next(state: str, submissions: list[Put], step: str) -> None:
    standing = standing_of(state, submissions, TODAY)
    assert standing.step == step
    assert standing.is_open is (state not in ("done", "lapsed"))


def test_an_answer_is_late_from_the_day_after_the_one_that_was_set() -> None:
    standing = standing_of("sent", [LATE, WAITS, GIVEN, Put("sent")], TODAY)
    assert [one.days_late for one in standing.waiting] == [3, 0, 0]
    assert [one.is_late for one in standing.waiting] == [True, False, False]
    assert standing.is_late


def test_nothing_is_late_any_more_when_it_is_done_and_every_state_has_a_step() -> None:
    assert not standing_of("done", [LATE], TODAY).is_late
    assert all(standing_of(state, [], TODAY).step for state in STATES)
