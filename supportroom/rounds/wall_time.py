"""From the hour on a wall to an instant: pure, and careful with the two nights a year when clocks are turned (R10).

Times are typed as wall time in the round's zone and kept in UTC.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def instants_of(day: date, hour: time, zone: str) -> tuple[datetime, ...]:
    """Give the instants at which clocks in this zone show this hour on this day.

    One as a rule; none where the clock jumps over it (spring); two where it is shown twice (autumn), the earlier first.
    """
    place = ZoneInfo(zone)
    wall = datetime.combine(day, hour)
    both = (wall.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1))
    real = {instant for instant in both if instant.astimezone(place).replace(tzinfo=None) == wall}
    return tuple(sorted(real))


def wall_time_of(instant: datetime, zone: str) -> datetime:
    """Give day and hour that clocks in this zone show at an instant, without a zone."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def is_later_of_two(instant: datetime, zone: str) -> bool:
    """Tell whether an instant is the second of two at which clocks show the same hour."""
    return instant.astimezone(ZoneInfo(zone)).fold == 1
