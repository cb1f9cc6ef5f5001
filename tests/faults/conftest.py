"""A database as it really lies on a disk, that many threads and processes use at once; on both kinds."""

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections


@pytest.fixture
def real_database(transactional_db: None, tmp_path: Path, settings: Any) -> Iterator[Path]:
    """Give the folder of a room whose commits are real: keys, files and, on SQLite, a database file of its own.

    SQLite's tests live in memory otherwise, where there is neither a file nor a second process.
    """
    settings.SESSION_KEYS_DIR = tmp_path / "session_keys"
    with lying_in(tmp_path):
        yield tmp_path


@contextmanager
def lying_in(folder: Path) -> Iterator[None]:
    """Let SQLite's database lie in a folder while the context lasts; PostgreSQL's lies where it lies."""
    if connection.vendor == "postgresql":
        yield
        return
    in_memory, name = connection.connection, connection.settings_dict["NAME"]
    path = folder / "room.sqlite3"
    with sqlite3.connect(path) as copy:
        in_memory.backup(copy)
    copy.close()
    connection.connection, connection.settings_dict["NAME"] = None, str(path)
    try:
        yield
    finally:
        connections["default"].close()
        connection.connection, connection.settings_dict["NAME"] = in_memory, name


@dataclass(frozen=True)
class Disk:
    """A small disk of its own where the machine lets us have one; else SQLite alone is told how large it may grow."""

    folder: Path
    is_real: bool

    def leave(self, left: int) -> None:
        """Fill it up but for so many bytes."""
        if not self.is_real:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA page_count")
                cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + left // 4096}")
            return
        self.free()
        told = os.statvfs(self.folder)
        with (self.folder / "ballast").open("wb") as ballast:
            os.posix_fallocate(ballast.fileno(), 0, max(told.f_bavail * told.f_frsize - left, 1))

    def free(self) -> None:
        """Take out again what fills it."""
        if self.is_real:
            (self.folder / "ballast").unlink(missing_ok=True)
            return
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1000000000")


@pytest.fixture
def small_disk(transactional_db: None, tmp_path: Path, settings: Any) -> Iterator[Disk]:
    """Give a disk of 64 MB on which the room's database and files lie."""
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder)]
    mounted = subprocess.run(words, capture_output=True, check=False)
    settings.SESSION_KEYS_DIR, settings.FILES_DIR = folder / "session_keys", folder / "files"
    try:
        with lying_in(folder):
            yield Disk(folder, mounted.returncode == 0)
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", "-l", folder], check=True)
