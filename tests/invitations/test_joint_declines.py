"""Declining together: each signs for themselves, may leave again, and says whether it is named."""

import pytest
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.invitations.models import JointDecline, Response, Signature
from supportroom.invitations.queries import joint_decline_for, joint_declines_of, joint_declines_published
from supportroom.kernel.errors import Denied, DomainError
from supportroom.people.models import Person
from supportroom.rounds.models import Participant, Round
from tests.factories.invitations import TERM, accepted_by, invitation_to, invited_round
from tests.factories.personas import actor_of
from tests.factories.rounds import words


def begun_by(made: Round, person: Person, *, is_public: bool = True) -> JointDecline:
    return actions.begin_joint_decline(
        actor=actor_of(person),
        invitation=invitation_to(made, person),
        text=words("We cannot come."),
        organisation="First Circle",
        may_be_named=True,
        is_public=is_public,
    )


def joined_by(made: Round, joint: JointDecline, person: Person, *, may_be_named: bool = False) -> Signature:
    return actions.join_decline(
        actor=actor_of(person),
        invitation=invitation_to(made, person),
        joint_decline=joint,
        organisation="Second Circle",
        may_be_named=may_be_named,
    )


def test_whoever_begins_and_whoever_joins_declines(inviting: Round, member: Person, shielded_member: Person) -> None:
    accepted_by(inviting, shielded_member)
    joint = begun_by(inviting, member)
    joined_by(inviting, joint, shielded_member)
    assert {invitation_to(inviting, each).state for each in (member, shielded_member)} == {"declined"}
    assert not Participant.objects.filter(round=inviting).exists()
    kinds = Response.objects.filter(invitation=invitation_to(inviting, shielded_member)).values_list("kind", flat=True)
    assert list(kinds) == ["accepted", "declined_jointly"]


def test_one_signature_alone_is_not_published_and_who_does_not_agree_is_counted(
    inviting: Round, member: Person, shielded_member: Person
) -> None:
    joint = begun_by(inviting, member)
    assert joint_declines_published(inviting) == []
    joined_by(inviting, joint, shielded_member)
    (out,) = joint_declines_published(inviting)
    assert (out.organisations, out.unnamed) == (("First Circle",), 1)
    joined_by(inviting, joint, shielded_member, may_be_named=True)
    (out,) = joint_declines_published(inviting)
    assert (out.organisations, out.unnamed) == (("First Circle", "Second Circle"), 0)
    assert Response.objects.filter(invitation__person=shielded_member).count() == 1


def test_who_changes_their_answer_stands_under_the_statement_no_longer(
    inviting: Round, member: Person, shielded_member: Person
) -> None:
    joint = begun_by(inviting, member)
    joined_by(inviting, joint, shielded_member)
    accepted_by(inviting, member)
    ((_joint, signatures),) = joint_declines_of(inviting)
    assert [each.organisation for each in signatures] == ["Second Circle"]
    with pytest.raises(Denied):
        actions.publish_wish(actor=actor_of(member), joint_decline=joint, is_public=True)
    actions.publish_wish(actor=actor_of(shielded_member), joint_decline=joint, is_public=False)
    again = joined_by(inviting, joint, member, may_be_named=True)
    assert (again.in_force, again.position, Signature.objects.count()) == (True, 3, 2)


def test_the_first_signatory_alone_says_whether_it_is_published(
    inviting: Round, member: Person, shielded_member: Person, team: Person
) -> None:
    joint = begun_by(inviting, member, is_public=False)
    joined_by(inviting, joint, shielded_member)
    for person in (shielded_member, team):
        with pytest.raises(Denied):
            actions.publish_wish(actor=actor_of(person), joint_decline=joint, is_public=True)
    actions.publish_wish(actor=actor_of(member), joint_decline=joint, is_public=True)
    assert len(joint_declines_published(inviting)) == 1


def test_the_code_opens_the_statement_to_those_invited_to_this_round_alone(
    inviting: Round, member: Person, shielded_member: Person, stranger: Person, team: Person
) -> None:
    joint = begun_by(inviting, member)
    assert joint_decline_for(actor_of(shielded_member), joint.code)
    for person in (stranger, team):
        assert joint_decline_for(actor_of(person), joint.code) is None
    assert joint_decline_for(actor_of(shielded_member), joint.code + 1) is None


def test_a_statement_of_another_round_is_not_joined(inviting: Round, member: Person, shielded_member: Person) -> None:
    joint = begun_by(inviting, member)
    other = invited_round([shielded_member])
    with pytest.raises(DomainError, match=r"invitations\.joint_link"):
        joined_by(other, joint, shielded_member)
    with pytest.raises(Denied):
        actions.join_decline(
            actor=actor_of(member),
            invitation=invitation_to(inviting, shielded_member),
            joint_decline=joint,
            organisation="X",
        )


def test_after_the_term_nobody_joins_but_consent_can_be_taken_back(
    inviting: Round, member: Person, shielded_member: Person, clock: Traveller
) -> None:
    joint = begun_by(inviting, member)
    clock.move_to(TERM)
    with pytest.raises(DomainError, match=r"invitations\.term_over"):
        joined_by(inviting, joint, shielded_member)
    actions.join_decline(
        actor=actor_of(member),
        invitation=invitation_to(inviting, member),
        joint_decline=joint,
        organisation="First Circle",
        may_be_named=False,
    )
    assert not Signature.objects.get().may_be_named


def test_an_organisation_has_a_name(inviting: Round, member: Person) -> None:
    with pytest.raises(DomainError, match=r"invitations\.organisation_needed"):
        actions.begin_joint_decline(
            actor=actor_of(member), invitation=invitation_to(inviting, member), text=words("No"), organisation=" "
        )
    assert JointDecline.objects.count() == 0
