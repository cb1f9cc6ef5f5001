"""`manage.py serve`: the room at work, on one machine."""

from pathlib import Path
from typing import Any

import uvicorn
from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser

from supportroom.config import env
from supportroom.config.checks import LOOPBACK
from supportroom.rounds.closing import finish_interrupted_closings
from supportroom.web import stylesheet

APPLICATION = "supportroom.config.asgi:application"
PARTING_SECONDS = 3  # how long open streams are waited for when the server ends


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
            call_command("check", deploy=True, fail_level="ERROR")
        if settings.MODE != "test" and statics_are_old():
            call_command("collectstatic", interactive=False, verbosity=0)
        finish_interrupted_closings()
        self.stdout.write(f"http://{host}:{port}/")
        self.stdout.flush()
        uvicorn.run(
            APPLICATION,
            host=host,
            port=port,
            loop="auto",
            http="httptools",
            ws="none",
            lifespan="on",
            access_log=False,
            log_level="warning",
            server_header=False,
            proxy_headers=settings.SECURE_PROXY_SSL_HEADER is not None,
            forwarded_allow_ips=env.text("SUPPORTROOM_PROXY", "127.0.0.1"),
            timeout_graceful_shutdown=PARTING_SECONDS,
        )


def statics_are_old() -> bool:
    """Tell whether any static file is newer than what was collected last."""
    collected = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not collected.exists():
        return True
    last = collected.stat().st_mtime
    lying = [Path(storage.path(path)) for path, storage in AppDirectoriesFinder().list(None)]
    return any(path.stat().st_mtime > last for path in (*lying, Path(stylesheet.__file__)))
