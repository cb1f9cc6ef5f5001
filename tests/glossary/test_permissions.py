"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.room.queries import charter
from tests.factories.glossary import a_body, a_term, influences
from tests.factories.personas import actor_of
from tests.glossary import permission_table as table
from tests.permission_tables import PERSONAS, differences


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, room: None) -> None:
    body = a_body("A council")
    things = {
        table.TERM: a_term(),
        table.BODY: body,
        table.INFLUENCE: influences(body, a_body("A force")),
        table.ROOM: charter(),
    }
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
