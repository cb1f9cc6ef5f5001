"""Clients that are signed in."""

from collections.abc import Callable

import pytest
from django.test import Client

from supportroom.people.models import Account, Person


@pytest.fixture
def sign_in() -> Callable[[Person], Client]:
    """Give a browser in which a person is signed in."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(Account.objects.get(person=person))
        return client

    return signed_in
