"""A paper in comment, on a clock that stands still."""

import pytest
import time_machine

from supportroom.comments.models import CommentWindow
from supportroom.people.models import Person
from tests.factories.comments import in_comment

DAY = 24 * 60 * 60


@pytest.fixture
def window(clock: time_machine.Traveller, rapporteur: Person) -> CommentWindow:
    """A window that has just opened, for seven days; the rapporteur holds a seat of the group."""
    return in_comment(rapporteur)
