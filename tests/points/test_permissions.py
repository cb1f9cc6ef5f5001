"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.points.models import Point
from supportroom.rounds.models import Session
from tests.factories.personas import actor_of
from tests.factories.points import asked, only_item, raised
from tests.factories.rounds import close_a_session, make_round, make_session, open_a_session
from tests.permission_tables import PERSONAS, differences
from tests.points import permission_table as table

Things = dict[str, object]


@pytest.fixture
def things(session: Session, facilitator: Person, rapporteur: Person, member: Person) -> Things:
    elsewhere = make_round(people=[facilitator, rapporteur, member], others=0)
    over = open_a_session(facilitator, rapporteur, session=elsewhere.sessions.get())
    later = raised(over, member)
    close_a_session(over)
    own, other = raised(session, member), raised(session)
    check = asked(session, raised(session))
    return {
        table.OPEN: session,
        table.PLANNED: make_session(session.round),
        table.OWN: own,
        table.OTHER: other,
        table.LATER: Point.objects.get(pk=later.pk),
        table.CHECK: check,
        table.ITEM: only_item(check),
    }


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, things: Things) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
