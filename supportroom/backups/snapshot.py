"""The database as it stood at one instant, whatever is written meanwhile (R05): never a copy of its file.

SQLite writes a clean copy of its own (VACUUM INTO), which holds no freed page; what a backup leaves out is then deleted
from that copy and overwritten. PostgreSQL is read table by table inside one repeatable-read transaction (COPY).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import psycopg
from django.db import connection
from psycopg import sql

from supportroom.backups import parts
from supportroom.backups.tape import Tape
from supportroom.backups.vocabulary import DATABASE_FILE, POSTGRESQL, SQLITE
from supportroom.kernel.errors import DomainError

TABLE_PIECE: Final = 4 * 1024 * 1024
MIGRATIONS: Final = "django_migrations"
STORED: Final = "SELECT stored FROM files_storedfile"
Migrations = list[list[str]]


@dataclass
class Snapshot:
    """What is known of it before it is written: the kind, the migrations, each table's columns (PostgreSQL alone).

    `counts` is complete once `written` has yielded everything.
    """

    vendor: str
    migrations: Migrations
    size: int
    source: Any
    columns: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    stored: set[str] = field(default_factory=set)

    def written(self, tape: Tape) -> Iterator[bytes]:
        """Yield its parts."""
        if self.vendor == SQLITE:
            yield from tape.file(DATABASE_FILE, self.source)
            return
        for table, columns in self.columns.items():
            yield from self._table(tape, table, columns)

    def _table(self, tape: Tape, table: str, columns: list[str]) -> Iterator[bytes]:
        """Yield one table as pieces of COPY's text, each of whole rows: a line is a row."""
        names = sql.SQL(", ").join(map(sql.Identifier, columns))
        query = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(names, sql.Identifier(table))
        self.counts[table], number, waiting = 0, 0, bytearray()
        with self.source.cursor() as cursor, cursor.copy(query) as rows:
            for row in rows:
                self.counts[table] += 1
                waiting += row
                if len(waiting) >= TABLE_PIECE:
                    number += 1
                    yield from tape.piece(f"database/{table}/{number:06}", bytes(waiting))
                    waiting.clear()
        if waiting:
            yield from tape.piece(f"database/{table}/{number + 1:06}", bytes(waiting))


@contextmanager
def taken(folder: Path) -> Iterator[Snapshot]:
    """Take a snapshot; on SQLite its copy lies in this folder meanwhile. DomainError `backups.unreadable_room`."""
    try:
        if connection.vendor == POSTGRESQL:
            with _of_postgres() as snapshot:
                yield snapshot
        else:
            yield _of_sqlite(folder / "room.sqlite3")
    except (sqlite3.Error, psycopg.Error) as error:
        if "disk is full" in str(error):
            raise DomainError("backups.disk_full", place=folder.parent) from error
        raise DomainError("backups.unreadable_room", why=str(error).strip().splitlines()[0]) from error


def _of_sqlite(copy: Path) -> Snapshot:
    with closing(sqlite3.connect(parts.database_file(), timeout=60)) as room:
        room.execute("VACUUM INTO ?", [str(copy)])
    copy.chmod(0o600)
    with closing(sqlite3.connect(copy, isolation_level=None)) as room:
        _strip(room)
        (said,) = room.execute("PRAGMA quick_check").fetchone()
        if said != "ok":
            raise sqlite3.DatabaseError(said)
        migrations = [list(row) for row in room.execute(f"SELECT app, name FROM {MIGRATIONS} ORDER BY app, name")]  # noqa: S608
        stored = {name for (name,) in room.execute(STORED)}
        counts = counted(room)
    return Snapshot(SQLITE, migrations, copy.stat().st_size, copy, counts=counts, stored=stored)


def _strip(room: sqlite3.Connection) -> None:
    """Delete what no backup holds, and overwrite it."""
    room.execute("PRAGMA secure_delete=ON")
    room.execute("PRAGMA journal_mode=OFF")
    there = {name for (name,) in room.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in parts.LEFT_OUT_TABLES.keys() & there:
        room.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own names
    room.execute(f"INSERT INTO {parts.INDEX}({parts.INDEX}) VALUES ('delete-all')")  # noqa: S608


def counted(room: sqlite3.Connection) -> dict[str, int]:
    """Count the rows of every table of SQLite that is not a part of the index."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    names = [name for (name,) in room.execute(query) if not name.startswith(parts.INDEX)]
    return {name: room.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


@contextmanager
def _of_postgres() -> Iterator[Snapshot]:
    with closing(connection.get_new_connection(connection.get_connection_params())) as room:
        room.autocommit = False
        room.isolation_level, room.read_only = psycopg.IsolationLevel.REPEATABLE_READ, True
        with room.cursor() as cursor:
            migrations = _all(cursor, f"SELECT app, name FROM {MIGRATIONS} ORDER BY app, name")  # noqa: S608
            (size,) = _all(cursor, "SELECT pg_database_size(current_database())")[0]
            stored = {name for (name,) in _all(cursor, STORED)}
            columns = _columns(cursor)
        yield Snapshot(POSTGRESQL, [list(row) for row in migrations], size, room, columns=columns, stored=stored)


def _columns(cursor: Any) -> dict[str, list[str]]:
    """Give the columns of each table that is taken; those that the database makes itself are left to it."""
    query = """SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY c.relname, a.attnum"""
    found: dict[str, list[str]] = {}
    for table, column in _all(cursor, query):
        if table not in parts.LEFT_OUT_TABLES and table != MIGRATIONS:
            found.setdefault(table, []).append(column)
    return found


def _all(cursor: Any, query: str) -> list[Any]:
    return list(cursor.execute(query).fetchall())
