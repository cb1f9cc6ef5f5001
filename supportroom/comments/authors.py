"""By which name a comment goes: its writer's own sees that it is theirs, a name stands where they chose it, else none.

A comment that is hidden from members is `a member`'s to everybody, the team and the group included; so is one that its
writer took back, by whatever name it went.
"""

from supportroom.comments.models import Comment
from supportroom.comments.vocabulary import A_MEMBER, WITHDRAWN, YOU
from supportroom.kernel.actors import Actor
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import MEMBERS


def is_own(comment: Comment, actor: Actor) -> bool:
    """Tell whether the actor wrote this comment."""
    return actor.is_known and comment.written_by_id == actor.person_id


def author_of(comment: Comment, actor: Actor) -> str:
    """Give by which name a comment goes on a page that the actor reads."""
    return str(YOU) if is_own(comment, actor) else author_for_all(comment)


def author_for_all(comment: Comment) -> str:
    """Give by which name a comment goes in the room: for the table and its files, which are everybody's."""
    is_told = comment.is_named and comment.state != WITHDRAWN and comment.written_by
    return name_for(comment.written_by, MEMBERS) if is_told else str(A_MEMBER)
