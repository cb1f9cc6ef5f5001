"""Wrong tries make the next one wait, on every way in alike; whom the account knows waits for nobody (S07, S08)."""

import inspect
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django import forms
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from time_machine import Traveller

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.people import actions, attempts, proving
from supportroom.people.actions import add_person, invite_person
from supportroom.people.forms import AcceptForm, CodeForm, ConfirmForm, NewPasswordForm, PasskeyForm, SignInForm
from supportroom.people.models import Account, Person, SecondFactor, Wait
from supportroom.people.tokens import new_token
from tests.factories.personas import PASSWORD, actor_of

DOOR = "/en/sign-in/"
NEW = "lanterns on the river at dusk"


def email_of(person: Person) -> str:
    return Account.objects.get(person=person).email


def is_in(browser: Client) -> bool:
    return browser.get("/en/desk/").status_code == 200


def test_s07_a_guesser_gets_few_tries_and_the_owner_gets_in_at_once(clock: Traveller, member: Person) -> None:
    own, attacker = Client(), Client()
    own.post(DOOR, {"login": email_of(member), "password": PASSWORD})
    own.post("/en/sign-out/")
    tries = {"login": email_of(member), "password": "a wrong walnut"}
    for _second in range(200):
        clock.shift(1)
        assert attacker.post(DOOR, tries).status_code == 422
    row = Wait.objects.get(failures__gt=1)
    assert row.failures <= 13, "in 200 seconds"
    own.post(DOOR, {"login": email_of(member), "password": PASSWORD})
    assert is_in(own)
    clock.shift(43)
    stranger = Client()
    stranger.post(DOOR, {"login": email_of(member), "password": PASSWORD})
    assert is_in(stranger), "an account is never locked: 42 seconds are the longest wait"


def test_s07_ten_thousand_tries_are_few_and_the_wait_is_over_after_a_day(clock: Traveller, room: None) -> None:
    key, made, waits = attempts.key_of("password", "somebody@example.org", ""), 0, []
    for _try in range(1_000):
        waits.append(attempts.take_turn(key))
        made += not waits[-1]
        clock.shift(1)
    assert max(waits) <= attempts.GROWING[-1] == 42
    assert made <= 1_000 / 42 + len(attempts.GROWING), "so of 10,000 tries, one a second, 250 at most are looked at"
    assert [attempts.GROWING[n] <= attempts.GROWING[n + 1] for n in range(9)] == [True] * 9
    clock.shift(timedelta(days=2))
    attempts.forget()
    assert not Wait.objects.exists()
    assert attempts.take_turn(key) == 0


# Every way on which somebody proves who they are, and what bounds guessing on it.
WAYS = {
    "account_login": "password",
    "account_code": "code",
    "account_passkey": "passkey",
    "people:invitation_accept": "link",
    "people:recovery_use": "link",
}


def named_views(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from named_views(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry.callback


def _forms_that_ask() -> set[Any]:
    """Give every form of the product that has a field for a password or a code."""
    kinds, asking = list(forms.Form.__subclasses__()), set[Any]()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        fields = getattr(kind, "base_fields", {})
        secret = any(isinstance(field.widget, forms.PasswordInput) for field in fields.values()) or "code" in fields
        secret = secret or issubclass(kind, PasskeyForm)
        if kind.__module__.startswith("supportroom.") and (secret or kind is ConfirmForm):
            asking.add(kind)
    return asking


def _used_by(view: Any) -> set[Any]:
    function = inspect.unwrap(view)
    if not inspect.isfunction(function):
        return set()
    used = (function.__globals__.get(name) for name in function.__code__.co_names)
    return {one for one in used if inspect.isclass(one)}


def test_s07_every_way_in_takes_its_turn(clock: Traveller, member: Person, settings: Any) -> None:
    """What takes a password, a code or the link to an account is found in the addresses, and each of them waits."""
    settings.CONFIRM_SECONDS = 300
    asking = _forms_that_ask()
    assert {SignInForm, CodeForm, PasskeyForm, AcceptForm, NewPasswordForm, ConfirmForm} <= asking
    found = {name: view for name, view in named_views(get_resolver()) if asking & _used_by(view)}
    assert {name for name, view in found.items() if not getattr(view, "login_required", True)} == set(WAYS)
    closed = {name for name in found if name not in WAYS}
    assert closed == {"account_change_password", "people:second_factor", "people:passkey_add"}
    assert all(found[name].must_confirm for name in closed), "who is in gives the password first"
    for name, attack in _attacks(member).items():
        Wait.objects.all().delete()
        statuses = [attack() for _try in range(3)]
        assert Wait.objects.count() == 1, name
        assert "seconds" in statuses[-1], name
        clock.shift(50)


def _attacks(member: Person) -> dict[str, Callable[[], str]]:
    account = Account.objects.get(person=member)
    token, newcomer = new_token(), add_person(actor=SYSTEM, name="Nour New-Invented")
    invite_person(actor=SYSTEM, person=newcomer, token=token)
    away = Client()
    away.force_login(account)
    half = Client()

    def code(where: str = "code", **typed: str) -> str:
        if not half.session.get("half_way"):
            half.post(DOOR, {"login": account.email, "password": PASSWORD})
            Wait.objects.all().delete()
        return half.post(f"/en/sign-in/{where}/", typed or {"code": "000000"}).content.decode()

    def passkey() -> str:
        return code("passkey", answer="{}")

    def link() -> str:
        taken = {"email": account.email, "password": NEW}
        return Client().post(f"/en/invitation/{token}/", taken).content.decode()

    def password() -> str:
        return Client().post(DOOR, {"login": account.email, "password": "wrong"}).content.decode()

    def confirming() -> str:
        return away.post("/en/password/", {"confirm-password": "wrong"}).content.decode()

    attacks = {"account_login": password, "people:invitation_accept": link, "confirming": confirming}
    return attacks | {
        name: _with_factor(account, way) for name, way in (("account_code", code), ("account_passkey", passkey))
    }


def _with_factor(account: Account, attack: Callable[[], str]) -> Callable[[], str]:
    def attacked() -> str:
        SecondFactor.objects.get_or_create(account=account, defaults={"seed": "x"})
        return attack()

    return attacked


def test_s07_what_is_left_of_a_right_try_does_not_say_when_it_was(clock: Traveller, member: Person) -> None:
    """The server's key and its disk would tell whose row it is."""
    clock.shift(timedelta(minutes=20))
    for tries, left in (([PASSWORD], []), (["wrong", PASSWORD], [(1, 0, 0)])):
        browser = Client()
        for password in tries:
            browser.post(DOOR, {"login": email_of(member), "password": password})
            clock.shift(3)
        assert is_in(browser)
        assert [(row.failures, row.until.minute, row.until.second) for row in Wait.objects.all()] == left


def test_s07_only_one_of_many_at_the_same_instant_is_looked_at(clock: Traveller, member: Person) -> None:
    key = attempts.key_of("password", email_of(member), "")
    assert [attempts.take_turn(key) == 0 for _try in range(50)] == [True] + [False] * 49


def test_s08_who_exists_and_who_does_not_are_answered_alike(clock: Traveller, member: Person, stranger: Person) -> None:
    """The same words, status, headers and waits for a wrong password, an unknown address and a locked account."""
    Account.objects.filter(person=stranger).update(is_active=False)
    gone = email_of(stranger)
    for language in ("ar", "en"):
        said = []
        for email, password in ((email_of(member), "wrong"), ("nobody@example.org", "wrong"), (gone, PASSWORD)):
            browser = Client()
            for _turn in range(3):
                answer = browser.post(f"/{language}/sign-in/", {"login": email, "password": password})
                page = re.sub(r'value="[^"]*"', "", answer.content.decode().replace(email, ""))
                said.append((email, answer.status_code, sorted(answer.headers), len(browser.cookies), page))
            clock.shift(100)
        by_email = [
            [row[1:] for row in said if row[0] == email] for email in (email_of(member), "nobody@example.org", gone)
        ]
        assert by_email[0] == by_email[1] == by_email[2]


def test_s08_links_that_never_were_or_are_over_are_answered_alike(clock: Traveller, member: Person) -> None:
    newcomer, token = add_person(actor=SYSTEM, name="Nour New-Invented"), new_token()
    invite_person(actor=SYSTEM, person=newcomer, token=token)
    clock.shift(timedelta(hours=73))
    pages = set()
    for way in ("invitation", "way-back"):
        for word in (token, "never-was"):
            for answer in (Client().get(f"/en/{way}/{word}/"), Client().post(f"/en/{way}/{word}/", {"password": NEW})):
                said = answer.content.decode().replace(f"/{way}/{word}/", "")
                pages.add((answer.status_code, re.sub(r'value="[^"]*"', "", said)))
    assert len(pages) == 1


def test_s08_an_unknown_address_costs_a_hash_as_a_known_one_does(member: Person, rf: Any, monkeypatch: Any) -> None:
    """What takes the time is done for both; how long it takes is measured in benchmarks/signing_in.py."""
    hashed: list[str] = []
    monkeypatch.setattr(proving, "make_password", hashed.append)
    request = rf.post(DOOR)
    for email in ("nobody@example.org", "else@example.org"):
        with pytest.raises(DomainError):
            proving.account_by_password(request, email, "wrong")
    assert hashed == ["wrong", "wrong"]


def test_s01_a_link_is_bound_to_the_roles_it_was_made_for(clock: Traveller, team: Person) -> None:
    newcomer, token = add_person(actor=SYSTEM, name="Nour New-Invented"), new_token()
    assert len(token) >= 22, "128 bits in base64"
    invite_person(actor=SYSTEM, person=newcomer, token=token)
    answer = Client().get(f"/en/invitation/{token}/")
    assert answer.status_code == 200
    assert answer["Referrer-Policy"] in ("no-referrer", "same-origin")
    actions.give_role(actor=actor_of(team), person=newcomer, role="team")
    Client().post(f"/en/invitation/{token}/", {"email": "n@example.org", "password": NEW})
    assert not Account.objects.filter(person=newcomer).exists()
