from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from supportroom.desk.queries import recent_moves, waiting_for
from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.people.models import Person
from supportroom.points.actions import close_check, open_check, take_position
from supportroom.points.models import CheckItem
from supportroom.points.vocabulary import SUPPORT
from supportroom.protection.actions import withdraw_consent
from supportroom.room.models import Room
from supportroom.rounds.actions import begin_reporting
from supportroom.statements.actions import name_spokesperson
from tests.factories.personas import actor_of
from tests.factories.points import imported, leader
from tests.factories.rounds import make_round, open_a_session
from tests.factories.statements import delivered, held_meeting, replied, report_adopted, written

pytestmark = pytest.mark.usefixtures("clock", "in_english")


@pytest.fixture
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def told(person: Person) -> list[str]:
    return [str(thing.what) for thing in waiting_for(actor_of(person))]


def test_an_open_check_waits_until_it_is_answered(
    room: Room, member: Person, facilitator: Person, rapporteur: Person
) -> None:
    session = open_a_session(facilitator, rapporteur, people=[member])
    assert told(member) == ["A session is open now"]
    check = open_check(actor=leader(session), session=session, points=imported(session, 1))
    assert told(member) == ["A check is open: say where you stand"]
    item = CheckItem.objects.select_related("check_asked__session").get(check_asked=check)
    take_position(actor=actor_of(member), item=item, choice=SUPPORT)
    assert told(member) == ["A session is open now"]
    close_check(actor=leader(session), check=check)
    assert told(facilitator) == ["Confirm the outcome of a check"]


def test_who_takes_no_part_is_told_of_no_session(
    room: Room, stranger: Person, facilitator: Person, rapporteur: Person
) -> None:
    open_a_session(facilitator, rapporteur)
    assert told(stranger) == []
    assert waiting_for(VISITOR) == []


def test_the_team_is_told_what_a_round_needs(room: Room, team: Person, member: Person) -> None:
    make_round(running=False)
    assert told(team) == ["Prepare the round and start it"]


def test_the_team_is_told_of_a_session_whose_time_has_come(
    room: Room, team: Person, clock: time_machine.Traveller
) -> None:
    make_round()
    assert "Open the session" in told(team)
    clock.shift(-3 * 24 * 3600)
    assert "Open the session" not in told(team)


def test_an_adopted_report_waits_for_the_team(room: Room, team: Person, member: Person) -> None:
    report = report_adopted(held_meeting(member))
    begin_reporting(actor=SYSTEM, round=report.round)
    assert "The report is adopted: publish it" in told(team)


def test_a_statement_waits_for_its_writers(room: Room, member: Person) -> None:
    written(held_meeting(member))
    assert told(member) == ["You write on this statement"]


def test_a_spokesperson_is_asked_whether_they_may_be_named_until_they_say(room: Room, member: Person) -> None:
    statement = written(held_meeting(member))
    name_spokesperson(actor=actor_of(member), statement=statement, person=member)
    asked = "Say whether you may be named as spokesperson"
    assert asked in told(member)
    withdraw_consent(actor=actor_of(member), person=member, thing=statement)
    assert asked not in told(member)


def test_a_delivered_statement_waits_for_the_addressee_until_it_is_answered(
    room: Room, member: Person, addressee: Person
) -> None:
    meeting = held_meeting(member)
    delivered(meeting)
    assert "A statement waits for a reply" in told(addressee)


def test_a_reply_ends_the_waiting(room: Room, member: Person, addressee: Person) -> None:
    replied(held_meeting(member))
    assert told(addressee) == []


def test_what_moved_is_told_without_names(room: Room, member: Person, stranger: Person) -> None:
    held_meeting(member)
    moves = recent_moves(actor_of(member))
    assert sorted(str(move.what) for move in moves) == ["a session closed", "the round began"], "each thing once"
    assert recent_moves(actor_of(stranger)) == []


def test_the_page_stands_in_both_languages_and_needs_a_sign_in(room: Room, member: Person, client: Any) -> None:
    assert client.get("/ar/desk/").status_code == 302
    client.force_login(member.account, backend="supportroom.people.signing_in.AccountBackend")
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        page = client.get(f"/{language}/desk/")
        assert page.status_code == 200
        assert f'lang="{language}" dir="{direction}"' in page.content.decode()


def test_the_number_of_queries_does_not_grow_with_what_waits(room: Room, team: Person) -> None:
    make_round(running=False)
    with CaptureQueriesContext(connection) as few:
        waiting_for(actor_of(team))
    for _number in range(3):
        make_round(running=False, others=0)
    with CaptureQueriesContext(connection) as many:
        waiting_for(actor_of(team))
    assert len(many) == len(few)
