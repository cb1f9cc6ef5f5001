"""A room in which somebody takes reports of incidents: where nobody does, a line of the team's desk says so."""

import pytest

from supportroom.room.models import Room
from supportroom.room.queries import forget_charter
from tests.factories.personas import make_person


@pytest.fixture
def room(room: Room) -> Room:
    """The room with its focal point."""
    Room.objects.update(focal_point=make_person("Hadi Focal-Invented"))
    forget_charter()
    room.refresh_from_db()
    return room
