"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.pages.models import Page
from supportroom.pages.vocabulary import NEWS, OF_OFFICE, OF_ROOM
from supportroom.people.models import Person
from supportroom.room.models import Room
from tests.factories.personas import actor_of
from tests.pages import permission_table as table
from tests.permission_tables import PERSONAS, differences


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, room: Room) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    things = {
        table.ROOM: OF_ROOM,
        table.OFFICE: OF_OFFICE,
        table.PAGE: Page(kind=NEWS, voice=OF_ROOM),
        table.OFFICE_NEWS: Page(kind=NEWS, voice=OF_OFFICE),
    }
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
