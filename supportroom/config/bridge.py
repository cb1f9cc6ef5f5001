"""From the server's asynchronous side to Django's pages, which are plain functions in a few lasting threads.

A request is read whole before a thread takes it up, and an answer is sent after the thread is free again: somebody on a
slow line holds memory, never one of the few threads that everybody shares.
"""

import asyncio
import contextvars
import io
import re
import sys
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from django.conf import settings
from django.utils.translation import override

from supportroom.config.bodies import NO_ROOM, TOO_MUCH, Bodies, Body
from supportroom.files.uploads import takes_files_at
from supportroom.web.middleware import SAFE_HEADERS
from supportroom.web.vocabulary import ERROR_PAGES

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
AGAIN_AFTER: Final = "10"  # seconds, until some of those who are sending have ended
_BARE: Final = {"content-length": "CONTENT_LENGTH", "content-type": "CONTENT_TYPE"}


class Pages:
    """An ASGI application around a WSGI one, which runs in `threads` threads that live as long as the server."""

    def __init__(self, pages: Wsgi, *, threads: int) -> None:
        """Take the WSGI application and how many requests it may answer at a time."""
        self.pages = pages
        self.bodies = Bodies()
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="page")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await _live_and_die(scope, receive, send)
            return
        length = _announced(scope)
        with self.bodies.one(_most_bytes(scope, length), length) as body:
            answer = await self._answer(scope, body) if await body.arrives(receive) else None
        if answer is None:
            return
        status, headers, content = answer
        headers += [(b"connection", b"close")] if body.refused else []
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    async def _answer(self, scope: Scope, body: Body) -> Answer:
        """Give the pages' answer; of what was too much they learn the length alone."""
        if body.refused == NO_ROOM:
            return _no_room(scope["path"])
        environ = _environ(scope, body.content, body.size)
        if body.refused == TOO_MUCH:
            environ |= _too_much(max(body.size, _announced(scope)))
        ask = contextvars.copy_context().run
        return await asyncio.get_running_loop().run_in_executor(self.threads, ask, self._ask, environ)

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


def _announced(scope: Scope) -> int:
    """Give how long a request says that it is; 0 where it does not say."""
    length = dict(scope["headers"]).get(b"content-length", b"")
    return int(length) if re.fullmatch(rb"[0-9]{1,18}", length) else 0


def _most_bytes(scope: Scope, length: int) -> int:
    """Give how much of a request is read: more where somebody who has a session says that they bring a file."""
    has_cookie = any(name == b"cookie" for name, _value in scope["headers"])
    brings_a_file = length > MOST_BYTES and has_cookie and takes_files_at(scope["path"])
    return MOST_BYTES_OF_FILES if brings_a_file else MOST_BYTES


def _no_room(path: str) -> Answer:
    """Say in the reader's language, without asking the pages, that the process holds as much as it can."""
    language = path[1:].partition("/")[0]
    with override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        title, sentence = ERROR_PAGES[NO_ROOM]
        content = f"{title}\n\n{sentence}\n".encode()
    headers = {**SAFE_HEADERS, "Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(content))}
    headers |= {"Cache-Control": "no-store", "Retry-After": AGAIN_AFTER}
    return NO_ROOM, [(name.lower().encode(), value.encode()) for name, value in headers.items()], content


def _too_much(size: int) -> Environ:
    """Give what lets Django refuse a request by its length, on a page, without reading it."""
    return {"CONTENT_LENGTH": str(size), "CONTENT_TYPE": "application/x-www-form-urlencoded"}


def _environ(scope: Scope, body: io.BytesIO, size: int) -> Environ:
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
        "wsgi.input": body,
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
    environ["CONTENT_LENGTH"] = str(size)
    return environ
