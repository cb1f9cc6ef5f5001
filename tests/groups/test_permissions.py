"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.groups.actions import close_group, turn_down_group
from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.permissions import may, permission_names
from supportroom.people.models import Person
from tests.factories.groups import a_group_at_work, called_group, stands
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.groups import permission_table as table
from tests.permission_tables import PERSONAS, differences

Things = dict[str, object]


@pytest.fixture
def things(opened: WorkingGroup, member: Person, shielded_member: Person, facilitator: Person) -> Things:
    at_work = a_group_at_work(shielded_member, facilitator)
    closed = a_group_at_work(shielded_member, facilitator)
    close_group(actor=SYSTEM, group=closed, reason=words("Done"))
    turned_down = called_group(member)
    turn_down_group(actor=SYSTEM, group=turned_down, reason=words("Not now"))
    return {
        table.ANY: None,
        table.CALLED: called_group(member),
        table.TURNED_DOWN: turned_down,
        table.OPEN: opened,
        table.CANDIDACY: stands(opened, member),
        table.AT_WORK: at_work,
        table.CLOSED: closed,
        table.SEAT: at_work.seats.get(person=shielded_member),
    }


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, things: Things) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []


def test_the_table_names_every_permission() -> None:
    known = {name for name in permission_names() if name.startswith("groups.")}
    assert known == {row.permission for row in table.TABLE}
