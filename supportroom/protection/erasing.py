"""Make what was erased vanish from the disk as well: freed pages, the write-ahead log, dead rows (S14, S24)."""

import logging
import time
from typing import Any, Final

from django.db import OperationalError, connection, models

log = logging.getLogger(__name__)
PATIENCE: Final = "3s"
HALF_A_SECOND: Final = 500
HOUR_SECONDS: Final = 3600
_scrubbed: list[float | None] = [None]  # when this process did so last


def scrub_disk(*tables: type[models.Model], waits: bool = True) -> None:
    """Rewrite these tables so that no old row remains in the database's files; call it outside a transaction.

    SQLite overwrites freed pages by itself (secure_delete) and gets its write-ahead log truncated; PostgreSQL rewrites
    the tables. Both hold others up while somebody reads what stood before, a long list or a backup: without `waits`
    half a second or three, then it is left, on SQLite to `scrub_by_the_hour`, on PostgreSQL with a word in the log.
    What a disk keeps below its file system is not promised.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            _truncate_log(cursor, waits=waits)
        elif connection.vendor == "postgresql" and not connection.in_atomic_block:
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", ["0" if waits else PATIENCE])
            try:
                for table in tables:
                    cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table._meta.db_table)}")
            except OperationalError:
                if waits:
                    raise
                log.warning("not scrubbed: another process reads the table")
            finally:
                cursor.execute("SELECT set_config('lock_timeout', '0', false)")


def scrub_by_the_hour() -> None:
    """Truncate SQLite's write-ahead log, in which everything that was overwritten or deleted stands: periodic work."""
    is_time = _scrubbed[0] is None or time.monotonic() - _scrubbed[0] >= HOUR_SECONDS
    if is_time and not connection.in_atomic_block:
        scrub_disk(waits=False)
        _scrubbed[0] = time.monotonic()


def _truncate_log(cursor: Any, *, waits: bool) -> None:
    cursor.execute("PRAGMA busy_timeout")
    (usual,) = cursor.fetchone()
    try:
        cursor.execute(f"PRAGMA busy_timeout = {usual if waits else HALF_A_SECOND}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {usual}")
