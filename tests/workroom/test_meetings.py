"""Meetings: times proposed and answered, one set, called off, minutes; who is told of them, and by which calendar."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from supportroom.groups.actions import resign
from supportroom.groups.models import Seat, WorkingGroup
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError, Missing, Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.programme.diary import entries_of
from supportroom.workroom import actions, agenda
from supportroom.workroom.actions import (
    amend_meeting,
    answer_slots,
    call_off_meeting,
    propose_meeting,
    set_meeting,
    write_minutes,
)
from supportroom.workroom.lifecycle import MEETING
from supportroom.workroom.models import Meeting, SlotAnswer
from supportroom.workroom.queries import answers_to, coming, meeting_visible_to, meetings_visible_to, over
from supportroom.workroom.timing import chances
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.workroom import a_meeting, a_meeting_set

Clock = time_machine.Traveller
JUNE = datetime(2026, 6, 4, 15, 0, tzinfo=UTC)


def slots(meeting: Meeting) -> list[int]:
    return [slot.pk for slot in meeting.slots.all()]


def refused(code: str, act: Callable[..., Any], **given: Any) -> None:
    with pytest.raises(DomainError) as caught:
        act(actor=SYSTEM, **given)
    assert caught.value.code == code


def test_times_are_kept_once_and_in_order(group: WorkingGroup, clock: Clock) -> None:
    meeting = a_meeting(group, JUNE + timedelta(days=1), JUNE, JUNE)
    assert [slot.starts_at for slot in meeting.slots.all()] == [JUNE, JUNE + timedelta(days=1)]


def test_a_meeting_needs_a_title_times_ahead_and_a_known_clock(group: WorkingGroup, clock: Clock) -> None:
    given: dict[str, Any] = {"group": group, "title": words("Draft"), "times": [JUNE]}
    refused("kernel.empty", propose_meeting, **{**given, "title": MultilingualText()})
    refused("workroom.no_times", propose_meeting, **{**given, "times": []})
    many = [JUNE + timedelta(hours=number) for number in range(11)]
    refused("workroom.too_many_times", propose_meeting, **{**given, "times": many})
    refused("workroom.time_past", propose_meeting, **{**given, "times": [JUNE, now()]})
    refused("workroom.time_unknown", propose_meeting, **given, time_zone="Mars/Olympus")
    refused("workroom.link_not_web", propose_meeting, **given, link="javascript:alert(1)")
    assert not Meeting.objects.exists()


def test_times_are_answered_and_answered_otherwise(group: WorkingGroup, member: Person, rapporteur: Person) -> None:
    meeting = a_meeting(group)
    first, second = slots(meeting)
    answer_slots(actor=actor_of(member), meeting=meeting, answers={first: "yes", second: "no"})
    answer_slots(actor=actor_of(member), meeting=meeting, answers={second: "if_needed"})
    answer_slots(actor=actor_of(rapporteur), meeting=meeting, answers={first: "no"})
    assert answers_to(meeting) == {
        (first, member.pk): "yes",
        (second, member.pk): "if_needed",
        (first, rapporteur.pk): "no",
    }


def test_only_who_holds_a_seat_answers_and_only_while_times_are_sought(
    group: WorkingGroup, member: Person, team: Person, stranger: Person
) -> None:
    meeting = a_meeting(group)
    for other in (team, stranger):
        with pytest.raises(Denied):
            answer_slots(actor=actor_of(other), meeting=meeting, answers={slots(meeting)[0]: "yes"})
    other_meeting = a_meeting(group, title="Another")
    with pytest.raises(DomainError, match="other_meeting"):
        answer_slots(actor=actor_of(member), meeting=meeting, answers={slots(other_meeting)[0]: "yes"})
    set_meeting(actor=SYSTEM, meeting=meeting, starts_at=now() + timedelta(days=1))
    with pytest.raises(DomainError, match="not_now"):
        answer_slots(actor=actor_of(member), meeting=meeting, answers={slots(meeting)[0]: "yes"})
    assert not SlotAnswer.objects.exists()


def test_the_best_time_is_where_most_can_come_then_most_gladly() -> None:
    times = [(1, JUNE), (2, JUNE), (3, JUNE), (4, JUNE)]
    said = {(1, 7): "yes", (2, 7): "if_needed", (2, 8): "if_needed", (3, 7): "yes", (3, 8): "if_needed", (4, 8): "no"}
    rows = chances(times, [7, 8, 9], said)
    assert [row.is_best for row in rows] == [False, False, True, False]
    assert rows[2].answers == ("yes", "if_needed", "")
    assert not any(row.is_best for row in chances(times, [7], {}))
    assert not any(row.is_best for row in chances(times[:1], [7], {(1, 7): "no"}))


def test_a_time_is_set_and_set_anew_but_never_in_the_past(group: WorkingGroup, clock: Clock) -> None:
    meeting = a_meeting(group, JUNE)
    refused("workroom.time_past", set_meeting, meeting=meeting, starts_at=now())
    assert set_meeting(actor=SYSTEM, meeting=meeting, starts_at=JUNE).state == "set"
    moved = set_meeting(actor=SYSTEM, meeting=meeting, starts_at=JUNE + timedelta(hours=1))
    assert moved.starts_at == JUNE + timedelta(hours=1)


def test_minutes_wait_until_the_meeting_has_begun(group: WorkingGroup, member: Person, clock: Clock) -> None:
    meeting = a_meeting_set(group)
    refused("workroom.minutes_too_early", write_minutes, meeting=meeting, minutes=words("We agreed."))
    refused("kernel.empty", write_minutes, meeting=meeting, minutes=MultilingualText())
    clock.shift(timedelta(days=1))
    held = write_minutes(actor=actor_of(member), meeting=meeting, minutes=words("We agreed."))
    assert held.state == "held"
    again = write_minutes(actor=actor_of(member), meeting=held, minutes=words("We agreed, and more."))
    assert str(again.minutes) == "We agreed, and more."
    with pytest.raises(Stale):
        write_minutes(actor=actor_of(member), meeting=again, minutes=words("Mine"), seen=1)


def test_a_meeting_is_changed_until_it_is_over(group: WorkingGroup, clock: Clock) -> None:
    meeting = a_meeting_set(group)
    changed = amend_meeting(actor=SYSTEM, meeting=meeting, place="Gaziantep", link="https://meet.example.org/x")
    assert changed.place == "Gaziantep"
    refused("workroom.link_not_web", amend_meeting, meeting=changed, link="http://meet.example.org")
    refused("kernel.empty", amend_meeting, meeting=changed, title=MultilingualText())
    with pytest.raises(Stale):
        amend_meeting(actor=SYSTEM, meeting=changed, seen=1, place="Amman")
    called_off = call_off_meeting(actor=SYSTEM, meeting=changed)
    refused("kernel.not_now", amend_meeting, meeting=called_off, place="Amman")


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", MEETING.states)
@pytest.mark.parametrize("verb", MEETING.verbs)
def test_a_meeting_takes_the_steps_of_its_table_and_no_other(
    state: str, verb: str, group: WorkingGroup, clock: Clock
) -> None:
    meeting = a_meeting(group)
    begun = now() - timedelta(hours=1)
    Meeting.objects.filter(pk=meeting.pk).update(state=state, starts_at=begun if state != "proposed" else None)
    meeting.refresh_from_db()
    steps: dict[str, Callable[[], Any]] = {
        "set": lambda: set_meeting(actor=SYSTEM, meeting=meeting, starts_at=JUNE),
        "call_off": lambda: call_off_meeting(actor=SYSTEM, meeting=meeting),
        "hold": lambda: write_minutes(actor=SYSTEM, meeting=meeting, minutes=words("Done.")),
    }
    if MEETING.allows(state, verb):
        assert steps[verb]().state == MEETING.step(state, verb).target
        return
    if (state, verb) == ("held", "hold"):  # minutes are written further; the meeting stays held
        steps[verb]()
    else:
        with pytest.raises(DomainError, match=r"kernel\.not_now"):
            steps[verb]()
    assert Meeting.objects.get(pk=meeting.pk).state == state


def test_members_read_an_open_meeting_once_its_time_is_set(
    group: WorkingGroup, stranger: Person, interpreter: Person, office: Person
) -> None:
    closed, opened = a_meeting_set(group), a_meeting(group, open_to_members=True)
    for person in (stranger, interpreter, office):
        assert not meetings_visible_to(actor_of(person), group).exists()
    set_meeting(actor=SYSTEM, meeting=opened, starts_at=now() + timedelta(days=1))
    for person in (stranger, interpreter):
        assert list(meetings_visible_to(actor_of(person), group)) == [opened]
        assert meeting_visible_to(actor_of(person), opened.pk) == opened
        with pytest.raises(Missing):
            meeting_visible_to(actor_of(person), closed.pk)
    assert not meetings_visible_to(actor_of(office), group).exists()


def test_what_lies_ahead_stands_apart_from_what_is_over(group: WorkingGroup, clock: Clock) -> None:
    sought, later, earlier = a_meeting(group, JUNE + timedelta(days=9)), a_meeting_set(group), a_meeting_set(group)
    off = call_off_meeting(actor=SYSTEM, meeting=a_meeting(group))
    set_meeting(actor=SYSTEM, meeting=later, starts_at=JUNE)
    meetings = meetings_visible_to(SYSTEM, group)
    assert list(coming(meetings)) == [earlier, later, sought]
    assert list(over(meetings)) == [off]
    clock.move_to(JUNE + timedelta(hours=25))
    assert list(coming(meetings)) == [sought]


def test_a_set_meeting_stands_in_the_calendars_of_who_holds_a_seat(
    group: WorkingGroup, member: Person, stranger: Person, clock: Clock
) -> None:
    meeting = a_meeting(group, minutes_long=90, open_to_members=True)
    assert entries_of(member, now()) == []
    set_meeting(actor=SYSTEM, meeting=meeting, starts_at=JUNE)
    (entry,) = entries_of(member, now())
    assert (entry.starts_at, entry.ends_at) == (JUNE, JUNE + timedelta(minutes=90))
    assert entries_of(stranger, now()) == []
    set_meeting(actor=SYSTEM, meeting=meeting, starts_at=JUNE + timedelta(days=1))
    (moved,) = entries_of(member, now())
    assert moved.uid == entry.uid
    assert moved.sequence > entry.sequence
    resign(actor=actor_of(member), seat=Seat.objects.get(group=group, person=member))
    assert entries_of(member, now()) == []


def test_a_meeting_called_off_leaves_the_calendar(group: WorkingGroup, member: Person) -> None:
    call_off_meeting(actor=SYSTEM, meeting=a_meeting_set(group))
    assert entries_of(member, now()) == []


def test_floors_above_put_lines_on_the_agenda(
    group: WorkingGroup, member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agenda, "_sources", [])
    agenda.add_to_agenda(lambda meeting, _actor: [agenda.Line(f"A comment on {meeting.title}", "/en/comments/")])
    assert agenda.lines_for(a_meeting(group), actor_of(member)) == [
        agenda.Line("A comment on First draft", "/en/comments/")
    ]


def test_every_action_of_the_workroom_is_offered_by_name() -> None:
    assert all(callable(getattr(actions, name)) for name in actions.__all__)
