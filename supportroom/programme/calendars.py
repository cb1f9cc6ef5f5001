"""A person's meetings as an iCalendar file (RFC 5545) that tells nothing but when. Pure: no database, no request.

A calendar lies on phones, on watches and with companies that keep them in step: there is no name, place, topic, link or
room in it (S40). Instants are written in UTC, so that every clock shows its own hour, whatever zone rules it knows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from icalendar import Event

MADE_BY = "-//-//Calendar//EN"


@dataclass(frozen=True)
class Entry:
    """A meeting as a calendar has it; `uid` is opaque and stays, `sequence` grows with each change."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    sequence: int


class Appointment(Protocol):
    """What can stand in somebody's calendar; `key` is opaque and stays, `revision` grows with each change."""

    @property
    def key(self) -> str:
        """What tells it from all others."""

    @property
    def starts_at(self) -> datetime:
        """When it begins."""

    @property
    def ends_at(self) -> datetime:
        """When it is over."""

    @property
    def revision(self) -> int:
        """How often it was changed."""


@dataclass(frozen=True)
class Held:
    """A meeting of a floor above, as a calendar needs it."""

    key: str
    starts_at: datetime
    ends_at: datetime
    revision: int


def ics(entries: Iterable[Entry], *, summary: str, name: str, stamp: datetime) -> bytes:
    """Write a calendar of this name with these entries, each with the same neutral summary, as of `stamp`."""
    from icalendar import Calendar  # noqa: PLC0415 - some five megabytes, which a room without calendars does not pay

    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, summary, stamp))
    return calendar.to_ical()


def _event(entry: Entry, summary: str, stamp: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("dtend", entry.ends_at.astimezone(UTC))
    event.add("summary", summary)
    event.add("sequence", entry.sequence)
    event.add("class", "PRIVATE")
    return event
