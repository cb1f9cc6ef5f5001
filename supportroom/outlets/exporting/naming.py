"""Which file holds what stands at an address, and how one file leads to another. Pure."""

import posixpath
import re
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

PAGE: Final = "index.html"
_PLAIN: Final = re.compile(r"[^A-Za-z0-9-]+")
# What a list may be asked for in the copy: its pages, and one thing more (whose news, one addressee).
_PAGING: Final = "page"


def plain(address: str) -> str | None:
    """Give an address of the site as the copy knows it: without its fragment and empty questions.

    None for what leads elsewhere, and for lists asked for in ways that would never end.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return None
    asked = sorted({(name, value) for name, value in parse_qsl(parts.query) if (name, value) != (_PAGING, "1")})
    if len([name for name, _value in asked if name != _PAGING]) > 1 or len({name for name, _v in asked}) < len(asked):
        return None
    return parts.path + (f"?{urlencode(asked)}" if asked else "")


def file_of(address: str, name: str = "") -> str:
    """Give the file for a plain address; `name` is that of a file to take along where the address has none."""
    path, _mark, query = address.partition("?")
    folder = path.strip("/")
    if not path.endswith("/"):
        return folder
    if query:
        name = f"{_PLAIN.sub('-', query)}-{name}" if name not in ("", PAGE) else f"{_PLAIN.sub('-', query)}.html"
    return posixpath.join(folder, name or PAGE)


def way(here: str, there: str, fragment: str = "") -> str:
    """Give the relative link from one file to another."""
    leads = posixpath.relpath(there, posixpath.dirname(here) or ".")
    return f"{leads}#{fragment}" if fragment else leads
