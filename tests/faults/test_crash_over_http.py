"""The room's server killed under load, over HTTP: the short run of what `make faults` does for long (R01)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.faults.crash import build, nursery, run
from tests.faults.test_killed import address_of_the_database

KILLS, WRITES, SEED = 12, 200, 20211104


def test_r01_a_server_killed_under_load_answers_what_is_sent_again_and_loses_and_doubles_nothing(
    real_database: Path, room: None, settings: Any, record_property: Callable[[str, object], None]
) -> None:
    settings.FILES_DIR = real_database / "files"
    scene = build()
    with nursery(address_of_the_database(), real_database) as server:
        found = run(scene, server, kills=KILLS, writes=WRITES, seed=SEED)
    assert found.is_clean, (f"seed {SEED}", found)
    assert found.acknowledged.total() >= WRITES
    record_property("killed", f"{found.kills} kills, {found.acknowledged.total()} acknowledged, seed {SEED}")
