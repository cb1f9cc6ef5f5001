"""From the server's asynchronous side to Django's pages, which are plain functions in a few lasting threads.

A request is read whole before a thread takes it up, and an answer is sent after the thread is free again: somebody on a
slow line holds memory, never one of the few threads that everybody shares.
"""

import asyncio
import contextvars
import io
import sys
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from supportroom.files.uploads import takes_files_at

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Environ = dict[str, Any]
Wsgi = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
Answer = tuple[int, list[tuple[bytes, bytes]], bytes]

# More than any form takes, and than any that takes files: Django says in the reader's language what is too much.
MOST_BYTES: Final = 16 * 1024 * 1024
MOST_BYTES_OF_FILES: Final = 24 * 1024 * 1024
_BARE: Final = {"content-length": "CONTENT_LENGTH", "content-type": "CONTENT_TYPE"}


class Pages:
    """An ASGI application around a WSGI one, which runs in `threads` threads that live as long as the server."""

    def __init__(self, pages: Wsgi, *, threads: int) -> None:
        """Take the WSGI application and how many requests it may answer at a time."""
        self.pages = pages
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="page")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await _live_and_die(scope, receive, send)
            return
        most = _most_bytes(scope)
        body = await _read(receive, most)
        if body is None:
            return
        is_too_much = len(body) > most
        environ = _environ(scope, b"") | _too_much(len(body)) if is_too_much else _environ(scope, body)
        ask = contextvars.copy_context().run
        loop = asyncio.get_running_loop()
        status, headers, content = await loop.run_in_executor(self.threads, ask, self._ask, environ)
        headers += [(b"connection", b"close")] if is_too_much else []
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    def _ask(self, environ: Environ) -> Answer:
        """Let the pages answer, in a thread: status, headers, and the whole content."""
        said: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], None]:
            said[:] = [status, headers]
            return lambda _chunk: None

        answer = self.pages(environ, start)
        try:
            content = b"".join(answer)
        finally:
            getattr(answer, "close", lambda: None)()
        status, headers = said
        lower = [(name.lower().encode("latin1"), value.encode("latin1")) for name, value in headers]
        return int(status[:3]), lower, content


async def _live_and_die(scope: Scope, receive: Receive, send: Send) -> None:
    """Follow the server's start and end; there is nothing to prepare."""
    while scope["type"] == "lifespan":
        word = (await receive())["type"]
        await send({"type": f"{word}.complete"})
        if word == "lifespan.shutdown":
            return
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1000})


def _most_bytes(scope: Scope) -> int:
    """Give how much of a request is read: more where somebody who has a session says that they bring a file."""
    headers = dict(scope["headers"])
    length = headers.get(b"content-length", b"")
    is_long = length.isdigit() and int(length) > MOST_BYTES
    return MOST_BYTES_OF_FILES if is_long and b"cookie" in headers and takes_files_at(scope["path"]) else MOST_BYTES


async def _read(receive: Receive, most: int) -> bytes | None:
    """Give the request's body, a little more than `most` if it is longer, or None if the sender went away."""
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if not message.get("more_body") or size > most:
            return b"".join(parts)


def _too_much(size: int) -> Environ:
    """Give what lets Django refuse a request by its length, on a page, without reading it."""
    return {"CONTENT_LENGTH": str(size), "CONTENT_TYPE": "application/x-www-form-urlencoded"}


def _environ(scope: Scope, body: bytes) -> Environ:
    """Write the request as PEP 3333 wants it. The sender's address is left out: pages have no use for it (S41)."""
    server = scope.get("server") or ("localhost", None)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": scope.get("root_path", "").encode().decode("latin1"),
        "PATH_INFO": scope["path"].encode().decode("latin1"),
        "QUERY_STRING": scope["query_string"].decode("latin1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 0),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for raw, value in scope["headers"]:
        name = raw.decode("latin1")
        if "_" in name:
            continue  # it would pass for the same name with a dash, which a proxy may vouch for
        key = _BARE.get(name) or "HTTP_" + name.upper().replace("-", "_")
        shown, joint = value.decode("latin1"), "; " if name == "cookie" else ","
        environ[key] = f"{environ[key]}{joint}{shown}" if key in environ else shown
    environ["CONTENT_LENGTH"] = str(len(body))
    return environ
