"""What these tests share: a clock that holds still, and a round in which points were agreed."""

import pytest
import time_machine

from supportroom.people.models import Person
from supportroom.room.models import Room
from tests.factories.statements import Meeting, held_meeting


@pytest.fixture
def meeting(room: Room, clock: time_machine.Traveller, member: Person) -> Meeting:
    """A running round; the persona `member` takes part in its group and writes."""
    return held_meeting(member)
