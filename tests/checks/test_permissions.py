"""The table of permissions, asked cell by cell."""

from typing import Any

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.permissions import may, permission_names
from supportroom.people.models import Person
from tests.checks import permission_table as table
from tests.factories.checks import asked, over
from tests.factories.personas import actor_of
from tests.permission_tables import PERSONAS, differences

Things = dict[str, object]


@pytest.fixture
def things(member: Person, shielded_member: Person, clock: Any) -> Things:
    counted = over(asked(), clock)
    return {table.ANY: None, table.OPEN: asked(), table.COUNTED: counted}


def test_every_persona_may_what_the_table_says_and_nothing_else(things: Things, request: pytest.FixtureRequest) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []


def test_the_room_itself_counts(things: Things) -> None:
    assert may(SYSTEM, "checks.count_check", things[table.OPEN])


def test_the_table_names_every_permission() -> None:
    known = {name for name in permission_names() if name.startswith("checks.")}
    assert known == {row.permission for row in table.TABLE}
