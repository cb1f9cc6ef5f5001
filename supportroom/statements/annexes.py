"""A statement as an annex of the report: its items with their own numbers, what they rest on, and the replies."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from supportroom.kernel.multilingual import MultilingualText, direction_of
from supportroom.rendering import tree
from supportroom.statements.queries import numbered
from supportroom.statements.record import StatementFacts
from supportroom.statements.sentences import list_in_words
from supportroom.texts.vocabulary import HEADING
from supportroom.web.formatting import plain_date

Blocks = Iterator[tree.Block]


def annex_blocks(told: StatementFacts, place: int, language: str, numbers: dict[int, str]) -> Blocks:
    """Compose the annex of a statement; `numbers` tells by a point's id in which paragraph of the report it stands."""
    title = told.statement.title.said_in(language).text
    yield tree.Annex(
        title=_("Annex %(number)s: %(title)s") % {"number": place, "title": title}, anchor=f"annex-{place}"
    )
    yield tree.Facts(pairs=tuple(_facts(told, language)))
    rests: list[tuple[str, str]] = []
    for number, paragraph in numbered(list(told.paragraphs)):
        said = paragraph.content.said_in(language)
        tongue = tongue_of(paragraph.content, language)
        if paragraph.kind == HEADING:
            yield tree.Heading(text=said.text, level=2, **tongue)
            continue
        anchor = f"annex-{place}-{number}" if number else ""
        yield tree.Paragraph(text=said.text, number=number, anchor=anchor, **tongue)
        found = sorted((numbers[pk] for pk in told.sources.get(paragraph.pk, []) if pk in numbers), key=int)
        if number and found:
            rests.append((number, _(", ").join(found)))
    if rests:
        yield tree.Table(
            head=(_("Item"), _("Rests on paragraphs")),
            rows=tuple(rests),
            caption=_("What the items rest on"),
            row_heads=True,
        )
    yield from _replies(told, language)


def tongue_of(text: MultilingualText, language: str) -> dict[str, Any]:
    """Give language and direction of words, where they are not in the document's language."""
    said = text.said_in(language)
    if said.language in ("", language):
        return {}
    return {"language": said.language, "direction": "rtl" if direction_of(said.language) == "rtl" else "ltr"}


def _facts(told: StatementFacts, language: str) -> Iterator[tuple[str, str]]:
    statement = told.statement
    yield _("To"), statement.addressee.said_in(language).text
    if statement.group:
        yield _("From"), statement.group.name.said_in(language).text
    session = statement.delivered_in
    if session:
        day = plain_date(session.starts_at.astimezone(ZoneInfo(statement.round.time_zone)).date())
        title = session.title.said_in(language).text
        yield _("Delivered in"), _("%(session)s, %(date)s") % {"session": title, "date": day}
    speakers = spokespersons_in_words(list(told.named), told.unnamed)
    if speakers:
        yield _("Presented by"), speakers


def spokespersons_in_words(named: list[str], unnamed: int) -> str:
    """Name those who agree to be named, and count the others: "Name and two participants"."""
    words = list(named)
    if unnamed:
        words.append(ngettext("%(count)s participant", "%(count)s participants", unnamed) % {"count": unnamed})
    return list_in_words(words)


def _replies(told: StatementFacts, language: str) -> Blocks:
    if told.replies:
        count = len(told.replies)
        yield tree.Heading(text=ngettext("The reply", "The replies", count), level=2)
    for reply in told.replies:
        who = {"who": reply.by.said_in(language).text, "date": plain_date(reply.received_on)}
        said = reply.content.said_in(language)
        by = _("%(who)s, %(date)s") % who
        yield tree.Reply(text=said.text, by=by, **tongue_of(reply.content, language))
