"""A restore killed at any step leaves the old room or the new one, whole (R05)."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from supportroom.backups import parts, receiving, swapping
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from tests.factories.backups import asked_of, brought_back, made
from tests.faults.lives import life

EARLY, LATE, SEED = 12, 24, 20221122


def kind_of_room() -> set[str]:
    """Say of each part whether it is of the old or the new room."""
    found = {"old", "new"} & {person.name for person in Person.objects.all()}
    found |= {path.read_text() for path in parts.folders()["files"].rglob("*") if path.is_file()}
    found |= {path.read_text() for path in parts.folders()["published"].rglob("*") if path.is_file()}
    return found | {parts.secret_key().read_text()}


def furnish(kind: str, member: Person) -> None:
    member = Person.objects.get(pk=member.pk)
    member.name = kind
    member.save()
    for folder in parts.folders().values():
        shutil.rmtree(folder)
        (folder / "aa").mkdir(parents=True)
        (folder / "aa" / f"aa{kind}").write_text(kind)
    parts.secret_key().write_text(kind)


@pytest.mark.sqlite_only
def test_r05_a_restore_killed_at_any_step_leaves_the_old_room_or_the_new(
    var: Path, target: Path, key: Any, member: Person, record_property: Callable[[str, object], None]
) -> None:
    furnish("new", member)
    archive = made(target).path
    furnish("old", member)
    connection.close()
    kept = target / "kept"
    shutil.copytree(var, kept)

    def lives(last: int) -> bool:
        shutil.rmtree(var)
        shutil.copytree(kept, var)
        return life(lambda: brought_back(archive, key), last)

    steps = next(last for last in range(50, 5000, 50) if lives(last))
    assert kind_of_room() == {"new"}
    chance = random.Random(SEED)
    found = {"old": 0, "new": 0}
    for last in sorted({*chance.sample(range(steps - 50 - LATE), EARLY), *range(steps - 50 - LATE, steps, 2)}):
        lives(last)
        swapping.finish_interrupted()  # what the next process of the room does first
        (kind,) = kind_of_room()
        found[kind] += 1
        assert asked_of(parts.database_file(), "PRAGMA integrity_check") == [("ok",)]
        assert not parts.var(swapping.PLAN).exists()
        connection.close()
    assert found["old"], "and"
    assert found["new"], "both were seen"
    record_property("killed", f"restores killed {sum(found.values())}, old {found['old']}, new {found['new']}, {SEED=}")


def killed_at(act: Callable[[], object], name: str, *, is_done: bool) -> None:
    """Let a copy of this process act until it comes to a step of the exchange, and die before it, or right after it."""
    connection.close()
    child, real = os.fork(), getattr(swapping, name)
    if child:
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        return

    def dying(*given: Any) -> None:
        if is_done:
            real(*given)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(swapping, name, dying)
    try:
        nobody_else()
        act()
    finally:
        os._exit(1)


def nobody_else() -> None:
    """Wait until the server has noticed that connections which were closed, or died, are gone."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with suppress(DomainError):
            receiving.refuse_use()
            return
        time.sleep(0.05)


@pytest.mark.postgres_only
def test_r05_on_postgresql_the_commit_parts_the_old_room_from_the_new(
    var: Path, target: Path, key: Any, member: Person
) -> None:
    """Killed once the plan is written and before the commit, and right after it: each restore makes all tables anew."""
    furnish("new", member)
    archive = made(target).path
    for name, is_done, left in (("write", True, "old"), ("carry_out", False, "new")):
        furnish("old", member)
        killed_at(lambda: brought_back(archive, key), name, is_done=is_done)
        swapping.finish_interrupted()  # what the next process of the room does first
        assert kind_of_room() == {left}, name
        assert not parts.var(swapping.PLAN).exists()
        forget_schemas_aside()


def forget_schemas_aside() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'public\\_before\\_%'")
        for (aside,) in cursor.fetchall():
            cursor.execute(f"DROP SCHEMA {connection.ops.quote_name(aside)} CASCADE")
    connection.close()
