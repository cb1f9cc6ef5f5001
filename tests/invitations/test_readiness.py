"""What must stand before invitations go out, and days and instants around it: pure rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from supportroom.invitations.readiness import LetterWritten, Preparation, TopicPrepared, assess
from supportroom.invitations.term import (
    beginning_of,
    is_possible,
    notice_days,
    passed_reminders,
    reminder_due,
    term_for_substitute,
)
from supportroom.invitations.vocabulary import LACKS, REMINDER_DAYS

MOMENT = datetime(2026, 6, 2, 9, 0, tzinfo=UTC)
FIRST_DAY = date(2026, 6, 30)
TERM = datetime(2026, 6, 20, 15, 0, tzinfo=UTC)
ALL_STANDS = Preparation(
    moment=MOMENT,
    first_day=FIRST_DAY,
    zone="Asia/Damascus",
    promised_days=14,
    programme_number=1,
    programme_is_current=True,
    topics=(TopicPrepared(7, "Detainees", 1, has_contact=True, has_competence=True),),
    languages=("ar", "en"),
    letter=LetterWritten(frozenset({"ar", "en"}), answer_by=TERM),
    listed=3,
)
LETTER = ALL_STANDS.letter
assert LETTER
TOPIC = ALL_STANDS.topics[0]
LACKING = {
    "begun": replace(ALL_STANDS, has_begun=True),
    "programme": replace(ALL_STANDS, programme_number=0),
    "programme_outdated": replace(ALL_STANDS, programme_is_current=False),
    "agenda": replace(ALL_STANDS, topics=()),
    "points": replace(ALL_STANDS, topics=(replace(TOPIC, points_taken_up=0),)),
    "contact": replace(ALL_STANDS, topics=(replace(TOPIC, has_contact=False, has_competence=False),)),
    "competence": replace(ALL_STANDS, topics=(replace(TOPIC, has_competence=False),)),
    "language": replace(ALL_STANDS, letter=replace(LETTER, languages=frozenset({"ar"}))),
    "language_outdated": replace(ALL_STANDS, letter=replace(LETTER, outdated=frozenset({"en"}))),
    "term": replace(ALL_STANDS, letter=replace(LETTER, answer_by=MOMENT)),
    "list": replace(ALL_STANDS, listed=None),
    "list_empty": replace(ALL_STANDS, listed=0),
    "reason": replace(ALL_STANDS, promised_days=29),
}


def test_when_all_stands_nothing_is_missing() -> None:
    assert assess(ALL_STANDS).is_ready
    assert assess(ALL_STANDS).missing == ()


@pytest.mark.parametrize("lack", LACKING)
def test_each_thing_is_missed_by_itself(lack: str) -> None:
    (missing,) = assess(LACKING[lack]).missing
    assert missing.lack == lack


def test_without_anything_everything_is_missing_at_once() -> None:
    nothing = Preparation(MOMENT, FIRST_DAY, "Asia/Damascus", 29, languages=("ar",))
    assert [requirement.lack for requirement in assess(nothing).missing] == [
        "programme", "agenda", "letter", "language", "term", "reason", "list",
    ]  # fmt: skip


def test_every_lack_has_its_words_and_all_words_are_tried() -> None:
    assert set(LACKING) | {"letter"} == set(LACKS)


def test_a_reason_makes_a_short_notice_good() -> None:
    assert assess(replace(LACKING["reason"], letter=replace(LETTER, has_reason=True))).is_ready
    assert assess(replace(ALL_STANDS, promised_days=28)).is_ready


@pytest.mark.parametrize(
    ("sent", "zone", "days"),
    [
        (datetime(2017, 11, 21, 8, tzinfo=UTC), "Europe/Zurich", 7),
        (datetime(2017, 11, 20, 22, 59, tzinfo=UTC), "Europe/Zurich", 8),
        (datetime(2017, 11, 20, 23, 0, tzinfo=UTC), "Europe/Zurich", 7),
        (datetime(2017, 11, 28, 8, tzinfo=UTC), "Europe/Zurich", 0),
        (datetime(2017, 12, 2, 8, tzinfo=UTC), "Europe/Zurich", 0),
    ],
)
def test_notice_is_counted_in_days_of_the_rounds_calendar(sent: datetime, zone: str, days: int) -> None:
    assert notice_days(sent, date(2017, 11, 28), zone) == days


@pytest.mark.parametrize(
    ("day", "zone", "instant"),
    [
        (date(2026, 3, 29), "Asia/Beirut", datetime(2026, 3, 28, 22, tzinfo=UTC)),  # clocks jump over midnight
        (date(2026, 3, 29), "Europe/Zurich", datetime(2026, 3, 28, 23, tzinfo=UTC)),
        (date(2026, 3, 30), "Europe/Zurich", datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (date(2022, 3, 25), "Asia/Damascus", datetime(2022, 3, 24, 22, tzinfo=UTC)),  # the last spring with a change
        (date(2026, 3, 27), "Asia/Damascus", datetime(2026, 3, 26, 21, tzinfo=UTC)),  # none since: three hours ahead
        (date(2026, 10, 25), "Asia/Beirut", datetime(2026, 10, 24, 22, tzinfo=UTC)),  # the hour before it comes twice
    ],
)
def test_a_day_begins_at_its_first_instant_in_the_rounds_zone(day: date, zone: str, instant: datetime) -> None:
    assert beginning_of(day, zone) == instant


def test_a_term_lies_ahead_and_ends_before_the_round_begins_to_the_second() -> None:
    begins = beginning_of(FIRST_DAY, "Asia/Damascus")
    second = timedelta(seconds=1)
    assert is_possible(begins, MOMENT, FIRST_DAY, "Asia/Damascus")
    assert not is_possible(begins + second, MOMENT, FIRST_DAY, "Asia/Damascus")
    assert is_possible(MOMENT + second, MOMENT, FIRST_DAY, "Asia/Damascus")
    assert not is_possible(MOMENT, MOMENT, FIRST_DAY, "Asia/Damascus")


@pytest.mark.parametrize(
    ("days_before", "reminded", "due"),
    [
        (8, [], None),
        (7, [], 7),
        (6, [], 7),
        (6, [7], None),
        (2, [7], 2),
        (2, [], 2),  # a late run sends the nearest alone
        (1, [2, 7], None),
        (0, [], None),  # the term is over
    ],
)
def test_reminders_are_due_seven_and_two_days_before_the_term_and_once(
    days_before: int, reminded: list[int], due: int | None
) -> None:
    sent = TERM - timedelta(days=20)
    moment = TERM - timedelta(days=days_before)
    assert reminder_due(TERM, sent, moment, days=REMINDER_DAYS, reminded=reminded) == due


def test_nobody_is_reminded_on_the_day_on_which_they_were_invited() -> None:
    sent = TERM - timedelta(days=7, hours=3)
    assert reminder_due(TERM, sent, TERM - timedelta(days=6), days=REMINDER_DAYS, reminded=[]) is None
    assert reminder_due(TERM, sent, TERM - timedelta(days=2), days=REMINDER_DAYS, reminded=[]) == 2


def test_the_nearest_reminder_makes_the_earlier_ones_needless() -> None:
    assert passed_reminders(2, REMINDER_DAYS) == [2, 7]
    assert passed_reminders(7, REMINDER_DAYS) == [7]


def test_a_substitute_gets_three_days_but_not_beyond_the_preparation() -> None:
    assert term_for_substitute(TERM, MOMENT, FIRST_DAY, "UTC") == TERM
    late = TERM + timedelta(days=1)
    assert term_for_substitute(TERM, late, FIRST_DAY, "UTC") == late + timedelta(days=3)
    eve = datetime(2026, 6, 29, 9, tzinfo=UTC)
    assert term_for_substitute(TERM, eve, FIRST_DAY, "UTC") == datetime(2026, 6, 30, tzinfo=UTC)
