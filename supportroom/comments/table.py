"""The table of comments and answers: as it stands in the room, for files to take along, and for publication.

A hidden comment is `a member`'s in every one of them. `answer_table` is for the public: there no comment has a name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.comments.authors import author_for_all
from supportroom.comments.models import Comment
from supportroom.comments.queries import with_support
from supportroom.comments.vocabulary import A_MEMBER, INSISTS, SATISFIED, WITHDRAWN
from supportroom.kernel.multilingual import MISSING, ORIGINAL, MultilingualText
from supportroom.papers.models import Paper
from supportroom.papers.whereabouts import Places


@dataclass(frozen=True)
class AnsweredComment:
    """One row, in one language; a text that was not translated is given in its original language (`language_of`)."""

    number: str
    about: str
    author: str
    text: str
    proposed: str
    support: int
    verdict: str
    reason: str
    change: str
    where: str
    satisfaction: str
    is_late: bool
    language_of: str


HEADINGS = (
    "number", "about", "author", "text", "proposed", "support", "verdict", "reason", "change", "where", "satisfaction",
)  # fmt: skip


def headings() -> list[str]:
    """Give the words above the columns, in the reader's language."""
    words = {
        "number": _("No."),
        "about": _("About"),
        "author": _("Whose"),
        "text": _("Comment"),
        "proposed": _("Other words proposed"),
        "support": _("Support"),
        "verdict": _("Answer"),
        "reason": _("Why"),
        "change": _("What was changed"),
        "where": _("Where"),
        "satisfaction": _("The commenter"),
    }
    return [words[name] for name in HEADINGS]


def comments_for_table(paper: Paper) -> list[Comment]:
    """List the comments of a paper that stand in its table: all but withdrawn ones, late ones last."""
    comments = Comment.objects.filter(window__paper=paper).exclude(state=WITHDRAWN)
    chosen = comments.select_related("window", "answer", "written_by")
    return list(with_support(chosen).order_by("is_late", "window__number", "number"))


def answer_table(paper: Paper, language: str, *, named: bool = False) -> list[AnsweredComment]:
    """Give every comment with its answer in a language: for publication, where nobody is named unless `named`."""
    with override(language):
        numbers = Places(paper).numbers
        windows = paper.windows.count()
        return [_row(each, language, numbers, windows, named=named) for each in comments_for_table(paper)]


def table_rows(rows: Sequence[AnsweredComment]) -> Iterator[list[str | int]]:
    """Give the rows as cells, under their headings."""
    yield list(headings())
    for row in rows:
        cells: list[str | int] = [getattr(row, name) for name in HEADINGS]
        yield cells


def _row(comment: Comment, language: str, numbers: dict[int, int], windows: int, *, named: bool) -> AnsweredComment:
    answer = comment.answer
    return AnsweredComment(
        number=number_of(comment, windows),
        about=_about(comment, language),
        author=author_for_all(comment) if named else str(A_MEMBER),
        text=_put_into(comment.text, language),
        proposed=_put_into(comment.proposed, language),
        support=getattr(comment, "support_count", 0),
        verdict=str(answer.get_verdict_display()) if answer else _("not answered yet"),
        reason=_said(answer.reason, language) if answer else "",
        change=_said(answer.change, language) if answer else "",
        where=_where(comment, numbers),
        satisfaction=_satisfaction(comment, language),
        is_late=comment.is_late,
        language_of=comment.text.said_in(language).language,
    )


def number_of(comment: Comment, windows: int) -> str:
    """Give a comment's number; with its window's before it where there was more than one."""
    number = f"{comment.window.number}.{comment.number}" if windows > 1 else str(comment.number)
    return _("%(number)s (late)") % {"number": number} if comment.is_late else number


def _about(comment: Comment, language: str) -> str:
    if comment.paragraph_id is None:
        return _("the paper as a whole")
    if comment.paragraph_shown:
        return _("paragraph %(number)s") % {"number": comment.paragraph_shown}
    return _said(comment.quoted, language)


def _where(comment: Comment, numbers: dict[int, int]) -> str:
    key = comment.answer.paragraph_id if comment.answer else None
    return _("paragraph %(number)s") % {"number": numbers[key]} if key in numbers else ""


def _satisfaction(comment: Comment, language: str) -> str:
    if comment.satisfaction == SATISFIED:
        return _("is satisfied")
    if comment.satisfaction == INSISTS:
        return _("insists: %(reason)s") % {"reason": _put_into(comment.insistence, language)}
    return ""


def _put_into(text: MultilingualText, language: str) -> str:
    """Give a commenter's words in a language; words that others put them into say so: they are not the commenter's."""
    words = _said(text, language)
    is_translated = bool(words) and text.state(language) not in (ORIGINAL, MISSING)
    return _("%(words)s (translated for the table)") % {"words": words} if is_translated else words


def _said(text: MultilingualText, language: str) -> str:
    return text.said_in(language).text if text else ""
