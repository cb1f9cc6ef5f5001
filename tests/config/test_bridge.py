"""The way from the asynchronous server to the pages."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from supportroom.config.bodies import ALWAYS_HELD, MOST_LET_BY, Bodies
from supportroom.config.bridge import MOST_BYTES, Pages


def asked(pages: Any, *parts: bytes, headers: list[tuple[bytes, bytes]] | None = None) -> list[dict[str, Any]]:
    """Send a request whose body comes in parts; give what was answered."""
    messages = [
        {"type": "http.request", "body": part, "more_body": number < len(parts)}
        for number, part in enumerate(parts, start=1)
    ] or [{"type": "http.disconnect"}]
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return messages.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(Pages(pages, threads=1)(scope_of(*(headers or [])), receive, send))
    return sent


def scope_of(*headers: tuple[bytes, bytes]) -> dict[str, Any]:
    return {
        "type": "http", "method": "POST", "path": "/ar/نقطة/", "query_string": b"a=1", "http_version": "1.1",
        "headers": list(headers), "server": ("127.0.0.1", 8000), "client": ("192.0.2.7", 1), "scheme": "http",
    }  # fmt: skip


def page(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    start("201 Created", [("X-Thing", "1"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")])
    return [environ["PATH_INFO"].encode("latin1"), b"|", environ["wsgi.input"].read()]


def test_a_request_arrives_whole_and_its_answer_leaves_whole() -> None:
    start, body = asked(page, b"one ", b"two")
    assert start["status"] == 201
    assert start["headers"] == [(b"x-thing", b"1"), (b"set-cookie", b"a=1"), (b"set-cookie", b"b=2")]
    assert body["body"].decode() == "/ar/نقطة/|one two"


def test_pages_never_learn_the_senders_address() -> None:
    seen: dict[str, Any] = {}

    def looks(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        seen.update(environ)
        start("200 OK", [])
        return [b""]

    asked(looks, b"")
    assert "192.0.2.7" not in str(seen)


def test_a_header_with_an_underscore_cannot_pass_for_one_that_a_proxy_vouches_for() -> None:
    seen: dict[str, Any] = {}

    def looks(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        seen.update(environ)
        start("200 OK", [])
        return [b""]

    asked(looks, b"", headers=[(b"x_forwarded_proto", b"https"), (b"cookie", b"a=1"), (b"cookie", b"b=2")])
    assert "HTTP_X_FORWARDED_PROTO" not in seen
    assert seen["HTTP_COOKIE"] == "a=1; b=2"


def test_somebody_who_goes_away_is_not_answered() -> None:
    assert asked(page) == []


def test_of_more_than_any_form_takes_pages_learn_the_length_alone_and_say_so_themselves() -> None:
    seen: dict[str, Any] = {}

    def looks(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        seen.update(environ, read=environ["wsgi.input"].read())
        return page(environ, start)

    start, _body = asked(looks, b"a" * MOST_BYTES, b"a", headers=[(b"content-type", b"multipart/form-data")])
    assert (seen["read"], seen["CONTENT_LENGTH"]) == (b"", str(MOST_BYTES + 1))
    assert seen["CONTENT_TYPE"] == "application/x-www-form-urlencoded"
    assert (b"connection", b"close") in start["headers"]


def test_what_is_announced_as_too_much_goes_by_unkept_and_who_sent_it_reads_why() -> None:
    seen: dict[str, Any] = {}
    most_held: list[int] = []
    bodies, piece, length = Bodies(), b"a" * (MOST_BYTES // 4), str(10 * MOST_LET_BY)

    async def receive() -> dict[str, Any]:
        most_held.append(bodies.held)
        return {"type": "http.request", "body": piece, "more_body": True}

    async def send(message: Any) -> None:
        seen[message["type"]] = message

    def looks(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        seen.update(environ, read=environ["wsgi.input"].read())
        return page(environ, start)

    pages = Pages(looks, threads=1)
    pages.bodies = bodies
    asyncio.run(pages(scope_of((b"content-length", length.encode())), receive, send))
    assert (seen["read"], seen["CONTENT_LENGTH"]) == (b"", length)
    assert set(most_held) == {0}
    assert len(most_held) == MOST_LET_BY // len(piece) + 1, "no more of it is taken than a proxy lets pass"
    assert seen["http.response.start"]["status"] == 201


class Sender:
    """Somebody who sends piece by piece, when the test says so."""

    def __init__(self) -> None:
        self.messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.sent: list[dict[str, Any]] = []

    def says(self, body: bytes, *, more: bool = True) -> None:
        self.messages.put_nowait({"type": "http.request", "body": body, "more_body": more})

    def goes(self) -> None:
        self.messages.put_nowait({"type": "http.disconnect"})

    async def send(self, message: Any) -> None:
        self.sent.append(message)

    def asks(self, pages: Pages, *headers: tuple[bytes, bytes]) -> asyncio.Task[None]:
        return asyncio.create_task(pages(scope_of(*headers), self.messages.get, self.send))


async def until(bodies: Bodies, held: int) -> None:
    for _turn in range(1000):
        if bodies.held == held:
            return
        await asyncio.sleep(0)
    raise AssertionError(bodies.held)


def test_what_all_requests_hold_together_has_an_end_and_is_free_again_with_each() -> None:
    async def lived() -> None:
        pages = Pages(page, threads=1)
        pages.bodies = bodies = Bodies(most=100, always=0)
        slow, gone, late, announced, ended, bare = (Sender() for _each in range(6))
        tasks = [slow.asks(pages), gone.asks(pages)]
        slow.says(b"s" * 60)
        gone.says(b"g" * 30)
        await until(bodies, 90)
        announced.says(b"", more=False)
        await announced.asks(pages, (b"content-length", b"11"))
        late.says(b"l" * 10)
        late.says(b"l", more=False)
        await late.asks(pages)
        for refused in (announced, late):
            start, body = refused.sent
            assert start["status"] == 503
            assert {(b"retry-after", b"10"), (b"connection", b"close")} <= set(start["headers"])
            assert "الغرفة" in body["body"].decode(), "in the language of the address"
        bare.says(b"", more=False)
        await bare.asks(pages)
        assert bare.sent[0]["status"] == 201, "what sends nothing needs no room"
        gone.goes()
        await until(bodies, 60)
        ended.says(b"e" * 40, more=False)
        await ended.asks(pages)
        assert ended.sent[0]["status"] == 201
        assert bodies.held == 60
        slow.says(b"s", more=False)
        await asyncio.gather(*tasks)
        assert slow.sent[1]["body"].endswith(b"s" * 61)
        assert (gone.sent, bodies.held) == ([], 0)

    asyncio.run(lived())


def test_a_form_of_usual_size_finds_room_while_others_send_files_slowly() -> None:
    async def lived() -> None:
        pages = Pages(page, threads=1)
        pages.bodies = Bodies(most=0)
        form, file = Sender(), Sender()
        form.says(b"f" * ALWAYS_HELD, more=False)
        await form.asks(pages)
        file.says(b"f" * (ALWAYS_HELD + 1), more=False)
        await file.asks(pages)
        assert [each.sent[0]["status"] for each in (form, file)] == [201, 503]

    asyncio.run(lived())


def test_what_a_request_held_is_free_when_its_page_breaks_or_its_task_ends() -> None:
    def breaks(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        raise RuntimeError("broken")

    async def lived() -> None:
        pages, one, other = Pages(breaks, threads=1), Sender(), Sender()
        one.says(b"one", more=False)
        with pytest.raises(RuntimeError):
            await one.asks(pages)
        assert pages.bodies.held == 0
        other.says(b"other")
        task = other.asks(pages)
        await until(pages.bodies, 5)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert pages.bodies.held == 0

    asyncio.run(lived())
