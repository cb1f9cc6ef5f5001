"""What each feed tells in a language: news, reports, papers, what moved in the register. Instants, to the hour."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from django.conf import settings
from django.db.models import Min, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import Missing
from supportroom.kernel.ids import spell
from supportroom.outlets.atom import Entry, Feed
from supportroom.pages.models import PageEdition
from supportroom.pages.places import address_of as page_address
from supportroom.pages.queries import public_news
from supportroom.pages.vocabulary import OF_OFFICE, OF_ROOM, VOICES
from supportroom.register.models import Happening
from supportroom.register.queries import public_recommendations
from supportroom.register.vocabulary import HAPPENINGS
from supportroom.room.queries import charter
from supportroom.search.sources.kinds import address_of
from supportroom.site.models import Edition

MOST_ENTRIES: Final = 50
BEFORE_ALL: Final = datetime(2016, 1, 1, tzinfo=UTC)
Tell = Callable[[str], Iterable[Entry]]


@dataclass(frozen=True)
class Kind:
    """A feed: its title, the page that it follows, and what it tells in a language, the newest first."""

    title: Promise
    page: str
    tell: Tell


def feed_of(kind: str, language: str) -> Feed:
    """Compose a feed in the present language; Missing for a kind that there is not."""
    found = KINDS.get(kind)
    if found is None:
        raise Missing("kernel.missing")
    room = charter()
    name = room.name.said_in(language).text
    return Feed(
        title=f"{name}: {found.title}",
        language=language,
        publisher=name,
        own_address=web(reverse("outlets:feed", args=[kind])),
        page_address=web(reverse(found.page)),
        started=BEFORE_ALL,
        entries=list(found.tell(language)),
    )


def web(address: str) -> str:
    """Give the full address, with the room's own before it."""
    return f"{settings.ROOM_ADDRESS}{address}"


def _hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


def _news(voice: str) -> Tell:
    def tell(language: str) -> Iterable[Entry]:
        return [_piece_of_news(edition, language) for edition in public_news(voice)[:MOST_ENTRIES]]

    return tell


def _piece_of_news(edition: PageEdition, language: str) -> Entry:
    title = edition.title.said_in(language)
    page = edition.page
    return Entry(
        key=web(f"/#{spell(page.pk)}"),
        title=title.text,
        address=web(page_address(page)),
        published=_hour(page.out_since or edition.published_at),
        updated=_hour(edition.published_at),
        language=title.language,
        summary=edition.summary.said_in(language).text,
        category=str(VOICES[page.voice]),
    )


def _editions(condition: Q) -> Tell:
    def tell(language: str) -> Iterable[Entry]:
        rows = Edition.objects.filter(condition).select_related("publication")
        rows = rows.annotate(first_at=Min("publication__editions__published_at"))
        return [_edition(edition, language) for edition in rows.order_by("-published_at", "pk")[:MOST_ENTRIES]]

    return tell


def _edition(edition: Edition, language: str) -> Entry:
    title, shelf = edition.title.said_in(language), edition.publication.shelf
    codes = tuple(edition.files["digests"])
    code = language if language in codes else codes[0]
    note = edition.note.said_in(language).text
    summary = edition.summary.said_in(language).text
    return Entry(
        key=web(f"/#{spell(edition.pk)}"),
        title=title.text,
        address=web(shelf.address(code, edition.publication.slug, edition.number)),
        published=_hour(edition.published_at),
        updated=_hour(edition.published_at),
        language=title.language,
        summary=f"{note}\n\n{summary}".strip(),
    )


def _moves(language: str) -> Iterable[Entry]:
    rows = Happening.objects.filter(recommendation__in=public_recommendations().select_related(None))
    rows = rows.select_related("recommendation", "addressee").order_by("-told_at", "pk")
    return [_move(happening, language) for happening in rows[:MOST_ENTRIES]]


def _move(happening: Happening, language: str) -> Entry:
    recommendation = happening.recommendation
    asked = recommendation.text.said_in(language)
    who = happening.addressee.name.said_in(language).text if happening.addressee else ""
    words = happening.words.said_in(language).text
    step = str(HAPPENINGS[happening.kind])
    # Days stand at noon in UTC: the same day by every clock that the room lives by.
    published = datetime.combine(happening.on, time(12), tzinfo=UTC)
    return Entry(
        key=web(f"/#{spell(happening.pk)}"),
        title=" · ".join(filter(None, [recommendation.code, step, who])),
        address=web(address_of("followup:recommendation_detail", language, recommendation_slug=recommendation.slug)),
        published=_hour(min(published, happening.told_at)),
        updated=_hour(happening.told_at),
        language=asked.language,
        summary="\n\n".join(filter(None, [words, asked.text])),
        category=step,
    )


KINDS: Final = {
    "news-room": Kind(_("News of the room"), "pages:news_list", _news(OF_ROOM)),
    "news-office": Kind(_("News of the office"), "pages:news_list", _news(OF_OFFICE)),
    "reports": Kind(_("Reports of rounds"), "site:round_list_public", _editions(Q(publication__report__isnull=False))),
    "papers": Kind(_("Joint papers"), "site:paper_list_public", _editions(Q(publication__paper__isnull=False))),
    "register": Kind(_("What moved in the register"), "followup:register", _moves),
}
