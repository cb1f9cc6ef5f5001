"""Every address, asked as every persona: closed by default, reading writes nothing, no name goes astray."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from supportroom.comments.models import Comment
from supportroom.people.models import Account, Person
from supportroom.protection.models import Consent
from tests.architecture.addresses import Route, fillings, routes
from tests.architecture.conftest import signed_in
from tests.door_guard import Execute, written_table

PUBLIC = {
    "front_door", "account_login", "account_logout", "people:invitation_accept", "styleguide", "demo:enter",
    "site:home", "site:edition", "site:edition_pdf", "site:edition_docx",
    "site:paper_edition", "site:paper_comments", "site:paper_card",
    "site:paper_pdf", "site:paper_docx", "site:paper_bib", "site:paper_ris", "site:paper_json",
    "programme:calendar_feed",
}  # fmt: skip
BY_SECRET = {"programme:calendar_feed"}  # a wrong link leads nowhere, like an address that there is not
OUTSIDERS = ("visitor", "stranger", "observer", "addressee", "interpreter", "office")
READERS: dict[str, tuple[str, ...]] = {
    "team": ("en", "ar"), "facilitator": ("ar", "en"), "rapporteur": ("ar",), "member": ("ar",),
    "office": ("en",), "observer": ("en",), "stranger": ("ar",),
}  # fmt: skip
ALL = routes()
pytestmark = pytest.mark.django_db
Accounts = dict[str, Account | None]


@contextmanager
def writes() -> Iterator[list[str]]:
    """Note every statement that writes, whatever the table."""
    noted: list[str] = []

    def note(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001
        if table := written_table(sql):
            noted.append(table)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield noted


def content_of(answer: Any) -> bytes:
    """Give what an answer says, whether it comes at once or piece by piece."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def pages(route: Route, languages: tuple[str, ...] = ("ar", "en")) -> list[str]:
    """Give the addresses of a route, one for each state of its thing, in these languages."""
    found = [route.address(language, values) for values in fillings(route) for language in languages]
    return list(dict.fromkeys(found))


def test_every_address_is_closed_unless_it_is_on_the_public_list() -> None:
    open_ones = {route.name for route in ALL if not getattr(route.view, "login_required", True)}
    assert open_ones - PUBLIC == set()
    assert PUBLIC - {route.name for route in ALL} == set()


def test_every_address_has_a_name_and_says_nothing_about_people() -> None:
    for route in ALL:
        assert re.fullmatch(r"(?:[a-z_]+:)?[a-z_]+", route.name), route
        assert not {"name", "email", "title", "username", "token_plain"} & set(route.parts), route


@pytest.mark.parametrize("route", ALL, ids=lambda route: route.name)
def test_a_visitor_is_asked_to_sign_in_before_anything_is_said(route: Route, accounts: Accounts) -> None:
    client = signed_in(None)
    for page in pages(route, ("en",)):
        answer = client.get(page)
        if route.name in PUBLIC:
            assert answer.status_code in ({404} if route.name in BY_SECRET else {200, 302}), page
        else:
            assert answer.status_code == 302, page
            assert "/sign-in/" in answer["Location"], page


@pytest.mark.parametrize(("persona", "languages"), READERS.items(), ids=READERS)
@pytest.mark.parametrize("route", ALL, ids=lambda route: route.name)
def test_reading_writes_nothing_and_never_breaks(
    route: Route, persona: str, languages: tuple[str, ...], accounts: Accounts
) -> None:
    client = signed_in(accounts[persona])
    for page in pages(route, languages):
        with writes() as written:
            answer = client.get(page)
            content_of(answer)
        assert written == [], page
        assert answer.status_code < 500, page
        assert "Content-Security-Policy" in answer.headers, page
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            assert answer.content.strip(), page


@pytest.mark.parametrize("route", ALL, ids=lambda route: route.name)
def test_nothing_happens_by_a_form_without_its_token(route: Route, accounts: Accounts) -> None:
    client = signed_in(accounts["team"], enforce_csrf_checks=True)
    for page in pages(route, ("en",)):
        with writes() as written:
            answer = client.post(page)
        assert answer.status_code in {403, 404, 405}, page
        assert written == [], page


def stands_alone(name: str, text: str) -> bool:
    """Tell a name from the end of a longer one: Reem stands in Kareem."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


@pytest.mark.parametrize("persona", OUTSIDERS)
def test_no_name_reaches_somebody_outside_the_round(persona: str, accounts: Accounts) -> None:
    mine = accounts[persona]
    agreed = set(Consent.objects.filter(given=True).values_list("person_id", flat=True))
    if persona not in ("visitor", "observer", "addressee"):  # who comments by name does so for the room, not beyond it
        agreed |= set(Comment.objects.filter(is_named=True).values_list("written_by", flat=True))
    names = {p.name for p in Person.objects.exclude(pk__in=agreed) if mine is None or p.pk != mine.person_id}
    client = signed_in(mine)
    shown = {}
    for route in ALL:
        if route.name == "demo:enter":  # the one-click page is there to show every persona
            continue
        for page in pages(route, ("en",)):
            text = content_of(client.get(page, follow=True)).decode(errors="replace")
            if found := {name for name in names if name in text and stands_alone(name, text)}:
                shown[page] = found
    assert shown == {}
