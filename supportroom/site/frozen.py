"""Published bytes, served without Django: what is published never changes, so it is kept compressed and handed out.

An ASGI application for three kinds of address: an edition's page and files, the icon that its page names, and images
on pages and news. What it does not have (an edition whose files are on their way, a wrong address) it leaves to the
application behind.
"""

import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from supportroom.pages.places import IMAGES
from supportroom.site.places import file_behind
from supportroom.web.middleware import SAFE_HEADERS
from supportroom.web.page_style import policy_for

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

BESIDE = re.compile(r"/published/(icon\.svg|images/[0-9a-f]{32}\.(?:png|jpg))")
IN_ITSELF = {"Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'"}
TYPES = {
    ".html": b"text/html; charset=utf-8",
    ".svg": b"image/svg+xml",
    ".pdf": b"application/pdf",
    ".docx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".bib": b"application/x-bibtex; charset=utf-8",
    ".ris": b"application/x-research-info-systems; charset=utf-8",
    ".json": b"application/vnd.citationstyles.csl+json; charset=utf-8",
    ".png": b"image/png",
    ".jpg": b"image/jpeg",
}
ATTACHED = (".pdf", ".docx", ".bib", ".ris", ".json")
ENDINGS = ((b"br", ".br"), (b"gzip", ".gz"))
KEPT_BYTES = 16 * 1024 * 1024
Answer = tuple[bytes, list[tuple[bytes, bytes]]]


class Frozen:
    """The application: published files from `folder` first, everything else from `behind`."""

    def __init__(self, folder: Path, behind: Application) -> None:
        """Take the folder of published files and the application behind."""
        self.folder = folder
        self.behind = behind
        self._kept: OrderedDict[tuple[str, str], Answer] = OrderedDict()
        self._kept_bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the published files, or pass on."""
        answer = self._find(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        if answer is None:
            await self.behind(scope, receive, send)
            return
        body, headers = answer
        etag = headers[0][1]
        seen = dict(scope["headers"]).get(b"if-none-match") == etag
        if seen:
            headers = [(name, value) for name, value in headers if name != b"content-length"]
        await send({"type": "http.response.start", "status": 304 if seen else 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if seen or scope["method"] == "HEAD" else body})

    def _find(self, scope: Scope) -> Answer | None:
        accepted = dict(scope["headers"]).get(b"accept-encoding", b"")
        packing = next((ending for word, ending in ENDINGS if word in accepted), "")
        key = (scope["path"], packing)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        path = self._path(scope["path"])
        answer = _read(path, packing) if path else None
        if answer and path and path.parent.name != IMAGES:  # an image can be taken down: then it is gone at once
            self._keep(key, answer)
        return answer

    def _path(self, address: str) -> Path | None:
        if place := file_behind(address):
            return self.folder / place
        match = BESIDE.fullmatch(address)
        return self.folder / match[1] if match else None

    def _keep(self, key: tuple[str, str], answer: Answer) -> None:
        self._kept[key] = answer
        self._kept_bytes += len(answer[0])
        while self._kept_bytes > KEPT_BYTES:
            _key, (body, _headers) = self._kept.popitem(last=False)
            self._kept_bytes -= len(body)


def _read(path: Path, packing: str) -> Answer | None:
    packed = path.with_name(path.name + packing) if packing and path.suffix == ".html" else path
    try:
        body = packed.read_bytes()
    except OSError:
        return None
    stamp = packed.stat()
    headers = [
        (b"etag", f'"{stamp.st_size:x}-{stamp.st_mtime_ns:x}"'.encode()),
        (b"content-type", TYPES[path.suffix]),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"public, max-age=86400"),
        (b"vary", b"accept-encoding"),
        *((name.lower().encode(), value.encode()) for name, value in (SAFE_HEADERS | _policy(path)).items()),
    ]
    if packed != path:
        headers.append((b"content-encoding", packing[1:].replace("gz", "gzip").encode()))
    if path.suffix in ATTACHED:
        headers.append((b"content-disposition", f'attachment; filename="{path.name}"'.encode()))
    return body, headers


def _policy(path: Path) -> dict[str, str]:
    """Give the policy of a page, which names the style that it carries by its digest; a picture may do nothing."""
    if path.suffix == ".html":
        return {"Content-Security-Policy": policy_for(path.read_text("utf-8"))}
    return IN_ITSELF if path.suffix in (".png", ".jpg") else {}
