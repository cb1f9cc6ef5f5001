"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.press.actions import add_contact
from tests.factories.adoption import an_adopted_paper
from tests.factories.personas import actor_of
from tests.factories.press import offered
from tests.permission_tables import PERSONAS, differences
from tests.press import permission_table as table

Things = dict[str, object]


@pytest.fixture
def things(room: None, clock: object, member: Person, shielded_member: Person, team: Person) -> Things:
    paper = an_adopted_paper(clock, member)
    return {
        table.PAPER: paper,
        table.OWN: offered(paper, member),
        table.OTHERS: offered(paper, shielded_member, actor=actor_of(team)),
        table.CONTACT: add_contact(actor=SYSTEM, name="A Writer-Invented", outlet="The Invented Daily"),
    }


@pytest.mark.writes_outside_actions
def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, things: Things) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
