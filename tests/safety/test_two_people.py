"""The few acts that nobody may do alone."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from supportroom.journal.models import Entry, reference
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.actions import take_role
from supportroom.people.models import Account, Person
from supportroom.safety import actions, approving
from supportroom.safety.approving import is_permitted, requires_two
from supportroom.safety.lifecycle import REQUEST
from supportroom.safety.locking import person_behind
from supportroom.safety.models import ApprovalRequest
from supportroom.safety.vocabulary import FOCAL_POINT, LOCK, OPEN, UNLOCK
from supportroom.safety.what_is_kept import lapse
from tests.architecture.addresses import routes
from tests.factories.personas import actor_of
from tests.factories.safety import NOTE, approved, asked_for, second_of_team

CARRIED: list[int] = []


@pytest.fixture
def counted_act(monkeypatch: pytest.MonkeyPatch) -> str:
    """An act of this test that counts how often it is carried out."""
    monkeypatch.setattr(approving, "_acts", dict(approving._acts))
    CARRIED.clear()
    requires_two(
        "tests.count", words="Count", carry_out=lambda request: CARRIED.append(request.pk), concerning=person_behind
    )
    return "tests.count"


def refusal(act: Any, **given: Any) -> str:
    with pytest.raises(DomainError) as caught:
        act(**given)
    return caught.value.code


def test_s13_one_asks_another_approves_and_only_then_is_it_carried_out(
    counted_act: str, team: Person, member: Person
) -> None:
    other = second_of_team()
    request = asked_for(counted_act, member, team)
    assert CARRIED == []
    actions.approve_request(actor=actor_of(other), approval_request=request)
    assert [request.pk] == CARRIED
    told = Entry.objects.about(reference(request)).values_list("action", "actor")
    assert set(told) == {("safety.ask_approval", team.ref), ("safety.approve_request", other.ref)}


def test_s13_the_same_person_never_approves_nor_whom_it_concerns(counted_act: str, team: Person) -> None:
    other, third = second_of_team(), second_of_team()
    request = asked_for(counted_act, other, team)
    for mine in (team, other):
        with pytest.raises(Denied):
            actions.approve_request(actor=actor_of(mine), approval_request=request)
    assert refusal(actions.approve_request, actor=SYSTEM, approval_request=request) == "safety.same_person"
    for wrong in (team, other):  # the database says so too
        with pytest.raises(IntegrityError), transaction.atomic():
            ApprovalRequest.objects.filter(pk=request.pk).update(state="approved", decided_by=wrong)
    assert refusal(asked_for, kind=LOCK, person=third, by=third) == "safety.same_person"
    assert CARRIED == []


def test_s13_a_race_of_two_approvals_carries_it_out_once(counted_act: str, team: Person, member: Person) -> None:
    request = asked_for(counted_act, member, team)
    same = ApprovalRequest.objects.get(pk=request.pk)
    actions.approve_request(actor=actor_of(second_of_team()), approval_request=request)
    with pytest.raises(Stale):
        actions.approve_request(actor=actor_of(second_of_team()), approval_request=same)
    assert len(CARRIED) == 1


def test_s13_nobody_approves_after_a_day_and_it_can_be_asked_for_again(
    counted_act: str, team: Person, member: Person, clock: time_machine.Traveller
) -> None:
    other, request = second_of_team(), asked_for(counted_act, member, team)
    assert refusal(asked_for, kind=counted_act, person=member, by=other) == "safety.asked_already"
    clock.move_to(request.until)
    assert refusal(actions.approve_request, actor=actor_of(other), approval_request=request) == "safety.request_over"
    again = asked_for(counted_act, member, team)
    clock.move_to(again.until - timedelta(microseconds=1))
    lapse()
    actions.approve_request(actor=actor_of(other), approval_request=again)
    assert [again.pk] == CARRIED
    third = asked_for(counted_act, member, team)
    clock.move_to(third.until)
    lapse()
    assert ApprovalRequest.objects.get(pk=third.pk).state == "lapsed"


def test_s13_what_somebody_asked_who_has_left_the_team_is_not_carried_out(
    counted_act: str, team: Person, member: Person
) -> None:
    other, request = second_of_team(), asked_for(counted_act, member, team)
    take_role(actor=SYSTEM, person=team, role="team")
    assert refusal(actions.approve_request, actor=actor_of(other), approval_request=request) == "people.asker_left"
    assert ApprovalRequest.objects.get().state == OPEN


def test_s13_an_approval_that_cannot_be_carried_out_is_none(team: Person, member: Person) -> None:
    request = asked_for(LOCK, member, team)
    Account.objects.filter(person=member).delete()
    other = actor_of(second_of_team())
    assert refusal(actions.approve_request, actor=other, approval_request=request) == "safety.no_account"
    assert ApprovalRequest.objects.get().state == OPEN


def test_s13_what_is_opened_by_permit_is_opened_by_who_asked_and_for_a_day(
    monkeypatch: pytest.MonkeyPatch, team: Person, member: Person, clock: time_machine.Traveller
) -> None:
    monkeypatch.setattr(approving, "_acts", dict(approving._acts))
    requires_two("tests.open", words="Open a list")
    other = second_of_team()
    assert not is_permitted(actor_of(team), "tests.open", member)
    approved("tests.open", member, team, other)
    assert is_permitted(actor_of(team), "tests.open", member)
    assert not is_permitted(actor_of(other), "tests.open", member)
    assert not is_permitted(actor_of(team), "tests.open", other)
    clock.shift(24 * 3600)
    assert not is_permitted(actor_of(team), "tests.open", member)


def test_s13_what_is_asked_for_must_make_sense(team: Person, member: Person) -> None:
    assert refusal(asked_for, kind="tests.nothing", person=member, by=team) == "safety.no_such_act"
    assert refusal(asked_for, kind=UNLOCK, person=member, by=team) == "safety.no_account"
    assert refusal(asked_for, kind=LOCK, person=member, by=team, note=" ") == "safety.note_missing"
    with pytest.raises(Denied):
        asked_for(FOCAL_POINT, team, member)
    asked = asked_for(FOCAL_POINT, member, team, note=NOTE)
    assert actions.refuse_request(actor=actor_of(second_of_team()), approval_request=asked).state == "refused"


def test_s13_lists_of_people_leave_the_room_by_two_and_the_roll_not_at_all() -> None:
    assert {"selection.take_list", "invitations.take_list"} <= {act.kind for act in approving.acts()}
    assert [one.name for one in routes() if one.app == "people" and re.search(r"csv|xlsx|export|_file", one.name)] == []


@pytest.mark.either_database
def test_a_request_takes_the_steps_of_its_table_and_no_other(counted_act: str, team: Person, member: Person) -> None:
    other = second_of_team()
    steps = {
        "approve": lambda one: actions.approve_request(actor=actor_of(other), approval_request=one),
        "refuse": lambda one: actions.refuse_request(actor=actor_of(other), approval_request=one),
        "withdraw": lambda one: actions.withdraw_request(actor=actor_of(team), approval_request=one),
    }
    for state in REQUEST.states:
        for verb, take in steps.items():
            ApprovalRequest.objects.all().delete()
            one = asked_for(counted_act, member, team)
            by = {"decided_by": other} if state == "approved" else {}
            ApprovalRequest.objects.filter(pk=one.pk).update(state=state, **by)
            one.refresh_from_db()
            if REQUEST.allows(state, verb):
                take(one)
                assert ApprovalRequest.objects.get().state == REQUEST.step(state, verb).target
            else:
                assert refusal(take, one=one) == "kernel.not_now", (state, verb)
