"""`manage.py verify_journal`: whether the journal is whole, and where it is broken if it is not."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.db import connection

from supportroom.journal import guards
from supportroom.journal.verifying import verify


class Command(BaseCommand):
    """Go along the journal's chain."""

    help = "Say whether the journal is whole: entries, head, or where it is broken. Exits 1 when it is broken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a head that a witness kept, and whether guards that are gone are put up."""
        parser.add_argument("--guard", action="store_true", help="let the database refuse changes again, first of all")
        parser.add_argument("--against", default="", metavar="PLACE:DIGEST", help="a head that a witness kept")

    def handle(self, *args: Any, against: str, guard: bool, **options: Any) -> None:
        """Print the verdict; CommandError with the faults where there are any."""
        if guard:
            guards.put_up(connection)
        verdict = verify(against)
        if not verdict.is_whole:
            raise CommandError("\n".join(["The journal is broken.", *verdict.faults]))
        self.stdout.write(
            f"whole, {verdict.entries} entries ({verdict.forgotten} forgotten, {verdict.loose} without a place yet), "
            f"head {verdict.place}:{verdict.digest}"
        )
