"""A group of three at work, with a library."""

import pytest

from supportroom.groups.models import WorkingGroup
from supportroom.library.models import Source
from supportroom.people.models import Person
from tests.factories.groups import a_group_at_work
from tests.factories.library import a_source


@pytest.fixture
def group(room: None, member: Person) -> WorkingGroup:
    """A group in which the member holds the first seat."""
    return a_group_at_work(member)


@pytest.fixture
def source(group: WorkingGroup) -> Source:
    """A book in the library."""
    return a_source(group)
