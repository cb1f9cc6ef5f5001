"""Programmes, offers and calendars that several reach for at the same instant, on real commits (R07)."""

from functools import partial
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError, Stale
from supportroom.people.models import Person
from supportroom.people.tokens import new_token
from supportroom.programme.actions import offer_facilitation, open_calendar, publish_programme, set_topics
from supportroom.programme.actions.programme import Chosen
from supportroom.programme.diary import person_behind
from supportroom.programme.frozen import meetings_in
from supportroom.programme.models import CalendarLink, FacilitationOffer, ProgrammeVersion, SessionTopic
from supportroom.rounds.actions import amend_session
from supportroom.rounds.models import Round, Session
from supportroom.topics.models import Topic
from tests.factories.personas import actor_of
from tests.factories.programme import agenda_topic, planned_round
from tests.faults.at_once import at_once, raised_by

REFUSALS = (DomainError, ValidationError, IntegrityError)
Planned = tuple[Round, Session, Topic, Topic]


@pytest.fixture
def planned(real_database: Path, member: Person) -> Planned:
    """A round in preparation with a session, and two topics on its agenda."""
    with transaction.atomic():
        made, session, topic = planned_round(people=[member])
        amend_session(actor=SYSTEM, session=Session.objects.get(pk=session.pk), facilitator_is_sought=True)
        return made, session, topic, agenda_topic(made, "Relief")


def fresh(session: Session) -> Session:
    return Session.objects.select_related("round", "group").get(pk=session.pk)


def test_many_who_publish_at_once_publish_one_version(planned: Planned) -> None:
    made = planned[0]
    acts = [partial(publish_programme, actor=SYSTEM, round=Round.objects.get(pk=made.pk)) for _each in range(6)]
    answers = at_once(*acts)
    assert len(raised_by(answers)) == len(acts) - 1, answers
    assert {str(error) for error in raised_by(answers)} == {"programme.nothing_changed"}
    assert ProgrammeVersion.objects.filter(round=made).count() == 1
    assert Round.objects.get(pk=made.pk).state == "programmed"


def test_two_who_give_topics_at_once_leave_those_of_one(planned: Planned) -> None:
    _made, session, first, second = planned
    for _turn in range(4):
        seen = fresh(session).version
        chosen: tuple[Chosen, ...] = ([(first, [])], [(second, [])], [(second, []), (first, [])])
        answers = at_once(
            *(partial(set_topics, actor=SYSTEM, session=fresh(session), topics=each, seen=seen) for each in chosen)
        )
        refused = raised_by(answers)
        assert len(refused) == len(chosen) - 1, answers
        assert all(isinstance(error, Stale) for error in refused), answers
        standing = list(SessionTopic.objects.filter(session=session).values_list("topic", flat=True))
        assert standing in [[topic.pk for topic, _points in each] for each in chosen]


def test_what_is_published_while_topics_are_given_is_the_one_state_or_the_other(planned: Planned) -> None:
    made, session, first, second = planned
    for turn in range(4):
        topics: Chosen = [(second, [])] if turn % 2 else [(first, []), (second, [])]
        at_once(
            partial(set_topics, actor=SYSTEM, session=fresh(session), topics=topics),
            partial(publish_programme, actor=SYSTEM, round=Round.objects.get(pk=made.pk)),
        )
        for version in ProgrammeVersion.objects.filter(round=made):
            (meeting,) = meetings_in(version.content)
            assert [str(subject.title) for subject in meeting.subjects] in (
                ["Detainees"], ["Relief"], ["Detainees", "Relief"]
            )  # fmt: skip


def test_one_presses_often_and_has_offered_once(planned: Planned, member: Person) -> None:
    session = planned[1]
    answers = at_once(
        *(partial(offer_facilitation, actor=actor_of(member), session=fresh(session)) for _turn in range(4))
    )
    assert all(isinstance(error, REFUSALS) for error in raised_by(answers)), answers
    assert FacilitationOffer.objects.filter(session=session, person=member).count() == 1


def test_of_addresses_made_at_once_one_opens_the_calendar(planned: Planned, member: Person) -> None:
    tokens = [new_token() for _turn in range(4)]
    answers = at_once(*(partial(open_calendar, actor=actor_of(member), person=member, token=each) for each in tokens))
    assert all(isinstance(error, REFUSALS) for error in raised_by(answers)), answers
    assert CalendarLink.objects.filter(person=member).count() == 1
    assert [person_behind(token) for token in tokens].count(member) == 1
