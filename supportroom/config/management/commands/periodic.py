"""`manage.py periodic`: what the room does by itself, once, for a timer; or with `--loop` until told to end."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.db import connections

from supportroom.backups.lease import served
from supportroom.config.periodic import SECONDS, run_all


class Command(BaseCommand):
    """Tell, queue digests, send mail, remind, forget."""

    help = "Run the periodic work once: notices, digests, mails, reminders, housekeeping. Safe to run twice or late."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to go on."""
        parser.add_argument("--loop", action="store_true", help=f"go on, every {SECONDS} seconds")

    def handle(self, *args: Any, loop: bool, **options: Any) -> None:
        """Run the jobs; CommandError names those that failed, after all were run."""
        over = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: over.set())
        with served():
            failed = run_all(over.is_set)
            while loop and not over.wait(SECONDS):
                failed = run_all(over.is_set)
                connections.close_all()
        if failed:
            raise CommandError(f"failed: {', '.join(failed)}")
