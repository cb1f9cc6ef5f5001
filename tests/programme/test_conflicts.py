"""What cannot be held as planned, asked of the pure rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from supportroom.programme.conflicts import TAKES_PART, Planning, conflicts_among
from supportroom.programme.frozen import Meeting, Part
from tests.factories.rounds import words

NINE = datetime(2026, 6, 2, 6, 0, tzinfo=UTC)  # nine in Damascus
ONE, TWO = Part("g1", words("First")), Part("g2", words("Second"))
PLANNING = Planning(date(2026, 6, 2), date(2026, 6, 5), "Asia/Damascus")
LAYLA, SAMI = 1, 2


def meeting(key: str, group: Part | None = ONE, *, after: float = 0, hours: float = 2, **fields: object) -> Meeting:
    starts = NINE + timedelta(hours=after)
    kept: dict[str, object] = {"kind": "closed_consultation", **fields}
    return Meeting(key, words(key), starts_at=starts, ends_at=starts + timedelta(hours=hours), group=group, **kept)  # type: ignore[arg-type]


def kinds(*meetings: Meeting, planning: Planning = PLANNING) -> list[str]:
    return [conflict.kind for conflict in conflicts_among(meetings, planning)]


def test_a_group_cannot_meet_twice_at_once() -> None:
    (conflict,) = conflicts_among([meeting("a"), meeting("b", after=1)], PLANNING)
    assert (conflict.kind, conflict.about) == ("group_twice", ONE)
    assert [each.key for each in conflict.meetings] == ["a", "b"]
    assert conflict.since == NINE + timedelta(hours=1)


def test_a_session_that_begins_when_another_ends_is_no_conflict() -> None:
    assert kinds(meeting("a"), meeting("b", after=2)) == []


def test_two_groups_may_meet_in_parallel() -> None:
    assert kinds(meeting("a"), meeting("b", TWO)) == []


def test_a_session_of_everybody_overlaps_with_one_of_a_group() -> None:
    for order in ([meeting("all", None), meeting("a")], [meeting("a"), meeting("all", None)]):
        (conflict,) = conflicts_among(order, PLANNING)
        assert (conflict.kind, conflict.about) == ("plenary_overlaps", ONE)
        assert [each.key for each in conflict.meetings] == ["all", "a"]


def test_everybody_cannot_meet_twice_at_once() -> None:
    assert kinds(meeting("a", None), meeting("b", None)) == ["group_twice"]


def test_one_person_is_not_needed_in_two_groups_at_once() -> None:
    both = replace(PLANNING, chosen={"a": {LAYLA: "contact"}, "b": {LAYLA: "facilitator"}})
    (conflict,) = conflicts_among([meeting("a"), meeting("b", TWO)], both)
    assert (conflict.kind, conflict.about, conflict.roles) == ("person_twice", LAYLA, ("contact", "facilitator"))
    assert kinds(meeting("a"), meeting("b", TWO, after=2), planning=both) == []


def test_who_takes_part_in_one_group_is_not_needed_in_the_other() -> None:
    planning = replace(PLANNING, chosen={"b": {SAMI: "contact"}}, members={"g1": frozenset({SAMI, LAYLA})})
    (conflict,) = conflicts_among([meeting("a"), meeting("b", TWO)], planning)
    assert (conflict.about, conflict.roles) == (SAMI, (TAKES_PART, "contact"))


def test_who_merely_takes_part_is_no_conflict_and_one_meeting_of_a_group_names_its_people_once() -> None:
    planning = replace(PLANNING, members={"g1": frozenset({SAMI}), "g2": frozenset({LAYLA})})
    assert kinds(meeting("a"), meeting("b", TWO), planning=planning) == []
    planning = replace(PLANNING, chosen={"a": {LAYLA: "contact"}, "b": {LAYLA: "contact"}})
    assert kinds(meeting("a"), meeting("b"), planning=planning) == ["group_twice"]


def test_a_place_is_used_once_at_a_time_however_it_is_written() -> None:
    here, there = words("Olive hall", "قاعة الزيتون"), words("The hall of olives", "قاعه الزيتون")
    (conflict,) = conflicts_among([meeting("a", place=here), meeting("b", TWO, place=there)], PLANNING)
    assert (conflict.kind, conflict.about) == ("place_twice", here)
    assert kinds(meeting("a", place=here), meeting("b", TWO, place=here, after=3)) == []
    assert kinds(meeting("a"), meeting("b", TWO)) == [], "no place is not one place"


def test_a_link_is_used_once_at_a_time_and_is_not_named() -> None:
    planning = replace(PLANNING, links={"a": "https://meet.example/1", "b": "https://meet.example/1"})
    (conflict,) = conflicts_among([meeting("a"), meeting("b", TWO)], planning)
    assert (conflict.kind, conflict.about) == ("link_twice", None)
    assert kinds(meeting("a"), meeting("b", TWO), planning=replace(planning, links={"a": "", "b": ""})) == []


def test_interpretation_that_the_round_does_not_have_is_said_once() -> None:
    both = [meeting("a", interpretation=("ku",)), meeting("b", TWO, after=5, interpretation=("ku",))]
    (conflict,) = conflicts_among(both, PLANNING)
    assert (conflict.kind, len(conflict.meetings)) == ("interpretation_missing", 2)


def test_a_session_lies_within_the_rounds_days_by_the_rounds_clock() -> None:
    assert kinds(meeting("a", after=-24)) == ["outside"]
    assert kinds(meeting("a", after=24 * 4)) == ["outside"]
    assert kinds(meeting("a", after=24 * 3)) == []
    assert kinds(meeting("a", after=24 * 3, hours=15)) == [], "until midnight of the last day"
    assert kinds(meeting("a", after=24 * 3, hours=16)) == ["outside"]
    assert kinds(meeting("a", after=-8.5)) == [], "half past midnight in Damascus is the day before in UTC"


def test_warnings_come_in_order_of_time() -> None:
    found = conflicts_among(
        [meeting("late", after=30), meeting("b", after=31), meeting("a"), meeting("c", after=1)], PLANNING
    )
    assert [conflict.since for conflict in found] == sorted(conflict.since for conflict in found)
    assert len(found) == 2
