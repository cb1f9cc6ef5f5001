"""Hosts and links that lie, and ways out of the server that there are not (S35, S37, S38)."""

import ast
import asyncio
import gzip
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from supportroom.outlets.kept import Kept
from supportroom.people.models import Account, Person
from supportroom.web.middleware import EMPTIED, SAFE_HEADERS
from tests.architecture.addresses import fillings, routes
from tests.architecture.conftest import signed_in
from tests.architecture.house import PACKAGE, ROOT, imports, sources
from tests.architecture.strict_headers import headers_missing
from tests.journeys.server import Server

SignIn = Callable[[Person], Client]
Accounts = dict[str, Account | None]
HOSTS = ("evil.example", "testserver.evil.example", "testserver@evil.example", "testserver:80:80", "")
EVIL = ("//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/en//evil.example@x")
FORGED = {
    "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-for": "1.1.1.1",
    "x-forwarded-port": "99", "x-real-ip": "1.1.1.1", "forwarded": "for=1.1.1.1;host=evil.example",
    "x-original-url": "/en/people/", "x-rewrite-url": "/en/people/", "x-http-method-override": "DELETE",
}  # fmt: skip
WAYS_OUT = {"urllib.request", "http.client", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "socket", "urllib3",
            "telnetlib", "imaplib", "poplib", "xmlrpc", "websockets", "paramiko"}  # fmt: skip
# Who may open a line: to the scanner and to the mail server, at addresses that the settings name alone.
MAY_GO_OUT = {
    "supportroom/files/scanning.py": {"socket"},
    "supportroom/mailing/backend.py": {"smtplib"},
    "supportroom/mailing/post.py": {"smtplib"},
    "supportroom/config/doctor/work.py": {"smtplib", "socket"},
}
pytestmark = pytest.mark.either_database


@pytest.mark.django_db
def test_s35_signing_out_empties_what_the_browser_kept(member: Person, sign_in: SignIn) -> None:
    client = sign_in(member)
    assert "Clear-Site-Data" not in client.get("/en/desk/").headers
    answer = client.post("/en/sign-out/")
    assert answer["Clear-Site-Data"] == EMPTIED
    assert client.get("/en/desk/").status_code == 302


def test_s35_ready_made_bytes_bear_the_headers_that_they_were_made_with() -> None:
    strict = [(name.lower().encode(), value.encode()) for name, value in SAFE_HEADERS.items()]
    said = [(b"cache-control", b"public, no-cache"), (b"content-type", b"text/html"), *strict]

    async def made(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": said})
        await send({"type": "http.response.body", "body": b"<p>words</p>" * 99})

    async def asked(kept: Kept) -> list[dict[str, Any]]:
        sent: list[dict[str, Any]] = []

        async def send(message: Any) -> None:
            sent.append(message)

        headers = [(b"accept-encoding", b"gzip")]
        scope = {"type": "http", "method": "GET", "path": "/en/register/", "query_string": b"", "headers": headers}
        await kept(scope, None, send)  # type: ignore[arg-type]
        return sent

    kept = Kept(made)
    for answers in (asyncio.run(asked(kept)), asyncio.run(asked(kept))):
        assert set(answers[0]["headers"]) >= set(strict)
        assert gzip.decompress(answers[1]["body"]).startswith(b"<p>words")


@pytest.mark.django_db
def test_s37_no_host_no_link_and_no_proxy_that_lies_leads_anywhere(accounts: Accounts) -> None:
    """Over all addresses: a wrong host gets 400, `next` stays here, forwarding headers say nothing."""
    team, visitor = signed_in(accounts["team"]), signed_in(None)
    for number, route in enumerate(routes()):
        page = route.address("en", fillings(route)[0])
        refused = team.get(page, headers={"host": HOSTS[number % len(HOSTS)]})
        assert (refused.status_code, headers_missing(refused, is_open=True)) == (400, []), page
        assert b"evil.example" not in refused.content
        evil = EVIL[number % len(EVIL)]
        for client in (visitor, team) if number % 7 == 0 else (visitor,):
            answer = client.get(page, {"next": evil}, headers=FORGED)
            led = answer.headers.get("Location", "/")
            assert led.startswith("/"), page
            assert not re.match(r"[/\\]{2}", led), page
            assert "Strict-Transport-Security" not in answer.headers
    form = {"login": "x", "email": "x", "password": "y", "next": "//evil.example"}
    assert b'value="//evil.example"' not in visitor.post("/en/sign-in/", form).content


def test_s37_no_page_asks_from_where_somebody_comes() -> None:
    words = ("REMOTE_ADDR", "HTTP_X_FORWARDED_FOR", "X_REAL_IP", "get_client_ip", "HTTP_USER_AGENT", "HTTP_FORWARDED")
    told = [f"{one.name}: {word}" for one in sources() for word in words if word in one.path.read_text()]
    assert told == []


def test_s38_the_product_has_no_means_to_fetch_what_people_type() -> None:
    found = {
        (source.name, module)
        for source in sources()
        for name, _line in imports(source.tree)
        for module in WAYS_OUT
        if name == module or name.startswith(f"{module}.")
    }
    assert {(name, module) for name, module in found if module not in MAY_GO_OUT.get(name, ())} == set()
    calls = ("urlopen", "create_connection", "open_connection", "urlretrieve")
    opened = {
        source.name
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in calls
    }
    assert opened <= set(MAY_GO_OUT)
    scripts = "".join(path.read_text() for path in PACKAGE.glob("*/static/**/*.js") if "min.js" not in path.name)
    assert not re.search(r"""(?:fetch|EventSource|sendBeacon|WebSocket)\(["'`]https?:""", scripts)


def test_s38_a_served_room_that_tried_to_go_out_would_be_caught(tmp_path: Any) -> None:
    """The journeys serve the room so: every one of them fails where the server opened a line to anywhere else."""
    environment = Server(tmp_path).environment

    def ran(program: str) -> Any:
        command = [sys.executable, "-c", f"import socket; {program}"]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    done = ran("socket.create_connection(('192.0.2.1', 9), 1)")
    assert (done.returncode, "the server went out: 192.0.2.1" in done.stderr) == (1, True)
    assert "went out: room.example" in ran("socket.getaddrinfo('room.example', 443)").stderr
    assert ran("s = socket.create_server(('127.0.0.1', 0)); socket.create_connection(s.getsockname())").returncode == 0
