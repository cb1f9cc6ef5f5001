"""Every step of a window's and a comment's life, allowed and refused, by the actions themselves."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine

from supportroom.comments import actions
from supportroom.comments.lifecycle import COMMENT, WINDOW
from supportroom.comments.models import Comment, CommentWindow
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from tests.factories.comments import answered, closed, commented, fresh, freshly
from tests.factories.groups import seat_actor
from tests.factories.personas import actor_of

DAY = 24 * 3600
STEPS: dict[str, Callable[[Comment, Person], Any]] = {
    "answer": lambda made, _member: answered(made),
    "withdraw": lambda made, member: actions.withdraw_comment(actor=actor_of(member), comment=made),
    "open_again": lambda made, _member: actions.open_again(actor=seat_actor(made.window.paper.group), comment=made),
}


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", COMMENT.states)
@pytest.mark.parametrize("verb", COMMENT.verbs)
def test_a_comment_takes_the_steps_of_its_table_and_no_other(
    state: str, verb: str, window: CommentWindow, member: Person, clock: time_machine.Traveller
) -> None:
    clock.shift(7 * DAY)
    closed(window)
    made = commented(window, member, as_late=True)  # a late one: it can still be withdrawn
    Comment.objects.filter(pk=made.pk).update(state=state)
    made = freshly(made)
    if COMMENT.allows(state, verb):
        STEPS[verb](made, member)
        assert freshly(made).state == COMMENT.step(state, verb).target
        return
    with pytest.raises(DomainError, match=r"kernel\.not_now|comments\.moved_on"):
        STEPS[verb](made, member)
    assert freshly(made).state == state


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", WINDOW.states)
def test_a_window_closes_once(state: str, window: CommentWindow, clock: time_machine.Traveller) -> None:
    clock.shift(7 * DAY)
    CommentWindow.objects.filter(pk=window.pk).update(state=state)
    if WINDOW.allows(state, "close"):
        actions.close_window(actor=SYSTEM, comment_window=fresh(window))
        assert fresh(window).state == "closed"
        return
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.close_window(actor=SYSTEM, comment_window=fresh(window))
