"""Terms of the glossary, events, briefings."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from django.db.models import Count, Max, Prefetch, QuerySet, Sum

from supportroom.briefings.models import Briefing, Reflection
from supportroom.briefings.queries import public_briefings
from supportroom.events.models import PublicEvent
from supportroom.events.queries import public_events
from supportroom.glossary.models import Definition, Term
from supportroom.glossary.queries import newest_definitions, public_terms
from supportroom.journal.models import reference
from supportroom.register.queries import public_recommendations
from supportroom.search.sources.kinds import Leaf, Source, address_of, ids_in, languages_of


def _term_marks() -> Iterable[tuple[str, str]]:
    rows = public_terms().annotate(last=Max("definitions__number"), amended=Max("definitions__version"))
    return [
        (f"glossary.term:{pk}", f"{version}.{last}.{amended}")
        for pk, version, last, amended in rows.values_list("pk", "version", "last", "amended")
    ]


def _term_leaves(things: Collection[str]) -> Iterator[Leaf]:
    for definition in newest_definitions(public_terms().filter(pk__in=ids_in(things))):
        for language in languages_of(definition.term.name):
            yield _term(definition.term, definition, language)


def _term(term: Term, definition: Definition, language: str) -> Leaf:
    forms = ", ".join(term.forms.get(language, ()))
    return Leaf(
        thing=reference(term),
        language=language,
        title=term.name.said_in(language).text,
        words="\n".join(filter(None, [definition.text.said_in(language).text, forms])),
        address=address_of("glossary:term_detail", language, term_slug=term.slug),
        day=definition.since,
    )


def _event_marks() -> Iterable[tuple[str, str]]:
    rows = public_events().select_related(None).order_by().values_list("pk", "version")
    return [(f"events.publicevent:{pk}", str(version)) for pk, version in rows]


def _event_leaves(things: Collection[str]) -> Iterator[Leaf]:
    for event in public_events().filter(pk__in=ids_in(things)):
        for language in languages_of(event.title):
            yield _event(event, language)


def _event(event: PublicEvent, language: str) -> Leaf:
    texts = (event.about, event.place, event.called_off_why)
    return Leaf(
        thing=reference(event),
        language=language,
        title=event.title.said_in(language).text,
        words="\n".join(words for text in texts if (words := text.said_in(language).text)),
        address=address_of("events:event_detail", language, event_slug=event.slug),
        day=event.starts_at.date(),
    )


def _readings() -> QuerySet[Reflection]:
    """What was read of public recommendations: the words that it quotes are all that the public reads of a briefing."""
    return Reflection.objects.filter(recommendation__in=public_recommendations().select_related(None).values("pk"))


def _briefing_marks() -> Iterable[tuple[str, str]]:
    quoted = dict(_readings().order_by().values_list("briefing").annotate(told=Sum("version") + Count("pk")))
    rows = public_briefings().order_by().values_list("pk", "version")
    return [(f"briefings.briefing:{pk}", f"{version}.{quoted.get(pk, 0)}") for pk, version in rows]


def _briefing_leaves(things: Collection[str]) -> Iterator[Leaf]:
    readings = Prefetch("reflections", _readings().order_by("pk"))
    for briefing in public_briefings().filter(pk__in=ids_in(things)).prefetch_related(readings):
        yield _briefing(briefing)


def _briefing(briefing: Briefing) -> Leaf:
    """A briefing stands in one language: it is somebody else's text, whole for the room's own people alone."""
    title = briefing.title.said_in(briefing.language).text
    quotations = dict.fromkeys(reading.quotation for reading in briefing.reflections.all())
    return Leaf(
        thing=reference(briefing),
        language=briefing.language,
        title=" ".join(filter(None, [title, briefing.symbol])) or briefing.given_on.isoformat(),
        words="\n".join(filter(None, quotations)),
        address=address_of("briefings:briefing_detail", briefing.language, briefing_id=briefing.pk),
        day=briefing.given_on,
    )


TERMS: Final = Source("term", _term_marks, _term_leaves)
EVENTS: Final = Source("event", _event_marks, _event_leaves)
BRIEFINGS: Final = Source("briefing", _briefing_marks, _briefing_leaves)
