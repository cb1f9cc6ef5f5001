"""A round with people in it."""

import pytest

from supportroom.people.models import Person
from supportroom.rounds.models import Round
from tests.factories.rounds import make_round


@pytest.fixture
def june(team: Person, member: Person, shielded_member: Person) -> Round:
    """A running round in which two members take part."""
    return make_round(people=[member, shielded_member], others=0)
