"""`manage.py backup TARGET`: the whole room as one encrypted file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from supportroom.backups import archives
from supportroom.backups.making import back_up
from supportroom.kernel.errors import DomainError


class Command(BaseCommand):
    """Write an archive of the room; delete those that are too old."""

    help = "Write the whole room into one file in TARGET, encrypted to SUPPORTROOM_BACKUP_TO, and read it again."
    requires_system_checks = []  # whatever is wrong with the set-up, a backup is wanted

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder, and for how long archives are kept in it."""
        parser.add_argument("target", type=Path, help="a folder outside the room's own, best on another disk")
        parser.add_argument("--keep-days", type=int, help="then delete archives in TARGET that are older (35: S43)")

    def handle(self, *args: Any, target: Path, keep_days: int | None, **options: Any) -> None:
        """Make it; CommandError in one sentence where it cannot be made."""
        try:
            made = back_up(target, self._say)
        except DomainError as error:
            raise CommandError(error.wording) from None
        told = f"{made.path}: {made.rows} rows, {made.parts} parts, {made.size:,} bytes, {made.seconds:.1f} s"
        self._say(told)
        self._say("The keys of encrypted fields are not in it: keep SUPPORTROOM_FIELD_KEYS where its private key lies.")
        if not made.is_sealed:
            self.stderr.write("It is not encrypted: whoever has the file reads everything.")
        if made.gone:
            self.stderr.write(f"{made.gone} files that the room speaks of lie on no disk.")
        for name in archives.delete_old(target, keep_days) if keep_days else ():
            self._say(f"deleted, older than {keep_days} days: {name}")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
