"""Members who can be asked, and a fresh place for keys."""

from pathlib import Path

import pytest

from supportroom.people.models import Person
from supportroom.room.models import Room
from tests.factories.personas import make_person


@pytest.fixture(autouse=True)
def own_keys(settings: object, tmp_path: Path) -> None:
    """Keep keys in a folder of this test."""
    settings.SESSION_KEYS_DIR = tmp_path / "keys"  # type: ignore[attr-defined]


@pytest.fixture
def five(room: Room) -> list[Person]:
    """Five members."""
    return [make_person(f"Asked-Invented {number}", "member") for number in range(5)]
