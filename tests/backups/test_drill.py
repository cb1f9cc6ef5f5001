"""Backups while somebody works, each of them restored: whole, and with everything acknowledged before it began (R05).

`SUPPORTROOM_DRILL=100 python -m pytest tests/backups/test_drill.py` takes a hundred; the suite takes fewer.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection, transaction

from supportroom.backups.making import Made
from supportroom.journal.models import Receipt
from supportroom.people.models import Person
from supportroom.points.models import Point, Position
from supportroom.rounds.models import Session
from tests.factories.backups import brought_back, made
from tests.factories.points import actors_of, asked
from tests.factories.rounds import open_a_session
from tests.faults.test_killed import address_of_the_database

ON_SQLITE, ON_POSTGRES = 15, 1  # a restore there makes all tables by migrations, which takes its time
SCRIPT = Path(__file__).parents[1] / "faults" / "nursery.py"


class Writer:
    """Another process of the room in which people answer and raise points, one after the other, until it is ended."""

    def __init__(self, session: Session, var: Path) -> None:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": address_of_the_database(),
            "SUPPORTROOM_VAR": str(var),
            "SUPPORTROOM_KEYS": str(django_settings.SESSION_KEYS_DIR),
            "SECRET_KEY": django_settings.SECRET_KEY,
        }
        self.acknowledged = -1
        self.process = subprocess.Popen(
            [sys.executable, SCRIPT, str(session.pk)], env=environment, text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self.process.stdin
        self.process.stdin.write("live 0\n")
        self.child = 0
        self.hearing = threading.Thread(target=self._hear, daemon=True)
        self.hearing.start()

    def _hear(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            word, _, rest = line.partition(" ")
            if word == "child":
                self.child = int(rest)
            elif word == "done":
                self.acknowledged = int(rest)

    def has_done(self, step: int) -> None:
        until = time.monotonic() + 60
        while self.acknowledged < step:
            assert time.monotonic() < until, "nobody writes"
            time.sleep(0.01)

    def end(self) -> None:
        os.kill(self.child, signal.SIGKILL)
        self.process.communicate(timeout=30)
        self.hearing.join()


@pytest.fixture
def writer(var: Path, facilitator: Person) -> Iterator[Writer]:
    with transaction.atomic():
        session = open_a_session(facilitator, others=7)
        asked(session)
    writer = Writer(session, var)
    yield writer
    if writer.process.poll() is None:
        writer.end()


def test_r05_every_backup_under_load_comes_back_whole_with_all_that_was_acknowledged(
    writer: Writer, var: Path, target: Path, key: Any, record_property: Callable[[str, object], None]
) -> None:
    usual = ON_SQLITE if connection.vendor == "sqlite" else ON_POSTGRES
    number = int(os.environ.get("SUPPORTROOM_DRILL", usual))
    archives: list[tuple[int, Path, Made]] = []
    for turn in range(number):
        writer.has_done(max(writer.acknowledged, 0) + 1)
        before, told = writer.acknowledged, made(target)
        archives.append((before, told.path.rename(target / f"{turn}.age"), told))
    writer.end()
    assert all(later[0] > earlier[0] for earlier, later in pairwise(archives)), "nobody wrote"
    seconds = [came_back_whole(var, archive, key, before) for before, archive, _told in archives]
    making = [told.seconds for *_rest, told in archives]
    record_property(
        "drill",
        f"{connection.vendor}: backups {number} under load, acknowledged {archives[-1][0] + 1}, lost 0; "
        f"seconds to make {median(making):.2f} (at most {max(making):.2f}), to restore {median(seconds):.2f}",
    )


def came_back_whole(var: Path, archive: Path, key: Any, before: int) -> float:
    """Restore, and look: integrity, keys and counts the restore itself has asked; give how long it took."""
    restored = brought_back(archive, key)
    stored = sorted(int(str(point.content).split()[1]) for point in Point.objects.filter(state="raised"))
    assert stored == list(range(len(stored))), "each once, none left out"
    assert len(stored) > before, f"{before} was acknowledged before the backup began"
    people = [actor for actor in actors_of(Session.objects.get()) if not Session.objects.get().is_led_by(actor)]
    answers = {min(number, len(people)) for number in (len(stored), len(stored) + 1)}  # an answer, then its point
    assert Position.objects.count() in answers
    assert restored.faults == ()
    assert not Receipt.objects.exists()
    forget_the_old_room(var, restored.aside)
    return restored.seconds


def forget_the_old_room(var: Path, aside: str) -> None:
    for old in var.glob(f"*{aside}*"):
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'DROP SCHEMA "public{aside}" CASCADE')
