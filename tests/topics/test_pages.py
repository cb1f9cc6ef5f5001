"""Pages of topics: each answers in each language, to whom it may, with the same number of queries."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.rounds.actions import add_participant
from supportroom.rounds.models import Round
from supportroom.topics.actions import add_reading, defer_topic, put_on_agenda, remark
from supportroom.topics.models import Mark, Topic
from tests.answering import unanswered
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round, words
from tests.factories.topics import call_in, called_round, contributed, over, proposed, supported

SignIn = Callable[[Person], Client]
PAGES = [
    "rounds/{round}/topics/",
    "rounds/{round}/topics/?view=outcome",
    "rounds/{round}/topics/?q=schools&state=proposed",
    "rounds/{round}/topics/new/",
    "rounds/{round}/topics/call/",
    "topics/{topic}/",
    "topics/{topic}/edit/",
    "topics/{topic}/translate/",
    "topics/{topic}/defer/",
    "topics/{topic}/merge/",
    "topics/{topic}/contact/",
    "topics/{topic}/contact/?q=salma",
    "discussion-points/{point}/edit/",
    "discussion-points/{point}/settle/",
]
FOR_MEMBERS = {*PAGES[:4], "topics/{topic}/"}


@pytest.fixture
def ids(topic: Topic, shielded_member: Person) -> dict[str, str]:
    point = contributed(topic, shielded_member)
    contributed(topic, SYSTEM, "Another one")
    proposed(topic.round, shielded_member, "Clinics")
    remark(actor=actor_of(shielded_member), topic=topic, text=words("I agree."))
    add_reading(actor=SYSTEM, topic=topic, title=words("A study"), address="https://example.org/study")
    return {"round": spell(topic.round_id), "topic": spell(topic.pk), "point": spell(point.pk)}


@pytest.fixture
def team_browser(team: Person, sign_in: SignIn) -> Client:
    """A browser in which the team is signed in."""
    return sign_in(team)


def test_every_page_answers_the_team_in_each_language(ids: dict[str, str], team: Person, sign_in: SignIn) -> None:
    assert unanswered(sign_in(team), PAGES, ids) == []


def test_a_member_reads_and_proposes_and_does_not_settle(
    ids: dict[str, str], stranger: Person, sign_in: SignIn
) -> None:
    browser = sign_in(stranger)
    for page in PAGES:
        answer = browser.get(f"/ar/{page.format(**ids)}")
        assert answer.status_code == (200 if page in FOR_MEMBERS else 403), page


CALL = {
    "opens_day": "2026-06-02",
    "opens_hour": "08:00",
    "closes_day": "2026-06-12",
    "closes_hour": "18:00",
    "marks": "4",
    "text_en": "Tell us.",
    "text_ar": "",
}


@pytest.mark.usefixtures("clock")
def test_the_team_calls_for_topics_by_the_clock_of_the_round(room: None, team: Person, sign_in: SignIn) -> None:
    made = make_round(running=False, others=0, time_zone="Asia/Beirut")
    path = f"/en/rounds/{spell(made.pk)}/topics/call/"
    browser = sign_in(team)
    assert 'value="3"' in browser.get(path).content.decode()  # the charter's marks for each member
    assert browser.post(path, {**CALL, "closes_day": "2026-06-01"}).status_code == 422
    assert browser.post(path, CALL).status_code == 302
    call = call_in(made)
    assert (call.opens_at.isoformat(), call.closes_at.isoformat(), call.marks) == (
        "2026-06-02T05:00:00+00:00",
        "2026-06-12T15:00:00+00:00",
        4,
    )
    page = browser.get(f"/en/rounds/{spell(made.pk)}/topics/").content.decode()
    assert "18:00 Damascus" in page  # the reader's clock; both show the same in June
    assert browser.post(path, {**CALL, "marks": "5", "seen": "1"}).status_code == 302
    overtaken = browser.post(path, {**CALL, "marks": "6", "seen": "1"})
    assert overtaken.status_code == 409
    assert "What stands now: 5" in overtaken.content.decode()


@pytest.mark.usefixtures("clock", "room")
@pytest.mark.parametrize(
    ("day", "hour", "zone", "opens"),
    [
        ("2026-10-24", "23:30", "Asia/Beirut", "2026-10-24T20:30:00+00:00"),  # shown twice: the first time
        ("2026-03-29", "02:30", "Europe/Zurich", ""),  # jumped over
    ],
)
def test_the_nights_when_clocks_are_turned(day: str, hour: str, zone: str, opens: str, team_browser: Client) -> None:
    made = make_round(running=False, others=0, time_zone=zone)
    typed = {**CALL, "opens_day": day, "opens_hour": hour, "closes_day": "2026-12-01"}
    answer = team_browser.post(f"/en/rounds/{spell(made.pk)}/topics/call/", typed)
    assert answer.status_code == (302 if opens else 422)
    assert not opens or call_in(made).opens_at.isoformat() == opens


def test_a_member_proposes_in_one_language_and_sees_that_it_is_theirs(
    called: Round, stranger: Person, member: Person, sign_in: SignIn
) -> None:
    browser, base = sign_in(stranger), f"/ar/rounds/{spell(called.pk)}/topics/"
    refused = browser.post(f"{base}new/", {"title_ar": "المدارس", "why_ar": ""})
    assert refused.status_code == 422
    assert "المدارس" in refused.content.decode()
    answer = browser.post(f"{base}new/", {"title_ar": "المدارس", "why_ar": "لأن أحداً لم يسأل"})
    topic = Topic.objects.get()
    assert answer["Location"].endswith(f"/ar/topics/{spell(topic.pk)}/")
    assert (topic.title.original, topic.proposed_by) == ("ar", stranger)
    assert "yours" in sign_in(stranger).get(base.replace("/ar/", "/en/")).content.decode()
    assert "yours" not in sign_in(member).get(base.replace("/ar/", "/en/")).content.decode()


def test_looking_for_earlier_outcomes_keeps_what_was_typed_and_writes_nothing(
    called: Round, member: Person, sign_in: SignIn
) -> None:
    typed = {"title_ar": "المدارس", "look": "1"}
    answer = sign_in(member).post(f"/ar/rounds/{spell(called.pk)}/topics/new/", typed)
    assert answer.status_code == 200
    assert "المدارس" in answer.content.decode()
    assert not Topic.objects.exists()


def test_a_mark_is_a_button_that_works_without_a_script(topic: Topic, stranger: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(stranger), f"/en/topics/{spell(topic.pk)}/"
    assert "You have 3 marks left" in browser.get(page).content.decode()
    assert browser.post(f"{page}support/", {"list": "1"})["Location"].endswith(
        f"/rounds/{spell(topic.round_id)}/topics/"
    )
    told = browser.get(page).content.decode()
    assert "supported by 1 member" in told
    assert "You support this topic" in told
    again = browser.post(f"{page}support/")
    assert again.status_code == 422
    assert "You support this topic already" in again.content.decode()
    browser.post(f"{page}take-mark-back/")
    assert not Mark.objects.exists()


def test_the_same_form_twice_is_one_remark(topic: Topic, stranger: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(stranger), f"/en/topics/{spell(topic.pk)}/"
    for _time in range(2):
        browser.post(f"{page}remarks/", {"remark-text": "So it is", "remark-language": "en", "once": "one-key"})
    assert topic.remarks.count() == 1


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        ("remarks/", {"remark-text": "", "remark-language": "en"}),
        ("remarks/", {"remark-text": "So it is", "remark-language": "xx"}),
        ("points/", {"point-text": "long " * 300, "point-language": "en"}),
        ("reading/", {"reading-title": "Kept", "reading-address": "javascript:alert(1)", "reading-language": "en"}),
        ("links/", {"source": "points.point:1"}),
        ("links/", {}),
    ],
)
def test_what_is_refused_comes_again_with_what_was_typed(
    place: str, typed: dict[str, str], topic: Topic, member: Person, sign_in: SignIn
) -> None:
    answer = sign_in(member).post(f"/en/topics/{spell(topic.pk)}/{place}", typed)
    assert answer.status_code == 422
    assert all(
        words[:50].strip() in answer.content.decode() for words in typed.values() if " " in words or words == "Kept"
    )


def test_hostile_words_stay_words(called: Round, member: Person, stranger: Person, sign_in: SignIn) -> None:
    evil = '<script>alert("x")</script>\u202e'
    browser = sign_in(member)
    typed = {"title_en": evil, "why_en": evil, "questions_en": evil}
    assert browser.post(f"/en/rounds/{spell(called.pk)}/topics/new/", typed).status_code == 302
    page = f"/en/topics/{spell(Topic.objects.get().pk)}/"
    browser.post(f"{page}remarks/", {"remark-text": evil, "remark-language": "en"})
    browser.post(f"{page}points/", {"point-text": evil, "point-language": "en"})
    for address in (page, f"/ar/rounds/{spell(called.pk)}/topics/?q=%3Cscript%3E&state=zzz&page=-1&view=zzz"):
        shown = sign_in(stranger).get(address).content.decode()
        assert "<script>alert" not in shown
        assert "\u202e" not in shown


def test_nobody_is_named_but_the_contact_person_to_those_who_are_invited(
    ids: dict[str, str], team_browser: Client, office: Person, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    page = f"/en/topics/{ids['topic']}/"
    team_browser.post(f"{page}contact/", {"contact": spell(office.pk), "competence_en": "Knows"})
    people = {name: request.getfixturevalue(name) for name in ("team", "stranger", "member", "shielded_member")}
    add_participant(actor=SYSTEM, round=Round.objects.get(), person=people["member"])
    for name, person in people.items():
        shown = sign_in(person).get(page).content.decode()
        assert (office.name in shown) == (name in {"team", "member"})
        assert ("Named to those who are invited" in shown) == (name in {"stranger", "shielded_member"})
        assert not {each.name for each in people.values() if each.name in shown}
        assert f"{people['member'].pk}" not in shown
    assert office.name in sign_in(office).get(page).content.decode()  # their own


def test_the_chooser_of_contacts_finds_members_by_name_for_the_team_alone(
    topic: Topic, member: Person, team: Person, sign_in: SignIn
) -> None:
    page = f"/en/topics/{spell(topic.pk)}/contact/"
    browser = sign_in(team)
    assert member.name not in browser.get(page).content.decode()
    assert member.name in browser.get(f"{page}?q=sálma").content.decode()
    assert browser.post(page, {"contact": spell(member.pk), "competence_en": "Knows"}).status_code == 302
    assert browser.post(page, {"contact": "zz", "competence_en": "Knows"}).status_code == 422
    assert sign_in(member).get(page).status_code == 403


@pytest.mark.parametrize("persona", ["observer", "office", "addressee"])
def test_who_does_not_see_the_round_sees_no_topic(
    persona: str, room: None, member: Person, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    hidden = proposed(called_round(), member)
    browser = sign_in(request.getfixturevalue(persona))
    for page in (f"topics/{spell(hidden.pk)}/", f"rounds/{spell(hidden.round_id)}/topics/"):
        assert browser.get(f"/en/{page}").status_code == (200 if persona == "office" else 404)
    for place in ("support/", "remarks/", "points/", "withdraw/", "put-on-agenda/", "move/"):
        answer = browser.post(f"/en/topics/{spell(hidden.pk)}/{place}", {"remark-text": "x", "remark-language": "en",
            "point-text": "x", "point-language": "en"})  # fmt: skip
        assert answer.status_code in {403, 404}, place


def test_the_office_reads_what_members_propose_and_not_what_they_remark(
    ids: dict[str, str], office: Person, sign_in: SignIn
) -> None:
    shown = sign_in(office).get(f"/en/topics/{ids['topic']}/").content.decode()
    assert "Who pays the teachers?" in shown
    assert "I agree." not in shown


def test_the_list_tells_what_became_of_every_proposal(
    called: Round, member: Person, stranger: Person, sign_in: SignIn
) -> None:
    first, second = proposed(called, member, "First"), proposed(called, member, "Second")
    put_on_agenda(actor=SYSTEM, topic=first)
    defer_topic(actor=SYSTEM, topic=second, reason=words("The donors must be there"))
    over(called)
    shown = sign_in(stranger).get(f"/en/rounds/{spell(called.pk)}/topics/").content.decode()
    assert shown.index("First") < shown.index("Second") < shown.index("The donors must be there")
    assert "The call for topics is over" in shown


def test_steps_of_the_team_by_their_buttons(ids: dict[str, str], topic: Topic, team: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(team), f"/en/topics/{ids['topic']}/"
    other = str(Topic.objects.exclude(pk=topic.pk).get().pk)
    assert browser.post(f"{page}put-on-agenda/").status_code == 302
    assert browser.post(f"{page}put-on-agenda/").status_code == 422
    assert browser.post(f"{page}move/", {"way": "later", "list": "1"}).status_code == 302
    settle = f"/en/discussion-points/{ids['point']}/settle/"
    assert browser.post(settle, {"verb": "merge"}).status_code == 422
    assert browser.post(settle, {"verb": "leave_out"}).status_code == 422
    assert browser.post(settle, {"verb": "take_up"}).status_code == 302
    assert browser.post(f"{page}defer/", {"reason_en": ""}).status_code == 422
    assert browser.post(f"{page}defer/", {"reason_en": "Later"}).status_code == 302
    assert browser.post(f"{page}merge/", {"into": "12"}).status_code == 422
    assert browser.post(f"{page}merge/", {"into": other}).status_code == 302
    base = f"/en/rounds/{ids['round']}/topics/call/"
    assert browser.post(f"{base}count/").status_code == 422
    assert browser.post(f"{base}end/").status_code == 302
    assert "stands still" in browser.get(base).content.decode()
    assert browser.post(base, {"text_en": "Thank you"}).status_code == 302


def test_own_things_go_by_their_buttons(topic: Topic, member: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(member), f"/en/topics/{spell(topic.pk)}/"
    browser.post(f"{page}remarks/", {"remark-text": "x", "remark-language": "en"})
    browser.post(f"{page}points/", {"point-text": "x", "point-language": "en"})
    browser.post(f"{page}reading/", {"reading-title": "x", "reading-language": "en"})
    remark_, point, reading = topic.remarks.get(), topic.discussion_points.get(), topic.readings.get()
    assert browser.post(f"/en/discussion-points/{spell(point.pk)}/edit/", {"text_en": "y"}).status_code == 302
    assert browser.post(f"{page}edit/", {"title_en": "New", "why_en": "Since"}).status_code == 302
    assert browser.post(f"/en/remarks/{spell(remark_.pk)}/remove/").status_code == 302
    assert browser.post(f"/en/discussion-points/{spell(point.pk)}/remove/").status_code == 302
    assert browser.post(f"/en/reading/{spell(reading.pk)}/remove/").status_code == 302
    assert browser.post(f"{page}withdraw/").status_code == 302
    assert Topic.objects.get().state == "withdrawn"


def queries_for(browser: Client, path: str) -> int:
    browser.get(path)
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(path).status_code == 200
    return len(seen)


@pytest.mark.parametrize("view", ["marks", "outcome"])
def test_a_list_asks_as_much_for_three_topics_as_for_one(
    view: str, topic: Topic, member: Person, stranger: Person, sign_in: SignIn
) -> None:
    browser, path = sign_in(stranger), f"/en/rounds/{spell(topic.round_id)}/topics/?view={view}"
    supported(topic, member)
    before = queries_for(browser, path)
    for title in ("Two", "Three"):
        supported(proposed(topic.round, member, title), stranger)
    assert queries_for(browser, path) == before


def test_a_topic_asks_as_much_for_three_of_everything_as_for_one(
    topic: Topic, member: Person, stranger: Person, sign_in: SignIn
) -> None:
    browser, path, own = sign_in(stranger), f"/en/topics/{spell(topic.pk)}/", actor_of(member)

    def add() -> None:
        contributed(topic, member)
        remark(actor=own, topic=topic, text=words("So it is"))
        add_reading(actor=own, topic=topic, title=words("A study"))

    add()
    before = queries_for(browser, path)
    add()
    add()
    assert queries_for(browser, path) == before
