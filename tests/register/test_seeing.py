"""Who sees which recommendation, and where: `recommendations_visible_to` for every persona."""

import pytest
import time_machine

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Missing
from supportroom.people.models import Person
from supportroom.register.actions import set_aside
from supportroom.register.models import Recommendation
from supportroom.register.queries import (
    asked_by,
    recommendation_at,
    recommendations_visible_to,
    released,
    represented_by,
    set_aside_seen_by,
    waiting_for,
)
from tests.factories.personas import actor_of
from tests.factories.register import ASKED, a_recommendation, an_addressee
from tests.factories.rounds import words
from tests.permission_tables import PERSONAS

INSIDE = {"interpreter", "office", "team", "member", "shielded_member", "rapporteur", "facilitator", "stranger"}


@pytest.mark.writes_outside_actions
def test_who_sees_what(request: pytest.FixtureRequest, room: object, addressee: Person) -> None:
    body = an_addressee(people=[addressee])
    shown, kept = a_recommendation(), a_recommendation(released=False)
    sent, addressed = (
        a_recommendation(released=False, addressees=[body]),
        a_recommendation(released=False, addressees=[body]),
    )
    sent.submissions.update(sent_on=ASKED, state="sent")
    aside = a_recommendation(released=False)
    set_aside(actor=SYSTEM, recommendation=aside)
    for persona in PERSONAS:
        who = request.getfixturevalue(persona)
        actor = actor_of(who) if isinstance(who, Person) else who
        expected = {shown, kept, sent, addressed} if persona in INSIDE else {shown}
        expected |= {sent} if persona == "addressee" else set()
        assert set(recommendations_visible_to(actor)) == expected, persona
        assert set(set_aside_seen_by(actor)) == ({aside} if persona == "team" else set()), persona
        assert set(waiting_for(actor)) == ({kept, sent, addressed} if persona == "team" else set()), persona
        assert list(represented_by(actor)) == ([body] if persona == "addressee" else []), persona
        if persona == "team":
            assert recommendation_at(actor, aside.slug) == aside
        else:
            with pytest.raises(Missing):
                recommendation_at(actor, aside.slug)
    assert list(released()) == [shown]


def test_words_find_however_they_are_typed_and_numbers_find_their_own(room: object) -> None:
    one = a_recommendation(text=words("Release the detainees.", "الإفراج عن المعتقلين."))
    other = a_recommendation()
    rows = Recommendation.objects.all()
    for typed, expected in {"الافراج المعتقلين": {one}, "DETAINEES": {one}, "2020-2": {other}, "2020-x": set()}.items():
        assert set(rows.filter(asked_by(typed))) == expected, typed
    with time_machine.travel("2026-06-09 12:00Z"):
        assert set(rows.filter(asked_by(" "))) == {one, other}
