"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may, permission_names
from supportroom.people.models import Person
from tests.factories.intake import an_intake, groups_of, taken_in
from tests.factories.personas import actor_of
from tests.intake import permission_table as table
from tests.permission_tables import PERSONAS, differences


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, room: None) -> None:
    intake = an_intake()
    things = {table.WAITING: intake, table.ITEM: taken_in(intake)[0], table.LIST: groups_of(intake)[0]}
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []


def test_the_table_leaves_no_permission_out() -> None:
    asked = {row.permission for row in table.TABLE}
    assert asked == {name for name in permission_names() if name.startswith("intake.")}
