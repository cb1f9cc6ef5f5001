"""A room with an open session for many people, made by the product's own actions."""

from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import transaction

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import multilingual
from supportroom.people.models import Person
from supportroom.people.sessions import SessionStore
from supportroom.room.actions import found_room
from tests.factories.personas import actor_of, make_person
from tests.factories.points import raised
from tests.factories.rounds import make_round, open_a_session, pillar_of

POINTS = 40


def make_session_for(watchers: int) -> dict[str, Any]:
    """Make a round with an open session of so many participants, with points; give cookies and addresses."""
    with transaction.atomic():
        found_room(actor=SYSTEM, name=multilingual("en", en="Bench", ar="قياس"), languages=["ar", "en"], hubs=["Amman"])
        facilitator = make_person("Facilitator-Invented", "member")
        people = [make_person(f"Participant {number} Invented", "member") for number in range(watchers)]
        round_ = make_round(people=[facilitator, *people], others=0)
    session = open_a_session(facilitator, round=round_, present=watchers)
    with transaction.atomic():
        for number in range(POINTS):
            text = f"What stands on the list already, as a sentence of usual length ({number})"
            raised(session, actor_of(facilitator), text=text, pillar=pillar_of(round_, number % 2))
    return {
        "place": f"/en/sessions/{spell(session.pk)}/",
        "pillar": str(pillar_of(round_).pk),
        "leader": cookie_of(facilitator),
        "people": [cookie_of(person) for person in people],
    }


def cookie_of(person: Person) -> str:
    """Sign somebody in; give the session's key."""
    store = SessionStore()
    store[SESSION_KEY] = str(person.account.pk)
    store[BACKEND_SESSION_KEY] = "supportroom.people.signing_in.AccountBackend"
    store[HASH_SESSION_KEY] = person.account.get_session_auth_hash()
    store.create()
    return str(store.session_key)
