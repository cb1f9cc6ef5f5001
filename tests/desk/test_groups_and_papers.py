"""What working groups and papers put on somebody's desk, and when it goes."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from supportroom.adoption.actions import finish_notes, propose_words
from supportroom.checks.actions import answer
from supportroom.comments.actions import receive_mail, say_satisfied
from supportroom.comments.models import MailAddress
from supportroom.comments.vocabulary import PARTLY
from supportroom.desk.queries import recent_moves, waiting_for
from supportroom.groups.actions import ask_members
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.people.models import Person
from supportroom.press.actions import clear_quotation
from supportroom.room.models import Room
from supportroom.workroom.actions import answer_slots, finish_task
from tests.factories.adoption import a_joint_paper as joint
from tests.factories.adoption import a_released_paper, a_review, an_adopted_paper, answer_to, decided, noted
from tests.factories.comments import answered, closed, commented, freshly, in_comment
from tests.factories.groups import a_group_at_work, called_group, opened_group, seat_actor
from tests.factories.personas import actor_of
from tests.factories.press import a_finished_paper, offered, summarised
from tests.factories.rounds import words
from tests.factories.workroom import a_meeting, a_task

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "in_english", "room")]


@pytest.fixture
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def told(person: Person) -> list[str]:
    return [str(thing.what) for thing in waiting_for(actor_of(person))]


def test_a_members_check_waits_until_it_is_answered_and_knows_its_end(member: Person, team: Person) -> None:
    check = ask_members(actor=actor_of(team), group=called_group())
    (thing,) = waiting_for(actor_of(member))
    assert (thing.what, thing.at, thing.is_deadline) == ("The members are asked", check.closes_at, True)
    assert told(team) == []
    answer(actor=actor_of(member), members_check=check, choice="for")
    assert told(member) == []


def test_a_call_waits_for_the_team_unless_the_members_are_asked(team: Person, member: Person) -> None:
    group = called_group()
    asked = "A working group was called for: open it, or say why not"
    assert told(team) == [asked]
    ask_members(actor=actor_of(team), group=group)
    assert told(team) == []


def test_candidates_wait_for_the_team_when_their_time_is_over(team: Person, clock: time_machine.Traveller) -> None:
    opened_group()
    assert told(team) == []
    clock.shift(timedelta(days=15))
    assert told(team) == ["The time for candidates is over: appoint the group"]


def test_tasks_and_meetings_wait_for_the_seats(facilitator: Person, rapporteur: Person, member: Person) -> None:
    group = a_group_at_work(facilitator, rapporteur)
    task = a_task(group, whose=facilitator, due_on=now().date())
    meeting = a_meeting(group)
    assert told(facilitator) == ["You have a task", "Say when you can come to a meeting"]
    assert told(rapporteur) == ["Say when you can come to a meeting"]
    assert told(member) == []
    finish_task(actor=actor_of(facilitator), task=task)
    slot = meeting.slots.first()
    assert slot
    answer_slots(actor=actor_of(facilitator), meeting=meeting, answers={slot.pk: "yes"})
    assert told(facilitator) == []


def test_an_open_window_waits_for_members_who_have_not_commented(
    facilitator: Person, member: Person, stranger: Person, office: Person, clock: time_machine.Traveller
) -> None:
    window = in_comment(facilitator)
    asked = "A paper is open to your comments"
    assert told(member) == told(stranger) == [asked]
    assert told(facilitator) == told(office) == []
    commented(window, member)
    assert told(member) == []
    clock.move_to(window.closes_at)
    assert told(stranger) == []


def test_a_mailed_comment_waits_for_its_writers_word_and_stands_for_the_comment(member: Person, settings: Any) -> None:
    settings.REPLY_ADDRESS = "room@example.org"
    window = in_comment()
    address = MailAddress.objects.get(window=window, person=member)
    receive_mail(actor=SYSTEM, address=address, came_at=now(), digest="d" * 64, text="Say it.")
    assert told(member) == ["A comment that you mailed waits for your word"]


def test_answers_wait_for_the_group_then_for_who_commented(
    facilitator: Person, member: Person, clock: time_machine.Traveller
) -> None:
    window = in_comment(facilitator)
    first, second = commented(window, member), commented(window, member, "And this.")
    clock.move_to(window.closes_at)
    closed(window)
    assert told(facilitator) == ["2 comments wait for an answer"]
    answered(freshly(first))
    assert told(facilitator) == ["1 comment waits for an answer"]
    assert told(member) == ["Your comment was answered: say whether you are satisfied"]
    answered(freshly(second), verdict=PARTLY)
    assert told(facilitator) == ["Every comment is answered: put the joint paper before the members"]
    assert told(member) == ["2 comments of yours were answered: say whether you are satisfied"]
    for comment in (first, second):
        say_satisfied(actor=actor_of(member), comment=freshly(comment))
    assert told(member) == []


def test_an_adopted_paper_waits_to_be_sent_once_every_opinion_is_in(
    facilitator: Person, clock: time_machine.Traveller
) -> None:
    adoption = decided(joint(facilitator), clock)
    assert told(facilitator) == []
    clock.move_to(adoption.opinions_until)
    assert told(facilitator) == ["The paper is adopted: send it to the Envoy's office"]


def test_a_review_waits_for_the_office_and_its_notes_for_the_group(
    facilitator: Person, office: Person, member: Person, clock: time_machine.Traveller
) -> None:
    review = a_review(clock, facilitator)
    (thing,) = waiting_for(actor_of(office))
    assert (thing.what, thing.at, thing.verb) == ("A paper waits for your review", review.due_at, "due")
    note = noted(review, office)
    assert told(facilitator) == ["A note of the office waits for your group's answer"]
    finish_notes(actor=actor_of(office), review=review)
    assert told(office) == []
    answer_to(note)
    assert told(facilitator) == ["The review has ended: ask the members about publication"]
    propose_words(actor=actor_of(facilitator), review=review, text=words("The office asked for the year."))
    assert told(office) == ["Agree to the words that are told of a review, or propose others"]
    assert told(member) == []


def test_a_review_whose_date_passed_waits_for_the_office_no_more(
    facilitator: Person, office: Person, clock: time_machine.Traveller
) -> None:
    review = a_review(clock, facilitator)
    clock.move_to(review.due_at)
    assert told(office) == []
    assert told(facilitator) == ["The review has ended: ask the members about publication"]


def test_a_released_paper_waits_for_the_team(
    team: Person, office: Person, facilitator: Person, clock: time_machine.Traveller
) -> None:
    a_released_paper(clock, office, facilitator)
    assert told(team) == ["The paper is released: publish it"]


def test_a_summary_waits_for_each_seat_and_a_quotation_for_whose_words_it_is(
    team: Person, office: Person, member: Person, clock: time_machine.Traveller
) -> None:
    paper = a_finished_paper(clock, office)
    summarised(paper, approved_by=1)
    seats = [waiting_for(seat_actor(paper.group, number)) for number in (1, 2)]
    asked = "Read the summary for the press, and approve it"
    assert [[str(thing.what) for thing in things] for things in seats] == [[], [asked]]
    quotation = offered(paper, member, actor=actor_of(team))
    assert told(member) == ["Words of yours would go to the press: clear them, or not"]
    clear_quotation(actor=actor_of(member), quotation=quotation, is_named=False)
    assert told(member) == []


def test_the_desk_takes_as_many_queries_for_many_papers_as_for_one(
    facilitator: Person, member: Person, clock: time_machine.Traveller
) -> None:
    counts = []
    for _more in range(3):
        group = a_group_at_work(facilitator)
        a_task(group, whose=facilitator)
        a_meeting(group)
        commented(in_comment(facilitator), member)
        with CaptureQueriesContext(connection) as queries:
            assert waiting_for(actor_of(facilitator))
            assert recent_moves(actor_of(facilitator))
        counts.append(len(queries))
    assert len(set(counts)) == 1, counts


def test_what_moved_in_groups_and_papers_is_told_to_who_may_read_them(
    facilitator: Person, member: Person, observer: Person, clock: time_machine.Traveller
) -> None:
    an_adopted_paper(clock, facilitator)
    moves = {str(move.what) for move in recent_moves(actor_of(member))}
    assert moves == {"a working group was appointed", "the members decided on a joint paper"}
    assert recent_moves(actor_of(observer)) == []
    assert recent_moves(actor_of(facilitator))[0].url


def test_every_thing_that_waits_leads_to_a_page_that_its_reader_sees(
    room: Room, facilitator: Person, member: Person, team: Person, client: Any
) -> None:
    window = in_comment(facilitator)
    a_task(window.paper.group, whose=facilitator, due_on=now().date())
    a_meeting(window.paper.group)
    called_group(title="Economy")
    for person in (facilitator, member, team):
        client.force_login(person.account, backend="supportroom.people.signing_in.AccountBackend")
        things = waiting_for(actor_of(person))
        assert things
        assert [client.get(thing.url).status_code for thing in things] == [200] * len(things)
