"""The last minute of a comment window: 300 members and the close at once, on real commits of both databases (R09)."""

import time
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from supportroom.comments.actions import (
    amend_comment,
    answer_comments,
    comment,
    support_comment,
    withdraw_comment,
)
from supportroom.comments.closing import close_what_is_over
from supportroom.comments.models import Comment, CommentAnswer, CommentSupport, CommentWindow
from supportroom.comments.queries import open_comments
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.papers.models import Paper
from supportroom.people.actions import add_person
from supportroom.people.models import Person
from tests.factories.comments import commented, fresh, freshly, opened, paragraph_of
from tests.factories.groups import a_group_at_work, seat_actor
from tests.factories.papers import a_paper
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.faults.at_once import at_once, raised_by

LAST_MINUTE = 300


@pytest.fixture
def window(real_database: Path, member: Person) -> CommentWindow:
    with transaction.atomic():
        return opened(a_paper(a_group_at_work()))


def ends_in(window: CommentWindow, seconds: float) -> CommentWindow:
    """Let a window end in so many seconds: a window of seven days cannot be waited for."""
    with transaction.atomic():
        opens_at, closes_at = now() - timedelta(days=7), now() + timedelta(seconds=seconds)
        CommentWindow.objects.filter(pk=window.pk).update(opens_at=opens_at, closes_at=closes_at)
    return fresh(window)


def members(number: int) -> list[Actor]:
    """Make members, without accounts: their words are what matters here."""
    with transaction.atomic():
        people = [add_person(actor=SYSTEM, name=f"Invented {each}", roles=("member",)) for each in range(number)]
    return [Actor(person.ref, person.pk, frozenset({"member"})) for person in people]


def says(window: CommentWindow, actor: Actor, number: int) -> Comment:
    """Comment, with the number of who says it in the words."""
    where = paragraph_of(window, 1 + number % 5)
    return comment(actor=actor, comment_window=fresh(window), text=words(f"Comment by {number}"), paragraph=where)


@pytest.mark.writes_outside_actions
def test_r09_three_hundred_in_the_last_minute_are_each_taken_or_refused_by_their_instant(window: CommentWindow) -> None:
    actors = members(LAST_MINUTE)
    window = ends_in(window, 1.5)
    acts: list[Any] = [partial(says, window, actor, number) for number, actor in enumerate(actors)]
    for place in (100, 200, 303):
        acts.insert(place, close_what_is_over)
    answers = at_once(*acts)
    refused, taken = raised_by(answers), [each for each in answers if isinstance(each, Comment)]
    assert {str(error) for error in refused} <= {"comments.late"}, refused[:3]
    assert len(taken) + len(refused) == LAST_MINUTE
    kept = list(Comment.objects.order_by("number"))
    assert [each.number for each in kept] == list(range(1, len(taken) + 1))
    assert {each.pk for each in kept} == {each.pk for each in taken}
    assert len({str(each.text) for each in kept}) == len(taken)
    assert fresh(window).last_comment == len(taken)
    assert Entry.objects.filter(action="comments.comment").count() == len(taken)
    time.sleep(max(0.0, (window.closes_at - now()).total_seconds()))
    close_what_is_over()
    assert Entry.objects.filter(action="comments.close_window").count() == 1
    assert (open_comments(window.paper), Paper.objects.get().state) == (len(taken), "answering")


@pytest.mark.writes_outside_actions
def test_r09_nobody_is_taken_after_the_last_instant_and_nobody_refused_before(window: CommentWindow) -> None:
    actors = members(24)
    window = ends_in(window, 60)
    assert raised_by(at_once(*(partial(says, window, actor, 1) for actor in actors[:12]))) == []
    window = ends_in(window, 0)
    late = raised_by(at_once(*(partial(says, window, actor, 1) for actor in actors[12:]), close_what_is_over))
    assert [str(error) for error in late] == ["comments.late"] * 12
    assert Comment.objects.count() == 12


@pytest.mark.writes_outside_actions
def test_the_close_during_a_save_lets_the_save_stand_or_refuses_it(window: CommentWindow, member: Person) -> None:
    for turn in range(5):
        with transaction.atomic():
            CommentWindow.objects.update(state="running", is_announced=True)
            Paper.objects.update(state="in_comment")
        window = ends_in(window, 60)
        made = commented(window, member, f"Before {turn}")
        window = ends_in(window, 0.02)
        asked = {"actor": actor_of(member), "comment": freshly(made)}
        time.sleep(0.01 * turn)
        answers = at_once(
            partial(amend_comment, **asked, text=words(f"After {turn}")), close_what_is_over, close_what_is_over
        )
        errors = raised_by(answers)
        assert {str(error) for error in errors} <= {"comments.closed"}, errors
        assert str(freshly(made).text) == (f"Before {turn}" if errors else f"After {turn}")
        time.sleep(0.05)
        close_what_is_over()
        assert fresh(window).state == "closed"
        assert Entry.objects.filter(action="comments.close_window").count() == turn + 1


@pytest.mark.writes_outside_actions
def test_r09_a_close_that_many_see_at_once_is_told_once(window: CommentWindow) -> None:
    window = ends_in(window, 0)
    at_once(*([close_what_is_over] * 8))
    assert Entry.objects.filter(action="comments.close_window").count() == 1


def test_support_pressed_often_counts_once(window: CommentWindow, member: Person) -> None:
    with transaction.atomic():
        made = commented(window, member)
    supporters = members(3)
    acts = [partial(support_comment, actor=actor, comment=freshly(made)) for actor in supporters for _turn in range(4)]
    assert {str(error) for error in raised_by(at_once(*acts))} == {"comments.supported_already"}
    assert CommentSupport.objects.filter(comment=made).count() == 3


def test_a_comment_withdrawn_and_amended_at_once_is_one_or_the_other(window: CommentWindow, member: Person) -> None:
    for turn in range(4):
        with transaction.atomic():
            made = commented(window, member, f"Mine {turn}")
        copies = [freshly(made), freshly(made)]
        errors = raised_by(
            at_once(
                partial(withdraw_comment, actor=actor_of(member), comment=copies[0]),
                partial(amend_comment, actor=actor_of(member), comment=copies[1], text=words("Otherwise")),
            )
        )
        again = freshly(made)
        assert (again.state, str(again.text)) in {("withdrawn", ""), ("open", "Otherwise")}, errors
        assert all(isinstance(error, DomainError) for error in errors), errors


@pytest.mark.writes_outside_actions
def test_two_of_the_group_who_answer_at_once_leave_one_answer(window: CommentWindow, member: Person) -> None:
    with transaction.atomic():
        made = commented(window, member)
    window = ends_in(window, 0)
    group = window.paper.group
    seen = {made.pk: freshly(made).version}
    acts = [
        partial(
            answer_comments, actor=seat_actor(group, seat), comments=[freshly(made)], verdict="accepted",
            reason=words(f"By seat {seat}"), seen=seen,
        )
        for seat in (1, 2, 3)
    ]  # fmt: skip
    refused = raised_by(at_once(*acts))
    assert [str(error) for error in refused] == ["comments.moved_on"] * 2
    assert CommentAnswer.objects.count() == 1
    assert freshly(made).answer is not None
