"""What the register, its answers and the briefings put on somebody's desk, and what moved there since they looked."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from supportroom.answers.actions import be_named, say_under_way, send_letter
from supportroom.briefings.actions import trash_briefing
from supportroom.desk.queries import moved_since, recent_moves, waiting_for
from supportroom.desk.waiting import Waiting
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.notices.actions import read_notices
from supportroom.notices.models import Notice
from supportroom.people.actions import give_role
from supportroom.people.models import Person
from supportroom.register.actions import name_representative, release_recommendations
from tests.factories.answers import SOURCE, a_delivery, a_draft, a_sent_letter, a_submission, answered, freshly
from tests.factories.briefings import a_briefing, a_reading, read_twice
from tests.factories.intake import REPORT, an_intake
from tests.factories.notices import told as all_told
from tests.factories.personas import actor_of
from tests.factories.register import a_recommendation, an_addressee, an_ask, recommendations
from tests.factories.rounds import words
from tests.factories.statements import delivered, held_meeting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "in_english", "room")]


@pytest.fixture
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def told(person: Person) -> list[str]:
    return [str(thing.what) for thing in waiting_for(actor_of(person))]


def waits(person: Person, what: str) -> Waiting:
    """Give the one line of a desk that says so."""
    (found,) = [thing for thing in waiting_for(actor_of(person)) if str(thing.what) == what]
    return found


def test_the_team_writes_sends_and_asks_again(team: Person, member: Person, clock: time_machine.Traveller) -> None:
    body = an_addressee(answer_days=30)
    submissions = [a_submission(body) for _number in range(2)]
    line = waits(team, "Write a letter: 2 recommendations are not sent yet")
    assert (line.about, line.url.endswith("/letters/new/")) == (body.name, True)
    letter = a_draft(*submissions)
    assert told(team) == ["A letter is drafted: send it"]
    send_letter(actor=actor_of(team), letter=letter)
    assert told(team) == []
    clock.shift(timedelta(days=32))
    line = waits(team, "2 answers are overdue: ask again")
    assert (line.is_late, line.url.partition("?")[2]) == (True, "state=overdue")
    for submission in submissions:
        answered(freshly(submission))
    assert told(team) == told(member) == []


def test_a_representative_owes_answers_by_their_day_and_late_ones_stand_in_brick(
    addressee: Person, member: Person, clock: time_machine.Traveller, client: Any
) -> None:
    body, other = an_addressee(people=[addressee], answer_days=30), an_addressee(people=[member])
    a_sent_letter(a_submission(body), a_submission(body))
    a_sent_letter(a_submission(other))
    line = waits(addressee, "2 recommendations wait for your answer")
    assert line.at is not None
    assert (line.about, line.is_late, line.at > now() + timedelta(days=29)) == (body.name, False, True)
    assert told(member) == [], "who is no addressee any more represents nobody"
    clock.shift(timedelta(days=20))
    a_sent_letter(a_submission(body))
    clock.shift(timedelta(days=15))
    assert told(addressee) == ["2 recommendations wait for your answer", "1 recommendation waits for your answer"]
    client.force_login(addressee.account, backend="supportroom.people.signing_in.AccountBackend")
    for language in ("en", "ar"):
        page = client.get(f"/{language}/desk/").content.decode()
        assert page.count('class="late"') == 1


def test_briefings_wait_for_first_and_second_readers_and_never_for_who_read_first(
    team: Person, office: Person, member: Person
) -> None:
    asked = a_recommendation()
    later = a_recommendation(asked_on=date(2022, 1, 1))
    briefing = a_briefing()
    first, second = "Read what a briefing says of what we asked", "1 reading waits for a second reader"
    assert told(team) == told(office) == [first]
    reflection = a_reading(asked, briefing, team)
    assert told(team) == [], "what was asked later could not stand in it"
    assert told(office) == [second]
    trash_briefing(actor=SYSTEM, briefing=briefing)
    assert told(office) == []
    newer = a_briefing("Mr. President, these are other words, of another year.", given_on=date(2022, 3, 1))
    a_reading(asked, newer, office)
    assert told(office) == [first], "the other one is not read yet"
    assert told(team) == [first, second]
    read_twice(later, newer, "absent")
    colleague = give_role(actor=SYSTEM, person=member, role="office")
    assert told(colleague) == [], "two readers of the office are one too many"
    assert reflection.briefing_id == briefing.pk


def test_a_document_on_its_way_in_waits_for_the_team(team: Person, office: Person) -> None:
    intake = an_intake()
    line = waits(team, "A document was read: look through it, and record it")
    assert str(line.about) == intake.name
    assert told(office) == []


def test_who_carried_something_is_asked_whether_they_may_be_named(member: Person, stranger: Person) -> None:
    delivery = a_delivery(carrier=member)
    asked = "Say whether you may be named as who carried it"
    assert (told(member), told(stranger)) == ([asked], [])
    be_named(actor=actor_of(member), delivery=delivery, is_named=False)
    assert told(member) == []


def test_a_statement_waits_for_who_represents_its_addressee_and_for_the_office(
    member: Person, addressee: Person, office: Person
) -> None:
    statement = delivered(held_meeting(member))
    asked = "A statement waits for a reply"
    assert asked in told(addressee)
    assert asked in told(office)
    body = an_addressee(statement.addressee)
    assert asked not in told(addressee), "the register knows to whom it is addressed"
    assert asked in told(office)
    name_representative(actor=SYSTEM, addressee=body, person=addressee)
    assert asked in told(addressee)


def test_what_moved_in_the_register_begins_after_the_newest_notice_that_was_read(
    member: Person, stranger: Person, observer: Person, clock: time_machine.Traveller
) -> None:
    body = an_addressee()
    hidden, *asked = recommendations(*(an_ask(addressees=(body,)) for _number in range(4)), released=False)
    release_recommendations(actor=SYSTEM, recommendations=asked)
    say_under_way(actor=SYSTEM, recommendation=asked[0], source=SOURCE)
    say_under_way(actor=SYSTEM, recommendation=hidden, source=SOURCE)
    moves = {(str(move.what), str(move.about)): move.url for move in moved_since(actor_of(member))}
    assert set(moves) == {("shown to the public: 3 recommendations", ""), ("under way: 2 recommendations", "")}
    assert {url.partition("?")[2] for url in moves.values()} == {"", "state=under_way"}
    seen = {(str(move.what), str(move.about)) for move in moved_since(actor_of(observer))}
    assert seen == {("shown to the public: 3 recommendations", ""), ("under way", str(asked[0].text))}
    clock.shift(timedelta(hours=1))
    all_told()
    read_notices(actor=actor_of(member), person=member, until=now())
    assert moved_since(actor_of(member)) == []
    assert len(moved_since(actor_of(stranger))) == 2
    clock.shift(timedelta(hours=1))
    say_under_way(actor=SYSTEM, recommendation=asked[1], source=SOURCE)
    (move,) = moved_since(actor_of(member))
    assert (str(move.what), asked[1].slug in move.url) == ("under way", True)
    clock.shift(timedelta(hours=1))
    all_told()
    Notice.objects.filter(person=stranger).exclude(pk=Notice.objects.filter(person=stranger).last().pk).update(
        is_read=True
    )
    assert len(moved_since(actor_of(stranger))) == 2, "they have read newer notices, and left an older one"
    clock.shift(timedelta(days=30))
    assert moved_since(actor_of(stranger)) == []


def test_the_desk_asks_as_many_queries_for_much_of_the_register_as_for_a_little(
    team: Person, addressee: Person, clock: time_machine.Traveller
) -> None:
    counts, wishes = [], count()
    for number in (1, 3):
        for _each in range(number):
            body = an_addressee(people=[addressee], answer_days=30)
            a_sent_letter(a_submission(body))
            answered(a_submission(body))
            a_draft(a_submission(body))
            a_submission(body)
            a_reading(a_recommendation(), a_briefing())
            an_intake(f"{REPORT}\n3. Wish {next(wishes)}.\n")
            a_delivery(carrier=addressee)
        for person in (team, addressee):
            with CaptureQueriesContext(connection) as queries:
                assert waiting_for(actor_of(person))
                assert moved_since(actor_of(person))
                assert recent_moves(actor_of(person))
            counts.append(len(queries))
    assert counts[:2] == counts[2:]


def test_the_page_says_what_changed_in_both_languages(member: Person, client: Any) -> None:
    asked = a_recommendation(text=words("Invented wish of the desk", "أمنية مبتكرة"))
    a_briefing()
    client.force_login(member.account, backend="supportroom.people.signing_in.AccountBackend")
    page = client.get("/en/desk/").content.decode()
    assert "What changed in the register since you last looked" in page
    assert "Invented wish of the desk" in page
    assert "a briefing was logged" in page
    assert f"/ar/register/{asked.slug}/" in client.get("/ar/desk/").content.decode()
