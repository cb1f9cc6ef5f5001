"""How much is taken where, and from whom: at the server's door, and by the form."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from supportroom.config.bridge import MOST_BYTES, MOST_BYTES_OF_FILES, Pages
from supportroom.files.uploads import takes_files_at
from supportroom.kernel.ids import random_id, spell

SOURCE = f"/ar/sources/{spell(random_id())}/"
ROOMY = f"{SOURCE}file/attach/"
COOKIE = (b"cookie", b"session=x")


def read_by(path: str, size: int, *headers: tuple[bytes, bytes]) -> tuple[int, bytes]:
    """Send a body of this size; give how much of it the pages could read, and of what kind it was said to be."""
    seen: list[tuple[int, bytes]] = []

    def looks(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        seen.append((len(environ["wsgi.input"].read()), environ["CONTENT_TYPE"].encode()))
        start("200 OK", [])
        return []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"x" * size}

    async def send(message: Any) -> None:
        assert message["type"].startswith("http.response")

    length = (b"content-length", str(size).encode())
    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "http_version": "1.1",
             "headers": [(b"content-type", b"multipart/form-data"), length, *headers]}  # fmt: skip
    asyncio.run(Pages(looks, threads=1)(scope, receive, send))
    return seen[0]


@pytest.mark.parametrize(
    ("path", "takes"),
    [(ROOMY, True), (ROOMY.replace("/ar/", "/en/"), True), (SOURCE, False), ("/ar/", False), ("/nowhere/", False),
     (ROOMY.replace("/ar/", "/xx/"), False), ("", False)],
)  # fmt: skip
def test_an_address_takes_files_by_its_view(path: str, takes: bool) -> None:  # noqa: FBT001
    assert takes_files_at(path) is takes


def test_s30_twenty_megabytes_pass_the_door_where_files_are_taken_and_nowhere_else() -> None:
    size = MOST_BYTES + 1000
    assert read_by(ROOMY, size, COOKIE) == (size, b"multipart/form-data")
    assert read_by(SOURCE, size, COOKIE)[0] == 0
    assert read_by(ROOMY, size)[0] == 0
    assert read_by(ROOMY, MOST_BYTES_OF_FILES + 1, COOKIE)[0] == 0
