"""Limits for each account and for all visitors together, never by where somebody comes from (S39)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.people.models import Person
from supportroom.room.models import Room
from supportroom.web import limits
from supportroom.web.limits import Bucket, Buckets, Limit

SignIn = Callable[[Person], Client]
Moments = list[float]
pytestmark = pytest.mark.either_database


@pytest.fixture
def moments(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Moments:
    """Limits that are on, as narrow as a test needs them, by a clock that the test moves."""
    settings.LIMITS_ARE_ON = True
    shown = [0.0]
    for name, limit in limits.LIMITS.items():
        narrow = Limit(limit.account and (0.1, 2.0), limit.visitors and (0.1, 2.0))
        monkeypatch.setitem(limits.LIMITS, name, narrow)
    monkeypatch.setattr(limits, "buckets", Buckets(lambda: shown[0]))
    return shown


def address(name: str, *parts: str) -> str:
    with override("en"):
        return reverse(name, args=parts)


def test_s39_a_bucket_gives_what_was_saved_up_then_says_when_to_come_again() -> None:
    moments = [0.0]
    bucket = Bucket(2.0, 3.0, lambda: moments[0])
    assert [bucket.take() for _each in range(5)] == [0, 0, 0, 1, 1]
    moments[0] = 0.5
    assert [bucket.take(), bucket.take()] == [0, 1]
    moments[0] = 1000.0
    assert [bucket.take() for _each in range(4)] == [0, 0, 0, 1]


@pytest.mark.django_db
def test_s39_two_accounts_do_not_disturb_each_other_and_the_time_told_is_true(
    room: Room, member: Person, team: Person, sign_in: SignIn, moments: Moments
) -> None:
    form = {"language": "en", "time_zone": "UTC"}
    mine, theirs = sign_in(member), sign_in(team)
    page = address("people:own_settings")
    assert [mine.post(page, form).status_code for _each in range(3)] == [302, 302, 429]
    assert theirs.post(page, form).status_code == 302, "another account"
    assert mine.get(page).status_code == 200, "reading goes on"
    wait = int(mine.post(page, form)["Retry-After"])
    moments[0] = wait - 0.5
    assert mine.post(page, form).status_code == 429
    moments[0] = float(wait)
    assert mine.post(page, form).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ar", "en"])
def test_s39_what_was_typed_is_still_there_and_is_sent_again_by_a_button(
    room: Room, member: Person, sign_in: SignIn, moments: Moments, language: str
) -> None:
    mine = sign_in(member)
    page = f"/{language}/settings/"
    form = {"language": "en", "time_zone": "Asia/Amman", "words": ['a "first" <b>', "second"], "password": "x1y2"}
    answer = [mine.post(page, form) for _each in range(3)][-1]
    said = answer.content.decode()
    assert (answer.status_code, answer["Content-Language"]) == (429, language)
    assert 'name="time_zone" value="Asia/Amman"' in said
    assert 'name="words" value="a &#34;first&#34; &lt;b&gt;"' in said
    assert 'name="words" value="second"' in said
    assert f'action="{page}"' in said
    assert "csrfmiddlewaretoken" in said
    assert "x1y2" not in said


@pytest.mark.django_db
def test_s39_visitors_share_a_bucket_for_each_form_and_keep_nobody_else_out(
    room: Room, member: Person, sign_in: SignIn, client: Client, moments: Moments
) -> None:
    page, other = address("newsletter:subscribe"), address("newsletter:leave", "a-link")
    addresses = [f"10.0.0.{n}" for n in range(3)]
    said = [client.post(page, {}, REMOTE_ADDR=where).status_code for where in addresses]
    assert said == [422, 422, 429], "by no address"
    assert client.post(other, {}).status_code != 429
    assert sign_in(member).post(page, {}).status_code == 422
    hammered = [client.post(f"/en/invitation/{'x' * 30}/", {}).status_code for _each in range(3)]
    assert hammered[-1] == 429
    assert client.post(f"/en/invitation/{'y' * 30}/", {}).status_code != 429, "another link"
    doors = [
        client.post(address(name), {}).status_code for name in ("account_login", "account_code") for _each in "abcd"
    ]
    assert 429 not in doors, "signing in has delays of its own (S07): nobody is kept out by a flood"


@pytest.mark.django_db
@pytest.mark.parametrize("of", ["search:search", "glossary:term_export csv"])
@pytest.mark.usefixtures("room", "moments")
def test_s39_what_costs_much_to_answer_is_counted_when_it_is_read(
    member: Person, sign_in: SignIn, client: Client, of: str
) -> None:
    page = address(*of.split())
    answers = [client.get(page) for _each in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert (answers[-1]["Retry-After"], "Too many at once" in answers[-1].content.decode()) == ("10", True)
    mine = sign_in(member)
    assert [mine.get(page).status_code for _each in range(3)] == [200, 200, 429]


@pytest.mark.django_db
def test_s39_without_limits_nobody_is_held_up(room: Room, client: Client, moments: Moments, settings: Any) -> None:
    settings.LIMITS_ARE_ON = False
    assert {client.get(address("search:search")).status_code for _each in range(5)} == {200}


def test_s39_who_did_not_come_for_longest_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_BUCKETS", 2)
    monkeypatch.setitem(limits.LIMITS, "posts", Limit((0.1, 1.0), None))
    kept = Buckets(lambda: 0.0)
    waits = [kept.take("posts", who, is_account=True) for who in ("a", "b", "a", "c", "a", "b")]
    assert waits == [0, 0, 10, 0, 10, 0]
