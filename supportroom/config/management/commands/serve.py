"""`manage.py serve`: the room at work, on one machine."""

import fcntl
import os
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser

from supportroom.config.checks import LOOPBACK
from supportroom.rounds.closing import finish_interrupted_closings
from supportroom.web import stylesheet


class Command(BaseCommand):
    """Check the set-up, end what a killed server left, and serve."""

    help = "Serve the room: checks, static files, closings that were cut short, then the server."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the port, and the address to listen on: this machine alone unless said otherwise."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")

    def handle(self, *args: Any, port: int, host: str, **options: Any) -> None:
        """Serve until told to end; CommandError where the set-up is unsafe."""
        if settings.ONE_CLICK_SIGN_IN and host not in LOOPBACK | {"::1"}:
            raise CommandError("One-click sign-in is on: this room is served on this machine alone.")
        if settings.MODE == "production":
            call_command("check", deploy=True, databases=["default"], fail_level="ERROR")
        if settings.MODE != "test":
            gather_statics()
        finish_interrupted_closings()
        self.stdout.write(f"http://{host}:{port}/")
        self.stdout.flush()
        become_server(host, port)


def become_server(host: str, port: int) -> None:
    """Begin anew as the server: what checking and gathering loaded, some thirty megabytes, is left behind."""
    search = os.pathsep.join(filter(None, [str(settings.BASE_DIR), os.environ.get("PYTHONPATH")]))
    environment = {"MALLOC_ARENA_MAX": "1", **os.environ, "PYTHONPATH": search}
    words = [sys.executable, "-m", "supportroom.config.serving", host, str(port)]
    os.execve(sys.executable, words, environment)  # noqa: S606 - our own program, without a shell


def gather_statics() -> None:
    """Gather the static files if any is newer; of several processes that start together one does it, the rest wait."""
    folder = Path(settings.VAR_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "gathering.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if statics_are_old():
            call_command("collectstatic", interactive=False, verbosity=0)


def statics_are_old() -> bool:
    """Tell whether any static file is newer than what was collected last."""
    collected = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not collected.exists():
        return True
    last = collected.stat().st_mtime
    lying = [Path(storage.path(path)) for path, storage in AppDirectoriesFinder().list(None)]
    return any(path.stat().st_mtime > last for path in (*lying, Path(stylesheet.__file__)))
