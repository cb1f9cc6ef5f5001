"""Style sheets, scripts and icons as bytes, before Django is asked: read once, kept in memory, compressed beforehand.

What `collectstatic` gathered carries a digest in its name and never changes. In test mode nothing is gathered, and
files are read from where they lie.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.staticfiles import finders

from supportroom.config.bridge import Application, Receive, Scope, Send
from supportroom.web.middleware import SAFE_HEADERS

TYPES: Final = {
    ".css": b"text/css; charset=utf-8",
    ".js": b"text/javascript; charset=utf-8",
    ".svg": b"image/svg+xml",
    ".png": b"image/png",
    ".ico": b"image/x-icon",
    ".ttf": b"font/ttf",
    ".woff2": b"font/woff2",
    ".txt": b"text/plain; charset=utf-8",
    ".json": b"application/json",
}
NAME: Final = re.compile(r"(?:[\w-][\w.-]*/)*[\w-][\w.-]*")
DIGEST: Final = re.compile(r"\.[0-9a-f]{12}\.[a-z0-9]+$")
PACKED: Final = ((b"br", ".br"), (b"gzip", ".gz"))
FOREVER: Final = b"public, max-age=31536000, immutable"
OUR_HEADERS: Final = [(name.lower().encode(), value.encode()) for name, value in SAFE_HEADERS.items()]
Headers = list[tuple[bytes, bytes]]
Find = Callable[[str], str | None]


class Statics:
    """An ASGI application that answers addresses under `/static/`, and 404 for what it does not have."""

    def __init__(self, find: Find, *, is_changing: bool) -> None:
        """Take how a file is found by its name, and whether it may change while the server runs."""
        self.find = find
        self.is_changing = is_changing
        self._kept: dict[tuple[str, bytes], tuple[Headers, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the file, packed if the reader takes that."""
        asked = dict(scope["headers"])
        is_read = scope["method"] in ("GET", "HEAD")
        answer = self._answer(scope["path"], asked.get(b"accept-encoding", b"")) if is_read else None
        headers, content = answer or ([(b"content-length", b"0"), *OUR_HEADERS], b"")
        is_known = answer is not None and asked.get(b"if-none-match") == dict(headers)[b"etag"]
        status = 304 if is_known else 200 if answer else 404
        if is_known:
            headers = [(name, value) for name, value in headers if name != b"content-length"]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if is_known or scope["method"] == "HEAD" else content})

    def _answer(self, address: str, accepted: bytes) -> tuple[Headers, bytes] | None:
        word = next((word for word, _ending in PACKED if word in accepted), b"")
        if (address, word) in self._kept:
            return self._kept[address, word]
        name = address.removeprefix(settings.STATIC_URL)
        path = self.find(name) if NAME.fullmatch(name) and ".." not in name else None
        if path is None:
            return None
        answer = _read(Path(path), word)
        if not self.is_changing:
            self._kept[address, word] = answer
        return answer


def _read(path: Path, word: bytes) -> tuple[Headers, bytes]:
    packed = path.with_name(path.name + dict(PACKED).get(word, ""))
    is_packed = bool(word) and packed.is_file()
    source = packed if is_packed else path
    content, stamp = source.read_bytes(), source.stat()
    headers = [
        (b"content-type", TYPES.get(path.suffix, b"application/octet-stream")),
        (b"content-length", str(len(content)).encode()),
        (b"etag", f'"{stamp.st_size:x}-{stamp.st_mtime_ns:x}"'.encode()),
        (b"cache-control", FOREVER if DIGEST.search(path.name) else b"no-cache"),
        (b"vary", b"accept-encoding"),
        *OUR_HEADERS,
    ]
    return [*headers, (b"content-encoding", word)] if is_packed else headers, content


def gathered(name: str) -> str | None:
    """Find a file that `collectstatic` gathered."""
    path = Path(settings.STATIC_ROOT) / name
    return str(path) if path.is_file() else None


def lying(name: str) -> str | None:
    """Find a file where it lies."""
    found = finders.find(name)
    return found if isinstance(found, str) else None


def statics() -> Application:
    """Give the application that this mode needs."""
    if settings.MODE == "test":
        return Statics(lying, is_changing=True)
    return Statics(gathered, is_changing=False)
