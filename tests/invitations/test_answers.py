"""Answers to invitations: each is kept, the last counts, and the term is the stored instant to the second."""

from datetime import timedelta

import pytest
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.invitations.models import Response, SupportRequest
from supportroom.invitations.vocabulary import LAPSED
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.once import keyed
from supportroom.people.actions import set_profile
from supportroom.people.models import Person
from supportroom.rounds.actions import start_round
from supportroom.rounds.models import Participant, Round
from tests.factories.invitations import TERM, accepted_by, invitation_to
from tests.factories.personas import actor_of
from tests.factories.rounds import words

SECOND = timedelta(seconds=1)


def test_whoever_accepts_takes_part_with_what_their_profile_says(inviting: Round, member: Person) -> None:
    set_profile(actor=SYSTEM, person=member, gender="woman", region="")
    invitation = accepted_by(inviting, member, ("visa", "To Geneva"), ("care", ""))
    assert invitation.state == "accepted"
    assert Participant.objects.get(round=inviting, person=member).gender == "woman"
    asked = SupportRequest.objects.filter(invitation=invitation).order_by("kind")
    assert [(each.kind, each.note, each.state) for each in asked] == [
        ("care", "", "asked"),
        ("visa", "To Geneva", "asked"),
    ]


def test_each_answer_is_kept_and_the_last_one_counts(inviting: Round, member: Person) -> None:
    actor, invitation = actor_of(member), invitation_to(inviting, member)
    accepted_by(inviting, member, ("travel", "By train"))
    actions.decline(actor=actor, invitation=invitation, reason=words("I am ill"), answers=1)
    assert not Participant.objects.filter(round=inviting, person=member).exists()
    actions.accept(actor=actor, invitation=invitation, support=[("connection", "")], answers=2)
    assert Participant.objects.filter(round=inviting, person=member).exists()
    kept = Response.objects.filter(invitation=invitation)
    assert [response.kind for response in kept] == ["accepted", "declined", "accepted"]
    assert [response.support for response in kept] == [[["travel", "By train"]], [], [["connection", ""]]]
    assert str(kept[1].reason) == "I am ill"
    assert [each.kind for each in invitation.support_requests.all()] == ["connection"]


def test_the_same_form_sent_twice_counts_once(inviting: Round, member: Person) -> None:
    invitation = invitation_to(inviting, member)
    for _turn in range(2):
        with keyed("one and the same form"):
            actions.accept(actor=actor_of(member), invitation=invitation, answers=0)
    assert Response.objects.filter(invitation=invitation).count() == 1


def test_two_tabs_that_answer_differently_are_told(inviting: Round, member: Person) -> None:
    invitation = invitation_to(inviting, member)
    actions.accept(actor=actor_of(member), invitation=invitation, answers=0)
    with pytest.raises(Stale):
        actions.decline(actor=actor_of(member), invitation=invitation, answers=0)
    assert invitation_to(inviting, member).state == "accepted"


def test_an_answer_a_second_before_the_term_is_taken(inviting: Round, member: Person, clock: Traveller) -> None:
    clock.move_to(TERM - SECOND)
    assert accepted_by(inviting, member).state == "accepted"


@pytest.mark.parametrize("after", [timedelta(), SECOND])
def test_at_the_term_and_a_second_after_it_an_answer_is_refused_in_both_clocks(
    after: timedelta, inviting: Round, member: Person, clock: Traveller
) -> None:
    clock.move_to(TERM + after)
    with pytest.raises(DomainError, match=r"invitations\.term_over") as refused:
        accepted_by(inviting, member)
    assert "15:00" in refused.value.wording  # the reader's clock
    assert "18:00" in refused.value.wording  # the round's
    assert invitation_to(inviting, member).state == "sent"


def test_after_the_term_one_can_still_say_that_one_does_not_come_until_the_round_begins(
    inviting: Round, member: Person, clock: Traveller
) -> None:
    accepted_by(inviting, member)
    clock.move_to(TERM + SECOND)
    actions.decline(actor=actor_of(member), invitation=invitation_to(inviting, member))
    assert not Participant.objects.filter(round=inviting, person=member).exists()
    with pytest.raises(DomainError, match=r"invitations\.term_over"):
        accepted_by(inviting, member)


def test_once_the_round_has_begun_no_answer_changes(inviting: Round, member: Person) -> None:
    accepted_by(inviting, member)
    start_round(actor=SYSTEM, round=inviting)
    with pytest.raises(DomainError, match=r"invitations\.round_begun"):
        actions.decline(actor=actor_of(member), invitation=invitation_to(inviting, member))
    with pytest.raises(DomainError, match=r"invitations\.round_begun"):
        actions.withdraw_invitation(actor=SYSTEM, invitation=invitation_to(inviting, member))
    assert Participant.objects.filter(round=inviting, person=member).exists()


def test_nobody_answers_for_somebody_else(
    inviting: Round, member: Person, shielded_member: Person, team: Person
) -> None:
    invitation = invitation_to(inviting, member)
    for somebody in (shielded_member, team):
        for act in (actions.accept, actions.decline):
            with pytest.raises(Denied):
                act(actor=actor_of(somebody), invitation=invitation)
        with pytest.raises(Denied):
            actions.propose_substitute(actor=actor_of(somebody), invitation=invitation, name="X")
    assert Response.objects.count() == 0


def test_an_invitation_that_was_withdrawn_is_not_answered_and_its_person_takes_part_no_longer(
    inviting: Round, member: Person
) -> None:
    invitation = accepted_by(inviting, member)
    actions.withdraw_invitation(actor=SYSTEM, invitation=invitation)
    assert not Participant.objects.filter(round=inviting, person=member).exists()
    with pytest.raises(DomainError, match=r"invitations\.not_waiting"):
        accepted_by(inviting, member)


def test_the_term_is_extended_for_all_and_what_lapsed_waits_again(
    inviting: Round, member: Person, shielded_member: Person, clock: Traveller
) -> None:
    actions.decline(actor=actor_of(shielded_member), invitation=invitation_to(inviting, shielded_member))
    clock.move_to(TERM + SECOND)
    actions.lapse(actor=SYSTEM, invitation=invitation_to(inviting, member))
    assert invitation_to(inviting, member).state == LAPSED
    actions.extend_term(actor=SYSTEM, letter=inviting.letter, answer_by=TERM + timedelta(days=3))
    assert accepted_by(inviting, member).state == "accepted"
    assert invitation_to(inviting, shielded_member).state == "declined"


def test_the_term_is_extended_for_one_alone(
    inviting: Round, member: Person, shielded_member: Person, clock: Traveller
) -> None:
    clock.move_to(TERM + SECOND)
    invitation, later = invitation_to(inviting, member), TERM + timedelta(days=3)
    actions.extend_term(actor=SYSTEM, letter=inviting.letter, answer_by=later, invitation=invitation)
    assert accepted_by(inviting, member).state == "accepted"
    with pytest.raises(DomainError, match=r"invitations\.term_over"):
        accepted_by(inviting, shielded_member)


def test_a_term_is_moved_to_a_later_moment_before_the_round_begins_and_nowhere_else(inviting: Round) -> None:
    with pytest.raises(DomainError, match=r"invitations\.term_later"):
        actions.extend_term(actor=SYSTEM, letter=inviting.letter, answer_by=TERM)
    with pytest.raises(DomainError, match=r"invitations\.term"):
        actions.extend_term(actor=SYSTEM, letter=inviting.letter, answer_by=TERM + timedelta(days=30))


def test_what_somebody_needs_is_settled_and_another_writer_is_not_overwritten(inviting: Round, member: Person) -> None:
    invitation = accepted_by(inviting, member, ("visa", ""))
    need = invitation.support_requests.get()
    actions.settle_request(actor=SYSTEM, support_request=need, outcome="arranged", answer="On Monday", seen=1)
    other = SupportRequest.objects.get(pk=need.pk)
    with pytest.raises(Stale):
        actions.settle_request(actor=SYSTEM, support_request=other, outcome="not_possible", seen=1)
    actions.settle_request(actor=SYSTEM, support_request=other, outcome="arranged", answer="On Tuesday", seen=2)
    actions.settle_request(actor=SYSTEM, support_request=other, outcome="not_possible", seen=3)
    assert SupportRequest.objects.get(pk=need.pk).answer == ""


def test_what_one_needs_changes_with_the_next_answer_and_is_then_asked_anew(inviting: Round, member: Person) -> None:
    invitation = accepted_by(inviting, member, ("visa", ""), ("travel", ""))
    need = invitation.support_requests.get(kind="visa")
    actions.settle_request(actor=SYSTEM, support_request=need, outcome="arranged")
    accepted_by(inviting, member, ("visa", ""))
    assert SupportRequest.objects.get(invitation=invitation).state == "arranged"
    accepted_by(inviting, member, ("visa", "For two"))
    left = SupportRequest.objects.get(invitation=invitation)
    assert (left.kind, left.note, left.state) == ("visa", "For two", "asked")
