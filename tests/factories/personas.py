"""Invented people in every role, and the room they are in: fixtures `room`, `visitor`, `member`, `team` and so on."""

from collections.abc import Callable

import pytest
from django.test import Client

from supportroom.kernel.actors import SYSTEM, VISITOR, Actor
from supportroom.kernel.multilingual import multilingual
from supportroom.pages.standing import forget_standing
from supportroom.people.actions import accept_invitation, add_person, invite_person
from supportroom.people.models import Account, Person
from supportroom.people.tokens import new_token
from supportroom.room.actions import found_room
from supportroom.room.models import Room
from supportroom.room.queries import forget_charter

PASSWORD = "a walnut on the windowsill"


def make_person(name: str, *roles: str, organisation: str = "", language: str = "ar") -> Person:
    """Add a person with room-wide roles and an account."""
    person = add_person(actor=SYSTEM, name=name, organisation=organisation, language=language, roles=roles)
    invitation = invite_person(actor=SYSTEM, person=person, token=new_token())
    accept_invitation(actor=SYSTEM, invitation=invitation, email=f"p{person.pk}@example.org", password=PASSWORD)
    return person


def actor_of(person: Person) -> Actor:
    """Give the actor of a person as a request would."""
    return Account.objects.select_related("person").get(person=person).actor


@pytest.fixture(autouse=True)
def no_kept_charter() -> None:
    """Let no test see another's charter, nor its standing pages."""
    forget_charter()
    forget_standing()


@pytest.fixture
def room(db: None) -> Room:
    """A founded room that speaks Arabic and English."""
    return found_room(
        actor=SYSTEM,
        name=multilingual("ar", ar="غرفة التجربة", en="The trial room"),
        languages=["ar", "en"],
        hubs=["Gaziantep", "Amman", "Beirut", "Erbil", "Geneva", "Damascus"],
    )


@pytest.fixture
def visitor() -> Actor:
    """Somebody without an account."""
    return VISITOR


@pytest.fixture
def member(room: Room) -> Person:
    """A member who takes part in the round at hand (see the domain fixtures)."""
    return make_person("Salma Warda-Invented", "member", organisation="Olive Branch Circle")


@pytest.fixture
def shielded_member(room: Room) -> Person:
    """A member at risk, inside the country, whose name must reach nobody outside the round."""
    return make_person("Nizar Hidden-Invented", "member")


@pytest.fixture
def facilitator(room: Room) -> Person:
    """A member whom the session chooses to facilitate."""
    return make_person("Hala Facil-Invented", "member")


@pytest.fixture
def rapporteur(room: Room) -> Person:
    """A member whom the session chooses to record."""
    return make_person("Karim Raport-Invented", "member")


@pytest.fixture
def team(room: Room) -> Person:
    """Staff of the implementing partners."""
    return make_person("Tala Team-Invented", "team", language="en")


@pytest.fixture
def office(room: Room) -> Person:
    """Staff of the Envoy's office."""
    return make_person("Omar Office-Invented", "office", language="en")


@pytest.fixture
def addressee(room: Room) -> Person:
    """A donor's delegate to whom statements are addressed."""
    return make_person("Ada Donor-Invented", "addressee", language="en")


@pytest.fixture
def interpreter(room: Room) -> Person:
    """A translator."""
    return make_person("Iman Interp-Invented", "interpreter")


@pytest.fixture
def observer(room: Room) -> Person:
    """Somebody who reads what is released to observers."""
    return make_person("Olga Observer-Invented", "observer", language="en")


@pytest.fixture
def stranger(room: Room) -> Person:
    """A member who takes no part in the round at hand."""
    return make_person("Samir Stranger-Invented", "member")


@pytest.fixture
def sign_in() -> Callable[[Person], Client]:
    """Give a browser in which a person is signed in."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(Account.objects.get(person=person))
        return client

    return signed_in
