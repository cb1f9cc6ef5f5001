"""A round whose call for topics is open."""

import pytest

from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.topics.models import Topic
from tests.factories.topics import called_round, proposed


@pytest.fixture
def called(room: None) -> Round:
    """A round in preparation whose call is open."""
    return called_round()


@pytest.fixture
def topic(called: Round, member: Person) -> Topic:
    """A topic that the member proposed."""
    return proposed(called, member)
