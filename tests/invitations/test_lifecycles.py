"""Every pair of state and verb of an invitation, by the actions that take the steps."""

from collections.abc import Callable
from typing import Any

import pytest
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.invitations.lifecycle import INVITATION, SUPPORT_REQUEST
from supportroom.invitations.models import Invitation, SupportRequest
from supportroom.journal import writing
from supportroom.journal.door import _opened
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from tests.factories.invitations import TERM, accepted_by, invitation_to
from tests.factories.personas import actor_of
from tests.factories.rounds import words


def in_state(made: Round, person: Person, state: str) -> Invitation:
    """Bring an invitation into a state, past the actions: what follows is about the step after it."""
    invitation = invitation_to(made, person)
    with _opened("test"):
        writing.change(invitation, state=state)
    return invitation_to(made, person)


@pytest.mark.parametrize("verb", INVITATION.verbs)
@pytest.mark.parametrize("state", INVITATION.states)
def test_an_invitation_takes_the_steps_of_its_table_and_no_other(
    state: str, verb: str, inviting: Round, member: Person
) -> None:
    invitation = in_state(inviting, member, state)
    if INVITATION.allows(state, verb):
        with _opened("test"):
            assert writing.advance(invitation, INVITATION, verb).state == INVITATION.step(state, verb).target
        return
    with _opened("test"), pytest.raises(DomainError, match=r"kernel\.not_now"):
        writing.advance(invitation, INVITATION, verb)


ANSWERS: dict[str, Callable[..., Any]] = {
    "accept": actions.accept,
    "decline": actions.decline,
    "propose": lambda **given: actions.propose_substitute(**given, name="Nour"),
    "decline_jointly": lambda **given: actions.begin_joint_decline(**given, text=words("No"), organisation="Circle"),
}


@pytest.mark.parametrize("verb", ANSWERS)
@pytest.mark.parametrize("state", INVITATION.states)
def test_an_answer_is_taken_in_the_states_that_the_table_names(
    state: str, verb: str, inviting: Round, member: Person
) -> None:
    invitation = in_state(inviting, member, state)
    given = {"actor": actor_of(member), "invitation": invitation}
    if INVITATION.allows(state, verb):
        ANSWERS[verb](**given)
        assert invitation_to(inviting, member).state == INVITATION.step(state, verb).target
        return
    with pytest.raises(DomainError):
        ANSWERS[verb](**given)
    assert invitation_to(inviting, member).state == state


@pytest.mark.parametrize("state", INVITATION.states)
def test_the_team_withdraws_what_the_table_lets_it(state: str, inviting: Round, member: Person) -> None:
    invitation = in_state(inviting, member, state)
    if INVITATION.allows(state, "withdraw"):
        assert actions.withdraw_invitation(actor=SYSTEM, invitation=invitation).state == "withdrawn"
        return
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.withdraw_invitation(actor=SYSTEM, invitation=invitation)


@pytest.mark.parametrize("state", INVITATION.states)
def test_at_the_term_what_waits_lapses_and_nothing_else(
    state: str, inviting: Round, member: Person, clock: Traveller
) -> None:
    invitation = in_state(inviting, member, state)
    clock.move_to(TERM)
    if state == "sent":
        assert actions.lapse(actor=SYSTEM, invitation=invitation).state == "lapsed"
        return
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.lapse(actor=SYSTEM, invitation=invitation)


@pytest.mark.parametrize("verb", SUPPORT_REQUEST.verbs)
@pytest.mark.parametrize("state", SUPPORT_REQUEST.states)
def test_a_need_takes_the_steps_of_its_table_and_no_other(
    state: str, verb: str, inviting: Round, member: Person
) -> None:
    need = accepted_by(inviting, member, ("visa", "")).support_requests.get()
    with _opened("test"):
        writing.change(need, state=state)
    need = SupportRequest.objects.get(pk=need.pk)
    if SUPPORT_REQUEST.allows(state, verb):
        with _opened("test"):
            assert writing.advance(need, SUPPORT_REQUEST, verb).state == SUPPORT_REQUEST.step(state, verb).target
        return
    with _opened("test"), pytest.raises(DomainError, match=r"kernel\.not_now"):
        writing.advance(need, SUPPORT_REQUEST, verb)
