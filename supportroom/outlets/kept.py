"""Public pages as ready compressed bytes: made by Django once after each change, handed out until the next.

An ASGI application in front of the pages. It keeps what says of itself that it is the same for every visitor
(`keeping`), and only what was asked for without any cookie: nothing that was made for somebody signed in can come in.
Before it hands something out it looks whether anything changed since (`search.changes`), in whatever process.
"""

import asyncio
import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings

from supportroom.outlets.keeping import SAYS_SO
from supportroom.search import changes

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]
Key = tuple[str, bytes, bytes, bytes]

LONGEST_AGE: Final = 60.0  # what depends on the clock (overdue, past, under embargo) is right within a minute
# What is made so soon after a change is made again: another process may hold the charter of before (`room.queries`).
SETTLING: Final = 3.0
MOST_BYTES: Final = 24 * 1024 * 1024
LONGEST_QUERY: Final = 200
SHORTEST_PACKED: Final = 500
# Django is asked for the whole answer; these would get less.
_ASKS_FOR_LESS: Final = (b"if-none-match", b"if-modified-since", b"if-match", b"if-unmodified-since", b"range")
_OWN: Final = (b"content-length", b"content-encoding", b"etag", b"set-cookie")


@dataclass(frozen=True, slots=True)
class Bytes:
    """An answer ready to be sent, in each packing: headers and body; it holds for `lasts` seconds or until a change."""

    stamp: int
    made_at: float
    lasts: float
    forms: dict[bytes, tuple[Headers, bytes]]

    @property
    def size(self) -> int:
        """Give how much memory it takes."""
        return sum(len(body) for _headers, body in self.forms.values())

    def form_for(self, accepted: bytes) -> tuple[Headers, bytes]:
        """Give the smallest form that a reader takes."""
        word = next((word for word in (b"br", b"gzip") if word in accepted and word in self.forms), b"")
        return self.forms[word]


class Kept:
    """The application: what is kept and still holds, else what the application behind says."""

    def __init__(self, behind: Application, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the application behind, and the clock."""
        self.behind = behind
        self.clock = clock
        self._kept: OrderedDict[Key, Bytes] = OrderedDict()
        self._size = 0
        self._being_made: dict[Key, asyncio.Future[Bytes | None]] = {}
        self._personal = {settings.SESSION_COOKIE_NAME.encode(), b"messages"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, or pass on."""
        headers = dict(scope["headers"]) if scope["type"] == "http" else {}
        key = self._key(scope, headers) if headers else None
        if key is None:
            await self.behind(scope, receive, send)
            return
        ready = self._find(key)
        if ready is None and key in self._being_made:
            ready = await asyncio.shield(self._being_made[key])
        if ready is not None:
            await _hand_out(ready, scope, headers, send)
        elif scope["method"] == "GET" and b"cookie" not in headers and key not in self._being_made:
            await self._make(key, scope, receive, send)
        else:
            await self.behind(scope, receive, send)

    def _key(self, scope: Scope, headers: dict[bytes, bytes]) -> Key | None:
        """Give under what an answer is kept; None where it may be somebody's own, or nothing of the kind is kept."""
        if scope["method"] not in ("GET", "HEAD") or len(scope["query_string"]) > LONGEST_QUERY:
            return None
        names = {part.partition(b"=")[0].strip() for part in headers.get(b"cookie", b"").split(b";")}
        if names & self._personal or b"authorization" in headers:
            return None
        scheme = headers.get(b"x-forwarded-proto", scope.get("scheme", "").encode())
        has_language = scope["path"][1:].partition("/")[0] in _CODES
        language = b"" if has_language else headers.get(b"accept-language", b"")[:100]
        return scope["path"], scope["query_string"], scheme[:10], language

    def _find(self, key: Key) -> Bytes | None:
        ready = self._kept.get(key)
        if ready is None:
            return None
        if ready.stamp != changes.stamp() or self.clock() - ready.made_at > ready.lasts:
            self._drop(key)
            return None
        self._kept.move_to_end(key)
        return ready

    async def _make(self, key: Key, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask the application behind once, for all who wait for the same; keep its answer if it says so."""
        made: asyncio.Future[Bytes | None] = asyncio.get_running_loop().create_future()
        self._being_made[key] = made
        stamp, ready = changes.stamp(), None  # before it is made: a change meanwhile makes it old
        said: list[Message] = []
        try:
            await self.behind(_whole(scope), receive, _collector(said))
            if _may_be_kept(said):
                ready = await asyncio.to_thread(_packed, said, stamp, self.clock())
                self._keep(key, ready)
        finally:
            del self._being_made[key]
            made.set_result(ready)
        if ready is not None:
            await _hand_out(ready, scope, dict(scope["headers"]), send)
            return
        for message in said:
            await send(message)

    def _keep(self, key: Key, ready: Bytes) -> None:
        self._drop(key)
        self._kept[key] = ready
        self._size += ready.size
        while self._size > MOST_BYTES:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Key) -> None:
        gone = self._kept.pop(key, None)
        self._size -= gone.size if gone else 0


_CODES: Final = frozenset(dict(settings.LANGUAGES))


def _whole(scope: Scope) -> Scope:
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in _ASKS_FOR_LESS]}


def _collector(said: list[Message]) -> Send:
    async def collect(message: Message) -> None:
        said.append(message)

    return collect


def _may_be_kept(said: list[Message]) -> bool:
    if len(said) != 2 or said[0]["status"] != 200 or said[1].get("more_body"):
        return False
    names = dict(said[0]["headers"])
    return names.get(b"cache-control") == SAYS_SO.encode() and b"set-cookie" not in names


def _packed(said: list[Message], stamp: int, moment: float) -> Bytes:
    import brotli  # noqa: PLC0415 - nobody may ever ask

    start, rest = said
    body = rest["body"]
    if dict(start["headers"]).get(b"content-encoding") == b"gzip":
        body = gzip.decompress(body)
    bodies = {b"": body}
    if len(body) > SHORTEST_PACKED:
        bodies |= {b"gzip": gzip.compress(body, 6, mtime=0), b"br": brotli.compress(body, quality=10)}
    headers = [pair for pair in start["headers"] if pair[0] not in _OWN]
    digest = hashlib.sha256(body).hexdigest()[:24]
    lasts = LONGEST_AGE if time.time_ns() - stamp > SETTLING * 1e9 else SETTLING
    forms = {word: (_headers(headers, word, form, digest), form) for word, form in bodies.items()}
    return Bytes(stamp, moment, lasts, forms)


def _headers(common: Headers, word: bytes, body: bytes, digest: str) -> Headers:
    etag = f'"{digest}{"-" if word else ""}{word.decode()}"'.encode()
    packing = [(b"content-encoding", word)] if word else []
    return [*common, *packing, (b"etag", etag), (b"content-length", str(len(body)).encode())]


async def _hand_out(ready: Bytes, scope: Scope, asked: dict[bytes, bytes], send: Send) -> None:
    headers, body = ready.form_for(asked.get(b"accept-encoding", b""))
    is_known = headers[-2][1] in asked.get(b"if-none-match", b"")
    status = 304 if is_known else 200
    await send({"type": "http.response.start", "status": status, "headers": headers[:-1] if is_known else headers})
    await send({"type": "http.response.body", "body": b"" if is_known or scope["method"] == "HEAD" else body})
