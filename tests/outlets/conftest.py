"""A public face."""

import pytest

from supportroom.room.models import Room
from tests.factories.outlets import Face, a_public_face


@pytest.fixture
def face(room: Room) -> Face:
    """One thing of every kind that is public, and a hidden one beside each."""
    return a_public_face()
