"""`manage.py retention`: what is kept, how long, and whether anything is overdue."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.utils.translation import override

from supportroom.protection.retention import forget_what_is_over, overdue, table
from supportroom.protection.views import how_long


class Command(BaseCommand):
    """Print the table of what is kept."""

    help = (
        "Print what is kept and how long, with what is overdue. Exits 1 when something is; --forget forgets it first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to forget first what is over."""
        parser.add_argument("--forget", action="store_true", help="forget what is over before counting")

    def handle(self, *args: Any, forget: bool, **options: Any) -> None:
        """Print a line for each class; CommandError names those that are overdue."""
        if forget:
            forget_what_is_over()
        late = overdue()
        with override("en"):
            for kept in table():
                self.stdout.write(f"{kept.name:28} overdue: {late[kept.name]:<6} {how_long(kept)}")
        if any(late.values()):
            raise CommandError("overdue: " + ", ".join(f"{name} ({count})" for name, count in late.items() if count))
