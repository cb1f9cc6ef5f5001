"""Approvals, locks and closings that several reach for at the same instant, on real commits (S13, S47)."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from supportroom.journal.models import Entry
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Account, Person, SignedIn
from supportroom.safety import actions, approving
from supportroom.safety.approving import requires_two
from supportroom.safety.models import ApprovalRequest, Standing
from supportroom.safety.vocabulary import JOIN_TEAM, LOCK, LOCKED
from tests.factories.personas import actor_of, make_person
from tests.factories.safety import asked_for, buddies, second_of_team
from tests.faults.at_once import at_once, raised_by

REFUSALS = (DomainError, IntegrityError)


@pytest.fixture
def people(real_database: Path, room: Any) -> list[Person]:
    """Eight of the team, then two members."""
    with transaction.atomic():
        return [*(second_of_team() for _ in range(8)), make_person("M-Invented", "member"),
                make_person("Buddy-Invented", "member")]  # fmt: skip


def test_s13_eight_approve_and_refuse_at_once_and_it_is_carried_out_at_most_once(
    people: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approving, "_acts", dict(approving._acts))
    carried: list[int] = []
    requires_two("tests.race", words="Race", carry_out=lambda request: carried.append(request.pk))
    for turn in range(6):
        request = asked_for("tests.race", people[8 + turn % 2], people[0])
        acts = [
            partial(
                actions.refuse_request if number % 4 == 0 else actions.approve_request,
                actor=actor_of(person),
                approval_request=ApprovalRequest.objects.get(pk=request.pk),
            )
            for number, person in enumerate(people[1:8])
        ]
        failed = raised_by(at_once(*acts))
        assert len(failed) == len(acts) - 1
        assert all(isinstance(error, REFUSALS) for error in failed), failed
        stands = ApprovalRequest.objects.get(pk=request.pk)
        assert carried.count(request.pk) == (stands.state == "approved")
        assert stands.decided_by_id != people[0].pk


def test_s47_a_lock_by_the_buddy_and_one_by_the_team_at_once_are_one_lock(people: list[Person]) -> None:
    team, other, member, buddy = people[0], people[1], people[8], people[9]
    pair, request = buddies(member, buddy), asked_for(LOCK, member, team)
    answers = at_once(
        partial(actions.lock_as_buddy, actor=actor_of(buddy), buddy=pair),
        partial(actions.approve_request, actor=actor_of(other), approval_request=request),
        partial(actions.close_account, actor=actor_of(member), person=member),
    )
    assert all(isinstance(error, REFUSALS) for error in raised_by(answers)), answers
    assert len(raised_by(answers)) == 2
    account = Account.objects.filter(person=member).first()
    assert account is None or not account.is_active
    assert (account is not None) == Standing.objects.filter(person=member, state=LOCKED).exists()
    assert not SignedIn.objects.exists()


def test_s13_seven_let_the_same_person_into_the_team_at_once_and_the_role_is_given_once(people: list[Person]) -> None:
    request = asked_for(JOIN_TEAM, people[8], people[0])
    acts = [
        partial(
            actions.approve_request,
            actor=actor_of(person),
            approval_request=ApprovalRequest.objects.get(pk=request.pk),
        )
        for person in people[1:8]
    ]
    failed = raised_by(at_once(*acts))
    assert len(failed) == len(acts) - 1
    assert all(isinstance(error, REFUSALS) for error in failed), failed
    assert Person.objects.get(pk=people[8].pk).roles == ["member", "team"]
    assert Entry.objects.filter(action="people.give_role").count() == 1
