"""A June morning, a room, a browser in which the team is signed in."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from supportroom.people.models import Person


@pytest.fixture(autouse=True)
def june(clock: time_machine.Traveller, room: None) -> time_machine.Traveller:
    """Hold the clock still in every test here, in a room that is founded."""
    return clock


@pytest.fixture
def browser(team: Person, sign_in: Callable[[Person], Client]) -> Client:
    """A browser in which the team is signed in."""
    return sign_in(team)
