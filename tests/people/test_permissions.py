"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.permissions import may
from supportroom.people.actions import add_person, ask_recovery, invite_person
from supportroom.people.models import Account, Person
from supportroom.people.tokens import new_token
from tests.factories.personas import actor_of
from tests.people import permission_table as table
from tests.permission_tables import PERSONAS, differences


def test_every_persona_may_what_the_table_says_and_nothing_else(
    request: pytest.FixtureRequest, member: Person, team: Person
) -> None:
    somebody = add_person(actor=SYSTEM, name="Rana Newcomer-Invented")
    link = invite_person(actor=SYSTEM, person=somebody, token=new_token())
    things = {table.SOMEBODY: somebody, table.ONESELF: member, table.LINK: link}
    things[table.OWN_ACCOUNT] = Account.objects.get(person=member)
    things[table.WAY_BACK] = ask_recovery(actor=actor_of(team), person=member)
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
