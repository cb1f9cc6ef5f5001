"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.people.tokens import new_token
from supportroom.programme.actions import offer_facilitation, open_calendar
from supportroom.programme.queries import own_among
from supportroom.rounds.models import Session
from supportroom.rounds.queries import takes_part
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round, make_session
from tests.permission_tables import PERSONAS, differences
from tests.programme import permission_table as table

Things = dict[str, object]
pytestmark = pytest.mark.usefixtures("room")


@pytest.fixture
def things(request: pytest.FixtureRequest) -> Things:
    names = ("facilitator", "rapporteur", "member", "shielded_member")
    people: dict[str, Person] = {name: request.getfixturevalue(name) for name in names}
    member = people["member"]
    made = make_round(people=list(people.values()), others=0, running=False, groups=2)
    session = make_session(made, facilitator_is_sought=True)
    return {
        table.ROUND: made,
        table.SESSION: session,
        table.OFFER: offer_facilitation(actor=actor_of(member), session=session),
        table.ONESELF: member,
        table.CALENDAR: open_calendar(actor=actor_of(member), person=member, token=new_token()),
    }


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, things: Things) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []


def test_ones_own_sessions_are_those_in_which_one_takes_part(request: pytest.FixtureRequest, things: Things) -> None:
    session = things[table.SESSION]
    assert isinstance(session, Session)
    made = session.round
    make_session(made, group=made.groups.exclude(pk=session.group_id or 0).get())
    for persona in ("member", "facilitator", "stranger", "team"):
        actor = actor_of(request.getfixturevalue(persona))
        sessions = list(Session.objects.filter(round=made))
        assert own_among(actor, made, sessions) == {each.pk for each in sessions if takes_part(actor, each)}, persona
