"""Rounds to test with."""

import pytest

from supportroom.rounds.models import Round
from tests.factories.rounds import make_round


@pytest.fixture
def draft(room: None) -> Round:
    """A round in preparation, with two groups and two people in the first."""
    return make_round(groups=2, others=2, running=False)
