"""Comment windows, comments and answers: built by the product's own actions."""

from datetime import datetime, timedelta
from typing import Any

from supportroom.comments.actions import answer_comments, close_window, comment, open_window
from supportroom.comments.models import Comment, CommentAnswer, CommentWindow
from supportroom.comments.vocabulary import ACCEPTED
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.texts.models import Paragraph
from tests.factories.groups import a_group_at_work, seat_actor
from tests.factories.papers import a_paper
from tests.factories.personas import actor_of
from tests.factories.rounds import words


def in_comment(*seats: Person, days: int = 7, opens_at: datetime | None = None, **paper: Any) -> CommentWindow:
    """Give a window that opens now, or later, over the paper of a new group whose seats these people hold."""
    return opened(a_paper(a_group_at_work(*seats), **paper), days=days, opens_at=opens_at)


def opened(paper: Paper, *, days: int = 7, opens_at: datetime | None = None) -> CommentWindow:
    """Open a paper to comments."""
    closes_at = (opens_at or now()) + timedelta(days=days)
    window = open_window(actor=seat_actor(paper.group), paper=paper, opens_at=opens_at, closes_at=closes_at)
    return fresh(window)


def fresh(window: CommentWindow) -> CommentWindow:
    """Read a window anew, with its version, paper and group."""
    return CommentWindow.objects.select_related("paper__group", "paper__text", "shown").get(pk=window.pk)


def paragraph_of(window: CommentWindow, number: int = 1) -> Paragraph:
    """Give a paragraph of the paper by its place in the text: 0 is the heading."""
    return list(Paragraph.objects.filter(text=window.paper.text_id))[number]


def commented(window: CommentWindow, by: Person | Actor, text: str = "Say it more plainly.", **fields: Any) -> Comment:
    """Comment on the first paragraph unless said otherwise."""
    actor = actor_of(by) if isinstance(by, Person) else by
    fields.setdefault("paragraph", paragraph_of(window))
    made = comment(actor=actor, comment_window=window, text=words(text), **fields)
    return freshly(made)


def freshly(made: Comment) -> Comment:
    """Read a comment anew."""
    return Comment.objects.select_related("window__paper__group", "window__shown", "answer").get(pk=made.pk)


def closed(window: CommentWindow) -> CommentWindow:
    """Close a window whose last instant has come."""
    close_window(actor=SYSTEM, comment_window=window)
    return fresh(window)


def answered(*comments: Comment, verdict: str = ACCEPTED, **fields: Any) -> CommentAnswer:
    """Answer comments by the first seat of the group."""
    group = comments[0].window.paper.group
    fields = {"reason": words("You are right.", "أنتم على حق."), **fields}
    return answer_comments(
        actor=seat_actor(group), comments=[freshly(each) for each in comments], verdict=verdict, **fields
    )
