"""The office cannot stop a paper: not by the tables, and not by anything that it does, in whatever order."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from supportroom.adoption.actions import (
    ask_release,
    finish_notes,
    give_note,
    propose_words,
    say_no_reservations,
)
from supportroom.adoption.lifecycle import REVIEW
from supportroom.adoption.models import OfficeNote, Review
from supportroom.adoption.vocabulary import WAITING
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import may
from supportroom.papers.lifecycle import PAPER
from supportroom.papers.vocabulary import ADOPTED, DECIDING, PUBLISHED, WITH_OFFICE
from supportroom.people.models import Person
from tests.factories.adoption import a_joint_paper, a_review, answer_to
from tests.factories.groups import seat_actor
from tests.factories.papers import freshly
from tests.factories.personas import actor_of
from tests.factories.rounds import words

Clock = time_machine.Traveller


def reachable(begin: str, *, without: frozenset[str] = frozenset()) -> set[str]:
    """Give the states that a paper can come to by steps that need none of these permissions."""
    found, waiting = {begin}, [begin]
    while waiting:
        here = waiting.pop()
        for step in PAPER.steps:
            if here in step.sources and step.permission not in without and step.target not in found:
                found.add(step.target)
                waiting.append(step.target)
    return found


def offices(paper: Any, actor: Any) -> frozenset[str]:
    """Give the permissions of a paper's steps that the office holds."""
    ours = {step.permission for step in PAPER.steps if step.permission.startswith("adoption.")}
    about = {"adoption.settle_adoption", "adoption.settle_release"}
    return frozenset(name for name in ours if may(actor, name, None if name in about else paper))


def test_no_step_of_a_papers_life_is_the_offices(room: None, office: Person) -> None:
    paper = a_joint_paper().paper
    assert offices(paper, actor_of(office)) == frozenset()


@pytest.mark.parametrize("state", PAPER.states)
def test_from_every_state_a_paper_can_be_published_without_the_office(state: str) -> None:
    of_the_office = frozenset({step.permission for step in REVIEW.steps})
    assert PUBLISHED in reachable(state, without=of_the_office)


def test_no_step_leads_from_adopted_back_to_the_group() -> None:
    assert not reachable(ADOPTED) & {"drafting", "in_comment", "answering", "joint"}


def test_every_state_of_a_review_is_left_by_the_date_or_lets_the_members_be_asked() -> None:
    assert REVIEW.allows(WAITING, "let_pass")
    assert {step.target for step in REVIEW.steps} == {"notes", "no_reservations", "date_passed"}


ACTS = ("give_note", "no_reservations", "finish", "propose_words", "wait_a_day", "wait_three_weeks")


def act(name: str, review: Review, office: Person, clock: Clock) -> None:
    """Do what the office can do, or let time pass."""
    actor = actor_of(office)
    acts: dict[str, Any] = {
        "give_note": lambda: give_note(actor=actor, review=review, text=words("Why?")),
        "no_reservations": lambda: say_no_reservations(actor=actor, review=review),
        "finish": lambda: finish_notes(actor=actor, review=review),
        "propose_words": lambda: propose_words(actor=actor, review=review, text=words("Nothing.")),
        "wait_a_day": lambda: clock.shift(timedelta(days=1)),
        "wait_three_weeks": lambda: clock.shift(timedelta(days=21)),
    }
    try:
        acts[name]()
    except DomainError:  # refused: nothing happened
        return


def answer_everything(review: Review) -> None:
    """Let the group answer what waits for it."""
    for note in OfficeNote.objects.filter(review=review, verdict="").select_related("review__paper__group"):
        answer_to(note)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=some.lists(some.sampled_from(ACTS), max_size=6))
def test_whatever_the_office_does_the_group_can_ask_the_members_once_the_date_has_passed(
    deeds: list[str], room: None, office: Person, clock: Clock
) -> None:
    with transaction.atomic():
        review = a_review(clock)
        for deed in deeds:
            act(deed, review, office, clock)
        assert freshly(review.paper).state == WITH_OFFICE
        answer_everything(review)
        clock.move_to(max(review.due_at, now()))
        act("give_note", review, office, clock)
        ask_release(actor=seat_actor(review.paper.group), paper=review.paper)
        act("give_note", review, office, clock)
        assert freshly(review.paper).state == DECIDING
        transaction.set_rollback(True)
