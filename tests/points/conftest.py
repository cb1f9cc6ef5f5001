"""An open session with its people."""

import pytest

from supportroom.kernel.actors import Actor
from supportroom.people.models import Person
from supportroom.rounds.models import Session
from tests.factories.personas import actor_of
from tests.factories.rounds import open_a_session


@pytest.fixture
def session(facilitator: Person, rapporteur: Person, member: Person, shielded_member: Person) -> Session:
    """An open session under the Chatham House Rule; seven take part, all are present."""
    return open_a_session(facilitator, rapporteur, people=[member, shielded_member], others=3)


@pytest.fixture
def leading(session: Session, facilitator: Person) -> Actor:
    """The facilitator of the session."""
    return actor_of(facilitator)


@pytest.fixture
def recording(session: Session, rapporteur: Person) -> Actor:
    """The rapporteur of the session."""
    return actor_of(rapporteur)


@pytest.fixture
def taking_part(session: Session, member: Person) -> Actor:
    """A participant of the session."""
    return actor_of(member)


@pytest.fixture
def another(session: Session, shielded_member: Person) -> Actor:
    """Another participant of the session."""
    return actor_of(shielded_member)
