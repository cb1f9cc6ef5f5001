"""Marks and topics that several reach for at the same instant, on real commits of both databases (R07, R09)."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.topics.actions import close_call, merge_topic, open_call, support_topic
from supportroom.topics.models import Call, Mark, Topic
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round
from tests.factories.topics import call_in, called_round, proposed
from tests.faults.at_once import at_once, raised_by

REFUSALS = (DomainError, ValidationError, IntegrityError)


@pytest.fixture
def round_(real_database: Path, member: Person) -> Round:
    with transaction.atomic():
        return called_round(marks=1)


def fresh(topic: Topic) -> Topic:
    return Topic.objects.select_related("round").get(pk=topic.pk)


def test_two_at_once_on_the_last_mark_give_one(round_: Round, member: Person, stranger: Person) -> None:
    with transaction.atomic():
        topics = [proposed(round_, member, f"Topic {number}") for number in range(4)]
    for person in (member, stranger):
        answers = at_once(*(partial(support_topic, actor=actor_of(person), topic=fresh(topic)) for topic in topics))
        refused = raised_by(answers)
        assert len(refused) == len(topics) - 1, answers
        assert {str(error) for error in refused} == {"topics.no_marks_left"}
        assert Mark.objects.filter(person=person).count() == 1


def test_one_presses_often_and_has_given_one_mark(round_: Round, member: Person, stranger: Person) -> None:
    with transaction.atomic():
        topic = proposed(round_, member)
    at_once(*(partial(support_topic, actor=actor_of(stranger), topic=fresh(topic)) for _turn in range(4)))
    assert Mark.objects.filter(topic=topic, person=stranger).count() == 1


def test_two_topics_merged_into_each_other_at_once_leave_one(round_: Round, member: Person) -> None:
    for turn in range(3):
        with transaction.atomic():
            one, two = proposed(round_, member, f"One {turn}"), proposed(round_, member, f"Two {turn}")
        answers = at_once(
            partial(merge_topic, actor=SYSTEM, topic=fresh(one), into=fresh(two)),
            partial(merge_topic, actor=SYSTEM, topic=fresh(two), into=fresh(one)),
        )
        assert len(raised_by(answers)) == 1, answers
        assert sorted([fresh(one).state, fresh(two).state]) == ["merged", "proposed"]


def test_no_mark_is_given_after_the_count(round_: Round, member: Person, stranger: Person) -> None:
    with transaction.atomic():
        topic = proposed(round_, member)
    supporting = [partial(support_topic, actor=actor_of(person), topic=fresh(topic)) for person in (member, stranger)]
    at_once(supporting[0], partial(close_call, actor=SYSTEM, call=call_in(round_)), supporting[1])
    marks = Mark.objects.count()
    assert all(isinstance(error, DomainError) for error in raised_by(at_once(*supporting)))
    assert Mark.objects.count() == marks
    assert call_in(round_).is_counted


def test_topics_are_called_for_once(round_: Round) -> None:
    with transaction.atomic():
        made = make_round(running=False, others=0)
    window: dict[str, Any] = {"opens_at": now(), "closes_at": call_in(round_).closes_at, "marks": 3}
    copies = [Round.objects.get(pk=made.pk) for _turn in range(4)]
    refused = raised_by(at_once(*(partial(open_call, actor=SYSTEM, round=copy, **window) for copy in copies)))
    assert len(refused) == len(copies) - 1
    assert all(isinstance(error, REFUSALS) for error in refused), refused
    assert Call.objects.filter(round=made).count() == 1
