"""When somebody is told: the pace that holds for them, and the mornings by their own clock. Writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from django.utils.crypto import salted_hmac

from supportroom.notices.models import Choice
from supportroom.notices.vocabulary import (
    ALWAYS_AT_ONCE,
    APP,
    AT_ONCE,
    CATEGORIES,
    CHANNELS,
    NONE,
    USUAL_BY_MAIL,
    WEEKLY,
)

MORNING: Final = time(7, 0)
LEAST_JITTER, MOST_JITTER = timedelta(minutes=5), timedelta(minutes=30)
Paces = dict[tuple[str, str], str]


def usual_pace(category: str, channel: str) -> str:
    """Give the pace that holds where somebody has chosen none: in the room at once, by mail as the category has it."""
    return AT_ONCE if channel == APP else USUAL_BY_MAIL[category]


def paces_of(person_ids: Iterable[int]) -> dict[int, Paces]:
    """Give each person's pace for every category and channel."""
    usual = {(category, channel): usual_pace(category, channel) for category in CATEGORIES for channel in CHANNELS}
    paces = {person_id: dict(usual) for person_id in person_ids}
    chosen = Choice.objects.filter(person_id__in=paces).exclude(category__in=ALWAYS_AT_ONCE)
    for person_id, category, channel, pace in chosen.values_list("person_id", "category", "channel", "pace"):
        paces[person_id][category, channel] = pace
    return paces


def clock_of(zone: str) -> tzinfo:
    """Give a zone's clock; UTC for one that this machine does not know (any more): others are told all the same."""
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return UTC


def morning_of(zone: str, day: date) -> datetime:
    """Give the instant at which it is seven in the morning of a day by a zone's clock, in UTC."""
    return datetime.combine(day, MORNING, clock_of(zone)).astimezone(UTC)


def shown_from(pace: str, zone: str, moment: datetime) -> datetime | None:
    """Give when a notice of this moment is shown in the room: then, the next morning, the next Monday's, or never."""
    if pace == NONE:
        return None
    if pace == AT_ONCE:
        return moment
    day = moment.astimezone(clock_of(zone)).date()
    if pace == WEEKLY:
        day -= timedelta(days=day.weekday())
    step = timedelta(days=7 if pace == WEEKLY else 1)
    while (morning := morning_of(zone, day)) <= moment:
        day += step
    return morning


def jitter(person_id: int, day: date) -> timedelta:
    """Give how long after the morning somebody's digest leaves on a day: 5 to 30 minutes, always the same (S40)."""
    digest = salted_hmac("supportroom.notices.jitter", f"{person_id} {day}", algorithm="sha256").digest()
    share = int.from_bytes(digest[:4]) / 2**32
    return LEAST_JITTER + (MOST_JITTER - LEAST_JITTER) * share


@dataclass(frozen=True)
class Due:
    """What a digest takes up on somebody's day: what is older than this morning's, or this Monday morning's, hour."""

    day: date
    daily: datetime
    weekly: datetime

    def takes(self, pace: str, at: datetime) -> bool:
        """Tell whether a notice of this instant belongs in the digest; one that is not weekly comes daily."""
        return at < (self.weekly if pace == WEEKLY else self.daily)


def due_on(person_id: int, zone: str, moment: datetime) -> Due:
    """Give the last digest hour that has come for somebody by their own clock: today's, or yesterday's until it has."""
    day = moment.astimezone(clock_of(zone)).date()
    while _hour(person_id, zone, day) > moment:
        day -= timedelta(days=1)
    monday = day - timedelta(days=day.weekday())
    return Due(day, _hour(person_id, zone, day), _hour(person_id, zone, monday))


def _hour(person_id: int, zone: str, day: date) -> datetime:
    return morning_of(zone, day) + jitter(person_id, day)
