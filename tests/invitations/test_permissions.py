"""The table of permissions, asked cell by cell."""

import pytest
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.topics.queries import agenda_of
from tests.factories.invitations import accepted_by, invitation_to, invited_round
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.invitations import permission_table as table
from tests.permission_tables import PERSONAS, differences

Things = dict[str, object]


@pytest.fixture
def things(clock: Traveller, member: Person, shielded_member: Person, facilitator: Person) -> Things:
    made = invited_round([member, shielded_member], contact=facilitator)
    actor, need = actor_of(member), accepted_by(made, member, ("visa", "")).support_requests.get()
    invitation = invitation_to(made, member)
    asked = {"actor": actor, "invitation": invitation, "text": words("Where?")}
    return {
        table.ROUND: made,
        table.LETTER: made.letter,
        table.NEED: need,
        table.QUESTION: actions.ask_question(**asked, topic=agenda_of(made).first()),
        table.GENERAL: actions.ask_question(**asked),
        table.JOINT: actions.begin_joint_decline(**asked, organisation="Olive Branch Circle"),
        table.INVITATION: invitation,
    }


def test_everybody_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, things: Things) -> None:
    actors = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in actors.items()}
    assert differences(table.TABLE, things, lambda who, name, thing: may(actors[who], name, thing)) == []
