"""How others watch the room: `/health/` says whether it works; `/metrics` counts for who has its token.

In front of everything, so that neither costs a page. To whoever does not bring the token of `SUPPORTROOM_METRICS` there
is no `/metrics`: that somebody comes from this machine proves nothing, since a proxy and an onion service do as well.
"""

import asyncio
import hmac
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import Error, connection

from supportroom.config.bridge import Application, Receive, Scope, Send
from supportroom.config.tallying import STREAM, Tally
from supportroom.web.middleware import SAFE_HEADERS

HEALTH: Final = "/health/"
METRICS: Final = "/metrics"
LIVE: Final = "/live/"
SECONDS: Final = 2.0  # how long the database may take, and how long its answer holds
SHORTEST_TOKEN: Final = 20
OUR_HEADERS: Final = [(name.lower().encode(), value.encode()) for name, value in SAFE_HEADERS.items()]


def database_answers() -> bool:
    """Ask the smallest question that touches the database's own file; called in a thread that keeps its connection."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
            return cursor.fetchone() is not None
    except Error:
        connection.close()
        return False


class Pulse:
    """Whether the database answers, asked at most every two seconds however many want to know."""

    def __init__(self) -> None:
        """Begin without an answer."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="health")
        self._asked: asyncio.Future[bool] | None = None
        self._at = 0.0

    async def beats(self) -> bool:
        """Tell whether the database answers in time."""
        is_old = time.monotonic() - self._at > SECONDS
        if self._asked is None or (self._asked.done() and is_old):
            self._at = time.monotonic()
            self._asked = asyncio.get_running_loop().run_in_executor(self._thread, database_answers)
        done, _waiting = await asyncio.wait({self._asked}, timeout=SECONDS)
        return bool(done) and self._asked.result()


class Watched:
    """The application with both addresses in front of it; what goes through is counted."""

    def __init__(self, application: Application) -> None:
        """Take the application to watch."""
        self.application = application
        self.tally = Tally()
        self.pulse = Pulse()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is asked of the room itself, else count and pass on."""
        if scope["type"] != "http":
            await self.application(scope, receive, send)
        elif scope["path"] == HEALTH and scope["method"] in ("GET", "HEAD"):
            is_well = await self.pulse.beats()
            await say(send, 200 if is_well else 503, b"ok\n" if is_well else b"not ok\n", scope["method"])
        elif scope["path"] == METRICS and scope["method"] == "GET" and brings_the_token(scope):
            written = self.tally.written(database_is_up=await self.pulse.beats())
            await say(send, 200, written.encode(), "GET", b"text/plain; version=0.0.4; charset=utf-8")
        else:
            await self._count(scope, receive, send)

    async def _count(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind = kind_of(scope["path"])
        began, status = time.perf_counter(), 500

        async def noted(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        self.tally.open_streams += kind == STREAM
        try:
            await self.application(scope, receive, noted)
        finally:
            self.tally.open_streams -= kind == STREAM
            self.tally.note(kind, scope["method"], status, time.perf_counter() - began)


def kind_of(path: str) -> str:
    """Tell what an address is for: a stream, a static file, a page."""
    if path.startswith(LIVE):
        return STREAM
    return "static" if path.startswith(settings.STATIC_URL) else "page"


def brings_the_token(scope: Scope) -> bool:
    """Tell whether a request brings the token that the operator put into the file of `SUPPORTROOM_METRICS`."""
    said = dict(scope["headers"]).get(b"authorization", b"")
    if not settings.METRICS_TOKEN_FILE or not said.startswith(b"Bearer "):
        return False
    try:
        token = Path(settings.METRICS_TOKEN_FILE).read_bytes().strip()
    except OSError:
        return False
    return len(token) >= SHORTEST_TOKEN and hmac.compare_digest(said[7:].strip(), token)


async def say(send: Send, status: int, body: bytes, method: str, kind: bytes = b"text/plain; charset=utf-8") -> None:
    """Answer with a few words that nobody keeps."""
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        *OUR_HEADERS,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if method == "HEAD" else body})
