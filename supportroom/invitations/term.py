"""Days and instants around a round: the notice given, when its first day begins, which reminder is due. Pure."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SUBSTITUTE_DAYS = 3
SETTLING = timedelta(days=1)  # whoever was invited since yesterday is not reminded yet


def notice_days(sent_at: datetime, first_day: date, zone: str) -> int:
    """Give the days from the day of sending to the round's first day, by the calendar of the round's zone; 0 at least.

    From 21 to 28 November are seven days, whatever the hour.
    """
    return max(0, (first_day - sent_at.astimezone(ZoneInfo(zone)).date()).days)


def beginning_of(day: date, zone: str) -> datetime:
    """Give the instant at which a day begins in a zone; where clocks jump over midnight, the instant of the jump."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def is_possible(answer_by: datetime, moment: datetime, first_day: date, zone: str) -> bool:
    """Tell whether a term lies ahead, and not after the round's first day has begun."""
    return moment < answer_by <= beginning_of(first_day, zone)


def reminder_due(
    answer_by: datetime, sent_at: datetime, moment: datetime, *, days: Collection[int], reminded: Collection[int]
) -> int | None:
    """Give the reminder (so many days before the term) that is due now, or None.

    Of several whose day has come only the nearest to the term counts, so that a late run sends one. None is due that
    fell within a day after the invitation itself went out, nor after the term.
    """
    if moment >= answer_by:
        return None
    come = [day for day in days if sent_at + SETTLING <= answer_by - timedelta(days=day) <= moment]
    nearest = min(come, default=None)
    return None if nearest in reminded else nearest


def passed_reminders(nearest: int, days: Collection[int]) -> list[int]:
    """Give the reminders that are out of date once this one is sent: itself and those further from the term."""
    return sorted(day for day in days if day >= nearest)


def term_for_substitute(answer_by: datetime, moment: datetime, first_day: date, zone: str) -> datetime:
    """Give a substitute's term: the letter's, or three days from now if that is later; but before the round begins."""
    later = max(answer_by, moment + timedelta(days=SUBSTITUTE_DAYS))
    return min(later, beginning_of(first_day, zone))
