"""Reminders and lapses: safe to run twice, at once or late; never to whoever has answered."""

from datetime import timedelta

import pytest
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.invitations.models import Invitation
from supportroom.invitations.reminding import remind_and_lapse
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.models import Person
from supportroom.rounds.actions import start_round
from supportroom.rounds.models import Round
from tests.factories.invitations import TERM, accepted_by, invitation_to
from tests.factories.personas import actor_of

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


def reminders() -> list[tuple[str, int]]:
    entries = Entry.objects.filter(action="invitations.remind").order_by("at", "pk")
    assert {entry.actor for entry in entries} <= {"system"}
    return [(entry.thing, entry.facts["days"]) for entry in entries]


def test_who_has_not_answered_is_reminded_seven_and_two_days_before_once_each(
    inviting: Round, member: Person, shielded_member: Person, clock: Traveller
) -> None:
    accepted_by(inviting, shielded_member)
    thing = f"invitations.invitation:{invitation_to(inviting, member).pk}"
    clock.move_to(TERM - 7 * DAY - SECOND)
    assert remind_and_lapse() == 0
    clock.move_to(TERM - 7 * DAY)
    assert remind_and_lapse() == 1
    assert remind_and_lapse() == 0
    clock.move_to(TERM - 2 * DAY)
    assert remind_and_lapse() == 1
    assert remind_and_lapse() == 0
    assert sorted(reminders()) == [(thing, 2), (thing, 7)]


def test_a_run_that_comes_late_sends_the_nearest_reminder_alone(
    inviting: Round, member: Person, clock: Traveller
) -> None:
    clock.move_to(TERM - DAY)
    assert remind_and_lapse() == 2
    assert {days for _thing, days in reminders()} == {2}
    assert remind_and_lapse() == 0
    assert invitation_to(inviting, member).reminded_days == [2, 7]


def test_what_is_over_lapses_at_the_term_and_a_late_run_sends_no_reminder(
    inviting: Round, member: Person, shielded_member: Person, clock: Traveller
) -> None:
    actions.decline(actor=actor_of(shielded_member), invitation=invitation_to(inviting, shielded_member))
    clock.move_to(TERM)
    assert remind_and_lapse() == 1
    assert remind_and_lapse() == 0
    assert reminders() == []
    assert invitation_to(inviting, member).state == "lapsed"
    assert invitation_to(inviting, shielded_member).state == "declined"


def test_a_new_term_has_reminders_of_its_own(inviting: Round, member: Person, clock: Traveller) -> None:
    clock.move_to(TERM - DAY)
    remind_and_lapse()
    later = TERM + 5 * DAY
    actions.extend_term(actor=SYSTEM, letter=inviting.letter, answer_by=later)
    clock.move_to(later - 2 * DAY)
    assert remind_and_lapse() == 2


def test_by_hand_one_is_reminded_once_a_day_and_not_after_an_answer(
    inviting: Round, member: Person, team: Person, clock: Traveller
) -> None:
    invitation = invitation_to(inviting, member)
    with pytest.raises(Denied):
        actions.remind(actor=actor_of(member), invitation=invitation)
    actions.remind(actor=actor_of(team), invitation=invitation)
    with pytest.raises(DomainError, match=r"invitations\.reminded_today"):
        actions.remind(actor=actor_of(team), invitation=invitation)
    clock.shift(DAY)
    actions.remind(actor=actor_of(team), invitation=invitation)
    accepted_by(inviting, member)
    with pytest.raises(DomainError, match=r"invitations\.answered_already"):
        actions.remind(actor=actor_of(team), invitation=invitation)


def test_two_runs_that_read_the_same_do_it_once(inviting: Round, member: Person, clock: Traveller) -> None:
    clock.move_to(TERM - 7 * DAY)
    first = second = invitation_to(inviting, member)
    actions.remind(actor=SYSTEM, invitation=first, days=7)
    with pytest.raises(Stale):
        actions.remind(actor=SYSTEM, invitation=second, days=7)
    clock.move_to(TERM)
    actions.lapse(actor=SYSTEM, invitation=first)
    with pytest.raises(Stale):
        actions.lapse(actor=SYSTEM, invitation=second)


def test_nobody_lets_an_invitation_lapse_by_hand(inviting: Round, member: Person, team: Person) -> None:
    for person in (member, team):
        with pytest.raises(Denied):
            actions.lapse(actor=actor_of(person), invitation=invitation_to(inviting, member))
    with pytest.raises(Stale):
        actions.lapse(actor=SYSTEM, invitation=invitation_to(inviting, member))
    assert Invitation.objects.filter(state="lapsed").count() == 0


def test_once_the_round_has_begun_nobody_is_reminded(inviting: Round, member: Person, clock: Traveller) -> None:
    start_round(actor=SYSTEM, round=inviting)
    clock.move_to(TERM - DAY)
    assert remind_and_lapse() == 0
    with pytest.raises(DomainError, match=r"invitations\.answered_already"):
        actions.remind(actor=SYSTEM, invitation=invitation_to(inviting, member))
    clock.move_to(TERM)
    assert remind_and_lapse() == 2
