"""Pages of a discussion: in each language, to whom they may, with the same number of queries, whole and in pieces."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import Traveller

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.ids import spell
from supportroom.people.models import Account, Person
from supportroom.workroom.models import Mention, Post, Seen, Thread
from tests.answering import unanswered
from tests.factories.personas import PASSWORD
from tests.factories.workroom import a_thread, posted

SignIn = Callable[[Person], Client]
PAGES = [
    "groups/{group}/discussion/",
    "groups/{group}/discussion/?q=law",
    "groups/{group}/discussion/new/",
    "threads/{thread}/",
    "threads/{thread}/?from=1",
    "threads/{thread}/?quote={post}",
    "threads/{titled}/title/",
    "threads/{thread}/more/?after=0",
    "posts/{post}/edit/",
]
SWAP = {"HX-Request": "true"}


@pytest.fixture
def ids(thread: Thread, member: Person, rapporteur: Person) -> dict[str, str]:
    post = posted(thread, member, "I have found the law: https://example.org/law. @Karim, look\n\nIt is long.")
    posted(thread, rapporteur, "Where?", quotes=post, quote="found the law")
    titled = a_thread(thread.group, "Budget")
    named = {"group": thread.group_id, "thread": thread.pk, "post": post.pk, "titled": titled.pk}
    return {name: spell(pk) for name, pk in named.items()}


def test_every_page_answers_who_holds_a_seat_in_each_language(
    ids: dict[str, str], member: Person, sign_in: SignIn
) -> None:
    assert unanswered(sign_in(member), PAGES, ids) == []


@pytest.mark.parametrize("persona", ["stranger", "office", "interpreter", "observer", "addressee"])
def test_nobody_else_finds_a_discussion(
    persona: str, ids: dict[str, str], request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    browser = sign_in(request.getfixturevalue(persona))
    for page in PAGES:
        assert browser.get(f"/ar/{page.format(**ids)}").status_code == 404, page
    assert browser.post(f"/ar/threads/{ids['thread']}/", {"text": "Me too"}).status_code == 404
    assert Post.objects.count() == 2


def test_the_team_reads_and_writes(ids: dict[str, str], team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    assert browser.get(f"/en/threads/{ids['thread']}/").status_code == 200
    assert browser.post(f"/en/threads/{ids['thread']}/", {"text": "The room is booked."}).status_code == 302


def test_the_first_word_opens_the_general_thread(group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    browser, address = sign_in(member), f"/ar/groups/{spell(group.pk)}/discussion/general/"
    assert browser.get(address).status_code == 200
    assert not Thread.objects.exists()
    assert browser.post(address, {"text": ""}).status_code == 422
    assert not Thread.objects.exists()
    answer = browser.post(address, {"text": "مرحبا"})
    thread = Thread.objects.get()
    assert answer["Location"].startswith(f"/ar/threads/{spell(thread.pk)}/?from=1#post-1")
    assert browser.get(address)["Location"] == f"/ar/threads/{spell(thread.pk)}/"


def test_a_form_sent_twice_writes_once(thread: Thread, member: Person, sign_in: SignIn) -> None:
    browser, address = sign_in(member), f"/ar/threads/{spell(thread.pk)}/"
    for _ in range(2):
        browser.post(address, {"text": "Once", "once": "a-key"})
    assert Post.objects.count() == 1


def test_somebody_chosen_beside_the_field_is_spoken_to(
    thread: Thread, member: Person, rapporteur: Person, stranger: Person, sign_in: SignIn
) -> None:
    browser, address = sign_in(member), f"/en/threads/{spell(thread.pk)}/"
    browser.post(address, {"text": "Look", "mentions": [spell(rapporteur.pk)]})
    assert Mention.objects.get().person == rapporteur
    answer = browser.post(address, {"text": "You too", "mentions": [spell(stranger.pk)]})
    assert answer.status_code == 422
    assert b"You too" in answer.content
    assert Post.objects.count() == 1


def test_a_post_is_quoted_without_a_script(ids: dict[str, str], rapporteur: Person, sign_in: SignIn) -> None:
    browser, address = sign_in(rapporteur), f"/en/threads/{ids['thread']}/"
    page = browser.get(f"{address}?quote={ids['post']}").content.decode()
    assert f'name="quotes" value="{ids["post"]}"' in page
    browser.post(address, {"text": "Which page?", "quotes": ids["post"], "quote": "It is long."})
    assert Post.objects.get(position=3).quote == "It is long."
    refused = browser.post(address, {"text": "So", "quotes": ids["post"], "quote": "It is short."})
    assert refused.status_code == 422
    assert b"It is short." in refused.content


@pytest.mark.parametrize("word", ["000000000000", "nothing", "../../"])
def test_a_quote_of_what_is_not_there_is_refused(word: str, thread: Thread, member: Person, sign_in: SignIn) -> None:
    answer = sign_in(member).post(f"/en/threads/{spell(thread.pk)}/", {"text": "So", "quotes": word})
    assert answer.status_code == 422
    assert not Post.objects.exists()


def test_reading_writes_nothing_and_a_button_says_how_far(
    ids: dict[str, str], shielded_member: Person, sign_in: SignIn
) -> None:
    browser, address = sign_in(shielded_member), f"/en/threads/{ids['thread']}/"
    page = browser.get(address).content.decode()
    assert 'id="new"' in page
    assert not Seen.objects.filter(person=shielded_member).exists()
    browser.post(f"{address}seen/", {"position": "2"})
    assert 'id="new"' not in browser.get(address).content.decode()
    assert browser.post(f"{address}seen/", {"position": "x"}).status_code == 302


def test_a_page_asks_for_what_came_since_and_stops_after_a_while(
    ids: dict[str, str], shielded_member: Person, sign_in: SignIn
) -> None:
    browser, address = sign_in(shielded_member), f"/en/threads/{ids['thread']}/more/"
    piece = browser.get(f"{address}?after=1", headers=SWAP).content.decode()
    assert 'id="post-2"' in piece
    assert 'id="post-1"' not in piece
    assert "quiet=0" in piece
    assert "quiet=7" in browser.get(f"{address}?after=2&quiet=6").content.decode()
    assert "load delay" not in browser.get(f"{address}?after=2&quiet=39").content.decode()


def test_a_swap_gives_what_is_new_and_an_empty_form(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    browser, address = sign_in(member), f"/en/threads/{ids['thread']}/"
    piece = browser.post(address, {"text": "Third", "shown": "1", "after": "1"}, headers=SWAP).content.decode()
    assert 'id="post-2"' in piece
    assert 'id="post-3"' in piece
    assert 'hx-swap-oob="true"' in piece
    assert "<html" not in piece
    refused = browser.post(address, {"text": "x" * 8001}, headers=SWAP)
    assert refused.status_code == 422
    assert refused["HX-Retarget"] == "#write"
    quoting = browser.get(f"{address}?quote={ids['post']}", headers=SWAP).content.decode()
    assert quoting.strip().startswith('<div id="quoting">')


def test_s05_a_post_that_is_sent_after_a_while_away_waits_for_the_password(
    thread: Thread, member: Person, settings: Any, clock: Traveller
) -> None:
    settings.IDLE_SECONDS = 20 * 60
    browser, address = Client(), f"/en/threads/{spell(thread.pk)}/"
    browser.post("/en/sign-in/", {"login": Account.objects.get(person=member).email, "password": PASSWORD})
    typed = {"text": "Half a page about the register", "shown": "0", "after": "0", "once": "a-key"}
    clock.shift(timedelta(minutes=21))
    piece = browser.post(address, typed, headers=SWAP)
    assert (piece.status_code, piece["X-Confirm"], "HX-Refresh" in piece) == (403, "password", False)
    page = browser.post(address, typed)  # what the page's script does then
    assert page.status_code == 403
    kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.content.decode()))
    assert {name: kept[name] for name in typed} == typed
    assert not Post.objects.exists()
    assert browser.post(address, {**kept, "confirm-password": PASSWORD}).status_code == 302
    assert Post.objects.get().text == typed["text"]


def test_a_long_thread_is_read_in_stretches(
    thread: Thread, member: Person, rapporteur: Person, sign_in: SignIn
) -> None:
    for number in range(1, 101):
        posted(thread, member, f"Word {number}.")
    browser, address = sign_in(rapporteur), f"/en/threads/{spell(thread.pk)}/"
    first = browser.get(address).content.decode()
    assert 'id="post-1"' in first
    assert 'id="post-41"' not in first
    assert "?from=41" in first
    last = browser.get(f"{address}?from=61").content.decode()
    assert 'id="post-100"' in last
    assert "?from=21" in last
    assert "I have read this" not in last  # what stands before it is new, too
    assert 'name="gap"' in last
    assert "gap=1" in last
    browser.post(address, {"text": "I begin at the end", "shown": "0"})
    assert not Seen.objects.filter(person=rapporteur, position__gt=0).exists()
    assert 'id="post-62"' in sign_in(member).get(address).content.decode()


def test_a_posts_own_address_leads_to_it(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    answer = sign_in(member).get(f"/en/posts/{ids['post']}/")
    assert answer["Location"] == f"/en/threads/{ids['thread']}/?from=1#post-1"


def test_an_overtaken_change_keeps_what_was_typed(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    browser, address = sign_in(member), f"/en/posts/{ids['post']}/edit/"
    browser.post(address, {"text": "From the phone", "seen": "1"})
    answer = browser.post(address, {"text": "From the desk", "seen": "1"})
    assert answer.status_code == 409
    assert b"From the desk" in answer.content
    assert b"From the phone" in answer.content
    assert browser.post(address, {"text": "From the desk", "seen": "2"}).status_code == 302


def test_a_removed_post_shows_its_place(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    browser.post(f"/en/posts/{ids['post']}/remove/")
    page = browser.get(f"/en/threads/{ids['thread']}/?from=1").content.decode()
    assert 'id="post-1"' in page
    assert "found the law" not in page


def test_what_people_write_is_never_markup(thread: Thread, member: Person, sign_in: SignIn) -> None:
    posted(thread, member, "<script>alert(1)</script> https://example.org/?a=<b> javascript:alert(1)")
    page = sign_in(member).get(f"/en/threads/{spell(thread.pk)}/").content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert 'href="https://example.org/?a="' in page


def queries(browser: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_pages_ask_the_same_number_of_queries_for_one_row_and_for_three(
    thread: Thread, member: Person, rapporteur: Person, sign_in: SignIn
) -> None:
    browser = sign_in(rapporteur)
    pages = [f"/en/threads/{spell(thread.pk)}/?from=1", f"/en/groups/{spell(thread.group_id)}/discussion/"]
    pages += [f"{pages[1]}?q=law", f"/en/threads/{spell(thread.pk)}/more/?after=0"]
    first = posted(thread, member)
    posted(thread, member, quotes=first)
    queries(browser, pages[0])
    before = [queries(browser, page) for page in pages]
    for number in range(3):
        post = posted(thread, member, f"{number} the law @Karim", quotes=first)
        posted(a_thread(thread.group, f"Thread {number}"), rapporteur)
        assert post
    assert [queries(browser, page) for page in pages] == before
    assert max(before) <= 30
