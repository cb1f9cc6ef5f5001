"""A group of three at work, and its paper of five paragraphs under a heading."""

import pytest

from supportroom.groups.models import WorkingGroup
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.room.models import Room
from tests.factories.groups import a_group_at_work
from tests.factories.papers import a_paper


@pytest.fixture
def group(room: Room, member: Person, shielded_member: Person) -> WorkingGroup:
    """A group at work in which the member and another member hold seats."""
    return a_group_at_work(member, shielded_member)


@pytest.fixture
def paper(group: WorkingGroup) -> Paper:
    """The group's paper while it is drafted."""
    return a_paper(group)
