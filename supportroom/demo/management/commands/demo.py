"""`manage.py demo`: set up the demo room if it is not there, serve it on this machine, say where."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from supportroom.demo.building import build_room, is_built


class Command(BaseCommand):
    """Build once, then serve."""

    help = "Set up the demo room (once) and serve it on this machine."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the port, and whether to build without serving."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--build-only", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, build, print the address, serve."""
        call_command("migrate", verbosity=0, interactive=False)
        if not is_built():
            self.stdout.write("Building the demo room: four rounds, six working groups ...")
            self.stdout.flush()
            build_room(tell=self._tell)
        if options["build_only"]:
            return
        address = f"http://localhost:{options['port']}"
        self.stdout.write(
            f"\n  The demo room is open:\n"
            f"    sign in by one click   {address}/en/demo/   {address}/ar/demo/\n"
            f"    the public page        {address}/en/   {address}/ar/\n"
            f"  What you change is kept; `make demo-reset` starts over. Stop with Ctrl+C.\n"
        )
        self.stdout.flush()
        call_command("serve", port=options["port"])

    def _tell(self, words: str) -> None:
        self.stdout.write(f"  {words}")
        sys.stdout.flush()
