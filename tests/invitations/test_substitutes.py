"""Somebody comes instead: proposed by whoever was invited, confirmed by the team, answering for themselves."""

from datetime import timedelta

import pytest
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.invitations.models import Invitation, Response
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError
from supportroom.people.actions import set_profile
from supportroom.people.models import Person
from supportroom.rounds.models import Participant, Round
from supportroom.selection.actions import confirm_list, reopen_list
from supportroom.selection.models import Listing
from supportroom.selection.queries import list_of, reasons_published
from tests.factories.invitations import TERM, accepted_by, invitation_to
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.selection import make_quotas


def proposes(made: Round, person: Person, name: str = "Samir Stranger-Invented") -> Invitation:
    actions.propose_substitute(
        actor=actor_of(person), invitation=invitation_to(made, person), name=name, contact="by way of the office"
    )
    return invitation_to(made, person)


def test_who_proposes_somebody_declines_and_the_team_decides(inviting: Round, member: Person, stranger: Person) -> None:
    accepted_by(inviting, member)
    invitation = proposes(inviting, member)
    assert invitation.state == "declined"
    assert not Participant.objects.filter(round=inviting, person=member).exists()
    instead = actions.confirm_substitute(actor=SYSTEM, invitation=invitation, person=stranger)
    assert (instead.person, instead.state, instead.instead_of_id) == (stranger, "sent", invitation.pk)
    assert invitation_to(inviting, member).state == "substituted"
    assert Response.objects.get(invitation=invitation, kind="substitute_proposed").proposal == "confirmed"
    assert Listing.objects.get(draft_list__round=inviting, person=stranger).way == "substitute"
    told = Entry.objects.filter(action="invitations.send_invitations", thing=f"invitations.invitation:{instead.pk}")
    assert told.count() == 1
    assert accepted_by(inviting, stranger).state == "accepted"
    with pytest.raises(DomainError, match=r"invitations\.not_waiting"):
        accepted_by(inviting, member)


def test_a_person_who_is_not_on_the_roll_is_added(inviting: Round, member: Person) -> None:
    invitation = proposes(inviting, member, "Nour New-Invented")
    instead = actions.confirm_substitute(
        actor=SYSTEM, invitation=invitation, name="Nour New-Invented", organisation="Olive Branch Circle"
    )
    assert (instead.person.name, instead.person.roles) == ("Nour New-Invented", ["member"])
    assert instead.person.organisation == member.organisation


def test_whoever_is_invited_already_is_no_substitute(inviting: Round, member: Person, shielded_member: Person) -> None:
    invitation = proposes(inviting, member)
    with pytest.raises(DomainError, match=r"invitations\.invited_already"):
        actions.confirm_substitute(actor=SYSTEM, invitation=invitation, person=shielded_member)
    assert invitation_to(inviting, member).state == "declined"


def test_a_substitute_who_lets_the_list_fall_below_a_quota_needs_a_reason_that_is_published(
    inviting: Round, member: Person, stranger: Person
) -> None:
    set_profile(actor=SYSTEM, person=member, gender="woman")
    set_profile(actor=SYSTEM, person=stranger, gender="man")
    draft_list = reopen_list(actor=SYSTEM, draft_list=list_of(inviting))
    make_quotas(inviting, ("women", "", 50))
    confirm_list(actor=SYSTEM, draft_list=draft_list)
    invitation = proposes(inviting, member)
    with pytest.raises(DomainError, match=r"invitations\.below_quota"):
        actions.confirm_substitute(actor=SYSTEM, invitation=invitation, person=stranger)
    reason = words("No woman of this field can travel.")
    actions.confirm_substitute(actor=SYSTEM, invitation=invitation, person=stranger, reason=reason)
    ((_label, _percent, published),) = reasons_published(inviting)
    assert str(published) == "No woman of this field can travel."


def test_the_team_says_why_somebody_is_not_invited_and_the_first_can_still_come(
    inviting: Round, member: Person
) -> None:
    invitation = proposes(inviting, member)
    actions.refuse_substitute(actor=SYSTEM, invitation=invitation, reply=words("The list is full."))
    (response,) = Response.objects.filter(invitation=invitation)
    assert (response.proposal, str(response.reply)) == ("refused", "The list is full.")
    with pytest.raises(DomainError, match=r"invitations\.nobody_proposed"):
        actions.confirm_substitute(actor=SYSTEM, invitation=invitation, name="X")
    assert accepted_by(inviting, member).state == "accepted"


def test_a_proposal_that_was_taken_back_by_another_answer_is_not_confirmed(
    inviting: Round, member: Person, stranger: Person
) -> None:
    invitation = proposes(inviting, member)
    accepted_by(inviting, member)
    with pytest.raises(DomainError, match=r"invitations\.nobody_proposed"):
        actions.confirm_substitute(actor=SYSTEM, invitation=invitation, person=stranger)


def test_a_substitute_who_is_invited_late_gets_three_days(
    inviting: Round, member: Person, stranger: Person, clock: Traveller
) -> None:
    clock.move_to(TERM - timedelta(hours=1))
    invitation = proposes(inviting, member)
    clock.move_to(TERM + timedelta(hours=1))
    instead = actions.confirm_substitute(actor=SYSTEM, invitation=invitation, person=stranger)
    assert instead.term == TERM + timedelta(hours=1, days=3)
    assert accepted_by(inviting, stranger).state == "accepted"


def test_a_name_is_needed_and_only_the_team_confirms(inviting: Round, member: Person, stranger: Person) -> None:
    with pytest.raises(DomainError, match=r"invitations\.substitute_name"):
        proposes(inviting, member, "  ")
    invitation = proposes(inviting, member)
    with pytest.raises(Denied):
        actions.confirm_substitute(actor=actor_of(member), invitation=invitation, person=stranger)
    with pytest.raises(DomainError, match=r"invitations\.substitute_name"):
        actions.confirm_substitute(actor=SYSTEM, invitation=invitation)
