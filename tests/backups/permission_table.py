"""What only the room itself does, by its commands."""

from tests.permission_tables import Row

TABLE = (Row("backups.settle_restored", "a room that was restored"),)
