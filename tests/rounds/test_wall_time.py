"""From the hour on the wall to the instant, on the nights when clocks are turned, from 2021 to 2027."""

import zoneinfo
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from supportroom.rounds.wall_time import instants_of, is_later_of_two, wall_time_of
from supportroom.web.formatting import moment_in_words

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


def offset(moment: datetime, zone: str) -> timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta(0)


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


@pytest.mark.parametrize("zone", ZONES)
def test_r10_what_is_announced_is_one_instant_shown_rightly_on_both_clocks_on_every_night_of_a_turn(zone: str) -> None:
    place, geneva = ZoneInfo(zone), ZoneInfo("Europe/Zurich")
    missing = doubled = 0
    for turn in turns(zone):
        first = wall_time_of(turn, zone) - timedelta(hours=3)
        for step in range(25):
            wall = first + timedelta(minutes=15 * step)
            found = instants_of(wall.date(), wall.time(), zone)
            missing, doubled = missing + (not found), doubled + (len(found) == 2)
            for instant in found:
                shown = {f"{instant.astimezone(each):%H:%M}" for each in (place, geneva)}
                with override("en"):
                    words = moment_in_words(instant, zone, "Europe/Zurich")
                assert all(hour in words for hour in shown), (zone, instant, words)
                assert f"{wall:%H:%M}" in shown
            if len(found) == 2:
                assert [is_later_of_two(each, zone) for each in found] == [False, True]
    springs = sum(offset(turn, zone) > offset(turn - timedelta(days=1), zone) for turn in turns(zone))
    assert (missing, doubled) == (4 * springs, 4 * (len(turns(zone)) - springs))


def test_r10_the_tables_of_time_zones_are_those_that_come_with_the_room() -> None:
    assert zoneinfo.TZPATH == (), "an operating system's tables may be years old"
    assert instants_of(date(2027, 1, 15), time(12), "Asia/Damascus") == (datetime(2027, 1, 15, 9, tzinfo=UTC),)
