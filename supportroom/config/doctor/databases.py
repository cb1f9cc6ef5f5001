"""Whether the database keeps what it acknowledged (R02): asked of the database itself, not of the settings."""

from collections.abc import Iterator
from typing import Any, Final

from django.conf import settings
from django.db import connection

from supportroom.config.doctor.findings import Finding, doubtful, unsafe
from supportroom.kernel.clock import now

LOCAL: Final = {"", "localhost", "127.0.0.1", "::1"}
# What SQLite answers: a full sync at each commit, or more.
SQLITE: Final[dict[str, tuple[Any, ...]]] = {
    "journal_mode": ("wal",),
    "synchronous": (2, 3),
    "foreign_keys": (1,),
    "secure_delete": (1,),
}
POSTGRES: Final = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "remote_apply"),
}


def keeps_what_it_acknowledged() -> Iterator[Finding]:
    """Look whether a power cut could take an acknowledged write."""
    if connection.vendor == "sqlite":
        yield from _sqlite()
    else:
        yield from _postgres()


def _sqlite() -> Iterator[Finding]:
    for name, wanted in SQLITE.items():
        found = _asked(f"PRAGMA {name}")
        if found not in wanted:
            yield unsafe(
                f"SQLite has {name} = {found}: what was acknowledged or deleted might not be.",
                "Restore the OPTIONS of DATABASES in settings.py, and keep the database on a disk of this machine.",
            )


def _postgres() -> Iterator[Finding]:
    for name, wanted in POSTGRES.items():
        found = _asked(f"SHOW {name}")
        if found not in wanted:
            yield unsafe(
                f"PostgreSQL has {name} = {found}: a power cut could take what was acknowledged.",
                f"Set {name} = on in postgresql.conf, or ALTER ROLE ... RESET {name}, and reload.",
            )
    if _is_far() and not _asked("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"):
        # A name without a dot is one of this machine's own network of containers.
        weight = unsafe if "." in str(connection.settings_dict["HOST"]) else doubtful
        yield weight(
            "The way to the database is not encrypted.",
            "Add ?sslmode=verify-full to DATABASE_URL, and give the server a certificate.",
        )
    if _asked("SHOW data_checksums") != "on":
        yield doubtful(
            "PostgreSQL keeps no checksums: a rotten block would be read as if it were whole.",
            "Stop the server and run pg_checksums --enable on its folder.",
        )


def _is_far() -> bool:
    host = str(connection.settings_dict["HOST"])
    return host not in LOCAL and not host.startswith("/")


def is_migrated() -> Iterator[Finding]:
    """Look whether the tables are those of this code."""
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - the server needs none of it

    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        yield unsafe(f"{len(missing)} migrations are not applied.", "Run manage.py migrate.")
    newer = [name for name in executor.loader.applied_migrations if name not in executor.loader.graph.nodes]
    ours = sum(app in {node[0] for node in executor.loader.graph.nodes} for app, _name in newer)
    if ours:
        yield unsafe(
            f"{ours} migrations are applied that this code does not know: it is older than its database.",
            "Stop the room: this code cannot write into newer tables. Install the newer code again, or restore the "
            "archive of before as well (docs/operate/small-server.md).",
        )


def clocks_agree() -> Iterator[Finding]:
    """Look whether the database's clock and ours tell the same time: deadlines are compared with ours."""
    if connection.vendor == "sqlite":
        return
    seconds = abs((_asked("SELECT clock_timestamp()") - now()).total_seconds())
    if seconds > 5:
        yield unsafe(
            f"The database's clock and this machine's are {seconds:.0f} seconds apart.",
            "Let both machines ask a time server (timedatectl set-ntp true).",
        )


def is_reached() -> Iterator[Finding]:
    """Look whether the database answers at all; OperationalError is turned into a finding by who asks."""
    connection.ensure_connection()
    is_fleeting = getattr(connection, "is_in_memory_db", bool)()
    if settings.MODE == "production" and is_fleeting:
        yield unsafe("The database lives in memory.", "Unset DATABASE_URL, or let it name a file.")


def _asked(question: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
    return row[0] if row else None
