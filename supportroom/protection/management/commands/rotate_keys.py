"""`manage.py rotate_keys`: what earlier keys sealed is sealed anew with the first key of the file (S44)."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from supportroom.kernel.keyring import keys, new_line
from supportroom.protection.resealing import rotate, rows_of_earlier_keys, sealed_models


class Command(BaseCommand):
    """Print a new key, count what earlier keys sealed, or seal it anew."""

    help = "Seal all encrypted fields with the first key of SUPPORTROOM_FIELD_KEYS. Can be broken off and begun again."
    requires_system_checks = []  # a room whose keys are not there yet asks for its first

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to do instead of rotating."""
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--new-key", action="store_true", help="print the line of a new key, and do nothing else")
        only.add_argument("--check", action="store_true", help="count the rows; exit 1 if an earlier key is needed yet")

    def handle(self, *args: Any, new_key: bool, check: bool, **options: Any) -> None:
        """Do it; CommandError where an earlier key is needed yet."""
        if new_key:
            self.stdout.write(new_line())
            return
        left = self._count() if check else rotate(self.stdout.write)
        if left:
            raise CommandError(f"{left} rows are sealed with another key than {keys()[0].name}: keep the earlier keys.")
        self.stdout.write(f"Everything is sealed with {keys()[0].name}: earlier keys can go.")

    def _count(self) -> int:
        found = {model._meta.label: len(rows_of_earlier_keys(model)) for model in sealed_models()}
        for label, count in found.items():
            self.stdout.write(f"{label}: {count} rows of earlier keys")
        return sum(found.values())
