"""What is posted by hand: a card for each language, and a text to go with it."""

from collections.abc import Callable

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.adoption.queries import adoption_of, opinions_to
from supportroom.kernel.multilingual import direction_of
from supportroom.papers.models import Paper
from supportroom.press.history import tally_in_words
from supportroom.press.queries import approved_summary
from supportroom.rendering.card import Card, shortened
from supportroom.room.queries import charter

LONGEST_POST = 280
ADDRESS_COUNTS = 30
_published: list[Callable[[Paper, str], str]] = []


def ask_where(place: Callable[[Paper, str], str]) -> None:
    """Let the floor above tell at which address a paper stands in a language, or nothing; called in its `ready()`."""
    _published.append(place)


def published_at(paper: Paper, language: str) -> str:
    """Give the address at which a paper stands in a language, or nothing while it is not public there."""
    return next((found for place in _published if (found := place(paper, language))), "")


def card_of(paper: Paper, language: str) -> Card:
    """Give the card of a paper: the room, the title, how it was adopted."""
    with override(language):
        return Card(
            publisher=charter().name.said_in(language).text,
            kind=_("Joint paper"),
            title=paper.title.said_in(language).text,
            line=_line(paper),
            language=language,
            direction="rtl" if direction_of(language) == "rtl" else "ltr",
        )


def _line(paper: Paper) -> str:
    adoption = adoption_of(paper)
    if adoption is None or not adoption.asked.tally:
        return ""
    told = _("Adopted by the members: %(tally)s.") % {"tally": tally_in_words(adoption.asked)}
    if opinions_to(adoption):
        told += " " + _("With opposing opinions.")
    return told


def post_of(paper: Paper, language: str) -> str:
    """Give a text to post with the card: title, the beginning of the approved summary, the address once it is out."""
    address = published_at(paper, language)
    with override(language):
        title = paper.title.said_in(language).text
        summary = approved_summary(paper).said_in(language).text
        room = charter().name.said_in(language).text
    parts = [f"{room}: {title}"]
    left = LONGEST_POST - len(parts[0]) - (ADDRESS_COUNTS if address else 0)
    if summary and left > ADDRESS_COUNTS:
        parts.append(shortened(summary, left))
    if address:
        parts.append(f"{settings.ROOM_ADDRESS}{address}")
    return "\n\n".join(parts)
