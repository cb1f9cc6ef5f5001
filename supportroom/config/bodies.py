"""What is sent with requests, as far as it is held: counted for the whole process, since memory is what runs out (S39).

Nobody has to be signed in to send something. What is more than a form takes, or finds no room, is let go by without
being kept, up to what a proxy lets pass: whoever has sent it can then read why it was refused.
"""

import io
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, Final

MOST_HELD: Final = 256 * 1024 * 1024  # of the 1 GB that the unit allows
ALWAYS_HELD: Final = 64 * 1024  # what most forms send: somebody who sends files slowly shuts nobody out from writing
MOST_LET_BY: Final = 24 * 1024 * 1024
TOO_MUCH, NO_ROOM = 413, 503


class Bodies:
    """What a process holds of all requests together; used by its event loop alone."""

    def __init__(self, most: int = MOST_HELD, always: int = ALWAYS_HELD) -> None:
        """Take how many bytes may be held, and how many of one request are held in any case."""
        self.most, self.always, self.held = most, always, 0

    @contextmanager
    def one(self, most: int, announced: int) -> Iterator["Body"]:
        """Give the body of one request, which may have `most` bytes and has `announced`; it is freed at the end."""
        body = Body(self, most, announced)
        try:
            yield body
        finally:
            body.free()


class Body:
    """What arrived of one request. `size` counts what went by as well; `refused` is 0 or the status that says why."""

    def __init__(self, among: Bodies, most: int, announced: int) -> None:
        """Refuse at once what is announced as too much."""
        self.content, self.size, self.refused = io.BytesIO(), 0, 0
        self._among, self._most, self._held = among, most, 0
        self._weigh(announced)

    async def arrives(self, receive: Callable[[], Awaitable[MutableMapping[str, Any]]]) -> bool:
        """Read it to its end; False if the sender went away."""
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return False
            self._take(message.get("body", b""))
            if not message.get("more_body") or (self.refused and self.size > MOST_LET_BY):
                self.content.seek(0)
                return True

    def free(self) -> None:
        """Keep nothing of it any longer."""
        self._among.held -= self._held
        self.content.close()  # its memory is free at once, whoever still knows of it
        self._held, self.content = 0, io.BytesIO()

    def _take(self, piece: bytes) -> None:
        self.size += len(piece)
        self._weigh(self.size)
        if not self.refused:
            self.content.write(piece)
            self._held += len(piece)
            self._among.held += len(piece)

    def _weigh(self, size: int) -> None:
        """Refuse it if it were too much at this size, and keep nothing of it."""
        if self.refused:
            return
        if size > self._most:
            self.refused = TOO_MUCH
        elif size > self._among.always and self._among.held - self._held + size > self._among.most:
            self.refused = NO_ROOM
        if self.refused:
            self.free()
