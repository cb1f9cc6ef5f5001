"""A round whose call for topics is open, and clients that are signed in."""

from collections.abc import Callable

import pytest
from django.test import Client

from supportroom.people.models import Account, Person
from supportroom.rounds.models import Round
from supportroom.topics.models import Topic
from tests.factories.topics import called_round, proposed


@pytest.fixture
def sign_in() -> Callable[[Person], Client]:
    """Give a browser in which a person is signed in."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(Account.objects.get(person=person))
        return client

    return signed_in


@pytest.fixture
def called(room: None) -> Round:
    """A round in preparation whose call is open."""
    return called_round()


@pytest.fixture
def topic(called: Round, member: Person) -> Topic:
    """A topic that the member proposed."""
    return proposed(called, member)
