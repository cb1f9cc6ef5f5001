"""Every step from every state: done, or refused."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from supportroom.answers.actions import (
    acknowledge,
    reopen,
    say_done,
    say_lapsed,
    say_under_way,
    send_letter,
    withdraw_letter,
)
from supportroom.answers.lifecycle import LETTER
from supportroom.answers.models import Letter
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.lifecycle import Lifecycle
from supportroom.register.lifecycle import RECOMMENDATION
from supportroom.register.models import Recommendation
from tests.factories.answers import (
    SOURCE,
    a_draft,
    a_sent_letter,
    a_submission,
    an_acknowledged_letter,
    answered,
    freshly,
)
from tests.factories.register import a_recommendation


def differing(life: Lifecycle, things: dict[str, Any], acts: dict[str, Callable[[Any], Any]]) -> list[tuple[str, str]]:
    """Give the pairs of state and verb in which an action does otherwise than the table says."""
    wrong = []
    for state, thing in things.items():
        assert freshly(thing).state == state
        for verb, act in acts.items():
            with transaction.atomic():
                try:
                    act(freshly(thing))
                    done = freshly(thing).state == life.step(state, verb).target
                except DomainError as error:
                    done = False if error.code == "kernel.not_now" else None
                transaction.set_rollback(True)
            if done is not life.allows(state, verb):
                wrong.append((state, verb))
    return wrong


@pytest.fixture
def letters() -> dict[str, Letter]:
    withdrawn = withdraw_letter(actor=SYSTEM, letter=a_draft())
    return {
        "drafted": a_draft(),
        "sent": a_sent_letter(),
        "acknowledged": an_acknowledged_letter(),
        "withdrawn": withdrawn,
    }


def test_a_letter_takes_the_steps_of_its_table_and_no_other(letters: dict[str, Letter]) -> None:
    acts: dict[str, Callable[[Any], Any]] = {
        "send": lambda letter: send_letter(actor=SYSTEM, letter=letter),
        "acknowledge": lambda letter: acknowledge(actor=SYSTEM, letter=letter, source=SOURCE),
        "withdraw": lambda letter: withdraw_letter(actor=SYSTEM, letter=letter),
    }
    assert set(acts) == set(LETTER.verbs)
    assert set(letters) == set(LETTER.states)
    assert differing(LETTER, letters, acts) == []


@pytest.fixture
def recommendations() -> dict[str, Recommendation]:
    sent, arrived = a_submission(), a_submission()
    a_sent_letter(sent)
    an_acknowledged_letter(arrived)
    found = {
        "recorded": a_recommendation(),
        "sent": sent.recommendation,
        "acknowledged": arrived.recommendation,
        "answered": answered().submission.recommendation,
    }
    for state, act in (
        ("under_way", say_under_way),
        ("done", say_done),
        ("lapsed", say_lapsed),
        ("reopened", say_done),
    ):
        found[state] = act(actor=SYSTEM, recommendation=a_recommendation(), source=SOURCE)
    reopen(actor=SYSTEM, recommendation=found["reopened"], source=SOURCE)
    return found


def test_a_recommendation_takes_the_steps_of_its_table_and_no_other(
    recommendations: dict[str, Recommendation],
) -> None:
    steps = {"begin": say_under_way, "finish": say_done, "lapse": say_lapsed, "reopen": reopen}

    def taking(act: Callable[..., Any]) -> Callable[[Any], Any]:
        return lambda recommendation: act(actor=SYSTEM, recommendation=recommendation, source=SOURCE)

    assert set(recommendations) == set(RECOMMENDATION.states)
    assert differing(RECOMMENDATION, recommendations, {verb: taking(act) for verb, act in steps.items()}) == []


def test_what_is_reopened_and_withdrawn_again_stays_reopened() -> None:
    submission = answered().submission
    reopen(actor=SYSTEM, recommendation=submission.recommendation, source=SOURCE)
    letter = a_sent_letter(freshly(submission))
    withdraw_letter(actor=SYSTEM, letter=letter)
    assert freshly(submission.recommendation).state == "reopened"
