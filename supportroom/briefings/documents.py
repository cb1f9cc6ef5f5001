"""The list of what was absent from a briefing, as it was sent: on the page, as a sheet, as a Word file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from supportroom.briefings.models import AbsentList, Briefing
from supportroom.kernel.multilingual import MultilingualText, Wording, direction_of
from supportroom.rendering.docx import to_docx
from supportroom.rendering.tree import Direction, Document, Paragraph, Table
from supportroom.web.formatting import day_known, plain_date


@dataclass(frozen=True)
class Line:
    """One recommendation of a list, in one language; `text` says in which it stands."""

    number: str
    slug: str
    text: Wording
    asked: str
    round: str


def title_of(briefing: Briefing, language: str) -> str:
    """Give a briefing's title in a language, or its day where it has none."""
    return briefing.title.said_in(language).text or _("Briefing of %(day)s") % {"day": plain_date(briefing.given_on)}


def lines_of(sent: AbsentList, language: str) -> list[Line]:
    """Give the lines of a list in a language, as they stood when it was sent."""
    return [
        Line(
            number=line["number"],
            slug=line["slug"],
            text=_text(line["text"]).said_in(language),
            asked=day_known(date.fromisoformat(line["asked_on"]), line["precision"]).striptags(),
            round=_text(line["round"]).said_in(language).text if line["round"] else "",
        )
        for line in sent.lines
    ]


def _text(kept: dict[str, Any]) -> MultilingualText:
    return MultilingualText(kept["original"], kept["texts"], kept["states"])


def headings() -> list[str]:
    """Give the words above the columns, in the reader's language."""
    return [_("No."), _("Recommendation"), _("Asked since"), _("Round")]


def absent_rows(sent: AbsentList, language: str) -> Iterator[list[str]]:
    """Give a list as rows under their headings."""
    yield headings()
    for line in lines_of(sent, language):
        yield [line.number, line.text.text, line.asked, line.round]


def absent_docx(sent: AbsentList, language: str) -> bytes:
    """Give a list as a Word file, with the words that went with it."""
    head, *cells = absent_rows(sent, language)
    direction: Direction = "rtl" if direction_of(language) == "rtl" else "ltr"
    words = sent.words.said_in(language)
    spoken: Direction = "rtl" if words.direction == "rtl" else "ltr"
    said = [
        Paragraph(text=part, language=words.language, direction=spoken)
        for part in words.text.split("\n")
        if part.strip()
    ]
    body = Table(head=tuple(head), rows=tuple(map(tuple, cells)), row_heads=True)
    title = _("Recommendations absent from the briefing of %(day)s") % {"day": plain_date(sent.briefing.given_on)}
    subtitle = " · ".join(filter(None, [sent.briefing.symbol, title_of(sent.briefing, language)]))
    return to_docx(
        Document(title=title, subtitle=subtitle, language=language, direction=direction, blocks=(*said, body))
    )
