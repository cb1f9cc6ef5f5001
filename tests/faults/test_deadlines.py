"""Deadlines: decided by stored instants inside the write, closed once, and never opened again by a clock (R09)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.utils.module_loading import import_string
from time_machine import Traveller

from supportroom.adoption.models import OpposingOpinion
from supportroom.checks.models import MembersCheck
from supportroom.comments.models import Comment, CommentWindow
from supportroom.config.periodic import JOBS
from supportroom.groups.models import Candidate, WorkingGroup
from supportroom.invitations.actions import accept
from supportroom.invitations.models import Invitation, Letter
from supportroom.journal.models import Entry
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from supportroom.rounds.models import LastDeadline
from supportroom.selection.actions import apply
from supportroom.selection.models import Application
from supportroom.topics.models import Topic
from tests.factories.adoption import a_joint_paper, filed
from tests.factories.checks import answered, asked
from tests.factories.comments import commented, in_comment
from tests.factories.groups import holders, opened_group, stands
from tests.factories.invitations import invitation_to, invited_round
from tests.factories.personas import actor_of, make_person
from tests.factories.selection import make_prepared_round, make_registration
from tests.factories.topics import call_in, called_round, proposed
from tests.faults.at_once import at_once, raised_by

A_MOMENT = timedelta(milliseconds=1)
SCHEDULERS, TURNS = 8, 200
CLOSING = ("counting", "members' checks", "office dates", "comment_windows", "deadlines", "reminders")


@dataclass
class Window:
    """Something that ends: its name, when, what somebody does in it, and how many such things there are."""

    name: str
    ends_at: datetime
    act: Callable[[Person], object]
    count: Callable[[], int]


def run_jobs() -> None:
    for name in CLOSING:
        import_string(JOBS[name])()


def tried(window: Window, person: Person) -> str:
    """Let somebody act; give the code of the refusal, or nothing where it was done."""
    try:
        with transaction.atomic():
            window.act(person)
    except DomainError as error:
        return error.code
    return ""


def windows(people: list[Person]) -> Iterator[Window]:
    """Open one of each kind; each lasts a week or so."""
    round = called_round(closes_at=now() + timedelta(days=4))
    yield Window("call", call_in(round).closes_at, lambda person: proposed(round, person), Topic.objects.count)
    registration = make_registration(make_prepared_round(), closes_at=now() + timedelta(days=6))
    yield Window(
        "registration",
        registration.closes_at,
        lambda person: apply(actor=actor_of(person), registration=registration),
        Application.objects.count,
    )
    group = opened_group()
    assert group.candidates_until
    yield Window(
        "candidates",
        group.candidates_until,
        lambda person: stands(WorkingGroup.objects.get(pk=group.pk), person),
        Candidate.objects.count,
    )
    comments = in_comment(days=8)
    yield Window("comments", comments.closes_at, lambda person: commented(comments, person), Comment.objects.count)
    adoption = a_joint_paper()
    answered(adoption.asked, for_=[*people, *holders(adoption.paper.group)])
    yield Window(
        "opinions", adoption.opinions_until, lambda person: filed(adoption, person), OpposingOpinion.objects.count
    )
    check = asked(subject="tests.thing:7", closes_at=now() + timedelta(days=5))
    yield Window(
        "members' check",
        check.closes_at,
        lambda person: answered(MembersCheck.objects.get(pk=check.pk), for_=[person]),
        MembersCheck.objects.get(pk=check.pk).answers.count,
    )
    invited = invited_round(people)
    yield Window(
        "invitations",
        Letter.objects.get(round=invited).answer_by,
        lambda person: accept(actor=actor_of(person), invitation=invitation_to(invited, person)),
        lambda: Invitation.objects.filter(state="accepted").count(),
    )


@pytest.mark.django_db
def test_r09_to_the_millisecond_each_window_takes_what_is_in_time_and_no_clock_set_back_opens_it_again(
    room: None, clock: Traveller
) -> None:
    people = [make_person(f"Member {number} Invented", "member") for number in range(2)]
    first, second = people
    ordered = sorted(windows(people), key=lambda window: window.ends_at)
    assert len({window.ends_at.date() for window in ordered}) == 7
    for window in ordered:
        clock.move_to(window.ends_at - A_MOMENT)
        run_jobs()
        assert tried(window, first) == "", f"{window.name} was closed early"
        clock.move_to(window.ends_at)
        assert tried(window, second), f"{window.name} was open at its end"
        clock.shift(3 * 3600)  # the scheduler was away for three hours
        assert tried(window, second), f"{window.name} was open while nobody closed it"
        run_jobs()
    counts = {window.name: window.count() for window in ordered}
    run_jobs()
    for back in (timedelta(hours=1), timedelta(days=1), timedelta(days=4), -timedelta(hours=1)):
        for window in ordered:
            clock.move_to(window.ends_at - back)
            run_jobs()
            assert tried(window, second), f"{window.name} was opened again by a clock set back {back}"
    assert {window.name: window.count() for window in ordered} == counts
    assert LastDeadline.objects.get().at >= ordered[-1].ends_at


@pytest.mark.django_db
def test_r09_a_term_that_is_extended_on_purpose_is_open_again(room: None, clock: Traveller, member: Person) -> None:
    from supportroom.invitations.actions import extend_term
    from supportroom.kernel.actors import SYSTEM

    invited = invited_round([member])
    term = Letter.objects.get(round=invited).answer_by
    clock.move_to(term)
    run_jobs()
    extend_term(actor=SYSTEM, letter=Letter.objects.get(round=invited), answer_by=term + timedelta(days=1))
    assert accept(actor=actor_of(member), invitation=invitation_to(invited, member)).state == "accepted"


@pytest.mark.writes_outside_actions
def test_r09_eight_schedulers_that_race_close_each_of_two_hundred_windows_once(
    real_database: Path, room: None, record_property: Callable[[str, object], None]
) -> None:
    with transaction.atomic():
        window = in_comment()
        first, last = now() - timedelta(days=9), now() - timedelta(seconds=1)
        people = [make_person("Member Invented", "member")]
        soon = now() + timedelta(days=1)
        today = now().date()
        invited = invited_round(
            people, answer_by=soon, starts_on=today + timedelta(days=60), ends_on=today + timedelta(days=61)
        )
        one = invitation_to(invited, people[0])
        others = [Person(name=f"Invented {number}") for number in range(TURNS - 1)]
        Person.objects.bulk_create(others)
        Invitation.objects.bulk_create(
            Invitation(round=invited, person=person, state=one.state, sent_at=one.sent_at) for person in others
        )
        Letter.objects.update(answer_by=last)
        CommentWindow.objects.filter(pk=window.pk).update(opens_at=first, closes_at=last)
    errors = raised_by(at_once(*[run_jobs] * SCHEDULERS))
    assert errors == []
    lapsed = list(Entry.objects.filter(action="invitations.lapse").values_list("thing", flat=True))
    assert len(lapsed) == len(set(lapsed)) == TURNS
    assert set(Invitation.objects.values_list("state", flat=True)) == {"lapsed"}
    assert Entry.objects.filter(action="comments.close_window").count() == 1
    assert LastDeadline.objects.count() == 1
    record_property("raced", f"{SCHEDULERS} schedulers, {TURNS} windows, closed {len(lapsed)}, twice 0")
