"""Pages as a visitor gets them, asked of Django itself: no server, no cookie, no network."""

import io
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest

PUBLISHED: Final = "/published/"
NAME: Final = re.compile(r'filename="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """What stands at an address: its bytes, its type; `name`: of a file to take along; `leads_to`: another address."""

    status: int
    content: bytes = b""
    kind: str = ""
    name: str = ""
    leads_to: str = ""

    @property
    def is_page(self) -> bool:
        """Tell whether it is a page."""
        return self.kind.startswith("text/html")


@cache
def _pages() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def ask(address: str) -> Answer:
    """Ask for what stands at an address of the site."""
    if address.startswith(settings.STATIC_URL):
        return _file(_static(address.removeprefix(settings.STATIC_URL)))
    if address.startswith(PUBLISHED):
        return _file(Path(settings.PUBLISHED_DIR) / address.removeprefix(PUBLISHED))
    response = _pages().get_response(WSGIRequest(_environ(address)))
    content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    if response.streaming and (file := getattr(response, "file_to_stream", None)):
        file.close()  # not the response: that ends a request, and with it the connection that is being read from
    disposition = response.headers.get("Content-Disposition", "")
    return Answer(
        status=response.status_code,
        content=content,
        kind=response.headers.get("Content-Type", ""),
        name=_plain_name(disposition),
        leads_to=response.headers.get("Location", ""),
    )


def _plain_name(disposition: str) -> str:
    """Give the name of a download in letters that every file system takes."""
    found = NAME.search(disposition)
    return re.sub(r"[^A-Za-z0-9._-]+", "-", found[1]).strip(".-")[-80:] if found else ""


def _static(name: str) -> Path:
    gathered = Path(settings.STATIC_ROOT) / name
    found = None if gathered.is_file() else finders.find(name)
    return Path(found) if isinstance(found, str) else gathered


def _file(path: Path) -> Answer:
    try:
        return Answer(200, path.read_bytes())
    except OSError:
        return Answer(404)


def _environ(address: str) -> dict[str, Any]:
    path, _mark, query = address.partition("?")
    host = settings.ROOM_ADDRESS.rpartition("//")[2] or "localhost"
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "SERVER_NAME": host.partition(":")[0],
        "SERVER_PORT": "443" if settings.IS_SECURE else "80",
        "HTTP_HOST": host,
        "wsgi.url_scheme": "https" if settings.IS_SECURE else "http",
        "wsgi.input": io.BytesIO(b""),
    }
