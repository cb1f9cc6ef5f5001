"""The call: opened once, changed while it runs, decided by instants, counted once; marks within their limit."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from time_machine import Traveller

from supportroom.journal.models import UNNAMED, Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.models import Person, Profile
from supportroom.rounds.actions import add_participant, start_round
from supportroom.rounds.models import Round, Session
from supportroom.topics.actions import (
    amend_call,
    close_call,
    count_marks,
    merge_topic,
    open_call,
    support_topic,
    take_mark_back,
    withdraw_topic,
)
from supportroom.topics.counting import count_what_is_over
from supportroom.topics.models import Call, Mark, Topic
from supportroom.topics.queries import with_support
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import close_a_session, first_group, make_round, make_session, open_a_session, words
from tests.factories.topics import call_in, called_round, on_agenda, over, proposed, supported

WEEK = timedelta(days=7)


def test_a_call_opens_the_round_to_members_and_takes_a_draft_a_step_on(room: None, stranger: Person) -> None:
    made = make_round(running=False)
    call = open_call(actor=SYSTEM, round=made, opens_at=now(), closes_at=now() + WEEK, marks=3)
    made.refresh_from_db()
    assert (made.state, made.is_open_to_members, call.is_open(now())) == ("topics", True, True)


def test_topics_are_called_for_once(called: Round) -> None:
    with pytest.raises(DomainError, match=r"topics\.called_already"):
        called_round(round=called)


@pytest.mark.parametrize(
    ("opens", "closes", "code"),
    [(2, 1, "call_dates"), (1, 1, "call_dates"), (-3, -2, "call_past"), (-3, 0, "call_past")],
)
def test_a_call_has_dates_in_order_and_an_end_to_come(
    opens: int, closes: int, code: str, room: None, clock: Traveller
) -> None:
    made = make_round(running=False, others=0)
    day = timedelta(days=1)
    with pytest.raises(DomainError, match=rf"topics\.{code}"):
        open_call(actor=SYSTEM, round=made, opens_at=now() + opens * day, closes_at=now() + closes * day, marks=3)


def test_no_topics_are_called_for_in_a_round_that_runs(room: None) -> None:
    with pytest.raises(DomainError, match=r"topics\.round_over"):
        called_round(round=make_round(others=0))


def test_the_window_counts_to_the_second(clock: Traveller, called: Round, member: Person) -> None:
    opens_at = now() + timedelta(hours=1)
    made = called_round(opens_at=opens_at, closes_at=opens_at + WEEK)
    moments = {-1: False, 0: True, WEEK.total_seconds() - 1: True, WEEK.total_seconds(): False}
    for seconds, is_open in moments.items():
        clock.move_to(opens_at + timedelta(seconds=seconds))
        if is_open:
            supported(proposed(made, member, f"Topic {seconds}"), member)
        else:
            with pytest.raises(DomainError, match=r"topics\.call_not_open"):
                proposed(made, member)
    topic = Topic.objects.filter(round=made).first()
    assert topic
    for act in (support_topic, take_mark_back):
        with pytest.raises(DomainError, match=r"topics\.call_not_open"):
            act(actor=actor_of(member), topic=topic)


def test_nothing_is_proposed_once_the_round_has_begun(called: Round, member: Person, topic: Topic) -> None:
    make_session(called)
    start_round(actor=SYSTEM, round=called)
    with pytest.raises(DomainError, match=r"topics\.call_not_open"):
        proposed(called, member)
    with pytest.raises(DomainError, match=r"topics\.call_not_open"):
        support_topic(actor=actor_of(member), topic=topic)


def test_a_round_without_a_call_takes_no_topics(room: None, team: Person) -> None:
    with pytest.raises(DomainError, match=r"topics\.call_not_open"):
        proposed(make_round(running=False, others=0), team)


def test_marks_are_limited_and_come_back(called: Round, member: Person) -> None:
    topics = [proposed(called, member, f"Topic {number}") for number in range(4)]
    for topic in topics[:3]:
        supported(topic, member)
    with pytest.raises(DomainError, match=r"topics\.no_marks_left"):
        supported(topics[3], member)
    take_mark_back(actor=actor_of(member), topic=topics[0])
    assert supported(topics[3], member).state == "supported"
    assert Topic.objects.get(pk=topics[0].pk).state == "proposed"


def test_a_mark_is_given_once_and_taken_back_once(topic: Topic, member: Person) -> None:
    supported(topic, member)
    with pytest.raises(DomainError, match=r"topics\.marked_already"):
        supported(topic, member)
    take_mark_back(actor=actor_of(member), topic=topic)
    with pytest.raises(DomainError, match=r"topics\.no_mark"):
        take_mark_back(actor=actor_of(member), topic=topic)


def test_the_journal_does_not_say_whose_a_mark_is_nor_when_it_was_given(topic: Topic, member: Person) -> None:
    supported(topic, member)
    take_mark_back(actor=actor_of(member), topic=topic)
    entries = Entry.objects.filter(action__in=["topics.support_topic", "topics.take_mark_back"])
    opened = call_in(topic.round).opens_at
    assert {(entry.actor, entry.at, str(entry.facts)) for entry in entries} == {(UNNAMED, opened, "{}")}
    assert entries.count() == 2


def test_a_call_changes_until_it_is_over_and_its_words_after_that(clock: Traveller, called: Round) -> None:
    call = call_in(called)
    amend_call(actor=SYSTEM, call=call, marks=5, closes_at=now() + timedelta(days=1))
    with pytest.raises(DomainError, match=r"topics\.call_past"):
        amend_call(actor=SYSTEM, call=call_in(called), closes_at=now())
    with pytest.raises(DomainError, match=r"topics\.call_dates"):
        amend_call(actor=SYSTEM, call=call_in(called), opens_at=now() + WEEK)
    clock.shift(timedelta(days=1))
    with pytest.raises(DomainError, match=r"topics\.call_over"):
        amend_call(actor=SYSTEM, call=call_in(called), closes_at=now() + WEEK)
    assert str(amend_call(actor=SYSTEM, call=call_in(called), text=words("Thank you")).text) == "Thank you"


def test_two_who_change_a_call_do_not_overwrite_each_other(called: Round) -> None:
    first, second = call_in(called), call_in(called)
    amend_call(actor=SYSTEM, call=first, marks=5)
    with pytest.raises(Stale):
        amend_call(actor=SYSTEM, call=second, marks=7)


def test_a_call_ends_once_and_is_counted_then(called: Round) -> None:
    call = over(called)
    assert call.is_counted
    with pytest.raises(DomainError, match=r"topics\.call_not_open"):
        close_call(actor=SYSTEM, call=call)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        count_marks(actor=SYSTEM, call=call)


def test_marks_are_counted_when_the_call_is_over_and_not_before(clock: Traveller, called: Round) -> None:
    with pytest.raises(DomainError, match=r"topics\.call_runs"):
        count_marks(actor=SYSTEM, call=call_in(called))
    assert count_what_is_over() == 0
    clock.shift(WEEK)
    assert [count_what_is_over(), count_what_is_over()] == [1, 0]
    assert call_in(called).is_counted


def women(number: int) -> list[Person]:
    people = [make_person(f"Woman {each} Invented", "member") for each in range(number)]
    Profile.objects.bulk_create([Profile(person=person, gender="woman", region="SY-AL") for person in people])
    return people


@pytest.mark.writes_outside_actions
def test_what_was_counted_stands_still_whatever_people_change_afterwards(clock: Traveller, called: Round) -> None:
    people = women(19)
    first, second, third = (proposed(called, SYSTEM, f"Topic {number}") for number in range(3))
    supported(first, *people)
    supported(second, *people[:10])
    supported(third, people[0])
    clock.shift(WEEK)
    merge_topic(actor=SYSTEM, topic=third, into=second)  # counts first
    figures = call_in(called).figures
    assert {(row["kind"], row["name"], tuple(row["topics"])) for row in figures} == {
        ("gender", "woman", (first.pk,)),
        ("region", "SY-AL", (first.pk,)),
    }
    Profile.objects.update(gender="man", region="")
    assert count_what_is_over() == 0
    assert call_in(called).figures == figures


def test_merging_moves_marks_and_doubles_none(called: Round, member: Person, stranger: Person) -> None:
    one = supported(proposed(called, member, "One"), member, stranger)
    two = supported(proposed(called, member, "Two"), member)
    merge_topic(actor=SYSTEM, topic=one, into=two)
    assert set(Mark.objects.values_list("topic", "person")) == {(two.pk, member.pk), (two.pk, stranger.pk)}
    three = proposed(called, member, "Three")
    merge_topic(actor=SYSTEM, topic=two, into=three)
    assert Topic.objects.get(pk=three.pk).state == "supported"


def test_what_is_taken_back_gives_its_marks_back(called: Round, member: Person, stranger: Person) -> None:
    topics = [supported(proposed(called, member, f"Topic {number}"), stranger) for number in range(3)]
    withdraw_topic(actor=actor_of(member), topic=topics[0])
    assert supported(proposed(called, member, "Last"), stranger).state == "supported"


def test_a_topic_on_the_agenda_takes_marks_and_stays_there(called: Round, member: Person) -> None:
    assert supported(on_agenda(called, member), member).state == "on_agenda"


def test_who_supported_what_is_erased_when_a_session_closes_and_the_number_stays(
    called: Round, member: Person, stranger: Person
) -> None:
    topic, other = (supported(proposed(called, member, title), member, stranger) for title in ("One", "Two"))
    add_participant(actor=SYSTEM, round=called, person=member, group=first_group(called))
    session = make_session(called)
    start_round(actor=SYSTEM, round=called)
    close_a_session(open_a_session(member, session=Session.objects.select_related("round").get(pk=session.pk)))
    assert not Mark.objects.exists()
    counted: Any = with_support(Topic.objects.all())
    assert {each.support for each in counted} == {2}
    assert call_in(called).is_counted
    merge_topic(actor=SYSTEM, topic=topic, into=other)
    assert counted.get(pk=other.pk).support == 2


@pytest.mark.parametrize("persona", ["team", "office", "observer", "interpreter", "addressee"])
def test_marks_are_the_members_own(persona: str, topic: Topic, request: pytest.FixtureRequest) -> None:
    with pytest.raises(Denied):
        support_topic(actor=actor_of(request.getfixturevalue(persona)), topic=topic)


def test_nobody_supports_without_being_somebody(topic: Topic) -> None:
    with pytest.raises(Denied):
        support_topic(actor=SYSTEM, topic=topic)


def test_a_call_is_a_window_with_a_length(room: None) -> None:
    early = datetime(2026, 6, 1, tzinfo=UTC)
    call = Call(opens_at=early, closes_at=early + WEEK)
    assert [call.is_open(early), call.is_open(early + WEEK), call.is_over(early + WEEK)] == [True, False, True]
