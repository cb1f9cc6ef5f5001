"""A group at work, with a thread."""

import pytest

from supportroom.groups.models import WorkingGroup
from supportroom.people.models import Person
from supportroom.workroom.models import Thread
from tests.factories.groups import a_group_at_work
from tests.factories.workroom import a_thread


@pytest.fixture
def group(room: None, member: Person, shielded_member: Person, rapporteur: Person) -> WorkingGroup:
    """A group at work in which the member, the shielded member and the rapporteur hold the seats."""
    return a_group_at_work(member, shielded_member, rapporteur)


@pytest.fixture
def thread(group: WorkingGroup) -> Thread:
    """The group's general thread."""
    return a_thread(group)
