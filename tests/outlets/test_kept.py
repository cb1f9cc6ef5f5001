"""Public pages as ready bytes: made once after each change, never somebody's own."""

import asyncio
import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.conf import LazySettings
from django.test import Client

from supportroom.outlets import kept
from supportroom.outlets.keeping import KEPT, SAYS_SO
from supportroom.outlets.kept import LONGEST_AGE, Kept
from supportroom.people.models import Person
from supportroom.room.models import Room
from supportroom.search import changes

PAGE = b"<!doctype html><title>x</title>" * 40
PUBLIC = [(b"content-type", b"text/html"), (b"cache-control", b"public, no-cache"), (b"vary", b"Cookie")]


class Behind:
    """Pages behind that count how often they are asked."""

    def __init__(self, headers: list[tuple[bytes, bytes]] = PUBLIC, status: int = 200, body: bytes = PAGE) -> None:
        self.headers, self.status, self.body, self.asked = headers, status, body, 0
        self.got: list[dict[bytes, bytes]] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += 1
        self.got.append(dict(scope["headers"]))
        await asyncio.sleep(0.01)
        await send({"type": "http.response.start", "status": self.status, "headers": list(self.headers)})
        await send({"type": "http.response.body", "body": self.body})


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: LazySettings) -> None:
    settings.VAR_DIR = tmp_path
    changes.touch()


Answer = tuple[int, dict[bytes, bytes], bytes]


async def asked(
    pages: Kept, path: str = "/en/register/", method: str = "GET", query: str = "", **headers: str
) -> Answer:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    pairs = [
        (b"host", b"room"),
        *((name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()),
    ]
    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": pairs}
    await pages(scope, receive, send)
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


def ask(pages: Kept, *args: str, **headers: str) -> Answer:
    return asyncio.run(asked(pages, *args, **headers))


def test_a_public_page_is_made_once_and_handed_out_in_the_packing_that_is_asked_for() -> None:
    behind = Behind()
    pages = Kept(behind)
    assert ask(pages)[2] == PAGE
    status, headers, body = ask(pages, accept_encoding="gzip, br")
    assert (status, headers[b"content-encoding"], brotli.decompress(body)) == (200, b"br", PAGE)
    assert gzip.decompress(ask(pages, accept_encoding="gzip")[2]) == PAGE
    assert headers[b"content-length"] == str(len(body)).encode()
    assert ask(pages, method="HEAD")[2] == b""
    assert behind.asked == 1
    etag = headers[b"etag"].decode()
    assert ask(pages, accept_encoding="br", if_none_match=f'"other", {etag}')[0] == 304
    assert ask(pages, if_none_match=etag)[0] == 200, "another packing is another answer"
    assert behind.asked == 1


def test_what_comes_packed_from_behind_is_unpacked_first() -> None:
    packed = Behind([*PUBLIC, (b"content-encoding", b"gzip")], body=gzip.compress(PAGE))
    pages = Kept(packed)
    assert ask(pages, accept_encoding="gzip")[0] == 200
    assert ask(pages)[2] == PAGE


def test_a_change_in_any_process_a_minute_and_another_address_make_it_anew() -> None:
    behind, moments = Behind(), [0.0]
    pages = Kept(behind, lambda: moments[0])
    for expected in (1, 1):
        ask(pages)
        assert behind.asked == expected
    changes.touch()
    ask(pages)
    assert behind.asked == 2
    moments[0] = LONGEST_AGE + 1
    ask(pages)
    assert behind.asked == 3
    ask(pages, query="page=2")
    ask(pages, path="/ar/register/")
    ask(pages, x_forwarded_proto="https")
    assert behind.asked == 6
    ask(pages, path="/api/v1/reports/", accept_language="ar")
    ask(pages, path="/api/v1/reports/", accept_language="en")
    assert behind.asked == 8


def test_a_change_while_a_page_is_made_makes_it_old_at_once() -> None:
    class Changing(Behind):
        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            await super().__call__(scope, receive, send)
            changes.touch()

    behind = Changing()
    pages = Kept(behind)
    ask(pages)
    ask(pages)
    assert behind.asked == 2


def test_who_is_signed_in_is_never_kept_and_never_handed_what_is() -> None:
    behind = Behind()
    pages = Kept(behind)
    for headers in ({"cookie": "session=abc"}, {"cookie": "a=b; session=abc"}, {"cookie": "messages=x"},
                    {"authorization": "Basic x"}):  # fmt: skip
        ask(pages, **headers)
    assert behind.asked == 4
    ask(pages)
    ask(pages, cookie="csrf=abc")
    assert behind.asked == 5, "a cookie that says nobody's name is handed what is kept"
    ask(pages, cookie="session=abc")
    assert behind.asked == 6
    assert Kept(Behind())._kept == {}


def test_what_was_asked_for_with_a_cookie_is_not_kept() -> None:
    behind = Behind()
    pages = Kept(behind)
    ask(pages, cookie="known=abc")
    assert not pages._kept
    ask(pages, cookie="known=abc")
    assert behind.asked == 2


@pytest.mark.parametrize(
    "behind",
    [
        Behind([(b"content-type", b"text/html")]),
        Behind([(b"cache-control", b"private, no-cache")]),
        Behind([*PUBLIC, (b"set-cookie", b"csrf=x")]),
        Behind(status=404),
        Behind(status=302),
    ],
    ids=["silent", "private", "with a cookie", "absent", "elsewhere"],
)
def test_what_does_not_say_that_it_may_be_kept_is_not(behind: Behind) -> None:
    pages = Kept(behind)
    first = ask(pages)
    assert first == ask(pages)
    assert behind.asked == 2
    assert not pages._kept


def test_what_is_posted_and_long_questions_are_passed_on() -> None:
    behind = Behind()
    pages = Kept(behind)
    ask(pages, method="POST")
    ask(pages, query="q=" + "x" * 300)
    assert not pages._kept


def test_a_crowd_after_a_change_asks_once() -> None:
    behind = Behind()
    pages = Kept(behind)

    async def crowd() -> list[Answer]:
        return await asyncio.gather(*(asked(pages, if_none_match='"old"') for _each in range(20)))

    assert {answer[2] for answer in asyncio.run(crowd())} == {PAGE}
    assert behind.asked == 1
    assert b"if-none-match" not in behind.got[0], "what is kept is the whole answer"


def test_a_page_that_breaks_breaks_for_its_reader_alone() -> None:
    class Breaking(Behind):
        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            self.asked += 1
            raise RuntimeError("broken")

    pages = Kept(Breaking())
    for _each in range(2):
        with pytest.raises(RuntimeError):
            ask(pages)
    assert not pages._being_made


def test_memory_is_bounded_and_what_was_asked_for_last_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = Kept(Behind())
    ask(pages, query="page=0")
    size = pages._size
    monkeypatch.setattr(kept, "MOST_BYTES", size * 3)
    for number in (1, 2, 0, 3):
        ask(pages, query=f"page={number}")
    assert {key[1] for key in pages._kept} == {b"page=2", b"page=0", b"page=3"}
    assert pages._size == size * 3


def test_every_page_that_is_kept_is_a_public_one_without_a_secret_in_its_address() -> None:
    from tests.architecture.addresses import routes
    from tests.architecture.test_addresses import BY_SECRET, PUBLIC

    names = {route.name for route in routes()}
    assert names >= KEPT
    assert PUBLIC >= KEPT
    assert {"interface:thing"} >= KEPT & BY_SECRET, "its part is a public short name"
    assert not {route.name for route in routes() if "token" in route.parts} & KEPT


@pytest.mark.django_db
def test_what_is_made_for_somebody_or_says_what_they_look_for_does_not_say_that_it_may_be_kept(
    room: Room, member: Person, client: Client, sign_in: Callable[[Person], Client]
) -> None:
    assert client.get("/en/")["Cache-Control"] == SAYS_SO
    assert "no-store" in sign_in(member).get("/en/")["Cache-Control"]
    for address in ("/en/register/?words=women", "/en/search/?q=women", "/en/sign-in/", "/en/nowhere/"):
        assert client.get(address)["Cache-Control"] != SAYS_SO, address
    client.cookies["session"] = "long-over-and-done-with"
    assert client.get("/en/")["Cache-Control"] != SAYS_SO
