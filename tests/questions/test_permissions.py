"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from tests.factories.personas import actor_of
from tests.factories.questions import a_question, about
from tests.factories.register import a_recommendation
from tests.permission_tables import PERSONAS, differences
from tests.questions import permission_table as table


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, room: None) -> None:
    asked = a_recommendation()
    things = {table.SUBJECT: about(asked), table.QUESTION: a_question(asked)}
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
