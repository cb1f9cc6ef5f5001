"""A paper as it leaves the room: one document with its summary, its dissent, its review and its history inside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from supportroom.adoption.composing import dissent_blocks, review_blocks
from supportroom.adoption.queries import adoption_of, opinions_to
from supportroom.kernel.multilingual import MultilingualText, Wording, direction_of
from supportroom.library.citing import bibliography
from supportroom.library.keys import plain_key
from supportroom.library.models import Source
from supportroom.library.queries import sources_of
from supportroom.papers.composing import labels, paper_blocks
from supportroom.papers.footnotes import keys_in
from supportroom.papers.models import Paper
from supportroom.papers.versions import VersionView
from supportroom.press.history import Happening, history_of, tally_in_words
from supportroom.press.queries import approved_summary, authors_of
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import PUBLIC
from supportroom.rendering import tree
from supportroom.room.queries import charter
from supportroom.web.formatting import plain_date

Blocks = Iterator[tree.Block]


@dataclass(frozen=True)
class Imprint:
    """What an edition says of itself: its name, its address, the day, how it is cited, steps of its publication."""

    edition: str = ""
    address: str = ""
    day: date | None = None
    cited_as: str = ""
    steps: Sequence[Happening] = ()
    notice: str = ""


def paper_document(paper: Paper, version: VersionView, language: str, imprint: Imprint) -> tree.Document:
    """Compose a paper in a language: what was adopted, then opposing opinions, sources, review and history."""
    with override(language):
        notices = (imprint.notice, _adopted(paper))
        return tree.Document(
            title=version.title.said_in(language).text,
            subtitle=_("Joint paper of the working group “%(group)s”") % {"group": _said(paper.group.title, language)},
            language=language,
            direction=_direction(language),
            blocks=tuple(_blocks(paper, version, language, imprint)),
            publisher=_said(charter().name, language),
            date_line=" · ".join(
                filter(None, (_list(names_of(paper)), plain_date(imprint.day) if imprint.day else ""))
            ),
            edition=imprint.edition,
            address=imprint.address,
            notices=tuple(filter(None, notices)),
            contents=True,
            published=imprint.day,
            labels=labels(),
        )


def names_of(paper: Paper) -> list[str]:
    """Give the names of those in the group who agree to be named in what is published."""
    return [name_for(seat.person, PUBLIC, consented=True) for seat in authors_of(paper)]


def authors_in_words(paper: Paper, language: str) -> tuple[str, ...]:
    """Give whom to cite: those who agree to be named, else the group."""
    with override(language):
        group = _("Working group “%(group)s”") % {"group": _said(paper.group.title, language)}
    return tuple(names_of(paper)) or (group,)


def _adopted(paper: Paper) -> str:
    """Say at the very top how it was adopted, and that the opposing opinions are in it."""
    adoption = adoption_of(paper)
    if adoption is None or not adoption.asked.is_agreed:
        return ""
    told = _("Adopted by the members: %(tally)s.") % {"tally": tally_in_words(adoption.asked)}
    count = len(opinions_to(adoption))
    if not count:
        return told
    inside = ngettext(
        "%(num)s opposing opinion is part of this paper.", "%(num)s opposing opinions are part of this paper.", count
    )
    return f"{told} {inside % {'num': count}}"


def _blocks(paper: Paper, version: VersionView, language: str, imprint: Imprint) -> Blocks:
    yield from _summary(approved_summary(paper), language)
    sources = list(sources_of(paper.group, with_removed=True))
    blocks, _footnotes = paper_blocks(version, language, "", sources)
    yield from blocks
    yield from dissent_blocks(paper, language)
    yield from _bibliography(version, sources, language)
    yield from review_blocks(paper, language)
    yield from history_blocks([*history_of(paper), *imprint.steps])
    if imprint.cited_as:
        yield tree.Heading(text=_("How to cite this paper"), anchor="citation")
        yield tree.Paragraph(text=imprint.cited_as)


def _summary(summary: MultilingualText, language: str) -> Blocks:
    if not summary:
        return
    yield tree.Heading(text=_("Summary"), anchor="summary")
    yield from paragraphs_of(summary.said_in(language), language)


def paragraphs_of(said: Wording, language: str) -> Blocks:
    """Give words of several paragraphs, set apart where they are in another language."""
    own = said.language not in ("", language)
    direction = _direction(said.language) if own else None
    for part in said.text.replace("\r\n", "\n").split("\n\n"):
        if part.strip():
            yield tree.Paragraph(text=part.strip(), language=said.language if own else "", direction=direction)


def _bibliography(version: VersionView, sources: list[Source], language: str) -> Blocks:
    cited = {key for each in version.shown for words in each.content.texts.values() for key in keys_in(words)}
    used = [source for source in sources if plain_key(source.key) in cited]
    if used:
        yield tree.Heading(text=_("Sources"), anchor="sources")
        yield tree.Items(entries=tuple(tree.Item(text=line) for line in bibliography(used, language=language)))


def history_blocks(steps: Sequence[Happening]) -> Blocks:
    """Give the history: days, and what happened on each."""
    yield tree.Heading(text=_("How this paper came about"), anchor="history")
    told = tuple((step.day, step.words) for step in sorted(steps, key=lambda step: step.when))
    yield tree.Facts(pairs=told, sentences=True)


def _said(text: MultilingualText, language: str) -> str:
    return text.said_in(language).text


def _list(names: Sequence[str]) -> str:
    return _(", ").join(names)


def _direction(language: str) -> tree.Direction:
    return "rtl" if direction_of(language) == "rtl" else "ltr"
