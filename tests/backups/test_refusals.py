"""What cannot be done is refused in a sentence and changes nothing: neither the room nor the folder of archives."""

import hashlib
import io
import json
import random
import sqlite3
import subprocess
import tarfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from supportroom.backups import lease, parts
from supportroom.backups.making import back_up
from supportroom.backups.restoring import restore
from supportroom.backups.vocabulary import HEAD, MANIFEST
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from tests.factories.backups import brought_back, made, new_key, opened
from tests.faults.forensics import rows

SEED = 45


def digests(*folders: Path) -> dict[str, str]:
    """Give a digest of every file but locks; of SQLite's database what it holds, however it lies."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    left_out = (".lock", "-wal", "-shm", "last_backup.json")
    return {str(path): digest(path) for path in files if not path.name.endswith(left_out)}


def digest(path: Path) -> str:
    if path.name != "room.sqlite3":
        return hashlib.sha256(path.read_bytes()).hexdigest()
    with closing(sqlite3.connect(path)) as room:
        return hashlib.sha256("\n".join(room.iterdump()).encode("utf-8", "replace")).hexdigest()


def refused(code: str, act: Callable[[], object], *folders: Path) -> str:
    """Let something be refused; nothing in these folders has changed; give the sentence."""
    connection.close()
    before = digests(*folders)
    with pytest.raises(DomainError) as told:
        act()
    connection.close()
    assert told.value.code == f"backups.{code}", told.value.wording
    assert digests(*folders) == before, code
    sentence = told.value.wording
    assert sentence.endswith((".", ").")), sentence
    assert "\n" not in sentence
    return sentence


def rewritten(archive: Path, key: Any, change: Callable[[str, bytes], bytes]) -> Path:
    """Write an archive anew, unencrypted, with other parts."""
    out = archive.with_name("other.tar")
    with tarfile.open(fileobj=io.BytesIO(opened(archive, key))) as old, tarfile.open(out, "w") as tape:
        for member in old:
            file = old.extractfile(member)
            assert file
            content = change(member.name, file.read())
            member.size = len(content)
            tape.addfile(member, io.BytesIO(content))
    return out


def test_a_target_or_a_setting_that_would_not_do_is_refused(var: Path, target: Path, settings: Any) -> None:
    (var / "files" / "mine").mkdir()
    for inside in (var, var / "files" / "mine"):
        refused("inside", lambda inside=inside: back_up(inside), var, target)
    (target / "link").symlink_to(var)
    refused("inside", lambda: back_up(target / "link"), var)
    refused("no_target", lambda: back_up(target / "nowhere"), var, target)
    for given, code in ((["age1nonsense"], "not_a_recipient"), (["AGE-SECRET-KEY-1ABC"], "private_key")):
        settings.BACKUP_TO = given
        refused(code, lambda: back_up(target), var, target)
    settings.BACKUP_TO = []
    assert not made(target).is_sealed, "a demo may"
    settings.MODE = "production"
    refused("no_recipient", lambda: back_up(target), var, target)
    with pytest.raises(CommandError, match="SUPPORTROOM_BACKUP_TO"):
        call_command("backup", str(target))


def test_one_backup_at_a_time_and_no_restore_of_a_room_in_use(var: Path, target: Path, key: Any) -> None:
    archive = made(target).path
    with lease.alone():
        refused("busy", lambda: back_up(target), var, target)
    with lease.served(), lease.served():
        refused("in_use", lambda: brought_back(archive, key), var, target)
    with lease.nobody_served(), pytest.raises(DomainError, match="in_use"), lease.served():
        pass


@pytest.mark.sqlite_only
def test_a_database_that_somebody_has_open_is_not_exchanged(var: Path, target: Path, key: Any) -> None:
    archive = made(target).path
    with closing(sqlite3.connect(parts.database_file())) as other:
        other.execute("PRAGMA journal_mode=WAL").fetchone()  # as every process of the room has it
        other.execute("SELECT count(*) FROM people_person").fetchone()
        refused("in_use", lambda: brought_back(archive, key), var / "files")


@pytest.mark.postgres_only
def test_a_connection_that_ends_in_a_moment_holds_nothing_up(var: Path, target: Path, key: Any, team: Person) -> None:
    archive = made(target).path
    other = connection.copy()
    other.ensure_connection()
    refused("in_use", lambda: brought_back(archive, key, replace=False), var, target)
    Timer(0.2, other.connection.close).start()  # the server knows of it a little later still
    refused("not_empty", lambda: brought_back(archive, key, replace=False), var, target)


@pytest.mark.sqlite_only
def test_an_archive_that_is_not_whole_or_not_ours_is_refused(var: Path, target: Path, key: Any, team: Person) -> None:
    archive, chance = made(target).path, random.Random(SEED)
    whole = archive.read_bytes()
    folders = (var, target)

    def of(content: bytes) -> Path:
        (target / "changed").write_bytes(content)
        return target / "changed"

    refused("no_archive", lambda: brought_back(target / "nowhere", key), *folders)
    refused("not_empty", lambda: brought_back(archive, key, replace=False), *folders)
    assert refused("wrong_key", lambda: brought_back(archive, new_key()), *folders).startswith("None of these")
    for text in (b"", b"hello", b"x" * 20_000):
        given = of(text)
        refused("not_an_archive", lambda given=given: brought_back(given, key), *folders)
    for _turn in range(6):
        given = of(whole[: chance.randrange(400, len(whole) - 1)])
        refused("damaged", lambda given=given: brought_back(given, key), *folders)
        place = chance.randrange(400, len(whole))
        given = of(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        refused("damaged", lambda given=given: brought_back(given, key), *folders)
    given = of(whole[:-1])
    refused("damaged", lambda: brought_back(given, key), *folders)


@pytest.mark.postgres_only
def test_r05_on_postgresql_what_is_refused_leaves_every_row(var: Path, target: Path, key: Any, team: Person) -> None:
    """By what it says of itself, before anything is made; and by what is in it, amid the new tables."""
    archive = made(target).path
    before = sorted(rows())

    def head(**values: Any) -> Callable[[str, bytes], bytes]:
        return lambda name, content: json.dumps(json.loads(content) | values).encode() if name == HEAD else content

    refused("wrong_key", lambda: brought_back(archive, new_key()), var, target)
    refused("not_empty", lambda: brought_back(archive, key, replace=False), var, target)
    for code, values in (("other_database", {"database": "sqlite"}), ("newer", {"migrations": [["people", "0999_x"]]})):
        given = rewritten(archive, key, head(**values))
        refused(code, lambda given=given: restore(given, [], replace=True), var, target)
    person = f"database/people_person/{1:06}"
    given = rewritten(archive, key, lambda part, content: content + b"!" if part == person else content)
    refused("does_not_hold", lambda: restore(given, [], replace=True), var, target)
    assert sorted(rows()) == before


@pytest.mark.sqlite_only
def test_a_part_that_was_changed_in_an_archive_is_found(var: Path, target: Path, key: Any, team: Person) -> None:
    archive = made(target).path

    def told(code: str, change: Callable[[str, bytes], bytes]) -> None:
        given = rewritten(archive, key, change)
        refused(code, lambda: restore(given, [], replace=True), var, target)

    def head(**values: Any) -> Callable[[str, bytes], bytes]:
        return lambda name, content: json.dumps(json.loads(content) | values).encode() if name == HEAD else content

    other = "sqlite" if connection.vendor == "postgresql" else "postgresql"
    told("other_database", head(database=other))
    told("newer", head(migrations=[["people", "0999_from_the_future"]]))
    told("newer", head(format=2))
    told("not_an_archive", head(made_at="yesterday"))
    told("damaged", lambda name, content: content + b"!" if name.startswith("files/") else content)
    told("damaged", lambda name, content: content.replace(b'"gone"', b'"lost"')[:-1] if name == MANIFEST else content)
    told("damaged", head(version="another"))
    with tarfile.open(target / "evil.tar", "w") as tape:
        first = tarfile.TarInfo(HEAD)
        with tarfile.open(fileobj=io.BytesIO(opened(archive, key))) as old:
            content = (old.extractfile(HEAD) or io.BytesIO()).read()
        first.size = len(content)
        tape.addfile(first, io.BytesIO(content))
        tape.addfile(tarfile.TarInfo("files/../../escaped"))
    refused("damaged", lambda: restore(target / "evil.tar", [], replace=True), var, target)


@pytest.mark.sqlite_only
def test_a_database_in_an_archive_that_does_not_hold_is_refused(
    var: Path, target: Path, key: Any, team: Person
) -> None:
    with closing(sqlite3.connect(parts.database_file())) as room:
        room.execute("PRAGMA foreign_keys=OFF")
        room.execute("DELETE FROM people_person")
        room.execute("INSERT INTO journal_untold (entry_id) VALUES (77)")
        room.commit()
    archive = made(target).path
    said = refused("does_not_hold", lambda: brought_back(archive, key), var, target)
    assert "points at nothing" in said


def test_a_full_disk_leaves_no_half_archive_and_no_half_room(var: Path, target: Path, key: Any) -> None:
    disk = target / "disk"
    disk.mkdir()
    (var / "files" / "ab" / "large").write_bytes(random.Random(SEED).randbytes(400_000))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine gives us no small disk")
    try:
        refused("disk_full", lambda: back_up(disk), var, disk)
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", "-l", disk], check=True)
    assert made(target).path.exists()
