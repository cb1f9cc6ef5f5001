"""Requests that no browser of a member would send: methods, hosts, paths, tickets (S33, S35-S37)."""

import asyncio
from typing import Any

import pytest
from django.test import Client

from supportroom.config.doors import OPEN as DOORS
from supportroom.config.statics import Statics, gathered
from supportroom.desk import views as desk
from supportroom.people.models import Account
from supportroom.web.middleware import SAFE_HEADERS
from tests.architecture.addresses import fillings, routes
from tests.architecture.conftest import signed_in
from tests.architecture.strict_headers import headers_missing
from tests.architecture.test_addresses import content_of, writes

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
Accounts = dict[str, Account | None]
OTHERS = ("PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND", "ODD")
PLACES = [
    "/en/points/%00/", "/en/rounds/?page=%00", "/en/people/?find=%00", "/en/people/?find=%ff%fe&page=-1",
    "/en/people/?page=99999999999999999999999999", "/en/../ar/", "//evil.example/en/desk/", "/EN/desk/", "/xx/desk/",
    "/en//desk/", "/en/desk/%2e%2e/", "/en/reports/a/0/", "/en/reports/..%2f..%2fsecret_key/1/", "/ar/reports/x/1/etc",
    "/en/reports/2020-06-aaaaa/99999999999999999999/", "/en/reports/2020-06-aaaaa/%D9%A1/", "/en/invitation/%00/",
    f"/en/reports/2020-06-aaaaa/{'9' * 5000}/", f"/en/rounds/{'z' * 13}/", "/en/rounds/iiiiiiiiiiii/",
    "/en/demo/?persona=%00",
    "/en/sign-in/?next=//evil.example", "/en/sign-in/?next=%00", "/admin/", "/.git/config", "/static/../secret_key",
    f"/en/people/?find={'%D8%B9' * 3000}",
]  # fmt: skip


def protected_bytes(headers: list[tuple[bytes, bytes]]) -> bool:
    """Tell the same of an answer that Django did not give."""
    return set(headers) >= {(name.lower().encode(), value.encode()) for name, value in SAFE_HEADERS.items()}


def test_s09_every_address_refuses_every_method_but_three(accounts: Accounts) -> None:
    """Before anything is looked up: the method of an address that is not there is refused alike."""
    client = signed_in(accounts["team"])
    pages = [(route.name in DOORS, route.address("en", fillings(route)[0])) for route in routes()]
    asked = [(is_open, page, OTHERS[number % len(OTHERS)]) for number, (is_open, page) in enumerate(pages)]
    asked += [(False, "/en/desk/", method) for method in OTHERS] + [(True, "/nowhere/", "PUT")]
    asked += [(is_open, page, "HEAD") for is_open, page in pages[::7]]
    for is_open, page, method in asked:
        with writes() as written:
            answer = client.generic(method, page, b"text=x", content_type="application/x-www-form-urlencoded")
            content_of(answer)
        assert (written, headers_missing(answer, is_open=is_open)) == ([], []), page
        if method == "HEAD":
            assert answer.status_code < 500, page
        else:
            assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, POST"), (method, page)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("persona", ["visitor", "team"])
def test_s37_no_address_breaks_or_leads_away(place: str, persona: str, accounts: Accounts) -> None:
    answer = signed_in(accounts[persona]).get(place)
    assert answer.status_code < 500
    assert headers_missing(answer, is_open=True) == []
    led = answer.headers.get("Location", "/")
    assert led.startswith("/")
    assert not led.startswith(("//", "/\\"))
    assert b"evil.example" not in content_of(answer).replace(b"%2F%2Fevil.example", b"").replace(b"//evil.example", b"")


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver:80@evil.example", "[::"])
def test_s37_a_wrong_host_gets_no_page_of_the_room(host: str, accounts: Accounts) -> None:
    answer = signed_in(accounts["team"]).get("/en/people/", headers={"host": host})
    assert answer.status_code == 400
    assert headers_missing(answer, is_open=True) == []
    assert b"evil.example" not in answer.content


def test_s37_what_a_proxy_would_say_is_not_believed_without_one(accounts: Accounts) -> None:
    forged = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-for": "1.1.1.1"}
    answer = Client().get("/", headers=forged)
    assert answer["Location"].startswith("/")
    assert "Strict-Transport-Security" not in answer.headers


def test_s35_a_page_that_breaks_says_so_kindly_and_tells_nothing(
    monkeypatch: pytest.MonkeyPatch, accounts: Accounts
) -> None:
    def breaks(actor: Any) -> None:
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr(desk, "waiting_for", breaks)
    client = signed_in(accounts["team"])
    client.raise_request_exception = False
    answer = client.get("/ar/desk/")
    assert answer.status_code == 500
    assert headers_missing(answer, is_open=True) == []
    assert b"secret of the inside" not in answer.content
    assert 'lang="ar"' in answer.content.decode()


def test_s35_a_static_address_that_is_not_there_bears_the_headers_too() -> None:
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/static/../secret_key", "headers": [], "query_string": b""}
    asyncio.run(Statics(gathered, is_changing=False)(scope, None, send))  # type: ignore[arg-type]
    assert sent[0]["status"] == 404
    assert protected_bytes(sent[0]["headers"])
