"""What a preparation asks of members and of the team, on the desk and on the round's overview."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from time_machine import Traveller

from supportroom.desk.preparation import round_ahead, round_phases, round_work
from supportroom.desk.queries import recent_moves, waiting_for
from supportroom.invitations.actions import answer_question, ask_question, propose_substitute
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.people.models import Account, Person
from supportroom.rounds.actions import start_round
from supportroom.rounds.models import Round
from supportroom.selection.actions import apply
from supportroom.topics.actions import defer_topic, support_topic
from supportroom.topics.queries import agenda_of
from tests.factories.invitations import accepted_by, invitation_to, invited_round, letter_for, prepared_round
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round, make_session, words
from tests.factories.selection import make_registration
from tests.factories.topics import call_in, called_round, over, proposed

pytestmark = pytest.mark.usefixtures("clock", "in_english", "room")


@pytest.fixture
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def told(person: Person) -> list[str]:
    return [str(thing.what) for thing in waiting_for(actor_of(person))]


def page_for(person: Person, round: Round, page: str = "") -> str:
    browser = Client()
    browser.force_login(Account.objects.get(person=person))
    answer = browser.get(f"/en/rounds/{spell(round.pk)}/{page}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_invitation_with_its_term_is_the_first_thing(member: Person, clock: Traveller) -> None:
    called_round()
    made = invited_round([member])
    first = waiting_for(actor_of(member))[0]
    assert str(first.what) == "You are invited: answer here"
    assert first.at == made.letter.answer_by
    assert first.is_deadline
    assert first.url.endswith(f"/invitations/{spell(invitation_to(made, member).pk)}/")
    clock.move_to(made.letter.answer_by)
    assert "You are invited: answer here" not in told(member)


def test_who_answered_is_not_asked_again(member: Person) -> None:
    accepted_by(invited_round([member]), member)
    assert "You are invited: answer here" not in told(member)


def test_an_open_call_waits_until_it_is_used(member: Person, shielded_member: Person, office: Person) -> None:
    made = called_round()
    assert told(member) == ["Say what the round should speak about"]
    assert told(office) == []
    topic = proposed(made, member)
    assert told(member) == []
    support_topic(actor=actor_of(shielded_member), topic=topic)
    assert told(shielded_member) == []


def test_an_open_registration_waits_for_members_who_have_not_used_it(member: Person, observer: Person) -> None:
    made = make_round(running=False)
    registration = make_registration(made)
    assert told(member) == ["Registration is open"]
    assert told(observer) == []
    apply(actor=actor_of(member), registration=registration)
    assert told(member) == []


def test_a_question_waits_for_the_contact_person_and_for_the_team(
    member: Person, facilitator: Person, team: Person
) -> None:
    made = invited_round([member], contact=facilitator)
    question = ask_question(
        actor=actor_of(member), invitation=invitation_to(made, member), text=words("Who?"), topic=agenda_of(made).get()
    )
    assert "Somebody invited asks about your topic" in told(facilitator)
    assert "Answer the questions of those invited" in told(team)
    answer_question(actor=actor_of(facilitator), question=question, answer=words("They."))
    assert "Somebody invited asks about your topic" not in told(facilitator)
    assert "Answer the questions of those invited" not in told(team)


def test_the_team_is_told_of_invitations_to_send_needs_and_substitutes(
    member: Person, shielded_member: Person, team: Person
) -> None:
    made = prepared_round([member, shielded_member])
    assert "The list is confirmed: send the invitations" in told(team)
    made = invited_round([member, shielded_member])
    accepted_by(made, member, ("visa", ""))
    propose_substitute(
        actor=actor_of(shielded_member), invitation=invitation_to(made, shielded_member), name="Rima Invented"
    )
    asked = told(team)
    assert "Settle what those who come need" in asked
    assert "Decide on the substitutes who were proposed" in asked


def test_the_team_is_told_of_proposals_without_an_answer_once_the_call_is_over(member: Person, team: Person) -> None:
    made = called_round()
    topic = proposed(made, member)
    asked = "The call is over: give every proposal an answer"
    assert asked not in told(team)
    over(made)
    assert asked in told(team)
    topic.refresh_from_db()
    defer_topic(actor=actor_of(team), topic=topic, reason=words("Later."))
    assert asked not in told(team)


def test_what_moved_tells_the_steps_of_a_preparation_and_ones_own_invitation_alone(
    member: Person, shielded_member: Person
) -> None:
    invited_round([member], is_open_to_members=True)
    moved = {str(move.what) for move in recent_moves(actor_of(member))}
    assert {"you were invited", "the programme was published"} <= moved
    assert "you were invited" not in {str(move.what) for move in recent_moves(actor_of(shielded_member))}


def test_the_overview_says_in_each_state_what_comes_next_and_by_when(
    member: Person, team: Person, clock: Traveller
) -> None:
    draft = make_round(running=False)
    assert str(round_ahead(draft, actor_of(member)).sentence) == "The team is preparing this round."  # type: ignore[union-attr]
    assert "Open the call for topics" in page_for(team, draft)
    called = called_round()
    assert "closes in" in page_for(member, called)
    clock.move_to(call_in(called).closes_at)
    assert "The call is over." in page_for(member, called)


def test_the_overview_of_a_round_that_invites_tells_the_invited_their_own_term(
    member: Person, shielded_member: Person, team: Person, clock: Traveller
) -> None:
    made = invited_round([member, shielded_member])
    accepted_by(made, shielded_member)
    assert "You are invited: answer in two taps." in page_for(member, made)
    assert "The invitations are out." in page_for(shielded_member, made)
    clock.move_to(made.letter.answer_by)
    assert "The term for answers is over." in page_for(team, made)


def test_how_many_come_is_told_while_people_answer_to_those_in_the_round_alone(
    member: Person, shielded_member: Person, team: Person
) -> None:
    made = invited_round([member, shielded_member])
    accepted_by(made, shielded_member)
    counted = "<dt>Participants</dt>"
    assert counted in page_for(team, made)
    assert counted in page_for(shielded_member, made)
    assert counted not in page_for(member, made)


def test_the_team_has_its_work_in_order_with_what_stands(member: Person, team: Person) -> None:
    made = make_round(running=False)
    assert [work.state for work in round_work(made)] == ["done", "next", "next", "next", "next", "next", "next", "next"]
    made = invited_round([member])
    work = {str(each.what): (each.state, each.note) for each in round_work(made)}
    assert work["Programme"] == ("done", "version 1")
    assert work["List and quotas"] == ("done", "1 person")
    assert work["Invitations and answers"] == ("now", "0 of 1 answered")
    make_session(made)
    assert {str(each.what): each.note for each in round_work(made)}["Programme"] == "changed since version 1"
    page = page_for(team, made)
    assert f"/rounds/{spell(made.pk)}/letter/" in page
    assert f"/rounds/{spell(made.pk)}/letter/" not in page_for(member, made)
    start_round(actor=SYSTEM, round=made)
    assert round_work(made) == []


def test_phases_that_a_round_never_had_are_left_out_once_it_is_past_them(member: Person) -> None:
    plain = [word for word, _place, _note in round_phases(make_round())]
    assert plain == ["in preparation", "running", "being reported", "published"]
    phases = round_phases(invited_round([member]))
    assert [place for _word, place, _note in phases] == ["done", "done", "done", "now", "next", "next", "next"]
    assert "due in" in str(phases[3][2])


def test_the_overview_asks_the_database_as_often_whatever_the_length_of_the_list(
    member: Person, shielded_member: Person, stranger: Person, team: Person
) -> None:
    counts = []
    for people in ([member], [member, shielded_member, stranger]):
        made = prepared_round(people)
        letter_for(made)
        page_for(team, made)
        with CaptureQueriesContext(connection) as asked:
            page_for(team, made)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_list_of_rounds_says_by_when_what_goes_on_ends(member: Person) -> None:
    called_round()
    invited_round([member])
    browser = Client()
    browser.force_login(Account.objects.get(person=member))
    browser.get("/en/rounds/")
    with CaptureQueriesContext(connection) as asked:
        page = browser.get("/en/rounds/").content.decode()
    assert "closes in" in page
    assert "due in" in page
    called_round()
    with CaptureQueriesContext(connection) as again:
        browser.get("/en/rounds/")
    assert len(again) == len(asked)


def test_a_round_is_started_from_its_overview_in_every_state_of_its_preparation(team: Person, clock: Traveller) -> None:
    made = called_round()
    make_session(made)
    assert "Start the round" in page_for(team, made)
    clock.shift(timedelta(days=1))
    start_round(actor=actor_of(team), round=made)
    assert made.state == "running"
