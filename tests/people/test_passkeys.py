"""A passkey in place of the six digits, for who has one: never the only way, never for anybody else (S03, S07, S35)."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from time_machine import Traveller

from supportroom.journal.models import Entry, Untold
from supportroom.kernel.actors import VISITOR
from supportroom.kernel.errors import Denied, DomainError
from supportroom.people.actions import add_passkey, ask_recovery, open_recovery, second_recovery, use_recovery
from supportroom.people.models import Account, Passkey, Person, Wait
from supportroom.people.passkeys import Held
from supportroom.people.tokens import new_token
from supportroom.protection.retention import overdue
from supportroom.safety.actions import close_account
from tests.factories.passkeys import MAKE, Device, asked_on, hidden_on, is_asked_for
from tests.factories.personas import actor_of, make_person
from tests.people.test_second_factor import code_of, login_of, with_phone

LIST = "/en/settings/two-steps/passkeys/"
CODE, PASSKEY = "/en/sign-in/code/", "/en/sign-in/passkey/"


def half_way(person: Person, **browser: Any) -> Client:
    """Give a browser in which the password was given, and nothing more."""
    client = Client(**browser)
    client.post("/en/sign-in/", login_of(person))
    return client


def is_in(browser: Client) -> bool:
    return browser.get("/en/desk/").status_code == 200


def entered(clock: Traveller, person: Person) -> Client:
    """Give a browser that is in by the six digits."""
    clock.shift(100)
    browser = half_way(person)
    browser.post(CODE, {"code": code_of(person)})
    assert is_in(browser)
    return browser


def add(browser: Client, device: Device, name: str = "blue key", **other: Any) -> Any:
    """Add a device's passkey as the pages do it."""
    page = browser.post(LIST, {"name": name}).content.decode()
    sent = {"name": name, "made": hidden_on(page, "made"), "answer": device.added(asked_on(page), **other)}
    return browser.post(f"{LIST}add/", sent)


def with_passkey(clock: Traveller, person: Person, **device: Any) -> Device:
    """Set up the six digits and one passkey."""
    with_phone(person)
    made = Device(**device)
    browser = entered(clock, person)
    assert add(browser, made)["Location"] == LIST
    assert is_in(browser)
    clock.shift(100)
    return made


def tried(browser: Client, answer: str) -> bool:
    """Send what a device signed; tell whether it let somebody in, and that the code can be typed where it did not."""
    said = browser.post(PASSKEY, {"answer": answer})
    if said.status_code == 302:
        return is_in(browser)
    assert said.status_code == 422
    assert 'name="code"' in said.content.decode()
    return False


def test_s03_a_passkey_stands_in_for_the_code_and_the_code_goes_on(clock: Traveller, member: Person) -> None:
    device = with_passkey(clock, member)
    browser = half_way(member)
    page = browser.get(CODE)
    asked = asked_on(page.content.decode())
    assert asked["rpId"] == "testserver"
    assert asked["userVerification"] == "preferred"
    assert is_asked_for(device.credential, asked)
    assert not is_in(browser), "the password alone lets nobody in"
    answer = browser.post(PASSKEY, {"answer": device.signed(asked), "next": "/en/rounds/"})
    assert answer["Location"] == "/en/rounds/"
    assert is_in(browser)
    assert is_in(entered(clock, member)), "and so does the code"
    assert "since" in browser.get("/en/settings/devices/").content.decode(), "a device like any other"


def test_s03_the_device_learns_nothing_and_the_room_keeps_no_moment(clock: Traveller, member: Person) -> None:
    with_phone(member)
    browser = entered(clock, member)
    asked = [asked_on(browser.post(LIST, {"name": "blue key"}).content.decode()) for _time in range(2)]
    assert asked[0]["user"]["name"] == asked[0]["user"]["displayName"] == asked[0]["rp"]["name"] == "Room"
    assert asked[0]["user"]["id"] != asked[1]["user"]["id"], "random each time"
    assert asked[0]["challenge"] != asked[1]["challenge"]
    assert asked[0]["attestation"] == "none"
    assert not any(word in json.dumps(asked) for word in (member.name, Account.objects.get(person=member).email))
    add(browser, Device())
    row = Passkey.objects.values().get()
    assert set(row) == {"id", "account_id", "name", "host", "credential", "public_key", "sign_count"}
    assert MAKE.hex() not in str(row), "nor the make of the device"


def test_s03_what_is_not_right_lets_nobody_in(clock: Traveller, member: Person, stranger: Person) -> None:
    """Wrong origin, challenge, kind, address and key; a replay; nonsense; and each challenge is good for one answer."""
    device, theirs = with_passkey(clock, member), with_passkey(clock, stranger)
    wrongs: list[dict[str, Any]] = [
        {"origin": "https://testserver"},
        {"origin": "http://testserver:8000"},
        {"origin": "http://evil.testserver"},
        {"challenge": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
        {"type": "webauthn.create"},
    ]
    browser = half_way(member)
    for wrong in wrongs:
        clock.shift(50)
        browser = half_way(member)
        assert not tried(browser, device.signed(asked_on(browser.get(CODE).content.decode()), **wrong)), wrong
    clock.shift(50)
    browser = half_way(member)
    asked = asked_on(browser.get(CODE).content.decode())
    assert not tried(browser, theirs.signed(asked)), "of another account"
    clock.shift(50)
    assert not tried(browser, device.signed(asked)), "that challenge is gone with the first answer"
    clock.shift(50)
    asked = asked_on(browser.get(CODE).content.decode())
    assert not tried(browser, device.signed(asked | {"rpId": "elsewhere"})), "of another address"
    for nonsense in ("", "{}", "[" * 3000, "null", '{"id": 1}', "\ud800".encode("utf-8", "replace").decode()):
        clock.shift(50)
        browser = half_way(member)
        assert not tried(browser, nonsense)
    clock.shift(50)
    browser = half_way(member)
    right = device.signed(asked_on(browser.get(CODE).content.decode()))
    assert tried(browser, right)
    clock.shift(50)
    assert not tried(half_way(member), right), "replayed"


def test_s03_a_copied_passkey_is_refused(clock: Traveller, member: Person) -> None:
    device = with_passkey(clock, member)
    copied = Device(credential=device.credential, key=device.key)
    for each, is_right in ((device, True), (device, True), (copied, False)):
        clock.shift(50)
        browser = half_way(member)
        assert tried(browser, each.signed(asked_on(browser.get(CODE).content.decode()))) is is_right
    uncounted = Device(step=0)
    add(entered(clock, member), uncounted)
    for _time in range(2):
        clock.shift(50)
        browser = half_way(member)
        assert tried(browser, uncounted.signed(asked_on(browser.get(CODE).content.decode()))), "it never counts"


def test_s03_without_the_password_or_after_minutes_there_is_nothing_to_answer(clock: Traveller, member: Person) -> None:
    device = with_passkey(clock, member)
    asked = asked_on(half_way(member).get(CODE).content.decode())
    stranger = Client()
    assert stranger.post(PASSKEY, {"answer": device.signed(asked)})["Location"] == "/en/sign-in/"
    assert not is_in(stranger)
    late = half_way(member)
    answer = device.signed(asked_on(late.get(CODE).content.decode()))
    clock.shift(301)
    assert late.post(PASSKEY, {"answer": answer})["Location"] == "/en/sign-in/"
    browser = entered(clock, member)
    page, other = browser.post(LIST, {"name": "late"}).content.decode(), Device()
    sent = {"name": "late", "made": hidden_on(page, "made"), "answer": other.added(asked_on(page))}
    clock.shift(301)
    browser.post(f"{LIST}add/", sent)
    clock.shift(-200)
    browser.post(f"{LIST}add/", sent)
    assert not Passkey.objects.filter(name="late").exists(), "too late, and then used up"


def test_s03_adding_and_taking_away_end_other_sessions_and_are_told(clock: Traveller, member: Person) -> None:
    with_phone(member)
    here, there = entered(clock, member), entered(clock, member)
    device = Device()
    add(here, device)
    assert is_in(here)
    assert not is_in(there)
    assert "blue key" in here.get(LIST).content.decode()
    assert Entry.objects.filter(action="people.add_passkey", thing=f"people.person:{member.pk}").exists()
    assert Untold.objects.filter(entry__action="people.add_passkey").exists(), "the person is told"
    add(here, device)
    add(here, Device(), origin="http://evil.example")
    assert Passkey.objects.count() == 1, "the same once more, and one made for another page"
    there = entered(clock, member)
    here.post(f"{LIST}remove/", {"which": Passkey.objects.get().pk})
    assert (is_in(here), is_in(there)) == (True, False)
    assert Entry.objects.filter(action="people.remove_passkey").exists()
    clock.shift(50)
    browser = half_way(member)
    assert "data-asked" not in browser.get(CODE).content.decode()
    forged = {"challenge": "AAAA", "rpId": "testserver"}
    assert not tried(browser, device.signed(forged))


def test_s03_it_is_ones_own_alone_and_the_code_comes_first(
    clock: Traveller, member: Person, stranger: Person, settings: Any
) -> None:
    with_passkey(clock, member)
    passkey, account = Passkey.objects.get(), Account.objects.get(person=stranger)
    other = half_way(stranger)
    assert is_in(other)
    other.post(f"{LIST}remove/", {"which": passkey.pk})
    assert Passkey.objects.exists(), "nobody takes another's away"
    assert "Set up two-step sign-in first" in other.get(LIST).content.decode()
    held = Held("ff", "a0", 0)
    with pytest.raises(DomainError, match="no_code_yet"):
        add_passkey(actor=actor_of(stranger), account=account, name="x", host="testserver", held=held)
    with pytest.raises(Denied):
        add_passkey(actor=actor_of(member), account=account, name="x", host="testserver", held=held)
    settings.CONFIRM_SECONDS = 300
    browser = entered(clock, member)
    clock.shift(301)
    for address in (LIST, f"{LIST}add/", f"{LIST}remove/"):
        assert "confirm-password" in browser.post(address, {"name": "x"}).content.decode(), address


def test_s03_recovery_and_closing_take_passkeys_away(clock: Traveller, member: Person, team: Person) -> None:
    with_passkey(clock, member)
    token, second = new_token(), make_person("Second of the Team", "team")
    recovery = ask_recovery(actor=actor_of(team), person=member)
    recovery = second_recovery(actor=actor_of(second), recovery=recovery)
    clock.shift(24 * 3600 + 1)
    recovery = open_recovery(actor=actor_of(team), recovery=recovery, token=token)
    use_recovery(actor=VISITOR, recovery=recovery, password="lanterns on the river at dusk")
    assert not Passkey.objects.exists()
    account = Account.objects.get(person=member)
    Passkey.objects.create(account=account, name="new one", host="testserver", credential="ff", public_key="a0")
    assert overdue()["people.passkeys"] == 1, "one without the code beside it would be seen"
    close_account(actor=actor_of(member), person=member)
    assert not Passkey.objects.exists()


def test_s03_another_address_of_the_room_offers_no_passkey_and_says_so(
    clock: Traveller, member: Person, settings: Any
) -> None:
    with_passkey(clock, member)
    settings.ALLOWED_HOSTS = ["testserver", "room.onion", "10.0.0.1"]
    there = half_way(member, SERVER_NAME="room.onion")
    page = there.get(CODE).content.decode()
    assert "another address of the room" in page
    assert "data-asked" not in page
    assert "<script" not in page
    there.post(CODE, {"code": code_of(member)})
    assert "works under" in there.get(LIST).content.decode()
    clock.shift(100)
    by_number = half_way(member, SERVER_NAME="10.0.0.1")
    by_number.post(CODE, {"code": code_of(member)})
    assert "no passkeys under an address of numbers" in by_number.get(LIST).content.decode()


def test_s07_tries_by_passkey_and_by_code_share_one_wait(clock: Traveller, member: Person) -> None:
    device = with_passkey(clock, member)
    browser = half_way(member)
    Wait.objects.all().delete()
    assert not tried(browser, "{}")
    right = device.signed(asked_on(browser.get(CODE).content.decode()))
    said = browser.post(PASSKEY, {"answer": right}).content.decode()
    assert "seconds" in said, "a right one waits as well after a wrong one"
    assert "seconds" in browser.post(CODE, {"code": code_of(member)}).content.decode()
    assert Wait.objects.count() == 1
    clock.shift(100)
    assert tried(browser, device.signed(asked_on(browser.get(CODE).content.decode())))


def test_s35_only_the_pages_that_ask_may_ask_a_device(clock: Traveller, member: Person) -> None:
    with_passkey(clock, member)
    browser = half_way(member)
    may = "publickey-credentials-get=(self)"
    page = browser.get(CODE)
    assert may in page["Permissions-Policy"]
    scripts = re.findall(r"<script[^>]*>", page.content.decode())
    assert len(scripts) == 1
    assert "passkey" in scripts[0]
    assert re.search(r"<div data-passkey hidden>", page.content.decode()), "nothing is offered without the script"
    browser = entered(clock, member)
    assert may in browser.get(LIST)["Permissions-Policy"]
    for address in ("/en/desk/", "/en/settings/", "/en/sign-in/", "/nowhere/"):
        said = browser.get(address)["Permissions-Policy"]
        assert "publickey-credentials-get=()" in said, address
        assert "publickey-credentials-create=()" in said, address
