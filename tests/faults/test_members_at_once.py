"""Members' checks, candidacies and seats that several reach for at the same instant, on real commits (R07, R09)."""

from collections import Counter
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from supportroom.checks import hearing
from supportroom.checks.actions import answer, count_check
from supportroom.checks.counting import at_count, count_what_is_over
from supportroom.checks.models import CheckAnswer, MembersCheck
from supportroom.checks.vocabulary import COUNTED
from supportroom.groups.actions import ask_members, end_candidates, name_coordinator, replace, resign, stand
from supportroom.groups.actions.appointment import Choice
from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.queries import candidates_of, seats_of
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from supportroom.protection.handles import has_key
from tests.factories.checks import asked
from tests.factories.groups import a_group_at_work, appointed, called_group, opened_group, seat_actor, stands
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import words
from tests.faults.at_once import at_once, raised_by

REFUSALS = (DomainError, ValidationError, IntegrityError)
WHY = words("Because")


@pytest.fixture
def members(real_database: Path, room: Any) -> list[Person]:
    """Forty members."""
    with transaction.atomic():
        return [make_person(f"Member-Invented {number}", "member") for number in range(40)]


@pytest.fixture(autouse=True)
def own_hearing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what a test hands in end with it."""
    monkeypatch.setattr(hearing, "_at_count", dict(hearing._at_count))


def closes_in(check: MembersCheck, span: timedelta) -> MembersCheck:
    """Let a check end this long from now, as if it had been opened a week before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE checks_memberscheck SET opens_at = %s, closes_at = %s WHERE id = %s",
            [now() - timedelta(days=7), now() + span, check.pk],
        )
    return MembersCheck.objects.get(pk=check.pk)


def answering(check: MembersCheck, person: Person, choice: str) -> Any:
    return partial(answer, actor=actor_of(person), members_check=MembersCheck.objects.get(pk=check.pk), choice=choice)


def test_one_member_answers_often_at_once_and_counts_once(members: list[Person]) -> None:
    with transaction.atomic():
        check = asked()
    answers = at_once(*(answering(check, members[0], choice) for choice in ("for", "against", "abstain") * 4))
    assert all(isinstance(error, REFUSALS) for error in raised_by(answers)), answers
    assert CheckAnswer.objects.filter(check_asked=check).count() == 1


def test_answers_around_the_close_are_counted_or_refused_and_none_is_lost(members: list[Person]) -> None:
    with transaction.atomic():
        check = asked()
    acts = [answering(check, person, "for" if number % 2 else "against") for number, person in enumerate(members)]
    closes_in(check, timedelta(milliseconds=120))
    answers = at_once(*acts, *[count_what_is_over] * 8)[: len(acts)]
    refused = [str(error) for error in raised_by(answers)]
    assert set(refused) <= {"checks.over"}, refused
    while MembersCheck.objects.get(pk=check.pk).state != COUNTED:
        count_what_is_over()
    counted = MembersCheck.objects.get(pk=check.pk)
    assert sum(counted.tally.values()) == len(acts) - len(refused)
    assert not CheckAnswer.objects.exists()
    assert not has_key(check.pk)


def test_a_check_counted_by_many_at_once_is_counted_once(members: list[Person]) -> None:
    heard: list[int] = []
    at_count("open_group", lambda check: heard.append(check.pk))
    with transaction.atomic():
        check = asked()
        for person in members[:5]:
            answer(actor=actor_of(person), members_check=check, choice="for")
    closes_in(check, timedelta(0))
    fresh = [MembersCheck.objects.get(pk=check.pk) for _turn in range(6)]
    answers = at_once(
        *(partial(count_check, actor=SYSTEM, members_check=each) for each in fresh), *[count_what_is_over] * 4
    )
    assert {str(error) for error in raised_by(answers)} <= {"kernel.not_now"}, answers
    assert heard == [check.pk]
    assert MembersCheck.objects.get(pk=check.pk).tally == {"for": 5, "against": 0, "abstain": 0}


def test_members_are_asked_once_however_many_press(members: list[Person], team: Person) -> None:
    with transaction.atomic():
        group = called_group(members[0])
    people = [team, members[0]] * 4
    fresh = [WorkingGroup.objects.get(pk=group.pk) for _person in people]
    acts = (partial(ask_members, actor=actor_of(who), group=each) for who, each in zip(people, fresh, strict=True))
    answers = at_once(*acts)
    assert all(isinstance(error, REFUSALS) for error in raised_by(answers)), answers
    assert MembersCheck.objects.count() == 1


def test_one_who_stands_often_at_once_stands_once(members: list[Person]) -> None:
    with transaction.atomic():
        group = opened_group()
    acts = [
        partial(stand, actor=actor_of(members[0]), group=WorkingGroup.objects.get(pk=group.pk), years=number)
        for number in range(8)
    ]
    assert all(isinstance(error, REFUSALS) for error in raised_by(at_once(*acts)))
    assert Candidate.objects.filter(group=group).count() == 1


def test_a_group_appointed_by_two_at_once_is_appointed_once(members: list[Person]) -> None:
    with transaction.atomic():
        group = opened_group()
        for number, person in enumerate(members[:3]):
            stands(group, person, lives_in=("SY-ID", "TR", "LB")[number])
        end_candidates(actor=SYSTEM, group=group)
    choices = [Choice(candidate, WHY) for candidate in candidates_of(group)]
    acts = (partial(appointed, WorkingGroup.objects.get(pk=group.pk), choices) for _turn in range(6))
    refused = raised_by(at_once(*acts))
    assert len(refused) == 5
    assert {str(error) for error in refused} == {"kernel.not_now"}
    assert Counter(Seat.objects.filter(group=group).values_list("number", flat=True)) == {1: 1, 2: 1, 3: 1}


def test_a_vacant_seat_is_filled_once(members: list[Person]) -> None:
    with transaction.atomic():
        group = opened_group()
        for number, person in enumerate(members[:5]):
            stands(group, person, years=9 if number < 3 else 4, lives_in=("SY-ID", "TR", "LB", "JO", "IQ")[number])
        first = candidates_of(group).filter(person__in=members[:3])
        appointed(group, [Choice(candidate, WHY) for candidate in first])
        gone = resign(actor=seat_actor(group, 1), seat=group.seats.get(number=1))
    waiting = list(candidates_of(group))
    acts = [
        partial(replace, actor=SYSTEM, group=WorkingGroup.objects.get(pk=group.pk), seat=gone,
                choice=Choice(candidate, WHY, WHY))
        for candidate in waiting * 3
    ]  # fmt: skip
    refused = raised_by(at_once(*acts))
    assert len(refused) == len(acts) - 1
    assert seats_of(group).count() == 3


def test_seats_that_name_and_leave_at_once_leave_a_coordinator_who_holds_a_seat(members: list[Person]) -> None:
    with transaction.atomic():
        group = a_group_at_work(*members[:5], seats=5)
    seats = {seat.number: seat for seat in seats_of(group)}
    naming = [
        partial(name_coordinator, actor=seat_actor(group, number), group=WorkingGroup.objects.get(pk=group.pk),
                seat=seats[1 if number % 2 else 2])
        for number in (2, 3, 4, 5)
    ]  # fmt: skip
    leaving = partial(resign, actor=seat_actor(group, 1), seat=Seat.objects.get(pk=seats[1].pk))
    answers = at_once(*naming, leaving)
    assert all(isinstance(error, REFUSALS) for error in raised_by(answers)), answers
    group.refresh_from_db()
    assert group.coordinator is None or group.coordinator.state == "held"
    assert not Seat.objects.filter(group=group, state="held", names=seats[1]).exists()


@pytest.mark.sqlite_only
def test_nothing_on_the_disk_tells_who_answered_what_once_it_is_counted(
    members: list[Person], real_database: Path
) -> None:
    with transaction.atomic():
        check = asked()
    for number, person in enumerate(members):
        answering(check, person, "for" if number % 3 else "against")()
    handles = list(CheckAnswer.objects.values_list("handle", flat=True))
    assert any(handle.encode() in _on_disk(real_database) for handle in handles)
    closes_in(check, timedelta(0))
    assert count_what_is_over() == 1
    left = _on_disk(real_database)
    assert not [handle for handle in handles if handle.encode() in left]
    assert not has_key(check.pk)
    assert not list((real_database / "session_keys").iterdir())


def _on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("room.sqlite3*"))
