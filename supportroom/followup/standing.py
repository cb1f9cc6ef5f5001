"""Where a recommendation stands: what is still open since when, who acts next and by when. Pure rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from supportroom.register.vocabulary import (
    ACKNOWLEDGED,
    ANSWERED,
    DONE,
    LAPSED,
    OPEN_STATES,
    RECORDED,
    REOPENED,
    SENT,
    UNDER_WAY,
)

TO_ADDRESS, TO_SEND, TO_ANSWER, TO_SEND_AGAIN = "to_address", "to_send", "to_answer", "to_send_again"
TO_WATCH, TO_CARRY_OUT, NOTHING = "to_watch", "to_carry_out", "nothing"


@dataclass(frozen=True)
class Waiting:
    """A body whose answer is awaited: until when, and by how many days it is late."""

    addressee: Any
    due_on: date | None
    days_late: int

    @property
    def is_late(self) -> bool:
        """Tell whether the day is over."""
        return self.days_late > 0


@dataclass(frozen=True)
class Standing:
    """What happens next (`step`), whose answers are awaited, and whether it is open."""

    step: str
    waiting: tuple[Waiting, ...]
    is_open: bool

    @property
    def is_late(self) -> bool:
        """Tell whether an answer is overdue."""
        return any(one.is_late for one in self.waiting)


def standing_of(state: str, submissions: Iterable[Any], today: date) -> Standing:
    """Say where a recommendation in this state stands, with its submissions (`state`, `due_on`, `addressee`)."""
    submissions = list(submissions)
    is_open = state in OPEN_STATES
    waiting = tuple(_waiting(one, today) for one in submissions if is_open and one.state in (SENT, ACKNOWLEDGED))
    return Standing(_step(state, bool(submissions), bool(waiting)), waiting, is_open)


def _step(state: str, is_addressed: bool, is_waited: bool) -> str:  # noqa: FBT001 - what is known of it
    if state in (DONE, LAPSED):
        return NOTHING
    if is_waited:
        return TO_ANSWER
    if state == RECORDED:
        return TO_SEND if is_addressed else TO_ADDRESS
    return {UNDER_WAY: TO_CARRY_OUT, ANSWERED: TO_WATCH, REOPENED: TO_SEND_AGAIN}.get(state, TO_WATCH)


def _waiting(submission: Any, today: date) -> Waiting:
    late = (today - submission.due_on).days if submission.due_on else 0
    return Waiting(submission.addressee, submission.due_on, max(late, 0))
