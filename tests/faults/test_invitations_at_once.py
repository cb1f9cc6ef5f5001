"""Invitations when many act at the same time: each is sent, answered, reminded and passed on once."""

from functools import partial
from pathlib import Path

import pytest
from django.db import transaction
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.invitations.models import Invitation, Response
from supportroom.invitations.reminding import remind_and_lapse
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from supportroom.rounds.models import Participant, Round
from tests.factories.invitations import TERM, invitation_to, invited_round, letter_for, prepared_round
from tests.factories.personas import actor_of, make_person
from tests.faults.at_once import at_once, raised_by


@pytest.fixture
def guests(real_database: Path, clock: Traveller, room: None) -> list[Person]:
    with transaction.atomic():
        return [make_person(f"Guest {n} Invented", "member") for n in range(6)]


@pytest.fixture
def inviting(guests: list[Person]) -> Round:
    with transaction.atomic():
        return invited_round(guests)


def test_two_who_send_at_once_invite_everybody_once(guests: list[Person]) -> None:
    with transaction.atomic():
        made = prepared_round(guests)
        letter_for(made)
    answers = at_once(*(partial(actions.send_invitations, actor=SYSTEM, round=made) for _turn in range(2)))
    (late,) = raised_by(answers)
    assert isinstance(late, DomainError)
    assert Invitation.objects.filter(round=made, state="sent").count() == len(guests)
    assert Entry.objects.filter(action="invitations.send_invitations").count() == len(guests)


def test_of_two_tabs_that_answer_differently_one_counts_and_the_other_is_told(
    inviting: Round, guests: list[Person]
) -> None:
    for person in guests:
        given = {"actor": actor_of(person), "invitation": invitation_to(inviting, person), "answers": 0}
        answers = at_once(partial(actions.accept, **given), partial(actions.decline, **given))
        (late,) = raised_by(answers)
        assert isinstance(late, DomainError)
        (kept,) = Response.objects.filter(invitation__person=person)
        stands = invitation_to(inviting, person).state
        assert stands == kept.kind
        assert Participant.objects.filter(round=inviting, person=person).exists() == (stands == "accepted")


def test_an_answer_that_races_its_withdrawal_leaves_nobody_in_between(inviting: Round, guests: list[Person]) -> None:
    for person in guests:
        invitation = invitation_to(inviting, person)
        at_once(
            partial(actions.accept, actor=actor_of(person), invitation=invitation),
            partial(actions.withdraw_invitation, actor=SYSTEM, invitation=invitation),
        )
        assert invitation_to(inviting, person).state == "withdrawn"
        assert not Participant.objects.filter(round=inviting, person=person).exists()


def test_two_runs_of_the_clock_remind_and_lapse_each_once(
    inviting: Round, guests: list[Person], clock: Traveller
) -> None:
    clock.move_to(TERM.replace(day=19))
    assert raised_by(at_once(remind_and_lapse, remind_and_lapse)) == []
    assert Entry.objects.filter(action="invitations.remind").count() == len(guests)
    clock.move_to(TERM)
    assert raised_by(at_once(remind_and_lapse, remind_and_lapse)) == []
    assert Entry.objects.filter(action="invitations.lapse").count() == len(guests)


def test_two_who_confirm_a_substitute_invite_one(inviting: Round, guests: list[Person]) -> None:
    first = guests[0]
    actions.propose_substitute(actor=actor_of(first), invitation=invitation_to(inviting, first), name="Nour")
    invitation = invitation_to(inviting, first)
    confirm = partial(actions.confirm_substitute, actor=SYSTEM, invitation=invitation, name="Nour New-Invented")
    (late,) = raised_by(at_once(confirm, confirm))
    assert isinstance(late, DomainError)
    assert Invitation.objects.filter(instead_of=invitation).count() == 1
