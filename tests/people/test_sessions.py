"""Sessions: where one is signed in, how they end, and the password once more before what is sensitive (S05, S06)."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from time_machine import Traveller

from supportroom.people import actions
from supportroom.people.ending import end_sessions
from supportroom.people.models import Account, Person, SignedIn
from supportroom.people.sessions import SessionStore, digest_of_key
from tests.factories.personas import PASSWORD, actor_of

SignIn = Callable[[Person], Client]
BY_ITSELF = {"X-By-Itself": "1"}
PACKAGE = Path(__file__).resolve().parents[2] / "supportroom"
NEW = "lanterns on the river at dusk"


@pytest.fixture
def watched(settings: Any) -> None:
    """Watch sessions as a room in production does."""
    settings.IDLE_SECONDS, settings.CONFIRM_SECONDS = 20 * 60, 5 * 60


def signed_in(person: Person, agent: str = "") -> Client:
    browser = Client(headers={"user-agent": agent})
    browser.post("/en/sign-in/", {"login": Account.objects.get(person=person).email, "password": PASSWORD})
    return browser


def is_in(browser: Client) -> bool:
    return browser.get("/en/desk/").status_code == 200


def test_s05_devices_are_listed_by_name_and_day_and_ended_one_or_all(member: Person, stranger: Person) -> None:
    phone = signed_in(member, "Mozilla/5.0 (Linux; Android 14; Canary 7) Mobile Safari")
    laptop, other = signed_in(member, "Mozilla/5.0 (X11; Linux) Canary"), signed_in(stranger)
    page = laptop.get("/en/settings/devices/").content.decode()
    assert "Phone" in page
    assert "Computer" in page
    assert "Canary" not in page + "".join(row.session_data for row in SignedIn.objects.all())
    assert not re.search(r"\d\d:\d\d", page), "the day, never the hour"
    laptop.post("/en/settings/devices/", {"name": "حاسوبي القديم"})
    assert "حاسوبي القديم" in phone.get("/en/settings/devices/").content.decode()
    which = digest_of_key(phone.cookies["session"].value)
    other.post("/en/settings/devices/end/", {"which": which})
    assert is_in(phone), "nobody ends somebody else's"
    laptop.post("/en/settings/devices/end/", {"which": which})
    assert (is_in(phone), is_in(laptop)) == (False, True)
    again = signed_in(member)
    again.post("/en/settings/devices/end/", {"which": "others"})
    assert (is_in(laptop), is_in(again), is_in(other)) == (False, True, True)
    again.post("/en/settings/devices/leave-everywhere/")
    assert not is_in(again)
    assert not SignedIn.objects.filter(account__person=member).exists()


def test_s05_a_name_given_once_comes_back_with_the_browser(member: Person) -> None:
    browser = signed_in(member)
    browser.post("/en/settings/devices/", {"name": "my old phone"})
    browser.post("/en/sign-out/")
    browser.post("/en/sign-in/", {"login": Account.objects.get(person=member).email, "password": PASSWORD})
    assert "my old phone" in browser.get("/en/settings/devices/").content.decode()


@pytest.mark.writes_outside_actions  # locking is what `safety` does in its own actions
def test_s05_every_change_of_the_way_in_ends_what_was_signed_in(member: Person, team: Person) -> None:
    account = Account.objects.get(person=member)
    changes: dict[str, Callable[[], object]] = {
        "password": lambda: actions.change_password(actor=actor_of(member), account=account, password=NEW),
        "second factor": lambda: actions.set_up_second_factor(
            actor=actor_of(member), account=account, seed="s", codes=["a"]
        ),
        "role given": lambda: actions.give_role(actor=actor_of(team), person=member, role="observer"),
        "role taken": lambda: actions.take_role(
            actor=actor_of(team), person=Person.objects.get(pk=member.pk), role="observer"
        ),
        "left everywhere": lambda: actions.leave_everywhere(actor=actor_of(member), account=account),
        "deactivated": lambda: Account.objects.filter(pk=account.pk).update(is_active=False),
    }
    for change, make in changes.items():
        browser = Client()
        browser.force_login(Account.objects.get(pk=account.pk))
        assert is_in(browser), change
        make()
        for page in ("/en/desk/", "/en/settings/", "/en/rounds/"):
            assert browser.get(page).status_code == 302, f"{change}: {page}"
        assert browser.post("/en/profile/", {}).status_code == 302, change
    with pytest.raises(RuntimeError):
        end_sessions(account)


def test_s05_who_was_away_gives_the_password_and_loses_nothing(watched: None, clock: Traveller, member: Person) -> None:
    browser = signed_in(member)
    for _turn in range(3):
        clock.shift(timedelta(minutes=19))
        assert is_in(browser), "every page counts"
    clock.shift(timedelta(minutes=21))
    answer = browser.get("/en/desk/")
    assert answer.status_code == 403
    assert "Salma" not in answer.content.decode()
    typed = {"language": "en", "time_zone": "Europe/Zurich", "once": "k1"}
    page = browser.post("/en/settings/", typed)
    assert page.status_code == 403
    assert 'value="Europe/Zurich"' in page.content.decode(), "what was typed waits"
    assert browser.post("/en/settings/", {**typed, "confirm-password": "wrong"}).status_code == 403
    clock.shift(2)
    assert browser.post("/en/settings/", {**typed, "confirm-password": PASSWORD}).status_code == 302
    member.refresh_from_db()
    assert member.time_zone == "Europe/Zurich"
    assert is_in(browser)
    assert browser.get("/en/desk/", headers={"HX-Request": "true"}).status_code == 200
    clock.shift(timedelta(minutes=21))
    piece = browser.get("/en/desk/", headers={"HX-Request": "true"})
    assert (piece.status_code, piece.content, piece["X-Confirm"]) == (403, b"", "password")
    assert "HX-Refresh" not in piece, "a page that is loaded again has lost what was typed in it"
    assert browser.get("/en/sign-out/").status_code == 200, "one can always leave"


def test_s05_what_a_page_asks_for_by_itself_is_no_sign_that_somebody_is_here(
    watched: None, clock: Traveller, member: Person
) -> None:
    browser = signed_in(member)
    for _turn in range(10):
        clock.shift(timedelta(minutes=2))
        assert browser.get("/en/desk/", headers=BY_ITSELF).status_code == 200
    clock.shift(timedelta(minutes=1))
    for headers in (BY_ITSELF, {**BY_ITSELF, "HX-Request": "true"}):
        answer = browser.get("/en/desk/", headers=headers)
        assert (answer.status_code, answer.content, answer["X-Confirm"]) == (403, b"", "password")
        assert "HX-Refresh" not in answer
    assert browser.get("/en/desk/").status_code == 403
    back = browser.post("/en/desk/", {"confirm-password": PASSWORD, "confirm-reading": "yes"})
    assert back["Location"] == "/en/desk/"
    assert browser.get("/en/desk/", headers=BY_ITSELF).status_code == 200


def test_s05_every_script_that_fetches_a_page_by_itself_says_so() -> None:
    """A poll that a newcomer writes in a template says so without being told; what a script fetches has to."""
    away = (PACKAGE / "web/static/web/js/away.js").read_text()
    board = (PACKAGE / "points/static/points/live.js").read_text()
    assert re.search(r"""htmx:configRequest.*\n.*isTrusted.*"X-By-Itself"\]""", away)
    assert 'fetch(location.href, { headers: { Accept: "text/html", "X-By-Itself": "1" } })' in board
    assert "web/js/away.js" in (PACKAGE / "web/templates/web/live.html").read_text()
    loads = {path for path in PACKAGE.glob("*/templates/**/*.html") if "htmx-2.min.js" in path.read_text()}
    assert {path.name for path in loads} == {"live.html"}, "htmx never comes without it"


def test_s05_twelve_hours_end_a_session_and_a_cookie_put_back_begins_none(
    watched: None, clock: Traveller, member: Person
) -> None:
    browser = signed_in(member)
    early = browser.cookies["moments"].value
    for _turn in range(47):
        clock.shift(timedelta(minutes=15))
        assert is_in(browser)
    clock.shift(timedelta(minutes=16))
    assert not is_in(browser)
    thief, owner = Client(), signed_in(member)
    thief.cookies["session"] = owner.cookies["session"].value
    assert not is_in(thief), "the key alone, without its moments"
    for moments in (early, "made.up", owner.cookies["moments"].value[:-2]):
        thief.cookies["session"], thief.cookies["moments"] = owner.cookies["session"].value, moments
        assert not is_in(thief), moments
    assert not is_in(Client())


def test_s05_what_is_sensitive_asks_for_the_password_after_five_minutes(
    watched: None, clock: Traveller, member: Person, team: Person
) -> None:
    browser = signed_in(team)
    assert browser.get("/en/people/").status_code == 200
    clock.shift(timedelta(minutes=6))
    assert browser.get("/en/people/").status_code == 403
    assert browser.get("/en/desk/").status_code == 200, "the rest goes on"
    answer = browser.post("/en/people/?find=Salma", {"confirm-password": PASSWORD, "confirm-reading": "yes"})
    assert answer["Location"] == "/en/people/?find=Salma"
    assert browser.get("/en/people/?find=Salma").status_code == 200
    own = signed_in(member)
    clock.shift(timedelta(minutes=6))
    for page in ("password/", "settings/two-steps/"):
        assert own.get(f"/en/{page}").status_code == 403, page
    assert own.post("/en/password/", {"password": NEW}).status_code == 403
    assert own.post("/en/password/", {"password": NEW, "confirm-password": PASSWORD}).status_code == 302
    assert Account.objects.get(person=member).check_password(NEW)


def test_s05_what_is_kept_of_a_session_does_not_say_when_it_was_written(clock: Traveller, member: Person) -> None:
    """Django's own signature holds the second: a thief with the disk read from it who signed in when."""
    browser = signed_in(member)
    row, store = SignedIn.objects.get(), SessionStore(browser.cookies["session"].value)
    kept = store.load()
    clock.shift(timedelta(hours=2, seconds=7))
    assert store.encode(kept) == row.session_data == store.encode(store.decode(row.session_data))
    assert store.decode(signing.dumps(kept, salt=store.key_salt)) == store.decode("made up") == {}


def test_s06_cookies_are_closed_and_the_key_is_nowhere_in_the_database(member: Person, settings: Any) -> None:
    before = Client()
    before.get("/en/sign-in/")
    browser = signed_in(member)
    key = browser.cookies["session"].value
    row = SignedIn.objects.get()
    assert row.session_key == digest_of_key(key) != key
    assert key not in row.session_data
    assert row.account_id == Account.objects.get(person=member).pk
    assert (row.expire_date.minute, row.expire_date.second) == (0, 0)
    thief = Client()
    thief.cookies["session"] = row.session_key
    assert not is_in(thief), "what a copy of the database holds opens nothing"
    for name in ("session", "moments", "known", "csrf"):
        cookie = (browser if name != "csrf" else before).cookies[name]
        assert cookie["httponly"], name
        assert cookie["samesite"] in ("Lax", "Strict"), name
        assert cookie["path"] == "/", name
        assert not cookie["domain"], name
    browser.post("/en/sign-in/", {"login": Account.objects.get(person=member).email, "password": PASSWORD})
    assert browser.cookies["session"].value != key, "a new key at every sign-in"
    assert timezone.now() < row.expire_date
    assert reverse("account_login") == "/ar/sign-in/"
