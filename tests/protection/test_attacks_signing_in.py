"""Somebody at the door who should not come in, or who wants to keep others out (S01, S05-S08)."""

import base64
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from time_machine import Traveller

from supportroom.kernel.actors import SYSTEM
from supportroom.people.actions import add_person, invite_person
from supportroom.people.known_browsers import new_mark, seed_of
from supportroom.people.models import Account, Person, SignedIn
from supportroom.people.tokens import new_token
from tests.factories.personas import PASSWORD, make_person

pytestmark = pytest.mark.django_db
DOOR = "/en/sign-in/"


def browser() -> Client:
    """Give a new browser, of whose network address pages learn nothing (S41)."""
    return Client(REMOTE_ADDR="")


def try_to_sign_in(client: Client, email: str, password: str = PASSWORD, where: str = DOOR) -> Any:
    return client.post(where, {"login": email, "password": password})


def is_in(client: Client) -> bool:
    return client.get("/en/desk/").status_code == 200


def email_of(person: Person) -> str:
    return Account.objects.get(person=person).email


def test_one_signs_in_without_anybody_knowing_from_where(member: Person) -> None:
    client = browser()
    assert try_to_sign_in(client, email_of(member)).status_code == 302
    assert is_in(client)


def test_whoever_guesses_is_slowed_and_cannot_keep_the_member_out(clock: Traveller, member: Person) -> None:
    own, attacker = browser(), browser()
    try_to_sign_in(own, email_of(member))
    own.post("/en/sign-out/")
    for number in range(12):
        try_to_sign_in(attacker, email_of(member), f"guess {number} of twelve")
    try_to_sign_in(attacker, email_of(member))
    assert not is_in(attacker), "even the right password is not taken from whoever guesses without a pause"
    try_to_sign_in(own, email_of(member))
    assert is_in(own), "the member's own browser does not wait for what others do"


def test_guessing_one_address_keeps_nobody_else_out(clock: Traveller, member: Person, stranger: Person) -> None:
    attacker, other = browser(), browser()
    for number in range(12):
        try_to_sign_in(attacker, email_of(member), f"guess {number} of twelve")
        try_to_sign_in(attacker, "", f"guess {number} of twelve")
    try_to_sign_in(other, email_of(stranger))
    assert is_in(other)


def test_a_known_browsers_mark_is_of_one_account_and_cannot_be_made_up() -> None:
    mark = new_mark("a@example.org", "stamp", "my old phone")
    assert seed_of(mark, "a@example.org", "stamp")
    assert not seed_of(mark, "b@example.org", "stamp")
    assert not seed_of(mark, "a@example.org", "another stamp"), "it is over when everything of the account is"
    made_up = ("", ".", "x.y", "x.y.z", mark[:-1], f"x{mark}", f"{mark}x", "\x00.é", "....")
    assert not [word for word in made_up if seed_of(word, "a@example.org", "stamp")]
    assert new_mark("a@example.org", "stamp") != new_mark("a@example.org", "stamp")


def test_a_known_browser_waits_for_its_own_mistakes(clock: Traveller, member: Person) -> None:
    thief = browser()
    try_to_sign_in(thief, email_of(member))
    thief.post("/en/sign-out/")
    for number in range(12):
        try_to_sign_in(thief, email_of(member), f"guess {number} of twelve")
    try_to_sign_in(thief, email_of(member))
    assert not is_in(thief)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_wrong_password_and_an_unknown_address_are_answered_alike(language: str, member: Person) -> None:
    pages = []
    for email in (email_of(member), "nobody@example.org"):
        answer = try_to_sign_in(browser(), email, "a wrong walnut altogether", f"/{language}/sign-in/")
        text = answer.content.decode().replace(email, "")
        pages.append((answer.status_code, re.sub(r'value="[^"]*"', "", text)))
    assert pages[0] == pages[1]


def test_of_the_hour_of_signing_in_nothing_finer_is_kept(member: Person) -> None:
    try_to_sign_in(browser(), email_of(member))
    row = SignedIn.objects.get()
    assert (row.expire_date.minute, row.expire_date.second, row.expire_date.microsecond) == (0, 0, 0)
    kept = row.get_decoded()
    assert set(kept) <= {"_auth_user_id", "_auth_user_backend", "_auth_user_hash", "device", "day"}, kept
    assert kept["day"] == timezone.now().date().isoformat()
    assert timedelta(hours=12) <= row.expire_date - timezone.now() <= timedelta(hours=13)


def test_who_was_signed_in_is_forgotten_when_somebody_signs_in_later(member: Person, stranger: Person) -> None:
    try_to_sign_in(browser(), email_of(member))
    SignedIn.objects.update(expire_date=timezone.now() - timedelta(hours=1))
    try_to_sign_in(browser(), email_of(stranger))
    assert SignedIn.objects.count() == 1


def test_signing_in_says_nothing_in_a_cookie_and_marks_no_account(member: Person) -> None:
    client = browser()
    try_to_sign_in(client, email_of(member))
    account = Account.objects.get(person=member)
    for name, cookie in client.cookies.items():
        held = cookie.value + base64.urlsafe_b64decode(cookie.value.partition(":")[0] + "===").decode("latin1")
        assert not [word for word in (str(account.pk), email_of(member), member.name) if word in held], name
        assert cookie["httponly"], name


def test_a_session_set_beforehand_is_not_the_one_that_is_signed_in(member: Person) -> None:
    client = browser()
    client.cookies["session"] = "a" * 32
    try_to_sign_in(client, email_of(member))
    assert is_in(client)
    assert client.cookies["session"].value != "a" * 32
    planted = browser()
    planted.cookies["session"] = "a" * 32
    assert not is_in(planted)


def test_signing_out_ends_the_session_for_whoever_holds_its_cookie(member: Person) -> None:
    client, thief = browser(), browser()
    try_to_sign_in(client, email_of(member))
    thief.cookies["session"] = client.cookies["session"].value
    assert is_in(thief)
    client.get("/en/sign-out/")
    assert is_in(client), "a link signs nobody out"
    client.post("/en/sign-out/")
    assert not is_in(thief)
    assert SignedIn.objects.count() == 0


def test_a_new_password_ends_every_other_session(member: Person) -> None:
    client, other = browser(), browser()
    for each in (client, other):
        try_to_sign_in(each, email_of(member))
    new = "another walnut on another sill"
    assert client.post("/en/password/", {"password": new}).status_code == 302
    assert is_in(client), "who changed it stays"
    assert not is_in(other)
    try_to_sign_in(other, email_of(member), new)
    assert is_in(other)


@pytest.mark.parametrize(
    "where",
    ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "///evil.example", "\x00/"],
)
def test_nobody_is_led_away_after_signing_in_or_out(where: str, member: Person) -> None:
    client = browser()
    answer = client.post(DOOR, {"login": email_of(member), "password": PASSWORD, "next": where})
    assert answer["Location"].startswith("/en/"), answer["Location"]
    answer = client.post("/en/sign-out/", {"next": where})
    assert answer["Location"].startswith("/en/"), answer["Location"]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("password", ["kjqwz", "elevenchars", "password1234"])
def test_a_weak_password_is_refused_in_the_readers_language(password: str, language: str, stranger: Person) -> None:
    token = new_token()
    person = make_newcomer()
    invite_person(actor=SYSTEM, person=person, token=token)
    with override(language):
        answer = browser().post(f"/{language}/invitation/{token}/", {"email": "new@example.org", "password": password})
    assert answer.status_code == 422
    assert not Account.objects.filter(person=person).exists()
    letters = re.search("[\u0600-\u06ff]", re.sub(r"(?s)<head>.*?</head>", "", answer.content.decode()))
    assert bool(letters) == (language == "ar") or language == "en"
    assert "new@example.org" in answer.content.decode(), "what was typed is still there"
    assert password not in answer.content.decode(), "but never the password"


def make_newcomer() -> Person:
    return add_person(actor=SYSTEM, name="Nour New-Invented")


def test_a_link_works_once_whoever_is_second(stranger: Person) -> None:
    token, person = new_token(), make_newcomer()
    invite_person(actor=SYSTEM, person=person, token=token)
    first, second = browser(), browser()
    assert second.get(f"/en/invitation/{token}/").status_code == 200
    first.post(f"/en/invitation/{token}/", {"email": "one@example.org", "password": PASSWORD})
    answer = second.post(f"/en/invitation/{token}/", {"email": "two@example.org", "password": PASSWORD})
    assert Account.objects.get(person=person).email == "one@example.org"
    assert "two@example.org" not in answer.content.decode()


def test_a_person_without_an_account_is_not_made_known_by_signing_in(room: Any) -> None:
    make_person("Zaki Known-Invented", "member")
    answer = try_to_sign_in(browser(), "zaki@example.org", "whatever it may be")
    assert "Zaki" not in answer.content.decode()


@pytest.mark.parametrize("key", ['"abcdefgh\\000"', "é" * 9, "a" * 5000, "../../../etc", "x"])
def test_a_cookie_that_we_never_set_is_a_visitors(key: str, room: Any) -> None:
    answer = browser().get("/en/desk/", headers={"cookie": f"session={key}; known={key}; csrf={key}; messages={key}"})
    assert answer.status_code == 302
    assert "/sign-in/" in answer["Location"]
