"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.permissions import may
from supportroom.library.models import Source
from supportroom.people.models import Person
from tests.factories.groups import a_group_at_work
from tests.factories.library import a_note
from tests.factories.personas import actor_of
from tests.library import permission_table as table
from tests.permission_tables import PERSONAS, differences


@pytest.fixture
def things(group: WorkingGroup, source: Source, member: Person) -> dict[str, object]:
    over = a_group_at_work(member, title="Over")
    over.state = "closed"
    return {table.GROUP: group, table.SOURCE: source, table.NOTE: a_note(source, member), table.OVER: over}


def test_every_persona_may_what_the_table_says_and_nothing_else(
    request: pytest.FixtureRequest, things: dict[str, object]
) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
