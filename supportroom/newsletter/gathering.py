"""What is new since a day, out of what everybody may read."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import override

from supportroom.events.queries import public_events
from supportroom.events.vocabulary import CALLED_OFF
from supportroom.pages.queries import public_news
from supportroom.register.models import Happening
from supportroom.register.queries import released
from supportroom.register.vocabulary import ANSWERED
from supportroom.site.queries import published

Line = dict[str, Any]
LONGEST = 160


def lines_since(since: date, language: str) -> list[Line]:
    """List what is new since a day (that day included), in a language, oldest first: day, kind, title, address."""
    with override(language):
        found = [line for gather in (_published, _news, _events, _answers) for line in gather(since, language)]
    return sorted(found, key=lambda line: (line["day"], line["address"]))


def _line(day: date, kind: str, title: str, address: str) -> Line:
    short = title if len(title) <= LONGEST else f"{title[:LONGEST].rsplit(' ', 1)[0]} …"
    return {"day": day.isoformat(), "kind": kind, "title": short, "address": address}


def _published(since: date, language: str) -> Iterator[Line]:
    for one in published(language):
        day = one.edition.published_at.date()
        if day >= since:
            yield _line(day, "published", one.title.text, one.address)


def _news(since: date, language: str) -> Iterator[Line]:
    for edition in public_news().filter(published_at__date__gte=since):
        address = reverse("pages:news_show", args=[edition.page.slug])
        yield _line(edition.published_at.date(), "news", edition.title.said_in(language).text, address)


def _events(since: date, language: str) -> Iterator[Line]:
    for event in public_events().exclude(state=CALLED_OFF).filter(starts_at__date__gte=since):
        address = reverse("events:event_detail", args=[event.slug])
        yield _line(event.starts_at.date(), "event", event.title.said_in(language).text, address)


def _answers(since: date, language: str) -> Iterator[Line]:
    rows = Happening.objects.filter(recommendation__in=released(), kind=ANSWERED, told_at__date__gte=since)
    for happening in rows.select_related("recommendation").order_by("told_at", "pk"):
        asked = happening.recommendation
        address = reverse("followup:recommendation_detail", args=[asked.slug])
        yield _line(happening.told_at.date(), "answer", f"{asked.code}: {asked.text.said_in(language).text}", address)
