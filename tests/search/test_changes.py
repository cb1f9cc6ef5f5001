"""When what the public reads may have changed."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from supportroom.kernel.actors import SYSTEM
from supportroom.room.actions import add_pillar
from supportroom.room.models import Room
from supportroom.search import changes
from supportroom.search.actions import fill_index
from tests.factories.rounds import words


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: LazySettings) -> None:
    settings.VAR_DIR = tmp_path / "not made yet"


def test_the_first_change_makes_the_file_and_each_further_one_has_another_time() -> None:
    seen = {changes.stamp()}
    assert seen == {0}
    for _each in range(3):
        changes.touch()
        seen.add(changes.stamp())
    assert len(seen) == 4


@pytest.mark.django_db(transaction=True)
def test_an_action_counts_when_it_is_committed_and_quiet_ones_do_not(room: Room) -> None:
    before = changes.stamp()
    add_pillar(actor=SYSTEM, name=words("Records", "السجلات"))
    after = changes.stamp()
    assert after != before
    fill_index(actor=SYSTEM, kind="page", gone=[], rows=[])
    assert changes.stamp() == after
