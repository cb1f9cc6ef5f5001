import asyncio
import base64
import gzip
import hashlib
from pathlib import Path
from typing import Any

import pytest

from supportroom.site.frozen import Frozen
from supportroom.web.page_style import with_style

PAGE = b"<!doctype html><title>x</title>" * 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "2020-06-abcde" / "1" / "en"
    place.mkdir(parents=True)
    (place / "index.html").write_bytes(PAGE)
    (place / "index.html.gz").write_bytes(gzip.compress(PAGE))
    (place / "index.html.br").write_bytes(b"packed")
    (place / "report.pdf").write_bytes(b"%PDF")
    paper = tmp_path / "papers" / "2022-03-abcde" / "1" / "ar"
    paper.mkdir(parents=True)
    for name in ("index.html", "comments.html", "paper.pdf", "paper.ris", "card.png"):
        (paper / name).write_bytes(name.encode())
    (tmp_path / "icon.svg").write_bytes(b"<svg/>")
    (tmp_path / "secret_key").write_text("hidden")
    return tmp_path


def ask(folder: Path, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[bytes, bytes], bytes]:
    sent: list[Any] = []

    async def behind(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 418, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": pairs}
    asyncio.run(Frozen(folder, behind)(scope, receive, send))
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


def test_a_page_is_handed_out_in_the_packing_that_is_asked_for(folder: Path) -> None:
    address = "/en/reports/2020-06-abcde/1/"
    assert ask(folder, address)[2] == PAGE
    status, headers, body = ask(folder, address, accept_encoding="gzip, br")
    assert (status, headers[b"content-encoding"], body) == (200, b"br", b"packed")
    assert gzip.decompress(ask(folder, address, accept_encoding="gzip")[2]) == PAGE


def test_every_answer_carries_the_strict_policy(folder: Path) -> None:
    for address in ("/en/reports/2020-06-abcde/1/", "/published/icon.svg"):
        _status, headers, _body = ask(folder, address)
        assert headers[b"content-security-policy"].startswith(b"default-src 'none'")
        assert headers[b"x-content-type-options"] == b"nosniff"


def test_a_page_that_carries_its_style_names_it_in_its_policy_in_every_packing(folder: Path) -> None:
    page = with_style("<html><head></head><body><p>x</p></body></html>", "p{color:red}")
    (folder / "2020-06-abcde" / "1" / "en" / "index.html").write_text(page)
    digest = base64.b64encode(hashlib.sha256(b"p{color:red}").digest())
    for packing in ("", "gzip", "br"):
        policy = ask(folder, "/en/reports/2020-06-abcde/1/", accept_encoding=packing)[1][b"content-security-policy"]
        assert b"style-src 'self' 'sha256-" + digest + b"';" in policy
        assert b"unsafe" not in policy


def test_files_are_attachments_and_never_packed(folder: Path) -> None:
    _status, headers, body = ask(folder, "/en/reports/2020-06-abcde/1/report.pdf", accept_encoding="br")
    assert body == b"%PDF"
    assert b"attachment" in headers[b"content-disposition"]
    assert b"content-encoding" not in headers


@pytest.mark.parametrize(
    ("ending", "body", "kind"),
    [
        ("", b"index.html", b"text/html"),
        ("comments/", b"comments.html", b"text/html"),
        ("paper.pdf", b"paper.pdf", b"application/pdf"),
        ("paper.ris", b"paper.ris", b"application/x-research-info-systems"),
        ("card.png", b"card.png", b"image/png"),
    ],
)
def test_the_files_of_a_paper_have_their_own_addresses(folder: Path, ending: str, body: bytes, kind: bytes) -> None:
    _status, headers, content = ask(folder, f"/ar/papers/published/2022-03-abcde/1/{ending}")
    assert content == body
    assert headers[b"content-type"].startswith(kind)
    assert (b"content-disposition" in headers) == (ending.startswith("paper."))


def test_who_has_it_already_gets_nothing_again(folder: Path) -> None:
    address = "/en/reports/2020-06-abcde/1/"
    etag = ask(folder, address)[1][b"etag"].decode()
    status, _headers, body = ask(folder, address, if_none_match=etag)
    assert (status, body) == (304, b"")
    assert ask(folder, address, method="HEAD")[2] == b""


@pytest.mark.parametrize(
    "address",
    [
        "/en/reports/2020-06-abcde/2/",
        "/en/reports/2020-06-abcde/1/index.html",
        "/en/reports/../secret_key",
        "/en/reports/2020-06-abcde/1/../../../secret_key",
        "/published/../secret_key",
        "/published/icon.svg.gz",
        "/published/secret_key",
        "/fr/reports/2020-06-abcde/1/",
        "/en/reports/2020-06-abcde/0/",
        "/ar/reports/2022-03-abcde/1/",
        "/en/papers/published/2020-06-abcde/1/",
        "/ar/papers/published/2022-03-abcde/1/index.html",
        "/ar/papers/published/2022-03-abcde/1/report.pdf",
        "/ar/papers/published/../../secret_key",
        "/",
    ],
)
def test_whatever_else_is_asked_is_left_to_the_application_behind(folder: Path, address: str) -> None:
    assert ask(folder, address)[0] == 418


def test_what_is_posted_is_left_to_the_application_behind(folder: Path) -> None:
    assert ask(folder, "/en/reports/2020-06-abcde/1/", method="POST")[0] == 418


def test_an_image_of_a_page_may_do_nothing_and_is_gone_once_it_is_taken_down(folder: Path) -> None:
    image = folder / "images" / f"{'0f' * 16}.jpg"
    image.parent.mkdir()
    image.write_bytes(b"jpeg")
    address = f"/published/images/{image.name}"
    status, headers, body = ask(folder, address)
    assert (status, body, headers[b"content-type"]) == (200, b"jpeg", b"image/jpeg")
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert b"sandbox" in headers[b"content-security-policy"]
    for other in (
        "/published/images/../secret_key",
        "/published/images/x.jpg",
        "/published/images/",
        "/published/images/a.svg",
    ):
        assert ask(folder, other)[0] == 418, other
    server = Frozen(folder, None)  # type: ignore[arg-type]
    scope = {"type": "http", "method": "GET", "path": address, "headers": []}
    assert server._find(scope) is not None
    image.unlink()
    assert server._find(scope) is None
