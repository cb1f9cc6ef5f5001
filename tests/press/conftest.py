"""A released paper, and a published folder of the tests' own."""

from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings

from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.room.models import Room
from tests.factories.press import a_finished_paper


@pytest.fixture(autouse=True)
def published_folder(tmp_path: Path, settings: LazySettings) -> Path:
    """Publish into a folder of the test's own."""
    settings.PUBLISHED_DIR = tmp_path / "published"
    return tmp_path / "published"


@pytest.fixture
def paper(room: Room, clock: time_machine.Traveller, office: Person, member: Person, team: Person) -> Paper:
    """A paper that went the whole way and that the members released."""
    return a_finished_paper(clock, office)
