"""The letter and its way out: once to each, later to whoever joins the list, with the words that were sent."""

from datetime import timedelta

import pytest
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.invitations.models import Invitation, Letter
from supportroom.invitations.queries import invited_persons, notice_of
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.once import keyed
from supportroom.people.models import Person
from supportroom.rounds.actions import amend_session
from supportroom.rounds.models import Round
from supportroom.rounds.queries import rounds_visible_to
from supportroom.selection.actions import confirm_list, reopen_list
from supportroom.selection.queries import list_of
from tests.factories.invitations import (
    TERM,
    accepted_by,
    invitation_to,
    letter_for,
    prepared_round,
)
from tests.factories.personas import actor_of
from tests.factories.programme import published
from tests.factories.rounds import words
from tests.factories.selection import make_list


def joins_later(made: Round, person: Person) -> None:
    reopen_list(actor=SYSTEM, draft_list=list_of(made))
    confirm_list(actor=SYSTEM, draft_list=make_list(made, [person]))


def test_each_on_the_list_is_invited_once_and_the_round_goes_over_to_inviting(
    inviting: Round, member: Person, shielded_member: Person
) -> None:
    assert inviting.state == "inviting"
    invited = Invitation.objects.filter(round=inviting)
    assert {each.person for each in invited} == {member, shielded_member}
    assert {(each.state, each.programme_number) for each in invited} == {("sent", 1)}
    entries = Entry.objects.filter(action="invitations.send_invitations")
    assert {entry.thing for entry in entries} == {f"invitations.invitation:{each.pk}" for each in invited}
    with pytest.raises(DomainError, match=r"invitations\.nobody_new"):
        actions.send_invitations(actor=SYSTEM, round=inviting)


def test_the_same_press_twice_sends_once(clock: Traveller, member: Person, team: Person) -> None:
    made = prepared_round([member])
    letter_for(made)
    for _turn in range(2):
        with keyed("one press"):
            actions.send_invitations(actor=actor_of(team), round=made)
    assert Invitation.objects.count() == 1


def test_whoever_joins_the_list_later_is_invited_later_and_a_notice_that_is_short_by_then_wants_its_reason(
    inviting: Round, stranger: Person, clock: Traveller
) -> None:
    clock.shift(timedelta(days=16))
    joins_later(inviting, stranger)
    with pytest.raises(DomainError, match=r"invitations\.not_ready"):
        actions.send_invitations(actor=SYSTEM, round=inviting)
    letter = Letter.objects.get()
    reason = words("A place became free.")
    actions.write_letter(actor=SYSTEM, round=inviting, text=letter.text, answer_by=letter.answer_by, reason=reason)
    actions.send_invitations(actor=SYSTEM, round=inviting)
    notice = notice_of(inviting)
    assert notice
    assert (notice.days, notice.later_days, notice.is_short) == (28, 12, True)
    assert invitation_to(inviting, stranger).state == "sent"


def test_a_programme_that_was_changed_is_published_anew_before_anybody_else_is_invited(
    inviting: Round, stranger: Person
) -> None:
    session = inviting.sessions.get()
    amend_session(actor=SYSTEM, session=session, title=words("Moved"))
    joins_later(inviting, stranger)
    with pytest.raises(DomainError, match=r"invitations\.not_ready"):
        actions.send_invitations(actor=SYSTEM, round=inviting)
    published(inviting)
    actions.send_invitations(actor=SYSTEM, round=inviting)
    assert invitation_to(inviting, stranger).programme_number == 2


def test_the_words_that_were_sent_stay_as_they_are(inviting: Round) -> None:
    letter = inviting.letter
    with pytest.raises(DomainError, match=r"invitations\.letter_sent"):
        actions.write_letter(actor=SYSTEM, round=inviting, text=words("Other"), answer_by=letter.answer_by)


def test_a_letter_is_not_written_over_another(clock: Traveller, member: Person) -> None:
    made = prepared_round([member])
    letter_for(made, seen=0)
    with pytest.raises(Stale):
        letter_for(made, seen=0)
    letter_for(made, seen=1, text=words("Other"))
    with pytest.raises(Stale):
        letter_for(made, seen=1)
    assert str(Letter.objects.get().text) == "Other"


@pytest.mark.parametrize("wrong", [timedelta(days=-30), timedelta(days=30)])
def test_a_term_lies_ahead_and_before_the_round(wrong: timedelta, clock: Traveller, member: Person) -> None:
    made = prepared_round([member])
    with pytest.raises(DomainError, match=r"invitations\.term"):
        letter_for(made, answer_by=TERM + wrong)


def test_the_team_alone_invites(clock: Traveller, member: Person, office: Person) -> None:
    made = prepared_round([member])
    letter_for(made)
    for person in (member, office):
        with pytest.raises(Denied):
            actions.send_invitations(actor=actor_of(person), round=made)
        with pytest.raises(Denied):
            letter_for(made, actor=actor_of(person))


def test_whoever_is_invited_sees_the_round_and_who_declined_still_does(
    inviting: Round, member: Person, shielded_member: Person
) -> None:
    inviting.refresh_from_db()
    assert inviting in rounds_visible_to(actor_of(member))
    assert set(invited_persons(inviting)) == {member, shielded_member}
    actions.decline(actor=actor_of(member), invitation=invitation_to(inviting, member))
    assert inviting in rounds_visible_to(actor_of(member))
    assert set(invited_persons(inviting)) == {shielded_member}
    accepted_by(inviting, shielded_member)
    assert set(invited_persons(inviting)) == {shielded_member}
