"""Every public page that does not depend on what somebody asks for, with its address in each language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.conf import settings
from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils.translation import override

from supportroom.answers.queries import public_answers, public_deliveries
from supportroom.briefings.queries import public_briefings
from supportroom.events.queries import public_events
from supportroom.glossary.queries import public_bodies, public_terms
from supportroom.pages.places import address_of as page_address
from supportroom.pages.queries import public_pages
from supportroom.register.models import Demand
from supportroom.register.queries import public_recommendations
from supportroom.site.models import Edition, Publication

FIXED: Final = (
    "site:home", "site:round_list_public", "site:paper_list_public", "site:statement_list_public", "site:press",
    "followup:register", "followup:figures", "followup:outcomes",
    "answers:delivery_list", "briefings:briefing_list", "briefings:coverage",
    "pages:news_list", "events:event_list", "glossary:term_list", "glossary:body_list", "questions:answered_list",
    "outlets:data", "outlets:listing",
)  # fmt: skip
Addresses = dict[str, str]


@dataclass(frozen=True)
class Place:
    """One public page: its address by language, and when it changed where that is known."""

    addresses: Addresses
    changed_on: date | None = None


def public_places() -> Iterator[Place]:
    """Give every public page once, the fixed ones first."""
    seen: set[str] = set()
    for place in _places():
        if seen.isdisjoint(place.addresses.values()):
            seen.update(place.addresses.values())
            yield place


def _places() -> Iterator[Place]:
    yield from (Place(in_languages(name)) for name in FIXED)
    yield from _things(
        "followup:recommendation_detail",
        "recommendation_slug",
        public_recommendations().values_list("slug", "state_since"),
    )
    yield from _things("followup:demand_detail", "demand_slug", _demands())
    yield from _things("glossary:term_detail", "term_slug", public_terms().values_list("slug", "definitions__since"))
    yield from _things("glossary:body_detail", "body_slug", ((slug, None) for slug in _slugs(public_bodies())))
    yield from _things("events:event_detail", "event_slug", ((slug, None) for slug in _slugs(public_events())))
    yield from _rows("answers:answer_detail", "answer_id", public_answers(), "answered_on")
    yield from _rows("answers:delivery_detail", "delivery_id", public_deliveries(), "held_on")
    yield from _rows("briefings:briefing_detail", "briefing_id", public_briefings(), "given_on")
    yield from _things("site:round_show", "slug", ((slug, None) for slug in _slugs(_reports())))
    yield from _pages()
    yield from _editions()


def in_languages(name: str, **parts: Any) -> Addresses:
    """Give the address of a named page in each language of the interface."""
    addresses = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            addresses[code] = reverse(name, kwargs=parts)
    return addresses


def _things(name: str, part: str, rows: Iterable[tuple[str, date | None]]) -> Iterator[Place]:
    newest: dict[str, date | None] = {}
    for slug, day in rows:
        known = newest.get(slug)
        newest[slug] = max(known, day) if known and day else known or day
    for slug, day in newest.items():
        yield Place(in_languages(name, **{part: slug}), day)


def _rows(name: str, part: str, rows: QuerySet[Any], day: str) -> Iterator[Place]:
    for pk, known in rows.order_by("pk").values_list("pk", day):
        yield Place(in_languages(name, **{part: pk}), known)


def _slugs(rows: Any) -> Iterable[str]:
    return list(rows.order_by("slug").values_list("slug", flat=True))


def _reports() -> QuerySet[Publication]:
    return Publication.objects.filter(report__isnull=False, editions__isnull=False).distinct()


def _demands() -> Iterable[tuple[str, date | None]]:
    rows = Demand.objects.filter(recommendations__in=public_recommendations().select_related(None))
    return rows.annotate(since=Max("recommendations__state_since")).values_list("slug", "since")


def _pages() -> Iterator[Place]:
    for edition in public_pages():
        addresses = {}
        for code, _name in settings.LANGUAGES:
            with override(code):
                addresses[code] = page_address(edition.page)
        yield Place(addresses, edition.published_at.date())


def _editions() -> Iterator[Place]:
    for edition in Edition.objects.select_related("publication").order_by("publication__slug", "number"):
        publication = edition.publication
        codes = sorted(edition.files["digests"])
        addresses = {code: publication.shelf.address(code, publication.slug, edition.number) for code in codes}
        yield Place(addresses, edition.published_at.date())
