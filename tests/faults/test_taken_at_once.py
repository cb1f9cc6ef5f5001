"""A step that only one can take, taken by several at the same instant, on real commits of both databases (R07, R09)."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.actions import accept_invitation, add_person, invite_person, take_role
from supportroom.people.models import Account, AccountInvitation, Person
from supportroom.people.tokens import new_token
from supportroom.points.actions import raise_point
from supportroom.points.models import Point
from supportroom.protection.handles import has_key
from supportroom.rounds.actions import (
    add_participant,
    begin_reporting,
    close_session,
    open_session,
    start_round,
)
from supportroom.rounds.models import Participant, Round, Session
from supportroom.site.actions import publish_report
from supportroom.site.preparing import prepare_edition
from supportroom.statements.actions import adopt_statement, draft_report, volunteer
from supportroom.statements.models import Report, Statement, Volunteer
from tests.factories.personas import actor_of, make_person
from tests.factories.points import leader
from tests.factories.rounds import make_round, make_session, open_a_session, pillar_of
from tests.factories.statements import ask, held_meeting, new_session, read_back, report_adopted, started
from tests.faults.at_once import at_once, raised_by

TRIES = 6


@pytest.fixture
def people(real_database: Path, facilitator: Person, member: Person) -> list[Person]:
    return [facilitator, member]


def done_once(answers: list[Any]) -> None:
    """Hold that one was done and every other one was refused with a sentence."""
    refused = raised_by(answers)
    assert len(refused) == len(answers) - 1, answers
    assert all(isinstance(error, DomainError | ValidationError | IntegrityError) for error in refused), refused


def test_one_of_two_opens_a_session(people: list[Person]) -> None:
    with transaction.atomic():
        round_ = make_round(people=people, others=1)
    for _turn in range(TRIES):
        with transaction.atomic():
            session = make_session(round_)
        copies = [Session.objects.select_related("round").get(pk=session.pk) for _person in people]
        done_once(
            at_once(
                *(
                    partial(open_session, actor=SYSTEM, session=copy, facilitator=person, present=2)
                    for copy, person in zip(copies, people, strict=True)
                )
            )
        )
        session.refresh_from_db()
        assert session.facilitator in people
        assert has_key(session.pk)


def test_nothing_is_raised_into_a_session_that_closes_and_no_handle_stays(people: list[Person]) -> None:
    with transaction.atomic():
        round_ = make_round(people=people, others=2)
    for _turn in range(TRIES):
        with transaction.atomic():
            session = open_a_session(people[0], round=round_, session=make_session(round_))
        given: dict[str, Any] = {"session": session, "pillar": pillar_of(round_), "language": "en"}
        raising = [partial(raise_point, actor=actor_of(people[1]), text=f"Point {n}", **given) for n in range(5)]
        at_once(*raising[:3], partial(close_session, actor=leader(session), session=session), *raising[3:])
        assert not Point.objects.exclude(handle="").exists()
        assert not has_key(session.pk)
        with pytest.raises(DomainError):
            raising[0]()


def test_no_session_is_open_in_a_round_that_was_published_at_the_same_instant(people: list[Person]) -> None:
    for _turn in range(3):
        with transaction.atomic():
            meeting = held_meeting(people[1])
            report = report_adopted(meeting)
            begin_reporting(actor=SYSTEM, round=meeting.round)
            session = new_session(meeting, is_open=False, days=2)
        report = Report.objects.select_related("round", "text").get(pk=report.pk)
        prepared = prepare_edition(report, 1, ["en"], MultilingualText())
        session = Session.objects.select_related("round").get(pk=session.pk)
        opening = partial(open_session, actor=SYSTEM, session=session, facilitator=people[1], present=1)
        done_once(at_once(partial(publish_report, actor=SYSTEM, report=report, prepared=prepared), opening))
        session.refresh_from_db()
        round_ = Round.objects.get(pk=meeting.round.pk)
        assert (session.state == "open") != (round_.state == "published")


def test_a_statement_is_adopted_once(people: list[Person]) -> None:
    with transaction.atomic():
        meeting = held_meeting(people[1])
        statement = read_back(meeting)
        ask(new_session(meeting), statement)
    copies = [Statement.objects.get(pk=statement.pk) for _turn in range(4)]
    done_once(at_once(*(partial(adopt_statement, actor=actor_of(people[1]), statement=copy) for copy in copies)))


def test_a_report_is_begun_once(people: list[Person]) -> None:
    with transaction.atomic():
        meeting = held_meeting(people[1])
    copies = [Round.objects.get(pk=meeting.round.pk) for _turn in range(4)]
    done_once(at_once(*(partial(draft_report, actor=SYSTEM, round=copy) for copy in copies)))
    assert Report.objects.count() == 1


def test_one_volunteers_once_and_takes_part_once_however_often_one_presses(people: list[Person]) -> None:
    with transaction.atomic():
        meeting = held_meeting(people[1])
        statement = started(meeting, by=SYSTEM)
        newcomer = add_person(actor=SYSTEM, name="Nour New-Invented")
    at_once(*(partial(volunteer, actor=actor_of(people[1]), statement=statement) for _turn in range(4)))
    assert Volunteer.objects.filter(statement=statement, person=people[1]).count() == 1
    done_once(
        at_once(*(partial(add_participant, actor=SYSTEM, round=meeting.round, person=newcomer) for _turn in range(4)))
    )
    assert Participant.objects.filter(person=newcomer).count() == 1


def test_an_invitation_makes_one_account(people: list[Person]) -> None:
    with transaction.atomic():
        person = add_person(actor=SYSTEM, name="Nour New-Invented")
        invitation = invite_person(actor=SYSTEM, person=person, token=new_token())
    copies = [AccountInvitation.objects.select_related("person").get(pk=invitation.pk) for _turn in range(4)]
    done_once(
        at_once(
            *(
                partial(
                    accept_invitation,
                    actor=VISITOR,
                    invitation=copy,
                    email=f"n{n}@example.org",
                    password="a sill in may",
                )
                for n, copy in enumerate(copies)
            )
        )
    )
    assert Account.objects.filter(person=person).count() == 1


def test_two_of_the_team_who_take_each_others_role_leave_one(people: list[Person]) -> None:
    for turn in range(TRIES):
        with transaction.atomic():
            Person.objects.holding("team").delete()
            pair = [make_person(f"Team {turn} {n} Invented", "team") for n in range(2)]
        at_once(*(partial(take_role, actor=SYSTEM, person=person, role="team") for person in pair))
        assert Person.objects.holding("team").exists()


def test_a_round_starts_once(people: list[Person]) -> None:
    with transaction.atomic():
        round_ = make_round(people=people, others=0, running=False)
        make_session(round_)
    copies = [Round.objects.get(pk=round_.pk) for _turn in range(4)]
    done_once(at_once(*(partial(start_round, actor=SYSTEM, round=copy) for copy in copies)))
