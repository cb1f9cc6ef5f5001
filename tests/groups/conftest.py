"""Working groups at their stages."""

import pytest

from supportroom.groups.models import WorkingGroup
from tests.factories.groups import a_group_at_work, called_group, opened_group


@pytest.fixture
def called(room: None) -> WorkingGroup:
    """A group that was called for."""
    return called_group()


@pytest.fixture
def opened(room: None) -> WorkingGroup:
    """A group that looks for candidates."""
    return opened_group()


@pytest.fixture
def at_work(room: None) -> WorkingGroup:
    """A group of three that works."""
    return a_group_at_work()
