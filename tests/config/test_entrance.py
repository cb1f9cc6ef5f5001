"""What is answered before Django: static bytes, streams; and what `manage.py serve` refuses and prepares."""

import asyncio
import gzip
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command

from supportroom.config.asgi import by_beginning
from supportroom.config.management.commands import serve
from supportroom.config.statics import Statics, gathered, lying


def got(
    application: Any, path: str, *headers: tuple[bytes, bytes], method: str = "GET"
) -> tuple[int, dict[bytes, bytes], bytes]:
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path, "headers": list(headers), "query_string": b""}
    asyncio.run(application(scope, None, send))
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "app.0123456789ab.css").write_text("a{}")
    (tmp_path / "app.0123456789ab.css.gz").write_bytes(gzip.compress(b"a{}"))
    (tmp_path / "plain.js").write_text("1")
    return tmp_path


def test_a_file_with_a_digest_in_its_name_is_kept_for_ever_and_comes_packed(folder: Path) -> None:
    statics = Statics(gathered, is_changing=False)
    packed = (b"accept-encoding", b"gzip")
    status, headers, body = got(statics, "/static/app.0123456789ab.css", packed)
    assert (status, gzip.decompress(body)) == (200, b"a{}")
    assert b"immutable" in headers[b"cache-control"]
    assert headers[b"x-content-type-options"] == b"nosniff"
    again = got(
        statics, "/static/app.0123456789ab.css", (b"accept-encoding", b"gzip"), (b"if-none-match", headers[b"etag"])
    )
    assert (again[0], again[2]) == (304, b"")
    assert b"content-length" not in again[1]


def test_a_file_without_one_is_asked_for_again(folder: Path) -> None:
    status, headers, body = got(Statics(gathered, is_changing=False), "/static/plain.js", method="HEAD")
    assert (status, headers[b"cache-control"], body) == (200, b"no-cache", b"")


@pytest.mark.parametrize("path", ["../secret_key", "/etc/passwd", "..%2fsecret_key", "", ".hidden", "none.css", "a//b"])
def test_nothing_outside_the_folder_is_given(folder: Path, path: str) -> None:
    (folder.parent / "secret_key").write_text("secret")
    (folder / ".hidden").write_text("secret")
    assert got(Statics(gathered, is_changing=False), f"/static/{path}")[0] == 404


def test_a_static_file_cannot_be_posted_to(folder: Path) -> None:
    assert got(Statics(gathered, is_changing=False), "/static/plain.js", method="POST")[0] == 404


def test_in_tests_the_joined_style_sheet_is_found_where_it_lies() -> None:
    assert b"@layer" in got(Statics(lying, is_changing=True), "/static/web/app.css")[2]


def test_an_address_goes_to_the_first_place_whose_beginning_it_has() -> None:
    async def one(scope: Any, receive: Any, send: Any) -> None:
        await say(send, 201)

    async def rest(scope: Any, receive: Any, send: Any) -> None:
        await say(send, 202)

    async def say(send: Any, status: int) -> None:
        await send({"status": status, "headers": []})
        await send({"body": b""})

    led = by_beginning([("/live/", one)], rest)
    assert got(led, "/live/x")[0] == 201
    assert got(led, "/ar/live/")[0] == 202


def test_a_room_with_one_click_sign_in_is_served_on_this_machine_alone() -> None:
    with pytest.raises(CommandError, match="this machine alone"):
        call_command("serve", host="0.0.0.0")


def test_checking_ends_by_becoming_the_server_on_loopback(
    db: None, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    became: list[Any] = []
    monkeypatch.setattr(serve.os, "execve", lambda *given: became.extend(given))
    call_command("serve", port=8123)
    assert became[1][-3:] == ["supportroom.config.serving", "127.0.0.1", "8123"]
    assert str(django_settings.BASE_DIR) in became[2]["PYTHONPATH"]
    assert "http://127.0.0.1:8123/" in capsys.readouterr().out


def test_the_server_writes_no_addresses_down_and_believes_no_proxy_that_is_not_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from supportroom.config import serving

    asked: dict[str, Any] = {}
    monkeypatch.setattr(serving.uvicorn, "run", lambda _application, **given: asked.update(given))
    serving.serve("127.0.0.1", 8123)
    assert asked["host"] == "127.0.0.1"
    assert asked["access_log"] is False
    assert asked["proxy_headers"] is False


def test_statics_are_gathered_anew_when_one_of_them_is_newer(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path
    assert serve.statics_are_old()
    (tmp_path / "staticfiles.json").write_text("{}")
    assert not serve.statics_are_old()
