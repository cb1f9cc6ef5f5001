"""Translations of comments and answers: people write in one language, the table is published in both."""

from typing import Any

from supportroom.comments.actions.comments import search_text
from supportroom.comments.models import Comment
from supportroom.journal.door import action, record_unnamed
from supportroom.journal.writing import change, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import CURRENT, DRAFT, MultilingualText
from supportroom.papers.vocabulary import PUBLISHED

OF_COMMENT, OF_ANSWER = ("text", "proposed", "insistence"), ("reason", "change")


@action("comments.translate_comment", on="comment")
def translate_comment(*, actor: Actor, comment: Comment, seen: int | None = None, **texts: MultilingualText) -> Comment:
    """Put a comment and its answer into other languages; the words of the original stay as they are.

    What somebody else puts a comment into is a draft for good, and the table says so: the words are its writer's.
    Stale; DomainError `comments.published`.
    """
    refuse_unless(comment.window.paper.state != PUBLISHED, "comments.published")
    kept: dict[str, Any] = {
        name: _translated(getattr(comment, name), texts[name], state=DRAFT) for name in OF_COMMENT if name in texts
    }
    found = search_text(kept.get("text", comment.text), kept.get("proposed", comment.proposed))
    change(comment, seen=seen, **kept, search_text=found)
    if comment.answer is not None:
        given = comment.answer
        answered: dict[str, Any] = {
            name: _translated(getattr(given, name), texts[name], state=CURRENT) for name in OF_ANSWER if name in texts
        }
        change(given, **answered)
    record_unnamed(comment, at=comment.window.opens_at)
    return comment


def _translated(before: MultilingualText, given: MultilingualText, *, state: str) -> MultilingualText:
    """Give a text with its original as it was, and the translations given."""
    text = before
    for code, words in given.texts.items():
        if code != before.original and words != before.texts.get(code, ""):
            text = text.reworded(code, words, state=state)
    return text
