"""Questions of those invited: answered by contact person or team, read by all who were invited, without names."""

import pytest

from supportroom.invitations import actions
from supportroom.invitations.models import Question
from supportroom.invitations.queries import questions_visible_to
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.topics.queries import agenda_of
from tests.factories.invitations import invitation_to
from tests.factories.personas import actor_of
from tests.factories.programme import agenda_topic
from tests.factories.rounds import make_round, words


def asked_by(made: Round, person: Person, text: str = "Who pays the visa?") -> Question:
    return actions.ask_question(
        actor=actor_of(person),
        invitation=invitation_to(made, person),
        topic=agenda_of(made).first(),
        text=words(text),
    )


def seen_by(made: Round, actor: Actor) -> list[str]:
    return [str(question.text) for question in questions_visible_to(actor, made)]


def test_until_it_is_answered_a_question_is_seen_by_its_asker_the_contact_person_and_the_team(
    inviting: Round, member: Person, shielded_member: Person, contact: Person, team: Person
) -> None:
    question = asked_by(inviting, member)
    for person in (member, contact, team):
        assert seen_by(inviting, actor_of(person)) == ["Who pays the visa?"]
    assert seen_by(inviting, actor_of(shielded_member)) == []
    actions.answer_question(actor=actor_of(contact), question=question, answer=words("The room does."))
    assert seen_by(inviting, actor_of(shielded_member)) == ["Who pays the visa?"]


def test_only_contact_person_and_team_answer(
    inviting: Round, member: Person, shielded_member: Person, team: Person
) -> None:
    question = asked_by(inviting, member)
    for person in (member, shielded_member):
        with pytest.raises(Denied):
            actions.answer_question(actor=actor_of(person), question=question, answer=words("No"))
    actions.answer_question(actor=actor_of(team), question=question, answer=words("Yes"), seen=1)
    with pytest.raises(Stale):
        actions.answer_question(actor=actor_of(team), question=question, answer=words("No"), seen=1)


def test_a_question_is_about_a_topic_of_this_round_or_about_all_of_it(
    inviting: Round, member: Person, contact: Person
) -> None:
    foreign = agenda_topic(make_round(others=0, running=False), contact=contact)
    invitation = invitation_to(inviting, member)
    with pytest.raises(DomainError, match=r"invitations\.foreign_topic"):
        actions.ask_question(actor=actor_of(member), invitation=invitation, topic=foreign, text=words("?"))
    general = actions.ask_question(actor=actor_of(member), invitation=invitation, text=words("When is lunch?"))
    assert general.topic is None
    with pytest.raises(Denied):
        actions.answer_question(actor=actor_of(contact), question=general, answer=words("At one"))


def test_whoever_is_not_invited_asks_nothing(inviting: Round, member: Person, stranger: Person) -> None:
    with pytest.raises(Denied):
        actions.ask_question(actor=actor_of(stranger), invitation=invitation_to(inviting, member), text=words("?"))
    invitation = invitation_to(inviting, member)
    actions.withdraw_invitation(actor=SYSTEM, invitation=invitation)
    with pytest.raises(DomainError, match=r"invitations\.not_waiting"):
        asked_by(inviting, member)
