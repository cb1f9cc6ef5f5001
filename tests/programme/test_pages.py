"""Pages of programmes: to whom they answer, what they say, with the same number of queries."""

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
from supportroom.programme.actions import offer_facilitation
from supportroom.programme.models import FacilitationOffer, ProgrammeVersion
from supportroom.programme.queries import topics_by_session
from supportroom.rounds.actions import add_group, add_participant, amend_session, remove_session, start_round
from supportroom.rounds.models import Round, Session
from supportroom.topics.models import Topic
from tests.factories.personas import actor_of
from tests.factories.programme import agenda_topic, planned_round, points_on, published, speaks_about
from tests.factories.rounds import MORNING, make_round, make_session, open_a_session, words

SignIn = Callable[[Person], Client]
LINK = "https://meet.example.org/canary"
PAGES = [
    "rounds/{round}/programme/",
    "rounds/{round}/programme/versions/",
    "rounds/{round}/programme/versions/1/",
    "rounds/{round}/programme/publish/",
    "sessions/{session}/topics/",
    "sessions/{session}/meeting.ics",
    "calendar/",
]
FOR_THE_TEAM = {"rounds/{round}/programme/publish/", "sessions/{session}/topics/"}


def fresh(session: Session) -> Session:
    return Session.objects.get(pk=session.pk)


def programme_of(browser: Client, round: Round, language: str = "en") -> str:
    answer = browser.get(f"/{language}/rounds/{spell(round.pk)}/programme/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def planned(member: Person) -> tuple[Round, Session, Topic]:
    """A published programme with one session, in which the member takes part; a link that must go nowhere else."""
    made, session, topic = planned_round(people=[member])
    amend_session(actor=SYSTEM, session=fresh(session), link=LINK, interpretation=["en"])
    published(made, "The first one")
    made.refresh_from_db()
    return made, fresh(session), topic


@pytest.mark.parametrize("persona", ["team", "member"])
def test_every_page_answers_in_each_language_to_whom_it_may(
    persona: str,
    planned: tuple[Round, Session, Topic],
    request: pytest.FixtureRequest,
    sign_in: SignIn,
) -> None:
    browser = sign_in(request.getfixturevalue(persona))
    made, session, _topic = planned
    for page in PAGES:
        for language in ("ar", "en"):
            path = f"/{language}/{page.format(round=spell(made.pk), session=spell(session.pk))}"
            assert Client().get(path).status_code == 302, (page, language)
            status = browser.get(path).status_code
            assert status == (403 if persona == "member" and page in FOR_THE_TEAM else 200), (page, language)


def test_a_version_that_never_was_and_a_round_that_is_hidden_are_missing(
    planned: tuple[Round, Session, Topic], team: Person, observer: Person, sign_in: SignIn
) -> None:
    path = f"/en/rounds/{spell(planned[0].pk)}/programme/"
    assert sign_in(team).get(f"{path}versions/9/").status_code == 404
    for page in ("", "versions/", "versions/1/"):
        assert sign_in(observer).get(path + page).status_code == 404


def test_who_follows_the_round_reads_what_was_published_and_the_team_what_was_not(
    *,
    planned: tuple[Round, Session, Topic],
    member: Person,
    stranger: Person,
    office: Person,
    team: Person,
    sign_in: SignIn,
) -> None:
    made, session, _topic = planned
    later = session.starts_at + timedelta(hours=1)
    amend_session(actor=SYSTEM, session=session, title=words("Renamed"), place=words("Secret garden"))
    make_session(made, title=words("Not yet told"), starts_at=later + timedelta(days=1))
    for person in (member, stranger, office):
        page = programme_of(sign_in(person), made)
        assert "First meeting" in page
        assert ("Olive hall" in page) == (person != stranger), "where it meets, who is within the round knows"
        assert "Detainees" in page
        assert "Visits" in page
        assert ("The first one" in page) == (person != stranger)
        assert "Renamed" not in page
        assert "Secret garden" not in page
        assert "Not yet told" not in page
        assert f'/sessions/{spell(session.pk)}/"' not in page, "the session's own page shows what is not published"
        overview = sign_in(person).get(f"/en/rounds/{spell(made.pk)}/").content.decode()
        assert "Renamed" not in overview
    page = programme_of(sign_in(team), made)
    assert "Renamed" in page
    assert "Not published yet: 3 changes" in re.sub(r"<[^>]+>", "", page)
    assert "Not yet told" in page
    assert "not published yet" in page


def test_the_link_to_a_meeting_is_seen_by_the_team_and_those_who_take_part_alone(
    *,
    planned: tuple[Round, Session, Topic],
    member: Person,
    stranger: Person,
    office: Person,
    interpreter: Person,
    team: Person,
    sign_in: SignIn,
) -> None:
    made, session, _topic = planned
    other = add_group(actor=SYSTEM, round=made, name=words("Others"))
    elsewhere = make_session(made, group=other, link=f"{LINK}-2")
    published(made)
    assert LINK in programme_of(sign_in(team), made)
    page = programme_of(sign_in(member), made)
    assert f'href="{LINK}"' in page
    assert f"{LINK}-2" not in page
    for person in (stranger, office, interpreter):
        for path in ("", "versions/", "versions/1/", "versions/2/"):
            found = sign_in(person).get(f"/en/rounds/{spell(made.pk)}/programme/{path}").content.decode()
            assert "meet.example" not in found, (person.roles, path)
    assert "meet.example" not in repr(list(ProgrammeVersion.objects.values_list("content", flat=True)))
    start_round(actor=SYSTEM, round=made)
    for person, sees_it in ((member, True), (team, True), (office, False)):
        board = sign_in(person).get(f"/en/sessions/{spell(session.pk)}/").content.decode()
        assert ("meet.example" in board) is sees_it, person.roles
    assert sign_in(member).get(f"/en/sessions/{spell(elsewhere.pk)}/").status_code == 404


def test_a_round_that_never_published_a_programme_is_seen_and_opened_as_ever(
    member: Person, sign_in: SignIn, clock: object
) -> None:
    made = make_round(people=[member], others=1)
    page = programme_of(sign_in(member), made)
    assert "First meeting" in page
    assert "Open the session" in page
    assert f"/en/sessions/{spell(made.sessions.get().pk)}/" in page


def test_sessions_of_a_round_under_way_are_opened_from_the_published_programme_and_later_ones_are_there(
    planned: tuple[Round, Session, Topic], member: Person, sign_in: SignIn, clock: object
) -> None:
    made, session, _topic = planned
    start_round(actor=SYSTEM, round=made)
    make_session(made, title=words("Reading the report"), starts_at=MORNING + timedelta(hours=5))
    page = programme_of(sign_in(member), made)
    assert page.count("Open the session") == 2
    assert "Reading the report" in page
    assert "not published yet" in page
    open_a_session(member, round=made, session=fresh(session))
    assert "Close the session" in programme_of(sign_in(member), made)


def test_a_session_that_was_taken_out_stands_until_that_is_published(
    planned: tuple[Round, Session, Topic], member: Person, sign_in: SignIn
) -> None:
    made, session, topic = planned
    speaks_about(make_session(made, title=words("Second meeting"), starts_at=MORNING + timedelta(days=1)), topic)
    address = f"/sessions/{spell(session.pk)}/"
    assert f"{address}meeting.ics" in programme_of(sign_in(member), made)
    remove_session(actor=SYSTEM, session=session)
    page = programme_of(sign_in(member), made)
    assert "First meeting" in page
    assert address not in page
    published(made)
    assert "First meeting" not in programme_of(sign_in(member), made)


def test_hours_are_shown_by_both_clocks_and_another_day_is_said(
    planned: tuple[Round, Session, Topic], member: Person, sign_in: SignIn
) -> None:
    made, session, _topic = planned
    amend_session(
        actor=SYSTEM,
        session=session,
        starts_at=MORNING.replace(hour=2),
        ends_at=MORNING.replace(hour=3),
    )
    published(made)
    Person.objects.filter(pk=member.pk).update(time_zone="America/New_York")
    page = programme_of(sign_in(member), made)
    assert "<bdi>22:00–23:00 New York</bdi> / <bdi>05:00–06:00 Damascus</bdi>" in page
    assert "Monday 1 June 2026" in page


def test_what_cannot_be_held_is_pointed_out_to_who_plans_and_to_nobody_else(
    member: Person, team: Person, facilitator: Person, sign_in: SignIn
) -> None:
    made, _session, _topic = planned_round(people=[member, facilitator], groups=2)
    second = made.groups.last()
    contact = agenda_topic(made, "Relief", contact=member)
    parallel = make_session(made, title=words("In parallel"), group=second, place=words("Olive hall"))
    speaks_about(parallel, contact)
    make_session(made, title=words("Long after"), starts_at=MORNING + timedelta(days=9), interpretation=["en"])
    page = re.sub(r"<[^>]+>", "", programme_of(sign_in(team), made))
    assert "3 things cannot be held as planned" not in page
    assert "4 things cannot be held as planned" in page
    assert f"{member.name} is needed in two groups at once" in page
    assert "(participant / contact person)" in page or "(contact person / participant)" in page
    assert "Two sessions are held in one place at once, Olive hall" in page
    assert "outside the round&#39;s days" in page or "outside the round's days" in page
    assert "Interpretation into English is sought, but" in page
    told = programme_of(sign_in(facilitator), made)
    assert member.name not in told
    assert "cannot be held" not in told


def test_the_form_of_topics_gives_them_and_two_who_edit_see_each_other(
    planned: tuple[Round, Session, Topic], team: Person, sign_in: SignIn
) -> None:
    made, session, topic = planned
    relief = agenda_topic(made, "Relief", points=("Flour", "Fuel"))
    flour, _fuel = points_on(relief)
    browser, path = sign_in(team), f"/en/sessions/{spell(session.pk)}/topics/"
    form = browser.get(path).content.decode()
    assert re.search(rf'name="topic_{spell(topic.pk)}"[^>]*checked', form)
    sent = {f"points_{spell(relief.pk)}": [spell(flour.pk)], "seen": session.version}
    assert browser.post(path, sent).status_code == 302
    told = topics_by_session([session])[session.pk]
    assert [(str(each), [str(point) for point in points]) for each, points in told] == [("Relief", ["Flour"])]
    late = browser.post(path, {f"topic_{spell(topic.pk)}": "on", "seen": session.version})
    assert late.status_code == 409
    page = late.content.decode()
    assert "What stands now" in page
    assert re.search(rf'name="topic_{spell(topic.pk)}"[^>]*checked', page), "what was ticked is still ticked"
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen
    assert browser.post(path, {f"topic_{spell(topic.pk)}": "on", "seen": seen[1]}).status_code == 302


def test_a_point_of_another_topic_or_round_is_no_choice(
    planned: tuple[Round, Session, Topic], team: Person, sign_in: SignIn
) -> None:
    made, session, topic = planned
    relief = agenda_topic(made, "Relief")
    path = f"/en/sessions/{spell(session.pk)}/topics/"
    (foreign,) = points_on(relief)
    sent = {f"points_{spell(topic.pk)}": [spell(foreign.pk)], "seen": session.version}
    assert sign_in(team).post(path, sent).status_code == 422


def test_publishing_by_the_form_shows_what_changed_and_refuses_what_was_not_seen(
    planned: tuple[Round, Session, Topic], team: Person, sign_in: SignIn
) -> None:
    made, session, _topic = planned
    browser, path = sign_in(team), f"/en/rounds/{spell(made.pk)}/programme/publish/"
    assert "Nothing has changed since" in browser.get(path).content.decode()
    assert browser.post(path, {"note_en": "Again"}).status_code == 422
    amend_session(actor=SYSTEM, session=session, place=words("Fig hall"))
    page = browser.get(path).content.decode()
    assert "In Fig hall instead of Olive hall." in re.sub(r"<[^>]+>", "", page)
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen
    amend_session(actor=SYSTEM, session=fresh(session), place=words("Cedar hall"))
    late = browser.post(path, {"note_en": "A better hall", "seen": seen[1], "once": "1"})
    assert late.status_code == 409
    assert "A better hall" in late.content.decode()
    assert "Cedar hall" in late.content.decode()
    again = re.search(r'name="seen" value="(\w+)"', late.content.decode())
    assert again
    answers = [
        browser.post(path, {"note_en": "A better hall", "seen": again[1], "once": "2"}).status_code for _twice in "ab"
    ]
    assert answers == [302, 302]
    assert made.programme_versions.count() == 2


def test_the_page_of_versions_tells_what_changed_in_sentences(
    planned: tuple[Round, Session, Topic], member: Person, sign_in: SignIn
) -> None:
    made, session, _topic = planned
    later = session.starts_at + timedelta(hours=2)
    amend_session(actor=SYSTEM, session=session, starts_at=later, ends_at=later + timedelta(hours=1), interpretation=[])
    speaks_about(session, agenda_topic(made, "Relief", points=("Flour",)))
    published(made, "We begin later")
    page = sign_in(member).get(f"/en/rounds/{spell(made.pk)}/programme/versions/").content.decode()
    text = " ".join(re.sub(r"<[^>]+>", "", page).split())
    assert "Moved from Tuesday 2 June 2026, 12:00–16:00 Damascus to Tuesday 2 June 2026, 14:00–15:00 Damascus." in text
    assert "There is no interpretation any more." in text
    for sentence in ("New topic: “Relief”.", "New discussion point: “Flour”.", "Topic taken out: “Detainees”."):
        assert sentence in text, sentence
    assert text.index("We begin later") < text.index("The first programme of this round.")
    first = sign_in(member).get(f"/en/rounds/{spell(made.pk)}/programme/versions/1/").content.decode()
    assert "12:00–16:00" in first
    assert "Detainees" in first


def test_offers_to_facilitate_are_made_by_a_button_and_named_to_the_team_alone(
    planned: tuple[Round, Session, Topic], member: Person, facilitator: Person, team: Person, sign_in: SignIn
) -> None:
    made, session, _topic = planned
    add_participant(actor=SYSTEM, round=made, person=facilitator, group=made.groups.get())
    amend_session(actor=SYSTEM, session=session, facilitator_is_sought=True)
    path = f"/en/sessions/{spell(session.pk)}/facilitation/"
    browser = sign_in(member)
    assert "I would facilitate it" in programme_of(browser, made)
    assert browser.post(f"{path}offer/").status_code == 302
    page = programme_of(browser, made)
    assert "You would facilitate it" in page
    assert member.name in programme_of(sign_in(team), made)
    assert member.name not in programme_of(sign_in(facilitator), made)
    assert sign_in(facilitator).post(f"{path}take-back/").status_code == 404
    assert browser.post(f"{path}take-back/").status_code == 302
    assert not FacilitationOffer.objects.exists()
    assert browser.get(f"{path}offer/").status_code == 405


def test_before_the_first_version_there_is_nothing_to_compare(member: Person, team: Person, sign_in: SignIn) -> None:
    made, _session, _topic = planned_round(people=[member])
    for person in (member, team):
        browser, path = sign_in(person), f"/en/rounds/{spell(made.pk)}/programme/versions/"
        assert "No programme is published yet" in browser.get(path).content.decode()
        assert browser.get(f"{path}1/").status_code == 404


@pytest.mark.parametrize("page", ["programme/", "programme/versions/", "programme/publish/"])
@pytest.mark.parametrize("persona", ["team", "member"])
def test_a_page_takes_the_same_queries_for_one_row_and_for_many(
    page: str, persona: str, member: Person, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    if persona == "member" and page.endswith("publish/"):
        return
    browser = sign_in(request.getfixturevalue(persona))
    made, session, topic = planned_round(people=[member], groups=2)
    amend_session(actor=SYSTEM, session=fresh(session), facilitator_is_sought=True)
    offer_facilitation(actor=actor_of(member), session=session)
    parallel = make_session(made, group=made.groups.last(), place=words("Olive hall"))
    speaks_about(parallel, agenda_topic(made, "Relief", contact=member))
    published(made)
    path = f"/en/rounds/{spell(made.pk)}/{page}"
    browser.get(path)
    with CaptureQueriesContext(connection) as few:
        browser.get(path)
    for number in range(3):
        more = make_session(made, title=words(f"More {number}"), starts_at=MORNING + timedelta(days=1, hours=number))
        speaks_about(more, topic, agenda_topic(made, f"Topic {number}", points=("a", "b")))
        published(made)
    make_session(made, starts_at=MORNING + timedelta(days=2))
    with CaptureQueriesContext(connection) as many:
        browser.get(path)
    assert len(many) == len(few), [query["sql"] for query in many]
    assert len(many) <= 22
