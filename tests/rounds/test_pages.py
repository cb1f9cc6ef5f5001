"""Pages of rounds: each answers in each language, to whom it may, with the same number of queries."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.rounds.actions import add_participant, add_session, start_round
from supportroom.rounds.models import Participant, Round, Session
from tests.answering import unanswered
from tests.factories.rounds import MORNING, first_group, make_round, make_session, words

SignIn = Callable[[Person], Client]
PAGES = [
    "rounds/",
    "rounds/new/",
    "rounds/{round}/",
    "rounds/{round}/edit/",
    "rounds/{round}/groups/new/",
    "groups/{group}/edit/",
    "rounds/{round}/pillars/new/",
    "rounds/{round}/programme/",
    "rounds/{round}/sessions/new/",
    "sessions/{session}/edit/",
    "sessions/{session}/open/",
    "rounds/{round}/participants/",
    "rounds/{round}/attendance/",
    "rounds/{round}/participants/new/",
    "rounds/{round}/participants/import/",
    "rounds/{round}/participants/sample.csv",
    "rounds/{round}/participants/sample.xlsx",
    "participants/{participant}/edit/",
]
FOR_THE_TEAM = [page for page in PAGES if page not in {"rounds/", "rounds/{round}/", "rounds/{round}/programme/"}]
ROUND = {
    "title_ar": "جولة",
    "title_en": "A round",
    "kind": "regional",
    "starts_on": "2026-06-02",
    "ends_on": "2026-06-05",
    "hub": "Amman",
    "is_online": "on",
    "place_en": "Amman, Jordan",
    "time_zone": "Asia/Amman",
    "languages": ["ar", "en"],
    "interpretation": ["en"],
}
SESSION = {
    "title_en": "Opening",
    "title_ar": "",
    "kind": "plenary",
    "group": "",
    "day": "2026-06-02",
    "starts": "10:00",
    "ends": "12:30",
    "is_chatham": "on",
}


@pytest.fixture
def ids(draft: Round) -> dict[str, str]:
    session = make_session(draft)
    things = {
        "round": draft,
        "group": draft.groups.first(),
        "session": session,
        "participant": draft.participants.first(),
    }
    return {name: spell(thing.pk) for name, thing in things.items() if thing}


def test_every_page_answers_the_team_in_each_language(ids: dict[str, str], team: Person, sign_in: SignIn) -> None:
    assert unanswered(sign_in(team), PAGES, ids) == []


def test_a_visitor_is_led_to_the_door(ids: dict[str, str]) -> None:
    for page in PAGES:
        answer = Client().get(f"/en/{page.format(**ids)}")
        assert answer.status_code == 302, page
        assert "/sign-in/" in answer["Location"], page


@pytest.mark.parametrize("page", PAGES[2:])
def test_a_stranger_cannot_tell_a_hidden_round_from_none(
    page: str, ids: dict[str, str], stranger: Person, sign_in: SignIn
) -> None:
    browser = sign_in(stranger)
    hidden = browser.get(f"/en/{page.format(**ids)}")
    absent = browser.get(f"/en/{page.format(**dict.fromkeys(ids, spell(12345)))}")
    assert hidden.status_code == absent.status_code == 404
    assert _plain(hidden.content) == _plain(absent.content)


def _plain(content: bytes) -> str:
    return re.sub(r"/(?!participants)[0-9a-z]{12}/", "/", content.decode())


@pytest.mark.parametrize("page", FOR_THE_TEAM)
@pytest.mark.usefixtures("clock")
def test_who_takes_part_reads_and_does_not_prepare(
    page: str, ids: dict[str, str], draft: Round, member: Person, sign_in: SignIn
) -> None:
    add_participant(actor=SYSTEM, round=draft, person=member, group=first_group(draft))
    browser = sign_in(member)
    assert browser.get(f"/en/rounds/{ids['round']}/").status_code == 200
    assert browser.get(f"/en/rounds/{ids['round']}/programme/").status_code == 200
    read = {
        "rounds/{round}/participants/",
        "rounds/{round}/attendance/",
        "sessions/{session}/open/",
    }  # the session's day has come
    got = browser.get(f"/en/{page.format(**ids)}").status_code
    assert got == 200 if page in read else got in {403, 404}


def test_gender_and_residence_are_for_the_team_alone(
    draft: Round, member: Person, team: Person, sign_in: SignIn
) -> None:
    add_participant(actor=SYSTEM, round=draft, person=member, gender="woman", residence="Hidden Valley")
    path = f"/en/rounds/{spell(draft.pk)}/participants/"
    assert "Hidden Valley" in sign_in(team).get(path).content.decode()
    assert "Hidden Valley" not in sign_in(member).get(path).content.decode()


def test_the_office_sees_rounds_that_run_but_not_who_takes_part(office: Person, draft: Round, sign_in: SignIn) -> None:
    browser, path = sign_in(office), f"/en/rounds/{spell(draft.pk)}/"
    assert browser.get(path).status_code == 404
    make_session(draft)
    start_round(actor=SYSTEM, round=draft)
    assert browser.get(path).status_code == 200
    assert browser.get(f"{path}participants/").status_code == 403


def test_a_member_sees_the_sessions_of_the_own_group_and_of_all(room: None, member: Person, sign_in: SignIn) -> None:
    made = make_round(groups=2, people=[member], others=0)
    other = made.groups.last()
    make_session(made, title=words("Others only"), group=other)
    add_session(
        actor=SYSTEM, round=made, title=words("For all"), starts_at=MORNING, ends_at=MORNING + timedelta(hours=1)
    )
    page = sign_in(member).get(f"/en/rounds/{spell(made.pk)}/programme/").content.decode()
    assert "First meeting" in page
    assert "For all" in page
    assert "Others only" not in page


@pytest.mark.parametrize(
    "page", ["rounds/", "rounds/{round}/", "rounds/{round}/programme/", "rounds/{round}/participants/"]
)
@pytest.mark.parametrize("persona", ["team", "member"])
def test_a_page_takes_the_same_queries_for_one_row_and_for_many(
    page: str, persona: str, room: None, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    who = request.getfixturevalue(persona)
    made = make_round(people=[who] if persona == "member" else [], others=1)
    browser, path = sign_in(who), f"/en/{page.format(round=spell(made.pk))}"
    browser.get(path)
    with CaptureQueriesContext(connection) as few:
        browser.get(path)
    for number in range(3):
        make_session(made, title=words(f"Meeting {number}"), starts_at=MORNING + timedelta(days=number))
        add_participant(actor=SYSTEM, round=made, name=f"Guest {number}", organisation=f"Circle {number}")
        make_round(people=[who] if persona == "member" else [], others=0)
    with CaptureQueriesContext(connection) as many:
        browser.get(path)
    assert len(many) == len(few), [query["sql"] for query in many]
    assert len(many) <= 14


def test_a_round_is_prepared_by_a_form_once(team: Person, room: None, sign_in: SignIn) -> None:
    browser = sign_in(team)
    answers = [browser.post("/en/rounds/new/", {**ROUND, "once": "form-1"}) for _twice in range(2)]
    made = Round.objects.get()
    assert {answer["Location"] for answer in answers} == {f"/en/rounds/{spell(made.pk)}/"}
    assert made.title.texts == {"ar": "جولة", "en": "A round"}
    assert made.title.original == "en", "the language of the page it was written on"
    assert (made.hub, made.is_online, made.interpretation) == ("Amman", True, ["en"])


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("ends_on", "2026-06-01", "before the first"),
        ("starts_on", "yesterday", "valid date"),
        ("languages", [], "required"),
        ("languages", ["fr"], "valid choice"),
        ("kind", "party", "valid choice"),
        ("title_ar", "م" * 301, "Shorten this to 300"),
        ("place_en", "x" * 1_000_000, "Shorten this to 300"),
        ("time_zone", "Mars/Base", "valid choice"),
    ],
)
def test_a_round_that_cannot_be_is_refused_and_what_was_typed_is_still_there(
    *, field: str, value: object, said: str, team: Person, room: None, sign_in: SignIn
) -> None:
    answer = sign_in(team).post("/en/rounds/new/", {**ROUND, field: value})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "A round" in page
    assert not Round.objects.exists()


@pytest.mark.parametrize("title", ["", "   ", "\u202e", "\x00"])
def test_a_title_of_nothing_is_refused(title: str, team: Person, room: None, sign_in: SignIn) -> None:
    assert sign_in(team).post("/en/rounds/new/", {**ROUND, "title_ar": title, "title_en": title}).status_code == 422


def test_html_and_hidden_controls_are_words_and_nothing_more(team: Person, room: None, sign_in: SignIn) -> None:
    browser = sign_in(team)
    browser.post("/en/rounds/new/", {**ROUND, "title_en": "\u202eOne\u2066 <script>alert(1)</script>"})
    assert Round.objects.get().title.texts["en"] == "One <script>alert(1)</script>"
    assert "<script>alert" not in browser.get("/en/rounds/").content.decode()


def test_a_round_changed_by_two_shows_both_and_goes_on(team: Person, draft: Round, sign_in: SignIn) -> None:
    browser, path = sign_in(team), f"/en/rounds/{spell(draft.pk)}/edit/"
    sent = {**ROUND, "seen": draft.version}
    assert browser.post(path, {**sent, "title_en": "First hand"}).status_code == 302
    late = browser.post(path, {**sent, "title_en": "Second hand"})
    page = late.content.decode()
    assert late.status_code == 409
    assert "Second hand" in page
    assert "What stands now: First hand" in page.replace("جولة / ", "")
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen
    assert browser.post(path, {**sent, "title_en": "Second hand", "seen": seen[1]}).status_code == 302
    draft.refresh_from_db()
    assert draft.title.texts["en"] == "Second hand"


def test_a_new_original_leaves_the_translation_out_of_date(team: Person, draft: Round, sign_in: SignIn) -> None:
    titles = {"title_en": "The July round", "title_ar": draft.title.texts["ar"]}
    sign_in(team).post(f"/en/rounds/{spell(draft.pk)}/edit/", {**ROUND, **titles, "seen": draft.version})
    draft.refresh_from_db()
    assert (draft.title.original, draft.title.state("ar")) == ("en", "outdated")


def test_the_way_of_a_round_by_its_buttons(team: Person, draft: Round, sign_in: SignIn) -> None:
    browser, path = sign_in(team), f"/en/rounds/{spell(draft.pk)}/"
    assert browser.get(f"{path}start/").status_code == 405
    refused = browser.post(f"{path}start/")
    assert refused.status_code == 422
    assert "Plan at least one session" in refused.content.decode()
    assert browser.post(f"{path}sessions/new/", SESSION).status_code == 302
    for verb, state in (("start", "running"), ("to-report", "reporting"), ("resume", "running")):
        assert browser.post(f"{path}{verb}/").status_code == 302
        assert Round.objects.get(pk=draft.pk).state == state


def test_a_session_is_typed_by_the_rounds_clock_and_kept_as_an_instant(
    team: Person, draft: Round, sign_in: SignIn
) -> None:
    browser, path = sign_in(team), f"/en/rounds/{spell(draft.pk)}/"
    assert browser.post(f"{path}sessions/new/", SESSION).status_code == 302
    session = Session.objects.get(round=draft)
    assert session.starts_at.isoformat() == "2026-06-02T07:00:00+00:00"
    type(team).objects.filter(pk=team.pk).update(time_zone="Europe/Zurich")
    page = browser.get(f"{path}programme/").content.decode()
    assert "<bdi>09:00–11:30 Geneva</bdi> / <bdi>10:00–12:30 Damascus</bdi>" in page
    form = browser.get(f"/en/sessions/{spell(session.pk)}/edit/").content.decode()
    assert 'value="10:00"' in form


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ends": "09:00"}, "ends before it begins"),
        ({"starts": "25:00"}, "valid time"),
        ({"day": ""}, "required"),
        ({"day": "2026-03-29", "starts": "02:30", "ends": "05:00"}, "jumps over this hour"),
        ({"day": "2026-10-25", "starts": "02:30", "ends": "05:00"}, "shows this hour twice"),
        ({"group": "12345"}, "valid choice"),
    ],
)
def test_hours_that_cannot_be_are_refused_with_what_was_typed(
    changes: dict[str, str], said: str, team: Person, room: None, sign_in: SignIn
) -> None:
    made = make_round(time_zone="Europe/Zurich", others=0, running=False)
    answer = sign_in(team).post(f"/en/rounds/{spell(made.pk)}/sessions/new/", {**SESSION, **changes})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Opening" in answer.content.decode()


def test_of_an_hour_shown_twice_one_is_chosen(team: Person, room: None, sign_in: SignIn) -> None:
    made = make_round(time_zone="Europe/Zurich", others=0, running=False)
    path = f"/en/rounds/{spell(made.pk)}/sessions/new/"
    sent = {**SESSION, "day": "2026-10-25", "starts": "02:30", "ends": "05:00"}
    assert 'name="which"' in sign_in(team).post(path, sent).content.decode()
    assert sign_in(team).post(path, {**sent, "which": "second"}).status_code == 302
    assert Session.objects.get(round=made).starts_at.isoformat() == "2026-10-25T01:30:00+00:00"


def test_groups_pillars_and_people_are_added_changed_and_removed_by_forms(
    team: Person, draft: Round, sign_in: SignIn
) -> None:
    browser, path = sign_in(team), f"/en/rounds/{spell(draft.pk)}/"
    assert browser.post(f"{path}groups/new/", {"name_en": "Third", "hub": "Amman"}).status_code == 302
    third = draft.groups.get(hub="Amman")
    edit = f"/en/groups/{spell(third.pk)}/"
    assert browser.post(f"{edit}edit/", {"name_en": "Beirut group", "hub": "Beirut", "seen": 1}).status_code == 302
    assert browser.post(f"{edit}remove/").status_code == 302
    assert browser.post(f"{path}pillars/new/", {"name_ar": "تدابير بناء الثقة"}).status_code == 302
    assert browser.post(f"{path}pillars/new/", {"name_ar": "تدابير بناء الثقه"}).status_code == 422
    assert draft.pillars.count() == 3
    other = make_round(pillars=["From elsewhere"], others=0, running=False).pillars.get()
    assert browser.post(f"{path}pillars/new/", {"pillar": other.pk}).status_code == 302
    person = {"name": "Rima Typed", "organisation": "Circle", "group": "", "gender": "woman", "residence": "North"}
    assert browser.post(f"{path}participants/new/", person).status_code == 302
    assert browser.post(f"{path}participants/new/", {**person, "name": ""}).status_code == 422
    (row,) = [each for each in Participant.objects.all() if each.person.name == "Rima Typed"]
    change = f"/en/participants/{spell(row.pk)}/"
    moved = {"group": draft.groups.first().pk, "gender": "woman", "residence": "", "seen": 1}  # type: ignore[union-attr]
    assert browser.post(f"{change}edit/", moved).status_code == 302
    assert browser.post(f"{change}edit/", {**moved, "gender": "man"}).status_code == 409
    assert browser.post(f"{change}remove/").status_code == 302
    assert not Participant.objects.filter(pk=row.pk).exists()


def test_a_session_is_moved_renamed_and_removed_by_forms(team: Person, draft: Round, sign_in: SignIn) -> None:
    browser, session = sign_in(team), make_session(draft)
    path = f"/en/sessions/{spell(session.pk)}/"
    assert browser.post(f"{path}edit/", {**SESSION, "seen": 1}).status_code == 302
    session.refresh_from_db()
    assert (session.kind, session.group_id) == ("plenary", None)
    assert browser.post(f"{path}edit/", {**SESSION, "title_en": "Late", "seen": 1}).status_code == 409
    assert browser.post(f"{path}remove/").status_code == 302
    assert not Session.objects.filter(pk=session.pk).exists()
