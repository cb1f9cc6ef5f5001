"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from tests.backups import permission_table as table
from tests.factories.personas import actor_of
from tests.permission_tables import PERSONAS, differences


def test_nobody_tells_a_room_that_it_was_restored(request: pytest.FixtureRequest, room: None) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    things = {"a room that was restored": None}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
