"""Reports and papers, pages and news, events."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django.conf import settings
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from supportroom.events.models import PublicEvent
from supportroom.events.queries import public_events
from supportroom.events.vocabulary import KINDS as EVENT_KINDS
from supportroom.events.vocabulary import STATES as EVENT_STATES
from supportroom.kernel.multilingual import MultilingualText
from supportroom.outlets.interface import filters, shapes
from supportroom.outlets.interface.resources import Resource
from supportroom.pages.models import PageEdition
from supportroom.pages.places import address_of
from supportroom.pages.queries import public_news, public_pages
from supportroom.pages.vocabulary import KINDS as PAGE_KINDS
from supportroom.pages.vocabulary import NEWS, VOICES
from supportroom.site.models import Edition, Publication

_EDITION: Final = {
    "id": shapes.WORD,
    "edition": shapes.NUMBER,
    "title": shapes.TEXT,
    "summary": shapes.TEXT,
    "correction": shapes.TEXT,
    "published_at": shapes.INSTANT,
    "pages": shapes.LINKS,
    "files": {"type": "object", "additionalProperties": shapes.LINKS},
}
_FILES: Final = {True: ("paper.pdf", "paper.docx", "paper.json"), False: ("report.pdf", "report.docx")}
_PAGE: Final = {
    "id": shapes.WORD,
    "kind": shapes.choice(PAGE_KINDS),
    "voice": shapes.choice(VOICES),
    "edition": shapes.NUMBER,
    "title": shapes.TEXT,
    "summary": shapes.TEXT,
    "text": {"type": "array", "items": shapes.TEXT},
    "correction": shapes.TEXT,
    "published_at": shapes.INSTANT,
    "pages": shapes.LINKS,
}


def _editions(*, is_paper: bool) -> Callable[[], QuerySet[Edition]]:
    def rows() -> QuerySet[Edition]:
        newest = Publication.objects.filter(pk=OuterRef("publication")).annotate(last=Max("editions__number"))
        editions = Edition.objects.filter(publication__paper__isnull=not is_paper).select_related("publication")
        return editions.filter(number=Subquery(newest.values("last"))).order_by("-published_at", "pk")

    return rows


def _write_editions(rows: Sequence[Edition]) -> list[dict[str, Any]]:
    return [_edition(row) for row in rows]


def _edition(row: Edition) -> dict[str, Any]:
    place, slug = row.publication.shelf, row.publication.slug
    pages = {
        code: f"{settings.ROOM_ADDRESS}{place.address(code, slug, row.number)}" for code in sorted(row.files["digests"])
    }
    files = {
        name: {code: address + name for code, address in pages.items()}
        for name in _FILES[bool(row.publication.paper_id)]
    }
    return {
        "id": slug,
        "edition": row.number,
        "title": shapes.said(row.title),
        "summary": shapes.said(row.summary),
        "correction": shapes.said(row.note),
        "published_at": shapes.instant_of(row.published_at),
        "pages": pages,
        "files": files,
    }


def _write_pages(rows: Sequence[PageEdition]) -> list[dict[str, Any]]:
    return [_page(row) for row in rows]


def _page(row: PageEdition) -> dict[str, Any]:
    return {
        "id": row.page.slug,
        "kind": row.page.kind,
        "voice": row.page.voice,
        "edition": row.number,
        "title": shapes.said(row.title),
        "summary": shapes.said(row.summary),
        "text": [text for part in row.content if (text := shapes.said(_content(part)))],
        "correction": shapes.said(row.note),
        "published_at": shapes.instant_of(row.published_at),
        "pages": _addresses(row),
    }


def _content(part: Mapping[str, Any]) -> MultilingualText:
    content = part["content"]
    return MultilingualText(content["original"], content["texts"], content["states"])


def _addresses(row: PageEdition) -> dict[str, str]:
    addresses = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            addresses[code] = f"{settings.ROOM_ADDRESS}{address_of(row.page)}"
    return addresses


def _voices(rows: QuerySet[Any], asked: Mapping[str, Any]) -> QuerySet[Any]:
    return rows.filter(page__voice=asked["voice"]) if "voice" in asked else rows


def _write_events(rows: Sequence[PublicEvent]) -> list[dict[str, Any]]:
    return [
        {
            "id": row.slug,
            "kind": row.kind,
            "state": row.state,
            "title": shapes.said(row.title),
            "about": shapes.said(row.about),
            "place": shapes.said(row.place),
            "link": row.link,
            "starts_at": row.starts_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "ends_at": row.ends_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "time_zone": row.time_zone,
            "called_off_why": shapes.said(row.called_off_why),
            "pages": shapes.pages_of("events:event_detail", event_slug=row.slug),
        }
        for row in rows
    ]


REPORTS: Final = Resource(
    "reports", _("Reports of rounds, each by its newest edition."), _EDITION, _editions(is_paper=False),
    _write_editions, key="publication__slug",
)  # fmt: skip
PAPERS: Final = Resource(
    "papers", _("Joint papers of working groups, each by its newest edition."), _EDITION, _editions(is_paper=True),
    _write_editions, key="publication__slug",
)  # fmt: skip
NEWS_OF_ALL: Final = Resource(
    "news", _("News of the room and of the office, each by its newest edition."), _PAGE, public_news, _write_pages,
    (filters.one_of("voice", _("Whose news."), VOICES),), _voices, key="page__slug",
)  # fmt: skip
PAGES: Final = Resource(
    "pages", _("The other pages, each by its newest edition."), _PAGE,
    lambda: public_pages().exclude(page__kind=NEWS), _write_pages, key="page__slug",
)  # fmt: skip
EVENTS: Final = Resource(
    "events",
    _("Press conferences and other public events."),
    {
        "id": shapes.WORD,
        "kind": shapes.choice(EVENT_KINDS),
        "state": shapes.choice(EVENT_STATES),
        "title": shapes.TEXT,
        "about": shapes.TEXT,
        "place": shapes.TEXT,
        "link": shapes.WORD,
        "starts_at": shapes.INSTANT,
        "ends_at": shapes.INSTANT,
        "time_zone": shapes.WORD,
        "called_off_why": shapes.TEXT,
        "pages": shapes.LINKS,
    },
    lambda: public_events().order_by("-starts_at", "pk"),
    _write_events,
)
