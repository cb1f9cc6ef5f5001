"""Two-step sign-in: six digits from a phone, recovery codes, and nowhere to go without them (S03)."""

import base64
import re
from collections.abc import Callable
from typing import Any

from django.test import Client
from time_machine import Traveller

from supportroom.people.models import Account, Person, RecoveryCode, SecondFactor, UsedCode
from supportroom.people.second_factor import code_at, digest_of_code, key_from, new_codes, this_step
from tests.factories.personas import PASSWORD

SignIn = Callable[[Person], Client]
STEPS = "/en/settings/two-steps/"


def login_of(person: Person) -> dict[str, str]:
    return {"login": Account.objects.get(person=person).email, "password": PASSWORD}


def key_shown(page: str) -> bytes:
    shown = re.search(r'<code class="key" dir="ltr">([A-Z2-7 ]+)</code>', page)
    assert shown
    return base64.b32decode(shown[1].replace(" ", ""))


def code_of(person: Person, later: int = 0) -> str:
    seed = SecondFactor.objects.get(account__person=person).seed
    return code_at(key_from(seed), this_step() + later)


def with_phone(person: Person) -> list[str]:
    """Set up two-step sign-in as the person does; give the recovery codes that were shown."""
    browser = Client()
    browser.post("/en/sign-in/", login_of(person))
    key = key_shown(browser.get(STEPS).content.decode())
    shown = browser.post(STEPS, {"code": code_at(key, this_step())}).content.decode()
    return re.findall(r'<code class="key">([^<]+)</code>', shown)


def test_s03_setting_up_and_signing_in_with_a_code_in_both_languages(clock: Traveller, member: Person) -> None:
    codes = with_phone(member)
    assert len(set(codes)) == 10
    assert {digest_of_code(code) for code in codes} == set(RecoveryCode.objects.values_list("digest", flat=True))
    for language in ("ar", "en"):
        clock.shift(60)
        browser = Client()
        answer = browser.post(f"/{language}/sign-in/", {**login_of(member), "next": f"/{language}/rounds/"})
        assert browser.get("/en/desk/").status_code == 302, "the password alone lets nobody in"
        assert "<script" not in browser.get(answer["Location"]).content.decode()
        answer = browser.post(answer["Location"], {"code": f" {code_of(member)[:3]} {code_of(member)[3:]}"})
        assert answer["Location"] == f"/{language}/rounds/"
        assert browser.get("/en/desk/").status_code == 200


def test_s03_a_code_is_taken_once_and_half_a_minute_around(clock: Traveller, member: Person) -> None:
    with_phone(member)
    taken = {}
    for later in (-2, -1, 0, 1, 2):
        clock.shift(300)
        taken[later] = _is_let_in(member, code_of(member, later))
    assert taken == {-2: False, -1: True, 0: True, 1: True, 2: False}
    clock.shift(300)
    again = code_of(member)
    assert _is_let_in(member, again)
    assert not _is_let_in(member, again), "replayed"
    clock.shift(60)
    assert not _is_let_in(member, again)
    assert not UsedCode.objects.filter(digest__contains=again).exists(), "neither the code nor its minute is kept"
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    clock.shift(300)
    assert _is_let_in(member, code_of(member).translate(arabic)), "as an Arabic keyboard types it"


def _is_let_in(person: Person, code: str) -> bool:
    browser = Client()
    browser.post("/en/sign-in/", login_of(person))
    browser.post("/en/sign-in/code/", {"code": code})
    return browser.get("/en/desk/").status_code == 200


def test_s03_a_recovery_code_works_once_and_new_ones_end_the_old(clock: Traveller, member: Person) -> None:
    first, second, *_rest = with_phone(member)
    clock.shift(60)
    browser = Client()
    browser.post("/en/sign-in/", login_of(member))
    browser.post("/en/sign-in/code/", {"code": first.upper()})
    assert browser.get("/en/desk/").status_code == 200
    assert "9 recovery codes left" in browser.get(STEPS).content.decode()
    clock.shift(60)
    assert not _is_let_in(member, first)
    fresh = browser.post(f"{STEPS}codes/").content.decode()
    assert len(re.findall(r'<code class="key">', fresh)) == 10
    clock.shift(60)
    assert not _is_let_in(member, second)


def test_s03_a_room_that_requires_it_leads_nowhere_else(settings: Any, member: Person) -> None:
    settings.SECOND_FACTOR = "required"
    browser = Client()
    browser.post("/en/sign-in/", login_of(member))
    for page in ("desk/", "rounds/", "", "settings/", "profile/", "settings/devices/", "search/"):
        assert browser.get(f"/en/{page}")["Location"] == STEPS, page
    assert browser.post("/en/profile/", {}).status_code == 302
    page = browser.get(STEPS).content.decode()
    assert browser.get(f"{STEPS}picture.svg")["Content-Type"] == "image/svg+xml"
    assert browser.get("/en/sign-out/").status_code == 200
    browser.post(STEPS, {"code": code_at(key_shown(page), this_step())})
    assert browser.get("/en/desk/").status_code == 200, "and whoever has it goes on"


def test_s03_the_database_alone_makes_no_code(member: Person, settings: Any) -> None:
    with_phone(member)
    kept = SecondFactor.objects.get(account__person=member)
    right = code_of(member)
    settings.SECRET_KEY, mine = "the thief has another key", settings.SECRET_KEY
    assert code_of(member) != right
    settings.SECRET_KEY_FALLBACKS = [mine]
    assert _is_let_in(member, code_at(key_from(kept.seed, mine), this_step() + 1)), "an earlier key goes on"
    assert all(len(code) == 16 and len(set(code)) > 4 for code in new_codes())


def test_s03_the_codes_are_those_of_the_standard() -> None:
    key = b"12345678901234567890"  # RFC 6238, appendix B, its last six digits
    shown = {59: "287082", 1111111109: "081804", 1234567890: "005924", 2000000000: "279037", 20000000000: "353130"}
    assert {moment: code_at(key, moment // 30) for moment in shown} == shown


def test_s03_moving_to_another_phone_ends_the_first_and_every_other_session(clock: Traveller, member: Person) -> None:
    with_phone(member)
    clock.shift(60)
    here, there = Client(), Client()
    for browser in (here, there):
        browser.post("/en/sign-in/", login_of(member))
        browser.post("/en/sign-in/code/", {"code": code_of(member)})
        clock.shift(60)
    old = SecondFactor.objects.get(account__person=member).seed
    key = key_shown(here.get(STEPS).content.decode())
    assert here.post(STEPS, {"code": code_at(key_from(old), this_step())}).status_code == 422, "a code of the old one"
    assert here.post(STEPS, {"code": code_at(key, this_step())}).status_code == 200
    assert here.get("/en/desk/").status_code == 200
    assert there.get("/en/desk/").status_code == 302
    clock.shift(60)
    assert not _is_let_in(member, code_at(key_from(old), this_step()))
