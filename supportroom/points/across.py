"""From process to process, on PostgreSQL: who changed a board says so, who shows one hears it and looks at once.

The words are the session's id and nothing else (NOTIFY, after the commit). Each process that shows boards listens on a
connection of its own, and begins again where that breaks: what was said meanwhile is seen by `Board.revision`, which
the broadcaster reads anyway. On SQLite one process serves, and there is nobody to tell.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any, Final

from django.db import Error, connection

WORD: Final = "supportroom_boards"
PATIENCE: Final = 30.0  # seconds of silence after which the line is tried
AGAIN: Final = 2.0  # seconds until a broken line is made anew
log = logging.getLogger(__name__)


def say(session_id: int) -> None:
    """Tell all processes that this session's board has changed; called after the commit."""
    if connection.vendor != "postgresql":
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [WORD, str(session_id)])
    except Error:  # they see it a moment later
        log.warning("the other processes could not be told of a change")


class Ear:
    """The thread that listens. `hears` is true while nothing that is said can be missed."""

    def __init__(self, heard: Callable[[int], None]) -> None:
        """Take what to call with a session's id."""
        self._heard = heard
        self._thread: threading.Thread | None = None
        self.hears = False

    def open(self) -> None:
        """Begin to listen, once; nothing to do on SQLite."""
        if connection.vendor == "postgresql" and self._thread is None:
            self._thread = threading.Thread(target=self._live, name="ear", daemon=True)
            self._thread.start()

    def _live(self) -> None:
        import psycopg  # noqa: PLC0415 - a room on SQLite does without it

        while True:
            try:
                self._listen(psycopg)
            except (psycopg.Error, OSError) as error:
                log.warning("the line to the other processes broke: %s", type(error).__name__)
            self.hears = False
            time.sleep(AGAIN)

    def _listen(self, psycopg: Any) -> None:
        with psycopg.connect(**_known(), autocommit=True) as line:
            line.execute(f"LISTEN {WORD}")
            self.hears = True
            self._heard(0)  # whatever was said while nobody listened
            while True:
                for word in line.notifies(timeout=PATIENCE):
                    self._heard(int(word.payload))
                line.execute("SELECT 1")


def _known() -> dict[str, Any]:
    """Give how the database is reached."""
    known = connection.settings_dict
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    return {name: known[key] for name, key in named.items() if known[key]} | known["OPTIONS"]
