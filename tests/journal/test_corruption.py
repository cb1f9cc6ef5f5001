"""Bytes that change on the disk by themselves are found: by the database, or by the journal's chain (R15)."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, connections

from supportroom.journal.models import Entry, Head, Link, Loose
from supportroom.journal.sealing import seal
from supportroom.journal.verifying import verify
from supportroom.kernel.actors import Actor
from tests.factories.journal import forget, write, write_unnamed

SEED = random.SystemRandom().randrange(1 << 32)
FLIPS = 200
TABLES = (Entry, Link, Loose, Head)
SOMEBODY = Actor(ref="person:123456", person_id=123456)


@contextmanager
def pointed_at(path: Path) -> Iterator[None]:
    """Let the room read another file for a while."""
    name = connection.settings_dict["NAME"]
    connections["default"].close()
    connection.settings_dict["NAME"] = str(path)
    try:
        yield
    finally:
        connections["default"].close()
        connection.settings_dict["NAME"] = name


def rows_of(path: Path) -> list[object]:
    """Give everything that stands in the journal's tables, read by SQLite alone; what cannot be read is its own row."""
    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as plain:
        plain.text_factory = bytes
        try:
            return [sorted(map(repr, plain.execute(f"SELECT * FROM {table._meta.db_table}"))) for table in TABLES]
        except sqlite3.DatabaseError as error:
            return [type(error).__name__]
        finally:
            plain.interrupt()


def is_intact(path: Path) -> bool:
    """Ask SQLite itself."""
    try:
        with sqlite3.connect(path) as plain:
            return plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        return False


def chain_holds() -> bool:
    """Ask the journal's chain; a file that cannot be opened at all is found as well."""
    try:
        return verify().is_whole
    except Exception:  # noqa: BLE001 - whatever it is, it is no silence
        return False


@pytest.mark.sqlite_only
def test_r15_no_byte_that_changes_in_the_journal_stays_silent(real_database: Path) -> None:
    print(f"seed {SEED}")  # noqa: T201 - a run that fails can be repeated
    rng = random.Random(SEED)
    for number in range(60):
        write(f"rounds.round:{number}", actor=SOMEBODY, word="olive" * 20)
        write_unnamed(f"points.point:{number}")
    seal()
    forget("rounds.round:1")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("SELECT pageno, path FROM dbstat WHERE name LIKE %s", ["%journal%"])
        pages = [page for page, _path in cursor.fetchall()]
        cursor.execute("PRAGMA page_size")
        size = cursor.fetchone()[0]
    connections["default"].close()
    good, copy = real_database / "room.sqlite3", real_database / "copy.sqlite3"
    before = rows_of(good)
    silent, changed = [], 0
    for number in range(FLIPS):
        place = (rng.choice(pages) - 1) * size + rng.randrange(size)
        shutil.copyfile(good, copy)
        with copy.open("r+b") as file:
            file.seek(place)
            was = file.read(1)[0]
            file.seek(place)
            file.write(bytes([was ^ 1 << rng.randrange(8)]))
        if rows_of(copy) == before:
            continue  # a byte that nothing rests on, or an index alone
        changed += 1
        with pointed_at(copy):
            if is_intact(copy) and chain_holds():
                silent.append(f"{number}: byte {place}")
    assert changed > FLIPS // 10
    assert silent == [], f"seed {SEED}"
