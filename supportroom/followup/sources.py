"""Where a recommendation's source can be read: by people of the room in the room, by everybody where it is published.

The floor that publishes hands over in its `ready()` where texts lie for everybody.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import may
from supportroom.papers.models import Paper
from supportroom.papers.queries import papers_visible_to
from supportroom.register.models import Document, Recommendation
from supportroom.register.recording import Source
from supportroom.register.sources import page_of, source_of
from supportroom.register.vocabulary import OF_PAPER
from supportroom.statements.models import Report, Statement
from supportroom.statements.queries import reports_visible_to, statements_visible_to

Places = Callable[[Collection[Source], str], Mapping[Source, str]]
_places: list[Places] = []


def published_through(callback: Places) -> None:
    """Let an app above say at which addresses texts lie for everybody in a language; called in its `ready()`."""
    _places.append(callback)


@dataclass(frozen=True)
class Origin:
    """The text that a recommendation comes from: what it is, its title, where in it, and where it can be read."""

    kind: str
    title: MultilingualText
    place: str
    address: str
    is_elsewhere: bool = False


def title_of(source: Source) -> MultilingualText:
    """Give the title of a text; a report has its round's."""
    title: MultilingualText = source.round.title if isinstance(source, Report) else source.title
    return title


def origin_of(actor: Actor, recommendation: Recommendation, language: str) -> Origin:
    """Say where a recommendation comes from, with the address at which this reader can read it, if there is one."""
    source = source_of(recommendation)
    address = addresses_of(actor, [source], language).get(source, "")
    return origin(recommendation, source, address + _anchor(recommendation, address))


def origin(recommendation: Recommendation, source: Source, address: str) -> Origin:
    """Say where a recommendation comes from: its text at an address in the room, or elsewhere, or at none."""
    elsewhere = "" if address or not isinstance(source, Document) else source.link
    return Origin(
        kind=recommendation.get_source_kind_display(),
        title=title_of(source),
        place=recommendation.place,
        address=address or elsewhere,
        is_elsewhere=bool(elsewhere),
    )


def _anchor(recommendation: Recommendation, address: str) -> str:
    """Give the paragraph's own place on a page of the room; what is published keeps places of its own."""
    in_room = recommendation.paragraph_id is not None and address == page_of(source_of(recommendation))
    return f"#{'p' if recommendation.source_kind == OF_PAPER else 'i'}{recommendation.paragraph_id}" if in_room else ""


def addresses_of(actor: Actor, sources: Collection[Source], language: str) -> dict[Source, str]:
    """Give where a reader can read texts, those there are: the published one first, else the room's own page.

    The number of queries does not grow with the texts.
    """
    found = _within(actor, sources)
    for place in _places:
        found |= {source: address for source, address in place(sources, language).items() if address}
    return found


def _within(actor: Actor, sources: Collection[Source]) -> dict[Source, str]:
    """Give the room's own pages of those texts that somebody of the room may read."""
    if not actor.is_known:
        return {}
    visible = {Statement: statements_visible_to, Report: reports_visible_to, Paper: papers_visible_to}
    found: dict[Source, str] = {}
    for kind, visible_to in visible.items():
        wanted: Any = {source.pk: source for source in sources if isinstance(source, kind)}
        seen = visible_to(actor).filter(pk__in=wanted).values_list("pk", flat=True) if wanted else ()
        found |= {wanted[pk]: page_of(wanted[pk]) for pk in seen}
    if may(actor, "register.read_register"):
        found |= {source: page_of(source) for source in sources if isinstance(source, Document)}
    return found
