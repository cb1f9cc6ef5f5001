"""A broadcaster in each process: what changed on a board is read once, rendered once per kind of screen, sent to all.

A thread of its own asks one small question for all watched sessions, a few times a second or when it is nudged; only
for those that moved on is anything read or rendered. Streams live in the server's event loop, hold no thread and no
database connection, and get bytes that were packed once for all. A screen that cannot keep up loses what lies between
and gets the whole board instead.
"""

import asyncio
import logging
import threading
import time
import zlib
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from django.db import connection

from supportroom.points.across import Ear
from supportroom.points.pieces import Pieces, difference, whole

PAUSE: Final = 0.2  # seconds between two looks at the database
HEARING: Final = 1.0  # the same, while every change is heard of as it happens
QUIET: Final = 15.0  # seconds after which a silent stream is told that it still lives
MOST_WAITING: Final = 6  # messages that a slow screen may be behind
HEAD: Final = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"  # of a gzip stream; `packed` gives what may follow it
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Channel:
    """One kind of screen: whose board, in which language, with what on it."""

    session_id: int
    language: str
    audience: str


Mark = tuple[str, int]  # how far a session has come: its state, its board's revision
Look = Callable[[list[int]], Mapping[int, Mark]]
Render = Callable[[list[Channel]], Mapping[Channel, Pieces]]


def packed(message: str) -> tuple[bytes, bytes]:
    """Give a message plain and packed; each packed one stands for itself, so that any stream can go on with any."""
    plain = message.encode()
    press = zlib.compressobj(6, zlib.DEFLATED, -15)
    return plain, press.compress(plain) + press.flush(zlib.Z_FULL_FLUSH)


def event(name: str, content: str, number: int | str = "") -> str:
    """Write one event of a server-sent stream."""
    lines = "\n".join(f"data: {line}" for line in content.splitlines() or [""])
    return f"event: {name}\n" + (f"id: {number}\n" if number != "" else "") + f"{lines}\n\n"


@dataclass
class Shown:
    """What a channel's screens show now; torn where the board moved on while it was read: newer than its mark says."""

    mark: Mark
    pieces: Pieces
    is_torn: bool = False

    def is_news_to(self, revision: int) -> bool:
        """Tell whether a screen that shows this revision may have to be told all of it."""
        return self.is_torn or self.mark[1] != revision

    @cached_property
    def whole(self) -> tuple[bytes, bytes]:
        """The whole board as one message."""
        return packed(event("pieces", whole(self.pieces), self.mark[1]))


AGAIN: Final = packed(event("again", ""))
STILL_THERE: Final = packed(":\n\n")


@dataclass(eq=False)
class Watcher:
    """One open stream, in the event loop. `revision` is what its screen shows already."""

    channel: Channel
    revision: int
    is_packed: bool
    waiting: deque[bytes] = field(default_factory=deque)
    is_behind: bool = False
    is_over: bool = False
    moved: asyncio.Event = field(default_factory=asyncio.Event)

    def offer(self, message: tuple[bytes, bytes]) -> None:
        """Put a message in line, or note that this screen is too far behind."""
        if len(self.waiting) >= MOST_WAITING:
            self.waiting.clear()
            self.is_behind = True
        elif not self.is_behind:
            self.waiting.append(message[self.is_packed])
        self.moved.set()

    def end(self) -> None:
        """Tell the screen to load its page again, and end the stream."""
        self.is_over = True
        self.waiting.append(AGAIN[self.is_packed])
        self.moved.set()


class Broadcaster:
    """The thread that looks and renders, and the watchers it feeds."""

    def __init__(self, look: Look, render: Render) -> None:
        """Take how to read the marks of sessions, and how to render the pieces of channels."""
        self._look = look
        self._render = render
        self._ear = Ear(self.nudge)
        self._lock = threading.Lock()
        self._watchers: dict[Channel, set[Watcher]] = {}
        self._shown: dict[Channel, Shown] = {}
        self._nudged = threading.Event()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def nudge(self, _session_id: int = 0) -> None:
        """Look at once: something was changed, in this process or in another."""
        self._nudged.set()

    def listen_to_others(self) -> None:
        """Hear of changes in other processes as they happen; called when the server starts."""
        self._ear.open()

    def watch(self, watcher: Watcher) -> None:
        """Feed a stream from now on; called in the event loop. What its screen has missed comes first."""
        self._loop = asyncio.get_running_loop()
        with self._lock:
            self._watchers.setdefault(watcher.channel, set()).add(watcher)
            shown = self._shown.get(watcher.channel)
        if shown is None:
            self._start()
            self.nudge()
        elif shown.is_news_to(watcher.revision):
            watcher.offer(shown.whole)

    def leave(self, watcher: Watcher) -> None:
        """Forget a stream; called in the event loop."""
        with self._lock:
            left = self._watchers.get(watcher.channel, set())
            left.discard(watcher)
            if not left:
                self._watchers.pop(watcher.channel, None)
                self._shown.pop(watcher.channel, None)

    def latest(self, watcher: Watcher) -> bytes | None:
        """Give a screen that fell behind the whole board, once."""
        watcher.is_behind = False
        shown = self._shown.get(watcher.channel)
        return shown.whole[watcher.is_packed] if shown else None

    def _start(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="broadcaster", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        last_word = time.monotonic()
        while True:
            if not self._watchers:
                connection.close()
            pause = HEARING if self._ear.hears else PAUSE
            self._nudged.wait(pause if self._watchers else None)
            self._nudged.clear()
            try:
                self.look_once()
            except Exception:
                log.exception("the boards could not be read")
                connection.close()
            if time.monotonic() - last_word > QUIET:
                last_word = time.monotonic()
                self._tell(self._everybody)
            time.sleep(PAUSE)

    def look_once(self) -> None:
        """Read the marks of all watched sessions and send what changed; called in the thread."""
        with self._lock:
            channels = list(self._watchers)
        if not channels:
            return
        marks = self._marks(channels)
        stale = [channel for channel in channels if self._has_moved(channel, marks.get(channel.session_id))]
        rendered = self._render(stale) if stale else {}
        afterwards = self._marks(stale)
        for channel in stale:
            mark, pieces = marks.get(channel.session_id), rendered.get(channel)
            if mark is None or pieces is None:
                self._tell(self._end, channel)
            else:
                self._show(channel, Shown(mark, pieces, is_torn=mark != afterwards.get(channel.session_id)))

    def _marks(self, channels: list[Channel]) -> Mapping[int, Mark]:
        return self._look(sorted({channel.session_id for channel in channels})) if channels else {}

    def _has_moved(self, channel: Channel, mark: Mark | None) -> bool:
        shown = self._shown.get(channel)
        return shown is None or mark != shown.mark

    def _show(self, channel: Channel, fresh: Shown) -> None:
        before = self._shown.get(channel)
        with self._lock:
            if channel not in self._watchers:
                return
            self._shown[channel] = fresh
        if before is None:
            self._tell(self._first, channel, fresh)
        elif before.mark[0] != fresh.mark[0]:
            self._tell(self._end, channel)
        elif before.is_torn:
            self._tell(self._deliver, channel, fresh.whole)
        else:
            changed = difference(before.pieces, fresh.pieces)
            if changed:
                self._tell(self._deliver, channel, packed(event("pieces", changed, fresh.mark[1])))

    def _tell(self, what: Callable[..., None], *about: object) -> None:
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(what, *about)

    def _first(self, channel: Channel, shown: Shown) -> None:
        for watcher in self._of(channel):
            if shown.is_news_to(watcher.revision):
                watcher.offer(shown.whole)

    def _deliver(self, channel: Channel, message: tuple[bytes, bytes]) -> None:
        for watcher in self._of(channel):
            watcher.offer(message)

    def _end(self, channel: Channel) -> None:
        for watcher in self._of(channel):
            watcher.end()

    def _everybody(self) -> None:
        for channel in list(self._watchers):
            self._deliver(channel, STILL_THERE)

    def _of(self, channel: Channel) -> list[Watcher]:
        return list(self._watchers.get(channel, ()))
