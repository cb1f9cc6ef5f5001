"""The table of permissions, asked cell by cell."""

from datetime import date, timedelta

import pytest
from time_machine import Traveller

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.rounds.models import Session
from supportroom.rounds.queries import openable_among
from tests.factories.personas import actor_of
from tests.factories.rounds import MORNING, make_round, make_session, open_a_session
from tests.permission_tables import PERSONAS, differences
from tests.rounds import permission_table as table

Things = dict[str, object]


@pytest.fixture
def things(clock: Traveller, request: pytest.FixtureRequest) -> Things:
    people: dict[str, Person] = {
        name: request.getfixturevalue(name)
        for name in ("facilitator", "rapporteur", "member", "shielded_member", "stranger")
    }
    stranger = people.pop("stranger")
    made = make_round(people=list(people.values()), others=0)
    today, tomorrow = make_session(made), make_session(made, starts_at=MORNING + timedelta(days=1))
    over = make_round(people=[people["member"]], others=0, starts_on=date(2026, 5, 1), ends_on=date(2026, 5, 2))
    others = Session.objects.select_related("round", "group").filter(round=made)
    first = others.exclude(pk__in=[today.pk, tomorrow.pk]).get()
    clock.move_to(MORNING)
    return {
        table.ROUND: made,
        table.ELSEWHERE: make_round(people=[stranger], others=0),
        table.GROUP: made.groups.get(),
        table.PARTICIPANT: made.participants.first(),
        table.MEMBER_TODAY: made.participants.select_related("round").get(person=people["member"]),
        table.MEMBER_LATER: over.participants.select_related("round").get(person=people["member"]),
        table.OPEN: open_a_session(people["facilitator"], people["rapporteur"], session=first),
        table.TODAY: today,
        table.TOMORROW: tomorrow,
    }


def test_the_sessions_offered_for_opening_are_those_that_the_rule_allows(
    request: pytest.FixtureRequest, things: Things
) -> None:
    sessions = list(Session.objects.filter(round=things[table.ROUND], state="planned").select_related("round"))
    assert len(sessions) == 2
    for name in ("team", "member", "facilitator", "stranger", "office"):
        actor = actor_of(request.getfixturevalue(name))
        allowed = {session.pk for session in sessions if may(actor, "rounds.open_session", session)}
        assert openable_among(actor, sessions) == allowed, name


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, things: Things) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
