"""A round with people in it and a mail server of our own."""

from collections.abc import Iterator
from typing import Any

import pytest

from supportroom.people.models import Person
from supportroom.rounds.models import Round
from tests.factories.post_office import PostOffice
from tests.factories.rounds import make_round


@pytest.fixture
def june(team: Person, member: Person, shielded_member: Person) -> Round:
    """A running round in which two members take part."""
    return make_round(people=[member, shielded_member], others=0)


@pytest.fixture
def post_office(settings: Any) -> Iterator[PostOffice]:
    """A mail server on this machine, which the room sends to."""
    with PostOffice() as office:
        settings.EMAIL_BACKEND = "supportroom.notices.mail_backend.QuietBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        yield office
