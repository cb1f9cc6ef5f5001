"""Django's `flush`, which tests need between one another: let through the journal's guards openly, in tests alone."""

from typing import Any

from django.conf import settings
from django.core.management import CommandError
from django.core.management.commands import flush
from django.db import connections

from supportroom.journal.guards import lifted


class Command(flush.Command):
    """Empty the database of a test; a room is never emptied."""

    def handle(self, **options: Any) -> None:
        """Take the guards down, empty every table, put them up again. CommandError outside tests."""
        if settings.MODE != "test":
            raise CommandError("A room is never emptied: the journal is append-only.")
        with lifted(connections[options["database"]]):
            super().handle(**options)
