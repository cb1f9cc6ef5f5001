"""A June morning in a room that asked for something."""

import pytest
import time_machine

from supportroom.room.models import Room


@pytest.fixture(autouse=True)
def june(clock: time_machine.Traveller, room: Room) -> time_machine.Traveller:
    """Hold the clock still in every test here."""
    return clock
