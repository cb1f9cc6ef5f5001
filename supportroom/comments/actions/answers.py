"""What the group answers to comments, several alike in one go, and what their writers say to that."""

from collections.abc import Mapping, Sequence

from supportroom.comments.actions.windows import held_window, settle_if_over
from supportroom.comments.lifecycle import COMMENT
from supportroom.comments.models import Comment, CommentAnswer, CommentWindow
from supportroom.comments.vocabulary import ANSWERED, INSISTS, SATISFIED, UNSAID, WITHDRAWN
from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.writing import advance, change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.models import Paper
from supportroom.papers.queries import paragraph_of
from supportroom.papers.vocabulary import ANSWERING, PUBLISHED
from supportroom.texts.models import Paragraph
from supportroom.texts.writing import today

_NOTHING = MultilingualText()


@action("comments.answer_comments", on="comments")
def answer_comments(
    *,
    actor: Actor,
    comments: Sequence[Comment],
    verdict: str,
    reason: MultilingualText,
    change: MultilingualText = _NOTHING,
    paragraph: Paragraph | None = None,
    seen: Mapping[int, int] | None = None,
) -> CommentAnswer:
    """Answer one comment, or several alike in one go: the verdict, why, and the change that it led to, and where.

    A new answer takes the place of an earlier one; the writers can say anew whether they are satisfied. `seen` gives
    the version of each comment as it was read: where somebody was faster nothing is written (`comments.moved_on`).
    DomainError `comments.none_chosen`, `one_window`, `not_answering`, `moved_on`, `kernel.not_now`.
    """
    refuse_unless(comments, "comments.none_chosen")
    window = _one_window(comments)
    _answering(window)
    rows = _as_read(comments, seen or {})
    if paragraph is not None:
        paragraph_of(window.paper, paragraph.pk)
    made = create(
        CommentAnswer,
        window=window,
        verdict=verdict,
        reason=reason,
        change=change,
        paragraph=paragraph,
        answered_on=now().date(),
    )
    for row in rows:
        advance(row, COMMENT, "answer", answer=made, satisfaction=UNSAID)
    erase_all(window.answers.filter(comments__isnull=True).exclude(pk=made.pk))
    record(made, actor=actor, paper=window.paper_id, comments=[row.pk for row in rows])
    return made


def _one_window(comments: Sequence[Comment]) -> CommentWindow:
    windows = {comment.window_id for comment in comments}
    refuse_unless(len(windows) == 1, "comments.one_window")
    return held_window(comments[0].window)


def _answering(window: CommentWindow) -> Paper:
    """Give the paper, if its comments are being answered at this instant; DomainError `comments.not_answering`."""
    paper = settle_if_over(window.paper)
    refuse_unless(paper.state == ANSWERING, "comments.not_answering")
    return paper


def _as_read(comments: Sequence[Comment], seen: Mapping[int, int]) -> list[Comment]:
    """Read the comments anew; DomainError `comments.moved_on` names those that somebody else has changed."""
    rows = list(Comment.objects.select_for_update(no_key=True).filter(pk__in=[each.pk for each in comments]))
    moved = [row.number for row in rows if row.version != seen.get(row.pk, row.version) or row.state == WITHDRAWN]
    refuse_unless(not moved, "comments.moved_on", numbers=", ".join(map(str, sorted(moved))))
    return rows


@action("comments.open_again", on="comment")
def open_again(*, actor: Actor, comment: Comment) -> Comment:
    """Take an answer back: the comment is open again. DomainError `comments.not_answering`, `kernel.not_now`."""
    window = held_window(comment.window)
    _answering(window)
    advance(comment, COMMENT, "open_again", answer=None, satisfaction=UNSAID)
    erase_all(window.answers.filter(comments__isnull=True))
    record(comment, actor=actor, paper=window.paper_id)
    return comment


@action("comments.say_satisfied", on="comment")
def say_satisfied(*, actor: Actor, comment: Comment) -> Comment:
    """Say that the answer to one's comment satisfies. DomainError `comments.not_answered`, `comments.published`."""
    window = _said_by_writer(comment)
    change(comment, satisfaction=SATISFIED)
    record_unnamed(comment, at=today(), paper=window.paper_id)
    return comment


@action("comments.insist", on="comment")
def insist(*, actor: Actor, comment: Comment, reason: MultilingualText) -> Comment:
    """Insist on one's comment, and say why: it stands in the table, and holds nothing up.

    DomainError `comments.not_answered`, `comments.published`, `kernel.empty`.
    """
    window = _said_by_writer(comment)
    refuse_unless(str(reason).strip(), "kernel.empty")
    change(comment, satisfaction=INSISTS, insistence=reason)
    record_unnamed(comment, at=today(), paper=window.paper_id)
    return comment


def _said_by_writer(comment: Comment) -> CommentWindow:
    window = held_window(comment.window)
    refuse_unless(window.paper.state != PUBLISHED, "comments.published")
    comment.refresh_from_db(fields=["state", "version", "answer"])
    refuse_unless(comment.state == ANSWERED, "comments.not_answered")
    return window
