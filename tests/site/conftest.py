"""What these tests share: a published folder of their own, and an adopted report."""

from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings

from supportroom.kernel.actors import SYSTEM
from supportroom.people.models import Person
from supportroom.room.models import Room
from supportroom.rounds.actions import begin_reporting
from supportroom.statements.models import Report
from tests.factories.statements import held_meeting, report_adopted


@pytest.fixture(autouse=True)
def published_folder(tmp_path: Path, settings: LazySettings) -> Path:
    """Publish into a folder of the test's own."""
    settings.PUBLISHED_DIR = tmp_path / "published"
    return tmp_path / "published"


@pytest.fixture
def report(room: Room, clock: time_machine.Traveller, member: Person) -> Report:
    """A report that the participants adopted."""
    adopted = report_adopted(held_meeting(member))
    begin_reporting(actor=SYSTEM, round=adopted.round)
    return adopted
