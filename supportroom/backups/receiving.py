"""The database out of an archive: made ready beside the one that is there, and used as the room's own meanwhile.

SQLite: a second file. PostgreSQL: a schema of the old one's name, in one transaction that renames the old schema too;
it is committed once everything has passed.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any, Final, Protocol

from django.core.management import call_command
from django.db import Error as DatabaseProblem
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from psycopg import Error as CopyProblem
from psycopg import sql

from supportroom.backups import parts, swapping
from supportroom.backups.reel import Head, Part
from supportroom.backups.snapshot import counted
from supportroom.backups.vocabulary import DATABASE_FILE, POSTGRESQL
from supportroom.kernel.errors import DomainError

Counts = dict[str, int]
PEOPLE: Final = "people_person"
_LOOKS: Final = (0, 0.1, 0.3, 0.6, 1)  # seconds before each


class Receiver(Protocol):
    """Takes the parts of a database, checks it, lets the room work in it, and gives the word to use it."""

    def take(self, part: Part) -> None:
        """Take one part."""

    def check(self, counts: Counts) -> None:
        """Compare with the manifest, and with itself; DomainError `backups.does_not_hold`."""

    def work_in(self) -> None:
        """Let Django's connection lead into it from now on."""

    def settle(self, write_plan: Callable[[], None]) -> None:
        """Make it final; the plan is written at the instant from which it counts."""


def is_empty() -> bool:
    """Tell whether there is no room here: no tables, or nobody in them."""
    if connection.vendor != POSTGRESQL and not _has_content():
        return True
    try:
        with connection.cursor() as cursor:
            if PEOPLE not in connection.introspection.table_names(cursor):
                return True
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {PEOPLE})")  # noqa: S608
            return not cursor.fetchone()[0]
    except DatabaseProblem:
        return False  # whatever this is, it is not nothing
    finally:
        connection.close()


def _has_content() -> bool:
    path = parts.database_file()
    return path.exists() and path.stat().st_size > 0


def refuse_use() -> None:
    """DomainError `backups.in_use` where somebody else has the database open, and still has it a moment later."""
    if connection.vendor == POSTGRESQL:
        is_used = _is_connected_to()
    else:
        connection.close()
        is_used = _has_content() and _is_open_elsewhere()
    if is_used:
        raise DomainError("backups.in_use")


def _is_connected_to() -> bool:
    """Look again for a while: the server lists a connection that was just closed a little longer."""
    query = """SELECT count(*), pg_stat_clear_snapshot() FROM pg_stat_activity WHERE datname = current_database()
        AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""
    for wait in _LOOKS:
        time.sleep(wait)
        with connection.cursor() as cursor:
            cursor.execute(query)
            if not cursor.fetchone()[0]:
                return False
    return True


def _is_open_elsewhere() -> bool:
    """Leave the write-ahead log's mode: SQLite allows it to the only one who has the file open."""
    try:
        with closing(sqlite3.connect(parts.database_file(), timeout=1)) as room:
            room.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    except sqlite3.DatabaseError:
        return False  # a damaged file is set aside as it is
    return False


@contextmanager
def receiving(head: Head, aside: str, mark: str) -> Iterator[Receiver]:
    """Receive a database of the kind at hand; what goes wrong leaves the old one as it is."""
    if connection.vendor == POSTGRESQL:
        with _rolled_back_on_error():
            yield _Schema(head, aside, mark)
        return
    receiver = _File()
    try:
        yield receiver
    finally:
        receiver.leave()


class _File:
    """SQLite's file, beside the room's."""

    def __init__(self) -> None:
        self._place = parts.database_file()
        self._path = swapping.ready(self._place)

    def take(self, part: Part) -> None:
        if part.name != DATABASE_FILE:
            raise DomainError("backups.damaged", where=f"{part.name} belongs to another kind of database")
        part.into(self._path)

    def check(self, counts: Counts) -> None:
        try:
            with closing(sqlite3.connect(self._path)) as room:
                (said,) = room.execute("PRAGMA integrity_check").fetchone()
                dangling = room.execute("PRAGMA foreign_key_check").fetchone()
                found = counted(room)
        except sqlite3.Error as error:
            raise DomainError("backups.does_not_hold", why=str(error)) from error
        _refuse(said != "ok", said)
        _refuse(bool(dangling), f"a row of {dangling and dangling[0]} points at nothing")
        _refuse_other_counts(counts, found)

    def work_in(self) -> None:
        connection.close()
        connection.settings_dict["NAME"] = str(self._path)

    def settle(self, write_plan: Callable[[], None]) -> None:
        self.leave()
        with closing(sqlite3.connect(self._path)) as room:  # into one file, without a log beside it
            room.execute("PRAGMA journal_mode=DELETE").fetchone()
        write_plan()

    def leave(self) -> None:
        connection.close()
        connection.settings_dict["NAME"] = str(self._place)


class _Schema:
    """PostgreSQL's tables, in a new schema of the old one's name, amid one transaction."""

    def __init__(self, head: Head, aside: str, mark: str) -> None:
        self._head, self._counts = head, dict.fromkeys(head.columns, 0)
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_schema()")
            name = cursor.fetchone()[0]
            old, fresh = (connection.ops.quote_name(word) for word in (name + aside, name))
            cursor.execute(f"ALTER SCHEMA {fresh} RENAME TO {old}")
            cursor.execute(f"CREATE SCHEMA {fresh}")
            cursor.execute(f"COMMENT ON SCHEMA {fresh} IS '{mark}'")  # our own words and digits
        _migrate_to(head)
        self._empty_tables()

    def _empty_tables(self) -> None:
        """Take out what migrations put in: the archive holds it."""
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # migrations made them immediate; tables come in any order
            for table in self._head.columns.keys() & set(connection.introspection.table_names(cursor)):
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608 - of the tables just made

    def take(self, part: Part) -> None:
        table = part.name.split("/")[1]
        if table not in self._head.columns:
            raise DomainError("backups.damaged", where=f"{part.name} belongs to another kind of database")
        names = sql.SQL(", ").join(map(sql.Identifier, self._head.columns[table]))
        query = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
        try:
            with connection.cursor() as cursor, cursor.copy(query) as rows:
                for piece in part.pieces():
                    rows.write(piece)
                    self._counts[table] += piece.count(b"\n")
        except (DatabaseProblem, CopyProblem) as error:  # Django does not translate what goes wrong amid a COPY
            raise DomainError("backups.does_not_hold", why=str(error).splitlines()[0]) from error

    def check(self, counts: Counts) -> None:
        _refuse_other_counts(counts, self._counts)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                for statement in connection.ops.sequence_reset_sql(_no_style(), _counted_models()):
                    cursor.execute(statement)
        except DatabaseProblem as error:
            raise DomainError("backups.does_not_hold", why=str(error).splitlines()[0]) from error

    def work_in(self) -> None:
        """Django works in it already."""

    def settle(self, write_plan: Callable[[], None]) -> None:
        write_plan()  # counts once the transaction is committed, right after this


def _migrate_to(head: Head) -> None:
    """Make the tables as they were when the archive was made."""
    known = {(app, name) for app, name in head.migrations}
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    there = known & graph.nodes.keys()
    parents = ((node, parent.key) for node in there for parent in graph.node_map[node].parents)
    followed = {parent for node, parent in parents if parent[0] == node[0]}
    executor.migrate(sorted(there - followed))


def bring_up_to_date() -> bool:
    """Migrate an older room to this version; tell whether there was anything to do."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", interactive=False, verbosity=0)
    return True


def unknown_migrations(head: Head) -> bool:
    """Tell whether an archive was migrated further than this version knows."""
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return any((app, name) not in known for app, name in head.migrations)


def _counted_models() -> list[Any]:
    from django.apps import apps  # noqa: PLC0415

    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def _no_style() -> Any:
    from django.core.management.color import no_style  # noqa: PLC0415

    return no_style()


@contextmanager
def _rolled_back_on_error() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    finally:
        connection.close()


def _refuse_other_counts(told: Counts, found: Counts) -> None:
    different = sorted(set(told.items()) ^ set(found.items()))
    _refuse(bool(different), f"{different and different[0][0]} holds another number of rows than was written")


def _refuse(is_wrong: bool, why: str) -> None:  # noqa: FBT001 - a condition reads best first
    if is_wrong:
        raise DomainError("backups.does_not_hold", why=why)
