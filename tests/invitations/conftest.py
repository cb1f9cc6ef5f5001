"""A round to which a member, another member and a stranger are invited."""

import pytest
from time_machine import Traveller

from supportroom.people.models import Person
from supportroom.rounds.models import Round
from tests.factories.invitations import invited_round


@pytest.fixture
def contact(room: None) -> Person:
    """The contact person of the round's topic."""
    from tests.factories.personas import make_person

    return make_person("Rana Contact-Invented", "member")


@pytest.fixture
def inviting(clock: Traveller, member: Person, shielded_member: Person, contact: Person) -> Round:
    """A round to which `member` and `shielded_member` are invited."""
    return invited_round([member, shielded_member], contact=contact)
