"""A database as it really lies on a disk, that many threads and processes use at once; on both kinds."""

import sqlite3
from collections.abc import Iterator
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
    if connection.vendor == "postgresql":
        yield tmp_path
        return
    in_memory, name = connection.connection, connection.settings_dict["NAME"]
    path = tmp_path / "room.sqlite3"
    with sqlite3.connect(path) as copy:
        in_memory.backup(copy)
    copy.close()
    connection.connection, connection.settings_dict["NAME"] = None, str(path)
    try:
        yield tmp_path
    finally:
        connections["default"].close()
        connection.connection, connection.settings_dict["NAME"] = in_memory, name
