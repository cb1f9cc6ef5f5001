"""Days that pass in a room that is served: what happened in its groups and papers lies so much further back."""

import sqlite3
from contextlib import closing

from tests.journeys.server import Server

APPS = ("checks", "groups", "workroom", "papers", "comments", "adoption", "press")
BACK = {
    "datetime": "strftime('%Y-%m-%d %H:%M:%f', \"{0}\", '-{1} seconds')",
    "date": "date(\"{0}\", '-{1} seconds')",
}


def let_pass(server: Server, *, days: int) -> None:
    """Move every stored instant and day back; then the room does what is due, once, as it does every few seconds."""
    with closing(sqlite3.connect(server.folder / "room.sqlite3", timeout=30)) as database, database:
        for table, columns in instants(database).items():
            moved = ", ".join(f'"{name}" = {BACK[kind].format(name, days * 86_400)}' for name, kind in columns)
            database.execute(f'UPDATE "{table}" SET {moved}')
    server.manage("periodic")


def stand_at(server: Server, table: str, column: str, thing: str, *, seconds: int) -> None:
    """Let one stored instant lie so many seconds back from now."""
    moment = f"strftime('%Y-%m-%d %H:%M:%f', 'now', '-{seconds} seconds')"
    with closing(sqlite3.connect(server.folder / "room.sqlite3", timeout=30)) as database, database:
        database.execute(f'UPDATE "{table}" SET "{column}" = {moment} WHERE {thing}')


def instants(database: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """Give the columns that hold instants or days, by table, of groups and what they work on."""
    found = {}
    for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if table.partition("_")[0] in APPS:
            columns = database.execute(f'PRAGMA table_info("{table}")').fetchall()
            found[table] = [(name, kind) for _place, name, kind, *_rest in columns if kind in BACK]
    return {table: columns for table, columns in found.items() if columns}
