"""A joint paper before the members, on a June morning."""

import pytest
import time_machine

from supportroom.adoption.models import Adoption
from supportroom.people.models import Person
from tests.factories.adoption import a_joint_paper


@pytest.fixture(autouse=True)
def june(clock: time_machine.Traveller) -> time_machine.Traveller:
    """Hold the clock still in every test here."""
    return clock


@pytest.fixture
def joint(room: None, member: Person, shielded_member: Person) -> Adoption:
    """A paper before the members; the member and another one hold no seat in its group."""
    return a_joint_paper()
