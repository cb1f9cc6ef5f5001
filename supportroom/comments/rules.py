"""Who may comment, answer and read.

All members comment; a comment is its writer's own; the group's seats answer. The clock does what windows need by
itself. Who reads comments is asked here as well; by which name a comment goes stands in `authors`.
"""

from collections.abc import Sequence
from typing import Any

from supportroom.comments.models import Comment, CommentWindow, MailedComment
from supportroom.groups.rules import works_in
from supportroom.kernel.actors import Actor
from supportroom.kernel.asked_once import asked_once
from supportroom.kernel.permissions import permission
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import ADOPTED, ANSWERING, DRAFTING, IN_COMMENT, JOINT
from supportroom.people.vocabulary import INTERPRETER, MEMBER, OFFICE, TEAM
from supportroom.workroom.models import Meeting

BEFORE_THE_OFFICE = (DRAFTING, IN_COMMENT, ANSWERING, JOINT, ADOPTED)


@permission("comments.open_window")
def may_open(actor: Actor, thing: Paper) -> bool:
    """The group's seats, and the team."""
    return actor.holds(TEAM) or works_in(actor, thing.group)


@permission("comments.announce_window")
@permission("comments.remind_window")
@permission("comments.close_window")
@permission("comments.receive_mail")
@permission("comments.forget_old_writers")
def is_clock(actor: Actor, thing: Any) -> bool:
    """Nobody: the clock and the mail do this."""
    return False


@permission("comments.comment")
@permission("comments.read_in_comments")
def may_comment(actor: Actor, thing: CommentWindow) -> bool:
    """All members."""
    return actor.holds(MEMBER)


@permission("comments.support_comment")
@permission("comments.withdraw_support")
def may_support(actor: Actor, thing: Comment) -> bool:
    """All members."""
    return actor.holds(MEMBER)


@permission("comments.amend_comment")
@permission("comments.withdraw_comment")
@permission("comments.say_satisfied")
@permission("comments.insist")
def is_own(actor: Actor, thing: Comment) -> bool:
    """Who wrote it, as long as they are a member."""
    return actor.holds(MEMBER) and actor.is_known and actor.person_id == thing.written_by_id


@permission("comments.keep_mailed")
@permission("comments.drop_mailed")
def is_own_mail(actor: Actor, thing: MailedComment) -> bool:
    """Who mailed it, as long as they are a member."""
    return actor.holds(MEMBER) and actor.is_known and actor.person_id == thing.person_id


@permission("comments.answer_comments")
def may_answer(actor: Actor, thing: Sequence[Comment]) -> bool:
    """The seats of the group whose paper it is."""
    groups = {comment.window.paper.group for comment in thing}
    return bool(groups) and all(works_in(actor, group) for group in groups)


@permission("comments.open_again")
def may_open_again(actor: Actor, thing: Comment) -> bool:
    """The seats of the group."""
    return may_answer(actor, [thing])


@permission("comments.put_on_meeting")
@permission("comments.take_off_meeting")
def may_set_agenda(actor: Actor, thing: Meeting) -> bool:
    """The seats of the group that meets."""
    return works_in(actor, thing.group)


@permission("comments.translate_comment")
def may_translate(actor: Actor, thing: Comment) -> bool:
    """The group's seats, the team and interpreters."""
    return actor.holds(TEAM, INTERPRETER) or may_answer(actor, [thing])


@permission("comments.read_comments")
def may_read(actor: Actor, thing: Paper) -> bool:
    """Members, team and interpreters from the first window on, the office from when the paper is with it."""
    if actor.holds(OFFICE) and thing.state not in BEFORE_THE_OFFICE:
        return True
    return actor.holds(MEMBER, TEAM, INTERPRETER) and asked_once(("comments.windows", thing.pk), thing.windows.exists)
