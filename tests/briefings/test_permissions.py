"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.briefings.actions import send_absent
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from tests.briefings import permission_table as table
from tests.factories.briefings import a_briefing, a_reading, read_twice
from tests.factories.personas import actor_of
from tests.factories.register import a_recommendation
from tests.permission_tables import PERSONAS, differences


def test_every_persona_may_what_the_table_says_and_nothing_else(
    request: pytest.FixtureRequest, room: None, office: Person
) -> None:
    briefing = a_briefing()
    read_twice(a_recommendation(), briefing)
    things = {
        table.BRIEFING: briefing,
        table.READING: a_reading(a_recommendation(), briefing, office),
        table.LIST: send_absent(actor=SYSTEM, briefing=briefing),
    }
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
