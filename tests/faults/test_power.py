"""Before anybody is told that something is kept, it has reached the disk (R02)."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as room_settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection, transaction

from supportroom.config.checks import the_database_does_as_it_was_told
from supportroom.kernel.ids import spell
from supportroom.kernel.once import fresh_key
from supportroom.people.models import Person
from supportroom.points.models import Point
from tests.factories.personas import make_person
from tests.factories.rounds import open_a_session, pillar_of
from tests.faults.browsers import TAKEN, Browser, Form
from tests.faults.crash import Server
from tests.faults.test_killed import address_of_the_database

WRITES = 12
SYNCED = re.compile(r"\b(?:fdatasync|fsync)\(\d+.*= 0$")
ANSWERED = re.compile(r"\b(?:sendto|send|write|writev|sendmsg)\(.*HTTP/1\.1 (\d{3})")


@pytest.fixture
def watched(real_database: Path, room: None, tmp_path: Path) -> Iterator[tuple[Server, Path]]:
    """A server each of whose syncs and answers is written down by strace, in order."""
    if shutil.which("strace") is None:
        pytest.skip("there is no strace")
    trace = tmp_path / "trace"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": address_of_the_database(),
        "SUPPORTROOM_VAR": str(real_database),
        "SUPPORTROOM_KEYS": str(room_settings.SESSION_KEYS_DIR),
        "SECRET_KEY": room_settings.SECRET_KEY,
    }
    calls = "trace=fsync,fdatasync,sendto,sendmsg,write,writev"
    command = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", calls, "-e", "signal=none", "-o", trace, sys.executable]
    process = subprocess.Popen(
        [*command, Path(__file__).with_name("http_nursery.py")],
        env=environment, text=True, bufsize=1, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    server = Server(process)
    server.live()
    yield server, trace
    server.kill()
    process.communicate(timeout=30)


@pytest.mark.sqlite_only
def test_r02_every_acknowledged_write_was_synced_to_the_disk_before(
    watched: tuple[Server, Path], facilitator: Person
) -> None:
    server, trace = watched
    with transaction.atomic():
        writer = make_person("Writer Invented", "member")
        session = open_a_session(facilitator, people=[writer], others=0)
    path, pillar = f"/en/sessions/{spell(session.pk)}/points/", str(pillar_of(session.round).pk)

    def form(number: int) -> Form:
        fields = [("language", "en"), ("text", f"Point {number}"), ("pillar", pillar)]
        return Form("points", str(number), path, fields)

    connection.close()
    browser = Browser(server.port, writer, form, seed=1)
    for number in range(WRITES):
        assert browser.until_answered(form(number), fresh_key())[0] in TAKEN
    assert Point.objects.count() == WRITES
    synced, unsynced, answers = 0, 0, 0
    for line in trace.read_text(errors="replace").splitlines():
        synced += bool(SYNCED.search(line))
        if found := ANSWERED.search(line):
            answers += int(found[1]) in TAKEN
            unsynced += int(found[1]) in TAKEN and not synced
            synced = 0
    assert (answers, unsynced) == (WRITES, 0)


def test_r02_a_room_does_not_start_on_a_database_that_could_lose(
    transactional_db: None, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = partial(the_database_does_as_it_was_told, None, databases=["default"])
    assert check() == []  # the tests' own server syncs nothing, to be quick
    settings.MODE = "demo"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=NORMAL")
    try:
        words = " ".join(str(error.msg) for error in check())
        wanted = ("synchronous = 1",) if connection.vendor == "sqlite" else ("fsync = off", "synchronous_commit = off")
        assert all(word in words for word in wanted)
        with pytest.raises(SystemCheckError, match=r"supportroom\.E008"):
            call_command("check", databases=["default"])
    finally:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA synchronous=FULL")
