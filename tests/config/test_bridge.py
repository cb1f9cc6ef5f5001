"""The way from the asynchronous server to the pages."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

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

    scope = {
        "type": "http", "method": "POST", "path": "/ar/نقطة/", "query_string": b"a=1", "http_version": "1.1",
        "headers": headers or [], "server": ("127.0.0.1", 8000), "client": ("192.0.2.7", 1), "scheme": "http",
    }  # fmt: skip
    asyncio.run(Pages(pages, threads=1)(scope, receive, send))
    return sent


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
