"""Every address, asked as every persona: closed by default, reading writes nothing, no name goes astray."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from django.db import connection, transaction

from supportroom.briefings.models import Reflection
from supportroom.comments.models import Comment
from supportroom.config.doors import OPEN as PUBLIC
from supportroom.people.models import Account, Person
from supportroom.protection.models import Consent
from tests.architecture.addresses import Route, fillings, routes
from tests.architecture.conftest import draw_nothing, keep_keys, signed_in
from tests.architecture.forms_met import note_forms
from tests.architecture.route_table import PAGE, Answers, differences, markdown, word_of
from tests.architecture.route_table import written as written_table_of_routes
from tests.architecture.strict_headers import headers_missing
from tests.door_guard import Execute, written_table

# A wrong link leads nowhere, like an address that there is not.
BY_SECRET = {
    "programme:calendar_feed",
    "answers:letter",
    "site:press_handed",
    "site:press_pack",
    "interface:thing",
    "newsletter:confirm",
}
ONE_CLICK = {"newsletter:leave"}  # a mail program sends it without having seen a page; its link is the proof
READERS: dict[str, tuple[str, ...]] = {
    "visitor": ("en",), "stranger": ("ar",), "observer": ("en",), "addressee": ("ar",), "interpreter": ("en",),
    "office": ("en",), "team": ("en", "ar"), "member": ("ar",), "shielded_member": ("en",), "rapporteur": ("ar",),
    "facilitator": ("ar", "en"),
}  # fmt: skip
OUTSIDERS = ("visitor", "stranger", "observer", "addressee", "interpreter", "office")
INSIDE = ("team", "facilitator", "rapporteur", "member", "office")
ON_BOTH = ("team",)  # what pages ask is asked of both databases; who may ask is the same on either
ALL = routes()
WRITES_TABLE = os.environ.get("SUPPORTROOM_ROUTES") == "write"  # as tools/routes.py asks
EVERYBODY = [pytest.param(who, marks=[] if who in ON_BOTH else [pytest.mark.either_database]) for who in READERS]
SEEN: Answers = defaultdict(lambda: defaultdict(set))  # what the walks were answered, for the table
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


@cache
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


def test_s37_no_address_holds_words_of_people_beyond_what_is_public() -> None:
    """Slugs are made of days and random letters; every other part is an id, a number, a word of ours, or a secret."""
    words = {part for route in ALL for part in route.parts if not part.endswith("_id") and route.name not in PUBLIC}
    assert {part for part in words if not part.endswith("_slug")} <= {
        "kind",
        "language",
        "number",
        "verb",
        "section",
        "step",
        "way",
        "code",
    }
    assert {part for part in words if part.endswith("_slug")} <= {"recommendation_slug", "term_slug", "body_slug"}


@pytest.mark.parametrize("who", EVERYBODY)
def test_s09_the_table_holds_what_reading_answers_which_writes_nothing(
    who: str, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, names, wrong = signed_in(accounts[who]), names_kept_from(who, accounts), []
    if WRITES_TABLE:  # what is answered does not depend on what is drawn
        draw_nothing(monkeypatch)
    for route in ALL:
        for page in pages(route, READERS[who][:1] if WRITES_TABLE else READERS[who]):
            with writes() as written:
                answer = client.get(page)
                content = content_of(answer)
            SEEN[route.name, "GET"][who].add(word_of(answer))
            if who in INSIDE:
                note_forms(who, page, content)
            wrong += [f"{page}: {words}" for words in faults(route, answer, content, written)]
            if route.name != "demo:enter" and (found := named_in(content, names)):
                wrong.append(f"{page} names {found}")
    assert WRITES_TABLE or wrong == []
    hold_to_table(who, "GET")


@pytest.mark.parametrize("who", EVERYBODY)
def test_s09_the_table_holds_what_sending_answers(
    who: str, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty form is sent to every address, and what it brings about is taken back; nothing is drawn."""
    draw_nothing(monkeypatch)
    keep_keys(monkeypatch)
    client = signed_in(accounts[who])
    cookies = dict(client.cookies)
    for route in ALL:
        for page in pages(route, ("en",)):
            with transaction.atomic():
                answer = client.post(page)
                transaction.set_rollback(True)
            SEEN[route.name, "POST"][who].add(word_of(answer))
            assert answer.status_code < 500, page
            client.cookies.clear()
            client.cookies.update(cookies)
    hold_to_table(who, "POST")


def test_s09_the_table_lists_no_address_that_there_is_not() -> None:
    assert set(written_table_of_routes()) == {(route.name, method) for route in ALL for method in ("GET", "POST")}


@pytest.mark.either_database
def test_s36_nothing_happens_by_a_form_without_its_token(accounts: Accounts) -> None:
    client = signed_in(accounts["team"], enforce_csrf_checks=True)
    for route in ALL:
        for page in pages(route, ("en",)):
            with writes() as written:
                answer = client.post(page)
            assert answer.status_code in ({200} if route.name in ONE_CLICK else {403, 404, 405}), page
            assert written == [], page


def hold_to_table(who: str, method: str) -> None:
    """Compare what somebody was answered with the table; or write it, as `tools/routes.py` asks."""
    if WRITES_TABLE:
        PAGE.write_text(markdown(SEEN))
        return
    mine = {key: cells for key, cells in SEEN.items() if key[1] == method}
    assert differences(mine, written_table_of_routes(), who) == []


def faults(route: Route, answer: Any, content: bytes, written: list[str]) -> Iterator[str]:
    """Say what is wrong with an answer to somebody who only reads."""
    if written:
        yield f"wrote {written}"
    if answer.status_code >= 500:
        yield f"broke with {answer.status_code}"
    if missing := headers_missing(answer, is_open=route.name in PUBLIC):
        yield f"lacks {missing}"
    if answer.status_code == 200 and answer["Content-Type"].startswith("text/html") and not content.strip():
        yield "is empty"
    if route.name in BY_SECRET and answer.status_code not in {404, 422, 405}:
        yield f"opens to a made-up link with {answer.status_code}"


def names_kept_from(who: str, accounts: Accounts) -> set[str]:
    """Give the names that somebody outside the round may read nowhere; nothing for who takes part in it."""
    if who not in OUTSIDERS:
        return set()
    mine = accounts[who]
    agreed = set(Consent.objects.filter(given=True).values_list("person_id", flat=True))
    if who not in ("visitor", "observer", "addressee"):  # who comments by name does so for the room, not beyond it
        agreed |= set(Comment.objects.filter(is_named=True).values_list("written_by", flat=True))
    if who == "office":  # it reads briefings with the team, each of them by name
        readings = Reflection.objects.values_list("first_reader", "second_reader")
        agreed |= {reader for both in readings for reader in both}
    return {p.name for p in Person.objects.exclude(pk__in=agreed) if mine is None or p.pk != mine.person_id}


def named_in(content: bytes, names: set[str]) -> set[str]:
    """Give the names that a page holds, not those that end a longer one: Reem stands in Kareem."""
    text = content.decode(errors="replace") if names else ""
    return {name for name in names if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)}
