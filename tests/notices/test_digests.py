"""Digests leave on somebody's own morning, once a day, also late, twice, and where clocks change."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from supportroom.notices import digests
from supportroom.notices.actions import read_notices
from supportroom.notices.models import DigestDay, Mail, Notice
from supportroom.notices.pace import due_on, jitter, morning_of, shown_from
from supportroom.notices.vocabulary import AT_ONCE, DAILY, NONE, ROUNDS, TEXTS, TOPICS, WEEKLY
from supportroom.people.actions import set_language
from supportroom.people.models import Person
from tests.factories.notices import choose, local, mails_of
from tests.factories.personas import actor_of, make_person

pytestmark = pytest.mark.django_db
BEIRUT, GENEVA, DAMASCUS = "Asia/Beirut", "Europe/Zurich", "Asia/Damascus"
# The days on which clocks change, and the days around them; Damascus has kept one time since 2022.
EDGES = [(BEIRUT, date(2026, 3, 29)), (BEIRUT, date(2026, 10, 25)), (GENEVA, date(2026, 3, 29)),
         (GENEVA, date(2026, 10, 25)), (DAMASCUS, date(2026, 3, 27)), (DAMASCUS, date(2026, 10, 30))]  # fmt: skip


def notice_at(person: Person, at: datetime, category: str = TOPICS, *, is_read: bool = False) -> Notice:
    """Lay down a notice that no mail spoke of yet."""
    return Notice.objects.create(
        person=person, entry=Notice.objects.count() + 1, kind="topics.remark", category=category,
        about="topics.topic:1", at=at, shows_at=at, is_read=is_read,
    )  # fmt: skip


def living_in(zone: str, name: str = "Dina Digest-Invented") -> Person:
    """Give a person who lives by a zone's clock and has every topic told daily."""
    person = make_person(name, "member")
    set_language(actor=actor_of(person), person=person, language="ar", time_zone=zone)
    choose(person, TOPICS, DAILY)
    Mail.objects.all().delete()
    return person


def run_at(clock: time_machine.Traveller, moment: datetime) -> int:
    """Run the queueing of digests at an instant; give how many mails wait then."""
    clock.move_to(moment)
    digests.queue()
    return Mail.objects.count()


@pytest.mark.parametrize("zone", [BEIRUT, GENEVA, DAMASCUS])
def test_s40_a_digest_leaves_between_five_and_thirty_minutes_past_seven_by_the_readers_clock(
    zone: str, room: None, clock: time_machine.Traveller
) -> None:
    person = living_in(zone)
    notice_at(person, local(zone, 2026, 6, 2, 20))
    assert run_at(clock, local(zone, 2026, 6, 3, 7, 4)) == 0
    assert run_at(clock, local(zone, 2026, 6, 3, 7, 31)) == 1
    assert mails_of(person)[0].kinds == [TOPICS]


@pytest.mark.parametrize(("zone", "day"), EDGES)
def test_each_day_around_a_change_of_clocks_has_one_digest(
    zone: str, day: date, room: None, clock: time_machine.Traveller
) -> None:
    person = living_in(zone)
    first = local(zone, day.year, day.month, day.day) - timedelta(days=2)
    for step in range(4 * 24 * 4):  # four days in quarters of an hour, something new in each
        moment = first + timedelta(minutes=15 * step)
        clock.move_to(moment)
        notice_at(person, moment)
        digests.queue()
        Mail.objects.filter(person=person).update(tries=1)  # it has left: the next one is another
    days = [mail.written_at.astimezone(UTC) for mail in mails_of(person)]
    assert len(days) == 4
    mornings = {morning_of(zone, day + timedelta(days=offset)) for offset in (-2, -1, 0, 1)}
    assert {max(m for m in mornings if m < at) for at in days} == mornings
    assert all(any(timedelta(0) < at - m < timedelta(minutes=46) for m in mornings) for at in days)


def test_a_run_that_comes_twice_or_late_sends_no_second_digest(room: None, clock: time_machine.Traveller) -> None:
    person = living_in(DAMASCUS)
    notice_at(person, local(DAMASCUS, 2026, 6, 2, 20))
    assert run_at(clock, local(DAMASCUS, 2026, 6, 3, 15)) == 1  # the room was down in the morning
    notice_at(person, local(DAMASCUS, 2026, 6, 3, 6, 59))  # told late
    assert run_at(clock, local(DAMASCUS, 2026, 6, 3, 15, 1)) == 1
    assert run_at(clock, local(DAMASCUS, 2026, 6, 2, 23)) == 1  # a clock that was set back
    Mail.objects.update(tries=1)
    assert run_at(clock, local(DAMASCUS, 2026, 6, 4, 9)) == 2


def test_what_comes_after_the_morning_waits_for_the_next(room: None, clock: time_machine.Traveller) -> None:
    person = living_in(DAMASCUS)
    notice_at(person, local(DAMASCUS, 2026, 6, 3, 8))
    assert run_at(clock, local(DAMASCUS, 2026, 6, 3, 23)) == 0
    assert run_at(clock, local(DAMASCUS, 2026, 6, 4, 8)) == 1


def test_a_weekly_digest_comes_on_monday_or_after_it(room: None, clock: time_machine.Traveller) -> None:
    person = living_in(DAMASCUS)
    choose(person, TOPICS, WEEKLY)
    notice_at(person, local(DAMASCUS, 2026, 6, 2, 20))  # a Tuesday
    for day in range(3, 8):
        assert run_at(clock, local(DAMASCUS, 2026, 6, day, 9)) == 0
    assert run_at(clock, local(DAMASCUS, 2026, 6, 10, 9)) == 1  # down on Monday the 8th


def test_what_was_read_in_the_room_or_is_not_wanted_any_more_needs_no_mail(
    room: None, clock: time_machine.Traveller
) -> None:
    person = living_in(DAMASCUS)
    choose(person, TEXTS, DAILY)
    evening = local(DAMASCUS, 2026, 6, 2, 20)
    clock.move_to(evening)
    notice_at(person, evening, TEXTS)
    read_notices(actor=actor_of(person), person=person, until=evening)
    notice_at(person, evening, TOPICS)
    choose(person, TOPICS, NONE)
    assert run_at(clock, local(DAMASCUS, 2026, 6, 3, 9)) == 0
    assert not Notice.objects.filter(person=person, is_mailed=False, at=evening).exists()


def test_a_digest_names_each_category_once(room: None, clock: time_machine.Traveller) -> None:
    person = living_in(DAMASCUS)
    choose(person, ROUNDS, DAILY)
    for hour in (18, 19, 20):
        notice_at(person, local(DAMASCUS, 2026, 6, 2, hour), TOPICS)
    notice_at(person, local(DAMASCUS, 2026, 6, 2, 21), ROUNDS)
    run_at(clock, local(DAMASCUS, 2026, 6, 3, 9))
    (mail,) = mails_of(person)
    assert mail.kinds == [ROUNDS, TOPICS]


def test_somebody_with_nothing_due_is_looked_at_once_a_day(room: None, clock: time_machine.Traveller) -> None:
    person = living_in(DAMASCUS)
    notice_at(person, local(DAMASCUS, 2026, 6, 3, 8))
    run_at(clock, local(DAMASCUS, 2026, 6, 3, 9))
    assert DigestDay.objects.get(person=person).day == date(2026, 6, 3)
    assert digests.pending() == []


@given(st.integers(0, 2**60), st.dates(date(2021, 1, 1), date(2030, 1, 1)))
def test_s40_the_jitter_is_stable_and_between_five_and_thirty_minutes(person_id: int, day: date) -> None:
    assert timedelta(minutes=5) <= jitter(person_id, day) == jitter(person_id, day) <= timedelta(minutes=30)


@given(
    st.sampled_from([BEIRUT, GENEVA, DAMASCUS, "America/New_York", "Asia/Amman"]),
    st.datetimes(datetime(2021, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_the_hour_of_a_digest_has_come_and_is_the_last_that_has(zone: str, moment: datetime) -> None:
    due = due_on(17, zone, moment)
    assert due.weekly <= due.daily <= moment < due.daily + timedelta(hours=26)
    assert due_on(17, zone, due.daily) == due
    assert shown_from(AT_ONCE, zone, moment) == moment
    assert shown_from(NONE, zone, moment) is None
    morning, monday = shown_from(DAILY, zone, moment), shown_from(WEEKLY, zone, moment)
    assert morning
    assert monday
    assert moment < morning <= monday <= moment + timedelta(days=7, hours=1)
