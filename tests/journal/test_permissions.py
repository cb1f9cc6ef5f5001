"""The table of permissions, asked cell by cell: of the journal, and of consent and what is kept."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from tests.factories.personas import actor_of
from tests.journal import permission_table as of_journal
from tests.permission_tables import PERSONAS, differences
from tests.protection import permission_table as of_protection


def test_every_persona_may_what_the_tables_say_and_nothing_else(
    request: pytest.FixtureRequest, room: None, member: Person
) -> None:
    things = {of_journal.JOURNAL: None, of_protection.MEMBER: member, of_protection.ROOM: None}
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    for table in (of_journal.TABLE, of_protection.TABLE):
        assert differences(table, things, lambda who, permission, thing: may(actors[who], permission, thing)) == []
