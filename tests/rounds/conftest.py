"""Rounds to test with, and clients that are signed in."""

from collections.abc import Callable

import pytest
from django.test import Client

from supportroom.people.models import Account, Person
from supportroom.rounds.models import Round
from tests.factories.rounds import make_round


@pytest.fixture
def sign_in() -> Callable[[Person], Client]:
    """Give a browser in which a person is signed in."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(Account.objects.get(person=person))
        return client

    return signed_in


@pytest.fixture
def draft(room: None) -> Round:
    """A round in preparation, with two groups and two people in the first."""
    return make_round(groups=2, others=2, running=False)
