"""Public events as an iCalendar file (RFC 5545). They are public: title, place and address stand in it.

Instants are written in UTC, so that every clock shows its own hour. An event that was called off stays in the feed as
cancelled: calendars that had it strike it out. Pure: no database, no request.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from supportroom.events.models import PublicEvent
from supportroom.events.vocabulary import CALLED_OFF

if TYPE_CHECKING:
    from icalendar import Event

MADE_BY = "-//-//Public events//EN"


def ics(events: Iterable[PublicEvent], language: str, name: str, address: Callable[[PublicEvent], str]) -> bytes:
    """Write a calendar of this name with these events in a language; `address` leads to an event's page."""
    from icalendar import Calendar  # noqa: PLC0415 - some five megabytes, which a room without calendars does not pay

    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    for event in events:
        calendar.add_component(_event(event, language, address(event)))
    written: bytes = calendar.to_ical()
    return written


def _event(event: PublicEvent, language: str, address: str) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    entry = Event()
    entry.add("uid", f"{event.slug}@public-events")
    entry.add("dtstamp", event.starts_at.astimezone(UTC).replace(microsecond=0))
    entry.add("dtstart", event.starts_at.astimezone(UTC))
    entry.add("dtend", event.ends_at.astimezone(UTC))
    entry.add("summary", event.title.said_in(language).text)
    if event.place:
        entry.add("location", event.place.said_in(language).text)
    if event.about:
        entry.add("description", event.about.said_in(language).text)
    entry.add("url", address)
    entry.add("sequence", event.version)
    entry.add("status", "CANCELLED" if event.state == CALLED_OFF else "CONFIRMED")
    return entry
