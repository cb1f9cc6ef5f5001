"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.safety.actions import agree_to_buddy
from supportroom.safety.models import Buddy
from supportroom.safety.vocabulary import LOCK
from tests.factories.personas import actor_of
from tests.factories.safety import asked_for, buddies, named_focal_point, reported, second_of_team
from tests.permission_tables import PERSONAS, differences
from tests.safety import permission_table as table


def test_every_persona_may_what_the_table_says_and_nothing_else(
    request: pytest.FixtureRequest, member: Person, stranger: Person, team: Person, facilitator: Person
) -> None:
    other = second_of_team()
    named_focal_point(facilitator, team, other)
    asked, incident = buddies(stranger, member, agreed=False), reported(member)
    agreed = agree_to_buddy(actor=actor_of(member), buddy=Buddy.objects.get(pk=asked.pk))
    things = {
        table.ANY: None,
        table.ASKED: asked_for(LOCK, member, other),
        table.OWN: asked_for(LOCK, stranger, team),
        table.ONESELF: member,
        table.ASKED_BUDDY: asked,
        table.BUDDIES: agreed,
        table.INCIDENT: incident,
    }
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
