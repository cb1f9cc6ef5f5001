"""What the room does by itself, every few seconds: tells, queues digests, sends mail, reminds, forgets.

Each job is safe to run twice, late, or in two processes at once; a lease lets one process at a time do the work, and is
free again when that process dies. `manage.py periodic` runs all jobs once (for a timer); the serving process runs them
in a thread of its own unless SUPPORTROOM_PERIODIC=outside.
"""

import asyncio
import fcntl
import logging
import os
import threading
import traceback
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import connection, connections
from django.utils.module_loading import import_string

from supportroom.config.bridge import Application, Receive, Scope, Send
from supportroom.kernel.clock import now

log = logging.getLogger(__name__)
SECONDS: Final = 20
FIRST_SECONDS: Final = 5
PARTING_SECONDS: Final = 3
NOTE: Final = "periodic_ran"  # in the room's folder: when, and what failed
LEASE_NUMBER: Final = 0x5EED_0001  # PostgreSQL's advisory lock of this room's periodic work
Stopping = Callable[[], bool]
Job = Callable[[], object]
# In this order what one job brings about is told and sent in the same run.
JOBS: Final = {
    "counting": "supportroom.topics.counting.count_what_is_over",
    "approvals": "supportroom.safety.what_is_kept.lapse",
    "members' checks": "supportroom.checks.counting.count_what_is_over",
    "office dates": "supportroom.adoption.passing.run",
    "comment_windows": "supportroom.comments.closing.close_what_is_over",
    "deadlines": "supportroom.rounds.deadlines.note_what_passed",
    "reminders": "supportroom.invitations.reminding.remind_and_lapse",
    "reminders of answers": "supportroom.answers.reminding.remind",
    "tries at the door": "supportroom.people.attempts.forget",
    "files": "supportroom.files.sweeping.sweep",
    "editions": "supportroom.site.preparing.sweep",
    "pages": "supportroom.pages.putting_out.put_out_what_is_due",
    "telling": "supportroom.notices.telling.tell",
    "digests": "supportroom.notices.digests.queue",
    "sending": "supportroom.notices.sending.send",
    "envelopes": "supportroom.mailing.sending.send",
    "sealing": "supportroom.journal.sealing.seal",
    "witnesses": "supportroom.room.witnessing.tell",
    "what is over": "supportroom.protection.retention.forget_what_is_over",
    "search": "supportroom.search.filling.keep_true",
    "copy": "supportroom.outlets.copies.make_if_wanted",
    "nearness": "supportroom.briefings.encoding.compare",
    "disk": "supportroom.protection.erasing.scrub_by_the_hour",
}
WATCHES: Final = {"sending", "envelopes"}  # jobs that take long, and are told when to stop


def run_all(stopping: Stopping = lambda: False) -> list[str]:
    """Run every job once, whatever happens to the others; give the names of those that failed.

    Nothing is run, and nothing has failed, while another process is at it. Loading a job waits until it is first run:
    the server is there sooner.
    """
    with lease() as is_ours:
        if not is_ours:
            return []
        failed = [name for name, place in JOBS.items() if not stopping() and not _went_well(name, place, stopping)]
        _note(failed)
        return failed


@dataclass(frozen=True)
class Run:
    """When the jobs were last run, and which of them failed."""

    at: datetime
    failed: list[str]


def last_run() -> Run | None:
    """Give the last run in any process on this folder; None before the first, or where its note cannot be read."""
    try:
        at, *failed = (Path(settings.VAR_DIR) / NOTE).read_text().splitlines()
        return Run(datetime.fromisoformat(at), failed)
    except (OSError, ValueError):
        return None


def _note(failed: list[str]) -> None:
    """Write down that the jobs were run, for whoever watches the room (`manage.py doctor`, the metrics)."""
    path = Path(settings.VAR_DIR) / NOTE
    fresh = path.with_name(f"{NOTE}.{os.getpid()}")
    with suppress(OSError):  # a full disk is told of elsewhere; the work was done
        fresh.write_text("\n".join([now().isoformat(), *failed]))
        fresh.replace(path)


def _went_well(name: str, place: str, stopping: Stopping) -> bool:
    try:
        job = import_string(place)
        job(stopping) if name in WATCHES else job()
    except Exception as error:  # noqa: BLE001 - whatever it is, the other jobs have to run
        # Not the message: it may hold an address (S41).
        where = traceback.extract_tb(error.__traceback__)[-1]
        log.error("periodic %s failed: %s in %s:%s", name, type(error).__name__, where.filename, where.lineno)  # noqa: TRY400
        return False
    return True


@contextmanager
def lease() -> Iterator[bool]:
    """Hold the lease of periodic work while it lasts; gives False where somebody else holds it."""
    if connection.vendor == "postgresql":
        with _lease_in_database() as is_ours:
            yield is_ours
        return
    path = Path(settings.VAR_DIR) / "periodic.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True  # closing the file gives the lease back


@contextmanager
def _lease_in_database() -> Iterator[bool]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LEASE_NUMBER])
        is_ours = bool(cursor.fetchone()[0])
    try:
        yield is_ours
    finally:
        if is_ours and connection.connection is not None:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LEASE_NUMBER])


class Pulse:
    """The thread that runs the jobs every few seconds until it is told to end."""

    def __init__(self, run: Callable[[Stopping], object] = run_all, *, first: float = FIRST_SECONDS,
                 every: float = SECONDS) -> None:  # fmt: skip
        """Take what to run, how long to wait before the first time, and how long between two."""
        self._run = run
        self._first, self._every = first, every
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._live, name="periodic", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def end(self) -> None:
        """Ask it to end, and wait a moment; what it leaves undone the next process does."""
        self._over.set()
        self._thread.join(PARTING_SECONDS)

    def _live(self) -> None:
        pause = self._first
        while not self._over.wait(pause):
            pause = self._every
            try:
                self._run(self._over.is_set)
            except Exception as error:  # noqa: BLE001 - the database may be away; the next time it may be back
                log.error("periodic work failed: %s", type(error).__name__)  # noqa: TRY400
            finally:
                connections.close_all()


def accompanied(application: Application) -> Application:
    """Give the application with the periodic work beside it, from the server's start to its end."""

    async def lived(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan" or not settings.PERIODIC_INSIDE:
            await application(scope, receive, send)
            return
        pulse = Pulse()

        async def told(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "lifespan.startup.complete":
                pulse.start()
            elif message["type"] == "lifespan.shutdown.complete":
                await asyncio.to_thread(pulse.end)
            await send(message)

        await application(scope, receive, told)

    return lived
