"""The stream of a session's board, under `/live/<ticket>`: server-sent events, outside Django's pages.

The board's page hands out a signed ticket: session, language and kind of screen, for a quarter of an hour. A stream
ends with its ticket; the page then asks for itself again, and so anew who is looking. No cookie is read here, and
nothing is kept about who watches.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from typing import Any, Final
from urllib.parse import parse_qs

from django.core import signing
from django.utils.translation import override

from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.points import across, changes
from supportroom.points.broadcast import HEAD, Broadcaster, Channel, Watcher
from supportroom.points.pieces import Pieces, Screen, render, session_place
from supportroom.points.queries import board_for
from supportroom.points.queries.marks import marks_of
from supportroom.rounds.queries import sessions_visible_to
from supportroom.web.middleware import SAFE_HEADERS

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

PLACE: Final = "/live/"
SALT: Final = "supportroom.points.live"
SECONDS: Final = 15 * 60
OUR_HEADERS: Final = [(name.lower().encode(), value.encode()) for name, value in SAFE_HEADERS.items()]
ALL_HEADERS: Final = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"vary", b"accept-encoding"),
    (b"x-accel-buffering", b"no"),
    *OUR_HEADERS,
]


def issue_ticket(channel: Channel) -> str:
    """Give a ticket for a channel to a page whose reader may see it."""
    return signing.dumps([channel.session_id, channel.language, channel.audience], salt=SALT)


def read_ticket(ticket: str) -> Channel | None:
    """Give the channel that a ticket is for, or None for one that is not ours or too old."""
    try:
        session_id, language, audience = signing.loads(ticket, salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Channel(session_id, language, audience)


class Live:
    """The application under `/live/`."""

    def __init__(self, broadcaster: Broadcaster) -> None:
        """Take who feeds the streams."""
        self.broadcaster = broadcaster

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stream what changes, as long as the ticket and the reader last."""
        channel = read_ticket(scope["path"].removeprefix(PLACE)) if scope["method"] == "GET" else None
        if channel is None:
            headers = [(b"content-length", b"0"), *OUR_HEADERS]
            await send({"type": "http.response.start", "status": 410, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return
        asked = dict(scope["headers"])
        is_packed = b"gzip" in asked.get(b"accept-encoding", b"")
        watcher = Watcher(channel, _seen(scope, asked), is_packed)
        encoding = [(b"content-encoding", b"gzip")] if is_packed else []
        await send({"type": "http.response.start", "status": 200, "headers": ALL_HEADERS + encoding})
        await send({"type": "http.response.body", "body": HEAD if is_packed else b":\n\n", "more_body": True})
        await self._stream(watcher, receive, send)

    async def _stream(self, watcher: Watcher, receive: Receive, send: Send) -> None:
        """Hand on what waits until the reader leaves, the ticket ends or the session's state changes."""
        gone = asyncio.ensure_future(_until_gone(receive))
        gone.add_done_callback(lambda _done: watcher.moved.set())
        limit = asyncio.get_running_loop().call_later(SECONDS, watcher.end)
        self.broadcaster.watch(watcher)
        try:
            while not gone.done() and not (watcher.is_over and not watcher.waiting):
                await watcher.moved.wait()
                watcher.moved.clear()
                await self._hand_on(watcher, send)
            if not gone.done():
                await send({"type": "http.response.body", "body": b""})
        finally:
            limit.cancel()
            gone.cancel()
            self.broadcaster.leave(watcher)

    async def _hand_on(self, watcher: Watcher, send: Send) -> None:
        if watcher.is_behind:
            latest = self.broadcaster.latest(watcher)
            watcher.waiting.extend([latest] if latest else [])
        while watcher.waiting:
            await send({"type": "http.response.body", "body": watcher.waiting.popleft(), "more_body": True})


def _seen(scope: Scope, headers: dict[bytes, bytes]) -> int:
    """Give the revision that the screen shows: of its last event, else of the page."""
    asked = parse_qs(scope["query_string"].decode("latin1")).get("at", ["-1"])[0]
    told = headers.get(b"last-event-id", b"").decode("latin1") or asked
    return int(told) if told.isdecimal() and told.isascii() and len(told) < 20 else -1


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def render_channels(channels: Sequence[Channel]) -> dict[Channel, Pieces]:
    """Render the boards of some channels, reading each session once; those of sessions that are gone are left out."""
    found: dict[Channel, Pieces] = {}
    sessions = sessions_visible_to(SYSTEM).select_related("board").in_bulk({channel.session_id for channel in channels})
    for session in sessions.values():
        page = board_for(session, VISITOR)
        for channel in channels:
            if channel.session_id == session.pk:
                with override(channel.language):
                    screen = Screen(channel.audience, channel.language, session_place(session.pk, channel.language))
                    found[channel] = render(page, screen)
    return found


broadcaster = Broadcaster(marks_of, render_channels)
changes.listen(broadcaster.nudge)
changes.listen(across.say)
live = Live(broadcaster)
