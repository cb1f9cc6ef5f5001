"""`manage.py restore ARCHIVE --key FILE`: the room comes back, all or nothing."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.db import connection

from supportroom.backups import sealing
from supportroom.backups.restoring import Restored, restore
from supportroom.backups.vocabulary import POSTGRESQL
from supportroom.kernel.errors import DomainError
from supportroom.search.filling import bring_up_to_date


class Command(BaseCommand):
    """Read an archive, check it, put it in place."""

    help = "Put the room of an archive in place: into an empty room, or with --replace in place of the one here."
    requires_system_checks = []  # this is how a broken room is mended

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the archive, the private key, and whether a room is to be set aside for it."""
        parser.add_argument("archive", type=Path)
        parser.add_argument("--key", help="a file that holds the private key, or - to read it from the terminal")
        parser.add_argument("--replace", action="store_true", help="set the room that is here aside")

    def handle(self, *args: Any, archive: Path, key: str | None, replace: bool, **options: Any) -> None:
        """Restore; CommandError in one sentence where it cannot be done, and then nothing has changed."""
        try:
            keys = sealing.identities(_read(key)) if key else []
            restored = restore(archive, keys, replace=replace, tell=self._say)
        except DomainError as error:
            raise CommandError(error.wording) from None
        self._tell(restored)
        self._say(f"the search index: {bring_up_to_date()} things")

    def _tell(self, restored: Restored) -> None:
        settled = restored.settled
        self._say(f"The room stands as at {restored.made_at:%Y-%m-%d %H:%M:%S} UTC: {restored.rows} rows, "
                  f"{restored.parts} parts, {restored.seconds:.1f} s")  # fmt: skip
        if restored.was_older:
            self._say("It was of an older version, and was migrated.")
        self._say("Everybody signs in again.")
        self._say(f"Mails held back, which may have left before (Notices, how mail stands): {settled.mails}")
        self._say(f"Members' checks that began anew, for as long as was left; tell the members: {settled.checks}")
        self._say(f"Sessions that are open: {settled.sessions}, of them without a key: {settled.without_key}")
        for fault in restored.faults:
            self.stderr.write(f"The journal was broken already when the backup was made: {fault}")
        if restored.missing:
            self.stderr.write(f"Names, addresses and other encrypted fields cannot be read: put the keys "
                              f"{', '.join(restored.missing)} into the file of SUPPORTROOM_FIELD_KEYS before you start "
                              "the server.")  # fmt: skip
        if restored.gone:
            self.stderr.write(f"{restored.gone} files that the room speaks of were on no disk.")
        if restored.aside:
            what = "schema and files" if connection.vendor == POSTGRESQL else "files"
            self._say(f"The old room is kept: {what} ending in {restored.aside}. Delete them once all is well.")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _read(key: str) -> str:
    if key == "-":
        return sys.stdin.read()
    try:
        return Path(key).read_text()
    except (OSError, UnicodeDecodeError):
        raise DomainError("backups.not_a_key") from None
