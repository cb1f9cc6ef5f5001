"""From the hour on the wall to the instant, on the nights when clocks are turned, from 2021 to 2027."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from supportroom.rounds.wall_time import instants_of, is_later_of_two, wall_time_of

ZONES = ["Asia/Damascus", "Asia/Amman", "Asia/Beirut", "Europe/Zurich", "Europe/Istanbul"]


def test_damascus_keeps_one_clock_since_2022_and_geneva_two() -> None:
    assert instants_of(date(2026, 1, 15), time(18), "Asia/Damascus") == (datetime(2026, 1, 15, 15, tzinfo=UTC),)
    assert instants_of(date(2026, 7, 15), time(18), "Asia/Damascus") == (datetime(2026, 7, 15, 15, tzinfo=UTC),)
    assert instants_of(date(2026, 1, 15), time(18), "Europe/Zurich") == (datetime(2026, 1, 15, 17, tzinfo=UTC),)
    assert instants_of(date(2026, 7, 15), time(18), "Europe/Zurich") == (datetime(2026, 7, 15, 16, tzinfo=UTC),)


def test_an_hour_that_the_clock_jumps_over_does_not_exist() -> None:
    assert instants_of(date(2026, 3, 29), time(2, 30), "Europe/Zurich") == ()
    assert instants_of(date(2026, 3, 29), time(0, 30), "Asia/Beirut") == ()


def test_an_hour_that_the_clock_shows_twice_is_two_instants() -> None:
    first, second = instants_of(date(2026, 10, 25), time(2, 30), "Europe/Zurich")
    assert second - first == timedelta(hours=1)
    assert not is_later_of_two(first, "Europe/Zurich")
    assert is_later_of_two(second, "Europe/Zurich")


def turns(zone: str) -> list[datetime]:
    """Give the instants between 2021 and 2027 at which the zone's clock is turned, to the half hour."""
    place, moment, found = ZoneInfo(zone), datetime(2021, 1, 1, tzinfo=UTC), []
    while moment.year < 2028:
        later = moment + timedelta(days=1)
        if moment.astimezone(place).utcoffset() != later.astimezone(place).utcoffset():
            steps = (moment + timedelta(minutes=30 * n) for n in range(1, 49))
            before = moment.astimezone(place).utcoffset()
            found.append(next(step for step in steps if step.astimezone(place).utcoffset() != before))
        moment = later
    return found


@pytest.mark.parametrize("zone", ZONES)
def test_every_instant_around_a_turn_of_the_clock_comes_back_from_its_wall_time(zone: str) -> None:
    for turn in turns(zone):
        for minutes in range(-180, 181, 30):
            instant = turn + timedelta(minutes=minutes)
            wall = wall_time_of(instant, zone)
            assert instant in instants_of(wall.date(), wall.time(), zone)
