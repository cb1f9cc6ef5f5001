"""What is told to whom, and mornings."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from supportroom.notices.actions import choose_pace
from supportroom.notices.models import Mail, Notice
from supportroom.notices.telling import tell
from supportroom.people.models import Person
from tests.factories.personas import actor_of


def told() -> None:
    """Tell of everything that waits."""
    tell()


def kinds_told(person: Person) -> list[str]:
    """Give what somebody was told, by the names of the sentences, in order."""
    return sorted(Notice.objects.filter(person=person).values_list("kind", flat=True))


def mails_of(person: Person) -> list[Mail]:
    """Give the mails that were queued for somebody, oldest first."""
    return list(Mail.objects.filter(person=person).order_by("written_at"))


def choose(person: Person, category: str, pace: str, channel: str = "mail") -> None:
    """Let somebody choose a pace."""
    choose_pace(actor=actor_of(person), person=person, paces=[(category, channel, pace)])


def local(zone: str, *parts: int) -> datetime:
    """Give an instant by a zone's clock: year, month, day, hour, minute; in UTC."""
    year, month, day, hour, minute = (*parts, 0, 0)[:5]
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)
