"""A comment that came by mail: taken at the instant at which it came, kept or dropped by the word of who mailed it.

A mail is no proof of who wrote it, so that nothing of it is shown to anybody before they say on the page that it
stands.
"""

from collections import Counter
from datetime import datetime

from supportroom.comments.actions.comments import keep_comment
from supportroom.comments.actions.windows import held_window
from supportroom.comments.matching import words_of
from supportroom.comments.models import Comment, MailAddress, MailedComment
from supportroom.comments.vocabulary import BY_MAIL
from supportroom.journal.door import action, record_unnamed
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.texts.models import Paragraph

_NOTHING = MultilingualText()


@action("comments.receive_mail", on="address")
def receive_mail(
    *,
    actor: Actor,
    address: MailAddress,
    came_at: datetime,
    digest: str,
    text: str,
    cut: str = "",
    paragraph_shown: int | None = None,
    files_left: int = 0,
) -> MailedComment:
    """Take what somebody mailed; it waits for their word. ValidationError where this very mail came before."""
    held = held_window(address.window)
    taken = create(
        MailedComment,
        window=held,
        person_id=address.person_id,
        text=text,
        cut=cut,
        paragraph_shown=paragraph_shown,
        files_left=min(files_left, 1000),
        came_at=came_at,
        message_digest=digest,
    )
    record_unnamed(held, at=held.opens_at, paper=held.paper_id)
    return taken


@action("comments.keep_mailed", on="mailed_comment")
def keep_mailed(
    *,
    actor: Actor,
    mailed_comment: MailedComment,
    text: MultilingualText,
    paragraph: Paragraph | None = None,
    proposed: MultilingualText = _NOTHING,
    is_named: bool = False,
    as_late: bool = True,
) -> Comment:
    """Say that a mailed comment stands, as it is or amended. It is in time if the mail came in time.

    Once the window is over it is in time as it was mailed: words can be taken out; with other words it is a late one.
    DomainError `comments.settled_mail`, and those of `comments.comment`.
    """
    held = held_window(mailed_comment.window)
    waiting, moment = _waiting(mailed_comment), held.as_of(now())
    made = keep_comment(
        held,
        actor,
        waiting.came_at if held.is_open(moment) or _was_mailed(waiting, text, proposed) else moment,
        text=text,
        paragraph=paragraph,
        proposed=proposed,
        is_named=is_named,
        as_late=as_late,
        came=BY_MAIL,
    )
    _settle(waiting)
    record_unnamed(made, at=held.opens_at, paper=held.paper_id)
    return made


@action("comments.drop_mailed", on="mailed_comment")
def drop_mailed(*, actor: Actor, mailed_comment: MailedComment) -> MailedComment:
    """Drop a mailed comment: its words are gone. DomainError `comments.settled_mail`."""
    held = held_window(mailed_comment.window)
    waiting = _waiting(mailed_comment)
    _settle(waiting)
    record_unnamed(waiting, at=held.opens_at)
    return waiting


def _was_mailed(waiting: MailedComment, text: MultilingualText, proposed: MultilingualText) -> bool:
    """Tell whether every word was in the mail: else an empty one would keep a place for what others wrote since."""
    mailed = Counter(words_of(f"{waiting.text} {waiting.cut}"))
    return not Counter(words_of(f"{text} {proposed}")) - mailed


def _waiting(mailed_comment: MailedComment) -> MailedComment:
    found = MailedComment.objects.get(pk=mailed_comment.pk)
    refuse_unless(not found.is_settled, "comments.settled_mail")
    return found


def _settle(waiting: MailedComment) -> None:
    change(waiting, is_settled=True, text="", cut="")
