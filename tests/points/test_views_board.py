"""A session's page: one for everybody, before, during and after, in each language, without scripts."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import Traveller

from supportroom.people.models import Account, Person
from supportroom.points.actions import focus_point
from supportroom.rounds.models import Session
from tests.factories.personas import PASSWORD, actor_of
from tests.factories.points import asked, leader, raised, settle
from tests.factories.rounds import close_a_session, make_session
from tests.points.pages import key, place, signed_in, words_of


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_participant_sees_the_points_and_the_counts(session: Session, member: Person, language: str) -> None:
    raised(session, text="Clinics stay open")
    page = signed_in(member).get(place(session, language=language))
    assert page.status_code == 200
    assert "Clinics stay open" in words_of(page)


def test_the_counts_stand_on_the_board(session: Session, member: Person) -> None:
    points = [raised(session, text=f"Point {number}") for number in range(3)]
    settle(session, {points[0].pk: True, points[1].pk: False})
    assert "3 raised 1 agreed 2 remaining" in words_of(signed_in(member).get(place(session)))


def test_before_it_opens_the_page_says_when_and_where(session: Session, member: Person) -> None:
    planned = make_session(session.round)
    words = words_of(signed_in(member).get(place(planned)))
    assert "2 June 2026" in words
    assert "Raise a point" not in words


def test_after_the_close_the_page_shows_what_came_of_it_and_nothing_to_press(session: Session, member: Person) -> None:
    raised(session, text="Clinics stay open")
    close_a_session(session)
    page = signed_in(member).get(place(session))
    assert "This session is closed" in words_of(page)
    assert "Clinics stay open" in words_of(page)
    assert b'id="answer"' not in page.content
    assert b"live.js" not in page.content


def test_a_stranger_finds_nothing_and_a_visitor_is_asked_to_sign_in(session: Session, stranger: Person) -> None:
    assert signed_in(stranger).get(place(session)).status_code == 404
    assert Client().get(place(session)).status_code == 302
    assert signed_in(stranger).get(place(session, "projector/")).status_code == 404


def test_the_team_watches_without_the_facilitators_controls(
    session: Session, team: Person, facilitator: Person
) -> None:
    raised(session)
    assert b"Open a check" not in signed_in(team).get(place(session)).content
    assert b"Open a check" in signed_in(facilitator).get(place(session)).content


def test_the_rapporteur_merges_and_enters_but_opens_no_check(session: Session, rapporteur: Person) -> None:
    raised(session)
    page = signed_in(rapporteur).get(place(session)).content
    assert b"Merge" in page
    assert b"Enter points for the room" in page
    assert b"Open a check" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_a_participants_board_takes_six_queries_whatever_the_number_of_points(
    session: Session, member: Person, number: int
) -> None:
    points = [raised(session, text=f"Point {n}") for n in range(number)]
    asked(session, points[0])
    browser = signed_in(member)
    browser.get(place(session))
    with CaptureQueriesContext(connection) as queries:
        browser.get(place(session))
    assert len(queries) == 6


def test_the_projector_shows_the_point_in_focus_in_both_languages_and_no_tally_before_the_close(
    session: Session, member: Person, taking_part: object
) -> None:
    point = raised(session, text="Clinics stay open")
    focus_point(actor=leader(session), session=session, point=point)
    asked(session, point)
    page = words_of(signed_in(member).get(place(session, "projector/")))
    assert "Clinics stay open" in page
    assert "0 of 7 have answered" in page
    assert "Cannot accept" not in page


def test_s05_the_projector_goes_on_untouched_while_the_session_is_open_and_nothing_else_does(
    session: Session, member: Person, settings: Any, clock: Traveller
) -> None:
    settings.IDLE_SECONDS = 20 * 60
    browser, by_itself = Client(), {"X-By-Itself": "1"}
    browser.post("/en/sign-in/", {"login": Account.objects.get(person=member).email, "password": PASSWORD})
    screen = place(session, "projector/")
    for _quarter in range(8):
        clock.shift(timedelta(minutes=15))
        assert b"data-live=" in browser.get(screen, headers=by_itself).content
    assert browser.get(place(session), headers=by_itself).status_code == 403, "a board is somebody's own"
    assert browser.get(screen).status_code == 403, "who opens it was asked"
    for left in (make_session(session.round), close_a_session(session)):
        answer = browser.get(place(left, "projector/"), headers=by_itself)
        assert (answer.status_code, answer.content, answer["X-Confirm"]) == (403, b"", "password")
    clock.shift(timedelta(hours=11))
    assert browser.get(screen, headers=by_itself).status_code == 302, "not after twelve hours"


def test_the_facilitator_puts_a_ticked_point_in_focus(session: Session, facilitator: Person) -> None:
    point = raised(session, text="Clinics stay open")
    browser = signed_in(facilitator)
    assert browser.post(place(session, "focus/"), {"point": key(point)}).status_code == 302
    assert "Clinics stay open" in words_of(browser.get(place(session, "projector/")))


def test_nothing_ticked_is_said(session: Session, facilitator: Person) -> None:
    answer = signed_in(facilitator).post(place(session, "focus/"))
    assert answer.status_code == 422
    assert "Tick a point first." in words_of(answer)


def test_who_does_not_lead_may_not_choose_the_focus(session: Session, member: Person) -> None:
    point = raised(session, member)
    assert signed_in(member).post(place(session, "focus/"), {"point": key(point)}).status_code == 403


def test_nobodys_name_stands_on_the_board_but_those_who_were_chosen(session: Session, member: Person) -> None:
    raised(session, member)
    other = next(p.person for p in session.round.participants.all() if p.person.name.startswith("Participant"))
    page = signed_in(other).get(place(session)).content.decode()
    assert member.name not in page
    assert session.facilitator is not None
    assert session.facilitator.name in page
    assert actor_of(member).ref not in page
