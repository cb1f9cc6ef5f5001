"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.permissions import may
from supportroom.people.actions import add_person
from supportroom.people.models import Person
from tests.factories.groups import called_group
from tests.factories.personas import actor_of
from tests.factories.programme import planned_round
from tests.factories.register import a_recommendation
from tests.notices import permission_table as table
from tests.permission_tables import PERSONAS, differences


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, member: Person) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    june, _session, topic = planned_round(others=0)
    things = {
        table.NOTHING: None,
        table.ONESELF: member,
        table.SOMEBODY: add_person(actor=SYSTEM, name="Rana Newcomer-Invented"),
        table.ROUND: june,
        table.TOPIC: topic,
        table.GROUP: called_group(),
        table.ASKED: a_recommendation(),
        table.UNSEEN: a_recommendation(released=False),
    }
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
