"""A room in which something was asked, and pages asked for as different people."""

from collections.abc import Callable

import pytest
from django.test import Client

from supportroom.people.models import Account, Person
from supportroom.room.models import Room

Ask = Callable[..., str]


@pytest.fixture
def asked_as(room: Room) -> Callable[[Person | None], Client]:
    """Give a browser in which somebody, or nobody, is signed in."""

    def browser(person: Person | None = None) -> Client:
        client = Client()
        if person is not None:
            client.force_login(
                Account.objects.get(person=person), backend="supportroom.people.signing_in.AccountBackend"
            )
        return client

    return browser
