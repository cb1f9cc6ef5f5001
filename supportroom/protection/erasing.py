"""Make what was erased vanish from the disk as well: freed pages, the write-ahead log, dead rows (S14, S24)."""

from django.db import connection, models


def scrub_disk(*tables: type[models.Model]) -> None:
    """Rewrite these tables so that no old row remains in the database's files; call it outside a transaction.

    SQLite overwrites freed pages by itself (secure_delete) and gets its write-ahead log truncated; PostgreSQL rewrites
    the tables. What a disk keeps below its file system is not promised.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        elif connection.vendor == "postgresql" and not connection.in_atomic_block:
            for table in tables:
                cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table._meta.db_table)}")
