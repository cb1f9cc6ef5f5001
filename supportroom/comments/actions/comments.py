"""A comment: made, amended and withdrawn by its writer. The window's instants decide here whether it is in time.

The journal does not say whose a comment is: `written_by` alone does, for who wrote it to go on with it.
"""

from datetime import datetime

from supportroom.comments.actions.windows import held_window
from supportroom.comments.lifecycle import COMMENT
from supportroom.comments.models import Comment, CommentWindow
from supportroom.comments.vocabulary import ON_PAGE, OPEN
from supportroom.journal.door import action, record_unnamed
from supportroom.journal.writing import advance, change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.footnotes import without_notes
from supportroom.papers.models import Paper
from supportroom.papers.versions import Shown, shown_in
from supportroom.papers.vocabulary import ANSWERING, IN_COMMENT
from supportroom.room.queries import charter
from supportroom.texts.models import Paragraph

_NOTHING = MultilingualText()
FIRST_WORDS = 240


@action("comments.comment", on="comment_window")
def comment(
    *,
    actor: Actor,
    comment_window: CommentWindow,
    text: MultilingualText,
    paragraph: Paragraph | None = None,
    proposed: MultilingualText = _NOTHING,
    is_named: bool = False,
    as_late: bool = False,
) -> Comment:
    """Comment on a paragraph of the version that is shown, or on the whole; proposed are other words for the paragraph.

    After the close DomainError `comments.late`, unless it is meant to be kept apart (`as_late`). Also
    `comments.not_yet`, `too_late`, `name_needed`, `not_in_version`, `proposed_for_what`,
    `kernel.empty`, Denied.
    """
    held = held_window(comment_window)
    moment = held.as_of(now())
    made = keep_comment(
        held, actor, moment, text=text, paragraph=paragraph, proposed=proposed, is_named=is_named, as_late=as_late
    )
    record_unnamed(made, at=held.opens_at, paper=held.paper_id)
    return made


def keep_comment(
    held: CommentWindow,
    actor: Actor,
    moment: datetime,
    *,
    text: MultilingualText,
    paragraph: Paragraph | None,
    proposed: MultilingualText,
    is_named: bool,
    as_late: bool = False,
    came: str = ON_PAGE,
    shown: list[Shown] | None = None,
) -> Comment:
    """Write one comment that came at this instant into a window that is held; number and lateness are decided here."""
    if actor.person_id is None:
        raise Denied("kernel.denied")
    is_late = lateness(held, moment, as_late=as_late)
    refuse_unless(str(text).strip(), "kernel.empty")
    refuse_unless(is_named or charter().comments_may_be_hidden, "comments.name_needed")
    refuse_unless(paragraph is not None or not proposed, "comments.proposed_for_what")
    place = place_of(paragraph, shown if shown is not None else shown_in(held.shown)) if paragraph else None
    change(held, last_comment=held.last_comment + 1)
    return create(
        Comment,
        window=held,
        number=held.last_comment,
        paragraph=paragraph,
        paragraph_shown=place.number if place else None,
        quoted=first_words(place.content) if place else _NOTHING,
        text=text,
        proposed=proposed,
        written_by_id=actor.person_id,
        is_named=is_named,
        written_on=moment.date(),
        is_late=is_late,
        came=came,
        search_text=search_text(text, proposed),
    )


def lateness(held: CommentWindow, moment: datetime, *, as_late: bool) -> bool:
    """Tell whether what comes at this instant is late; DomainError where it cannot come at all.

    In time: from the first instant to before the last. Late: after it, in the newest window, until the joint paper.
    """
    refuse_unless(moment >= held.opens_at, "comments.not_yet")
    paper = Paper.objects.get(pk=held.paper_id)
    is_newest = not paper.windows.filter(number__gt=held.number).exists()
    refuse_unless(is_newest and paper.state in (IN_COMMENT, ANSWERING), "comments.too_late")
    is_late = not held.is_open(moment)
    refuse_unless(as_late or not is_late, "comments.late")
    return is_late


def place_of(paragraph: Paragraph, shown: list[Shown]) -> Shown:
    """Find a paragraph in the version that is shown; DomainError `comments.not_in_version`."""
    place = next((each for each in shown if each.paragraph_id == paragraph.pk), None)
    refuse_unless(place, "comments.not_in_version")
    assert place is not None
    return place


def first_words(content: MultilingualText) -> MultilingualText:
    """Give the first words of a paragraph in each language, cut between words: they stay when the paragraph goes."""
    texts = {code: _cut(words) for code, words in content.texts.items()}
    return MultilingualText(content.original, texts, content.states)


def _cut(words: str) -> str:
    line = " ".join(without_notes(words).split())
    return line if len(line) <= FIRST_WORDS else line[:FIRST_WORDS].rpartition(" ")[0] + " …"


def search_text(*texts: MultilingualText) -> str:
    """Fold texts for the search column."""
    return " ".join(text.search_text for text in texts if text)


@action("comments.amend_comment", on="comment")
def amend_comment(
    *,
    actor: Actor,
    comment: Comment,
    seen: int | None = None,
    text: MultilingualText,
    paragraph: Paragraph | None = None,
    proposed: MultilingualText = _NOTHING,
    is_named: bool = False,
) -> Comment:
    """Put one's own comment in other words, or to another paragraph, while the window is open.

    Stale; DomainError `comments.closed`, `answered_already`, `name_needed`, `not_in_version`, `proposed_for_what`.
    """
    held = held_window(comment.window)
    refuse_unless(held.is_open(held.as_of(now())), "comments.closed")
    refuse_unless(comment.state == OPEN, "comments.answered_already")
    refuse_unless(str(text).strip(), "kernel.empty")
    refuse_unless(is_named or charter().comments_may_be_hidden, "comments.name_needed")
    refuse_unless(paragraph is not None or not proposed, "comments.proposed_for_what")
    place = place_of(paragraph, shown_in(held.shown)) if paragraph else None
    change(
        comment,
        seen=seen,
        text=text,
        proposed=proposed,
        paragraph=paragraph,
        paragraph_shown=place.number if place else None,
        quoted=first_words(place.content) if place else _NOTHING,
        is_named=is_named,
        search_text=search_text(text, proposed),
    )
    record_unnamed(comment, at=held.opens_at, paper=held.paper_id)
    return comment


@action("comments.withdraw_comment", on="comment")
def withdraw_comment(*, actor: Actor, comment: Comment) -> Comment:
    """Take one's own comment back: its number stays, its words and its support go. In time ones until the close, late
    ones until they are answered. DomainError `comments.closed`, `kernel.not_now`.
    """
    held = held_window(comment.window)
    refuse_unless(comment.is_late or held.is_open(held.as_of(now())), "comments.closed")
    advance(comment, COMMENT, "withdraw")
    change(comment, text=_NOTHING, proposed=_NOTHING, insistence=_NOTHING, search_text="")
    erase_all(comment.support.all())
    erase_all(comment.agenda_items.all())
    record_unnamed(comment, at=held.opens_at, paper=held.paper_id)
    return comment
