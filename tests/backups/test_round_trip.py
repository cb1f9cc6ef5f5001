"""A backup is made, the room goes on, and comes back as it was."""

from pathlib import Path
from typing import Any

import pytest

from supportroom.people.models import Person
from tests.factories.backups import brought_back, made


@pytest.mark.sqlite_only
def test_a_room_comes_back_as_it_was(var: Path, target: Path, key: Any, team: Person, member: Person) -> None:
    archive = made(target)
    changed = Person.objects.get(pk=member.pk)
    changed.name = "Changed since"
    changed.save()
    restored = brought_back(archive.path, key)
    assert Person.objects.get(pk=member.pk).name == member.name
    assert (restored.rows, restored.made_at) == (archive.rows, archive.made_at)
