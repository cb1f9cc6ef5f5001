"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.topics.actions import add_reading, remark
from supportroom.topics.models import Topic, TopicLink
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round, words
from tests.factories.topics import call_in, contributed, proposed
from tests.permission_tables import PERSONAS, differences
from tests.topics import permission_table as table

Things = dict[str, object]


@pytest.fixture
def leaders(facilitator: Person, rapporteur: Person) -> list[Person]:
    """The facilitator and the rapporteur."""
    return [facilitator, rapporteur]


@pytest.fixture
def things(called: Round, topic: Topic, member: Person, shielded_member: Person, leaders: list[Person]) -> Things:
    own = actor_of(member)
    return {
        table.ROUND: called,
        table.DRAFT: make_round(running=False, others=0),
        table.HELD: make_round(running=False, others=0, people=leaders),
        table.CALL: call_in(called),
        table.TOPIC: topic,
        table.OTHERS: proposed(called, shielded_member, "Clinics"),
        table.REMARK: remark(actor=own, topic=topic, text=words("I say so.")),
        table.POINT: contributed(topic, member),
        table.READING: add_reading(actor=own, topic=topic, title=words("A study")),
        table.LINK: TopicLink(topic=topic, source="points.point:1"),
    }


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, things: Things) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
