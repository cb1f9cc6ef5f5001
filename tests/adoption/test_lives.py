"""Every step of the lives of an adoption, an opinion and a review, allowed and refused, by the actions themselves."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine

from supportroom.adoption import actions
from supportroom.adoption.lifecycle import ADOPTION, OPINION, REVIEW
from supportroom.adoption.models import Adoption, OpposingOpinion, Review
from supportroom.checks.models import MembersCheck
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.papers.lifecycle import PAPER
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from tests.factories.adoption import a_joint_paper, a_review, filed, freshly_adopted
from tests.factories.groups import seat_actor
from tests.factories.papers import in_state
from tests.factories.personas import actor_of
from tests.factories.rounds import words

Clock = time_machine.Traveller
REFUSED = r"kernel\.not_now|kernel\.missing|adoption\.(review_over|not_adopted)"


def settle(adoption: Adoption, *, is_agreed: bool) -> None:
    MembersCheck.objects.filter(pk=adoption.asked_id).update(is_agreed=is_agreed)
    actions.settle_adoption(actor=SYSTEM, adoption=freshly_adopted(adoption))


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", ADOPTION.states)
@pytest.mark.parametrize("verb", ADOPTION.verbs)
def test_an_adoption_takes_the_steps_of_its_table_and_no_other(state: str, verb: str, joint: Adoption) -> None:
    Adoption.objects.filter(pk=joint.pk).update(state=state)
    if ADOPTION.allows(state, verb):
        settle(joint, is_agreed=verb == "adopt")
        assert freshly_adopted(joint).state == ADOPTION.step(state, verb).target
        return
    with pytest.raises(DomainError, match=REFUSED):
        settle(joint, is_agreed=verb == "adopt")
    assert freshly_adopted(joint).state == state


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", OPINION.states)
def test_an_opinion_is_taken_back_once(state: str, joint: Adoption, member: Person) -> None:
    opinion = filed(joint, member)
    OpposingOpinion.objects.filter(pk=opinion.pk).update(state=state)
    if OPINION.allows(state, "withdraw"):
        actions.withdraw_opinion(actor=actor_of(member), opinion=opinion)
    else:
        with pytest.raises(DomainError, match=REFUSED):
            actions.withdraw_opinion(actor=actor_of(member), opinion=opinion)
    assert OpposingOpinion.objects.get(pk=opinion.pk).state == "withdrawn"


SAID: dict[str, Callable[[Review, Person], Any]] = {
    "give_note": lambda review, office: actions.give_note(actor=actor_of(office), review=review, text=words("Why?")),
    "say_no_reservations": lambda review, office: actions.say_no_reservations(actor=actor_of(office), review=review),
    "let_pass": lambda review, _office: actions.let_date_pass(actor=SYSTEM, review=review),
}


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", REVIEW.states)
@pytest.mark.parametrize("verb", REVIEW.verbs)
def test_a_review_takes_the_steps_of_its_table_and_no_other(
    state: str, verb: str, room: None, office: Person, clock: Clock
) -> None:  # fmt: skip
    review = a_review(clock)
    ended = review.sent_on if state in ("no_reservations", "date_passed") else None
    Review.objects.filter(pk=review.pk).update(state=state, ended_on=ended)
    review.refresh_from_db()
    if verb == "let_pass":
        clock.move_to(review.due_at)
    if REVIEW.allows(state, verb):
        SAID[verb](review, office)
        assert Review.objects.get(pk=review.pk).state == REVIEW.step(state, verb).target
        return
    if verb == "give_note":  # it is taken, late and apart, and the review stays as it ended
        assert SAID[verb](review, office).is_late
    else:
        with pytest.raises(DomainError, match=REFUSED):
            SAID[verb](review, office)
    assert Review.objects.get(pk=review.pk).state == state


def make_joint(paper: Paper, _review: Review | None) -> Any:
    return actions.make_joint(actor=seat_actor(paper.group), paper=paper)


def send(paper: Paper, review: Review | None) -> Any:
    assert review
    return actions.send_to_office(actor=seat_actor(paper.group), paper=paper, due_at=review.due_at)


def ask(paper: Paper, _review: Review | None) -> Any:
    return actions.ask_release(actor=seat_actor(paper.group), paper=paper)


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", [state for state in PAPER.states if state != "answering"])
def test_only_a_paper_whose_comments_are_answered_is_put_before_the_members(state: str, joint: Adoption) -> None:
    paper = in_state(joint.paper, state)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        make_joint(paper, None)


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", [state for state in PAPER.states if state != "adopted"])
def test_only_an_adopted_paper_is_sent_to_the_office(state: str, room: None, clock: Clock) -> None:
    review = a_review(clock)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        send(in_state(review.paper, state), review)


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", [state for state in PAPER.states if state not in ("with_office", "held_back")])
def test_the_members_are_asked_about_publication_after_the_review_alone(state: str, room: None, clock: Clock) -> None:
    review = a_review(clock)
    clock.move_to(review.due_at)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        ask(in_state(review.paper, state), review)


def test_a_second_paper_can_be_asked_about_while_the_first_is(room: None, clock: Clock) -> None:
    assert a_joint_paper().asked_id != a_joint_paper().asked_id
