"""A member's support for somebody else's comment; the journal does not say whose it was."""

from supportroom.comments.actions.windows import held_window
from supportroom.comments.models import Comment, CommentSupport
from supportroom.comments.vocabulary import WITHDRAWN
from supportroom.journal.door import action, record_unnamed
from supportroom.journal.writing import create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied


@action("comments.support_comment", on="comment")
def support_comment(*, actor: Actor, comment: Comment) -> Comment:
    """Support somebody else's comment while the window is open.

    DomainError `comments.closed`, `comments.own`, `comments.supported_already`, `kernel.not_now`.
    """
    held = held_window(comment.window)
    if actor.person_id is None:
        raise Denied("kernel.denied")
    refuse_unless(held.is_open(held.as_of(now())), "comments.closed")
    comment.refresh_from_db(fields=["state", "version"])
    refuse_unless(comment.state != WITHDRAWN, "kernel.not_now")
    refuse_unless(comment.written_by_id != actor.person_id, "comments.own")
    refuse_unless(not comment.support.filter(person=actor.person_id).exists(), "comments.supported_already")
    create(CommentSupport, comment=comment, person_id=actor.person_id)
    record_unnamed(comment, at=held.opens_at)
    return comment


@action("comments.withdraw_support", on="comment")
def withdraw_support(*, actor: Actor, comment: Comment) -> Comment:
    """Take one's support back while the window is open; DomainError `comments.closed`, `comments.no_support`."""
    held = held_window(comment.window)
    refuse_unless(held.is_open(held.as_of(now())), "comments.closed")
    own = comment.support.filter(person=actor.person_id or 0).first()
    refuse_unless(own, "comments.no_support")
    assert own is not None
    erase(own)
    record_unnamed(comment, at=held.opens_at)
    return comment
