"""Every page in each language, what stands on each of them, and leaving quickly."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.journal.models import reference
from supportroom.people.models import Person
from supportroom.safety.promised import PROMISES
from supportroom.safety.vocabulary import LOCK, UNLOCK
from tests.architecture.addresses import routes
from tests.counting import queries_of
from tests.factories.personas import make_person
from tests.factories.safety import NOTE, asked_for, buddies, locked, named_focal_point, reported, second_of_team

ROOT = Path(__file__).resolve().parent.parent.parent
SignIn = Callable[[Person], Client]
OWN = ("settings/more/", "settings/account/", "messages/", "messages/new/")
OPEN = ("promises/", "sign-in/", "no-such-page/", "")
NEUTRAL = {
    "Documents", "Settings", "List", "Form", "Text", "Not available", "Desk", "Sign in", "Password", "Sign out",
}  # fmt: skip


def test_every_page_answers_in_each_language(
    member: Person, team: Person, facilitator: Person, stranger: Person, sign_in: SignIn
) -> None:
    other = second_of_team()
    named_focal_point(facilitator, team, other)
    incident, pair = reported(member), buddies(member, stranger)
    asked_for(LOCK, stranger, team)
    locked(make_person("Locked Away-Invented", "member"), team, other)
    report = f"messages/{reverse('safety:incident_detail', args=[incident.pk]).rstrip('/').rsplit('/', 1)[1]}/"
    for language in ("ar", "en"):
        for page in (*OWN, report):
            assert sign_in(member).get(f"/{language}/{page}").status_code == 200, page
        assert sign_in(team).get(f"/{language}/approvals/").status_code == 200
        assert sign_in(facilitator).get(f"/{language}/{report}").status_code == 200
        assert Client().get(f"/{language}/promises/").status_code == 200
        for page in (*OWN, report, "approvals/"):
            assert "/sign-in/" in Client().get(f"/{language}/{page}")["Location"]
        assert sign_in(member).get(f"/{language}/approvals/").status_code == 403
    assert member.name in sign_in(stranger).get("/en/settings/more/").content.decode()
    assert stranger.name in sign_in(member).get("/en/settings/more/").content.decode()
    assert pair.pk


def test_two_of_the_team_go_the_whole_way_by_forms(member: Person, team: Person, sign_in: SignIn) -> None:
    one, two = sign_in(team), sign_in(second_of_team())
    asked = {"kind": LOCK, "thing": f"  {member.name} ", "note": NOTE}
    assert one.post("/en/approvals/", asked | {"thing": "Nobody"}).status_code == 422
    assert one.post("/en/approvals/", asked).status_code == 302
    page = one.get("/en/approvals/").content.decode()
    assert "/approve/" not in page
    assert NOTE in page
    assert "Another of the team asks: Lock an account" in two.get("/en/desk/").content.decode()
    assert "Another of the team asks" not in one.get("/en/desk/").content.decode()
    way = re.search(r'action="(/en/approvals/[^"]+/approve/)"', two.get("/en/approvals/").content.decode())
    assert way
    assert one.post(way[1]).status_code == 403
    assert two.post(way[1]).status_code == 302
    assert two.post(way[1]).status_code == 422
    page = one.get("/en/approvals/").content.decode()
    assert "Ask to unlock" in page
    unlocking = {"kind": UNLOCK, "thing": reference(member), "note": ""}
    assert one.post("/en/approvals/ask/", unlocking).status_code == 422
    assert one.post("/en/approvals/ask/", unlocking | {"note": NOTE}).status_code == 302
    assert sign_in(make_person("Rana Other-Invented", "member")).post(way[1]).status_code in (403, 404)


def test_lists_ask_as_many_questions_for_three_as_for_one(
    member: Person, team: Person, stranger: Person, facilitator: Person, sign_in: SignIn
) -> None:
    named_focal_point(facilitator, team, second_of_team())
    asked_for(LOCK, member, team)
    reported(member)
    few = [queries_of(sign_in(team), "/en/approvals/"), queries_of(sign_in(member), "/en/messages/")]
    for number in range(2):
        asked_for(LOCK, make_person(f"Person {number}-Invented", "member"), team)
        reported(member)
    assert [queries_of(sign_in(team), "/en/approvals/"), queries_of(sign_in(member), "/en/messages/")] == few


def test_s47_leaving_quickly_stands_on_every_page_also_where_there_is_none(
    member: Person, sign_in: SignIn, settings: Any
) -> None:
    browser = sign_in(member)
    pages = [browser.get(f"/en/{page}") for page in (*OWN, "desk/", "no-such-page/", "rounds/7/")]
    pages += [Client().get(f"/en/{page}", follow=True) for page in OPEN]
    for answer in pages:
        text = answer.content.decode()
        link = re.search(r'<a class="[^"]*masthead__exit"[^>]*>', text)
        assert link, answer.request["PATH_INFO"]
        assert f'href="{settings.LEAVE_TO}"' in link[0]
        assert 'rel="noreferrer"' in link[0]
    assert all("leave.js" in answer.content.decode() for answer in pages[:7])
    script = (ROOT / "supportroom/web/static/web/js/leave.js").read_text()
    assert "location.replace" in script
    assert "Escape" not in script


@pytest.mark.django_db
def test_s47_leaving_quickly_stands_on_the_page_of_a_broken_room(rf: Any, room: Any) -> None:
    from django.contrib.auth.models import AnonymousUser

    from supportroom.kernel.actors import VISITOR
    from supportroom.web.middleware import broken

    request = rf.get("/en/")
    request.actor, request.user = VISITOR, AnonymousUser()
    assert "masthead__exit" in broken(request).content.decode()


@pytest.mark.either_database
def test_s47_no_title_or_address_of_these_pages_says_what_they_are_about() -> None:
    telling = re.compile(r"lock|arrest|incident|buddy|danger|safety|threat|report", re.IGNORECASE)
    for path in (ROOT / "supportroom/safety/templates/safety").glob("[!_]*.html"):
        title = re.search(r'block title %}{{ _\("([^"]*)"\) }}{%', path.read_text())
        assert title, path
        assert title[1] in NEUTRAL, path
    ids = {"buddy_id": 7, "incident_id": 7, "approval_request_id": 7}
    for route in routes():
        if route.app == "safety":
            address = route.address("en", {part: ids[part] for part in route.parts})
            assert not telling.search(address), address


@pytest.mark.either_database
def test_s47_no_title_of_a_page_behind_the_door_holds_anything_of_the_room() -> None:
    """Titles stay in the history of a shared phone: what members see is called by one word, the same for all."""
    public = {"site", "pages", "events", "followup", "briefings", "glossary", "questions", "newsletter"}
    public |= {"outlets", "answers", "search"}
    for path in (ROOT / "supportroom").glob("*/templates/**/*.html"):
        app = path.relative_to(ROOT / "supportroom").parts[0]
        title = re.search(r"{% block title %}(.*?){% endblock %}", path.read_text())
        if app not in public and title and path.name != "base.html":
            assert re.fullmatch(r'{{ _\("[^"%]{2,25}"\) }}', title[1]), path


def test_the_page_of_promises_is_honest_and_never_says_the_bare_word(room: Any) -> None:
    for language in ("ar", "en"):
        with override(language):
            text = Client().get(f"/{language}/promises/").content.decode()
            assert len([one for one in PROMISES if str(one.promised).replace("'", "&#39;") in text]) == len(PROMISES)
            assert "anonym" not in text.lower()
    text = Client().get("/en/promises/").content.decode()
    assert "could see what you type while you are connected" in text
    assert "/en/promises/" in Client().get("/en/sign-in/").content.decode()
    assert "anonym" not in (ROOT / "docs/threat-model.md").read_text().lower().replace("the bare word", "")


def test_s48_every_answer_tells_of_the_onion_service_and_none_to_who_comes_through_it(room: Any, settings: Any) -> None:
    assert "Onion-Location" not in Client().get("/en/")
    settings.ONION = f"http://{'a' * 56}.onion"
    for page in ("/en/", "/en/promises/", "/en/no-such-page/", "/en/sign-in/?next=/en/desk/"):
        assert Client().get(page)["Onion-Location"] == f"{settings.ONION}{page}"
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, f"{'a' * 56}.onion"]
    assert "Onion-Location" not in Client(headers={"host": f"{'a' * 56}.onion"}).get("/en/")


@pytest.mark.either_database
def test_s48_nothing_of_ours_is_fetched_from_another_host() -> None:
    """No address of another host in what a browser loads: style sheets, scripts, templates."""
    fetched = re.compile(r"""(?:url\(|@import|src\s*=|srcset\s*=|<link[^>]*href\s*=)\s*["'(]?\s*(?:https?:)?//""")
    named = re.compile(r"https?://(?!www\.w3\.org/)[a-z0-9.-]+\.[a-z]{2,}", re.IGNORECASE)
    for path in (ROOT / "supportroom").rglob("*"):
        if path.suffix in {".html", ".css", ".js", ".svg"}:
            text = path.read_text()
            assert not fetched.search(text), path
            if path.suffix in {".css", ".js"}:
                assert not named.search(re.sub(r"/\*.*?\*/|^\s*//.*$", "", text, flags=re.DOTALL | re.MULTILINE)), path
