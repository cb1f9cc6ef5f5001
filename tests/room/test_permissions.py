"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.room.models import Pillar, Room
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round
from tests.permission_tables import PERSONAS, differences
from tests.room import permission_table as table


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, room: Room) -> None:
    make_round(pillars=["Proposed"], others=0, running=False)
    things = {table.CHARTER: room, table.PROPOSED: Pillar.objects.get()}
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
