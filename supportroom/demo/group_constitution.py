"""The group on constitutional principles: its paper is with the office, which gave a note. And a call for another group,
on a guide to terms, about which the members are asked.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from supportroom.adoption.actions import give_note, make_joint, send_to_office
from supportroom.adoption.models import Adoption, Review
from supportroom.checks.models import MembersCheck
from supportroom.comments.actions import close_window
from supportroom.demo.constitution_group import (
    ANSWERS,
    COMMENTS,
    FIELDS,
    LIBRARY,
    NOTE,
    NOTED,
    PAPER,
    PARAGRAPHS,
    REASONS,
    STANDING,
    TASK,
    TERMS_FIELDS,
    TERMS_TASK,
    TERMS_TITLE,
    TITLE,
)
from supportroom.demo.group_comments import answer_all, let_comment, say
from supportroom.demo.group_life import Life, call, collect, count, decide, on, seat_them, take_candidates, write
from supportroom.demo.meeting import ZONE, both
from supportroom.demo.people import actor_for
from supportroom.groups.actions import ask_members
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now, turned_to
from supportroom.people.models import Person

CALLED, OPENED, APPOINTED, COLLECTED, DRAFTED = 170, 160, 145, 130, 90  # days ago
COMMENTING, ANSWERED, JOINT, SENT, NOTE_GIVEN, ASKED = 75, 58, 50, 24, 2, 3
DAYS, VOTERS, AGAINST = 8, 46, 5
DUE_IN = 6


def build(people: dict[str, Person], members: Sequence[Person]) -> None:
    """Live through it up to the office's note of the day before yesterday; then the call for the other group."""
    life = Life(people, list(members), [people["rapporteur"], *members[70:72]])
    today = now().astimezone(ZONE).date()
    _written(life, today)
    _commented(life, today)
    _adopted(life, today)
    _sent(life, today)
    _called(people, members, today)


def _written(life: Life, today: date) -> None:
    with on(today - timedelta(days=CALLED)):
        call(life, TITLE, TASK, FIELDS, len(life.seated))
    with on(today - timedelta(days=OPENED)):
        take_candidates(life, STANDING, OPENED - APPOINTED - 1)
    with on(today - timedelta(days=APPOINTED)):
        seat_them(life, REASONS)
    with on(today - timedelta(days=COLLECTED)):
        collect(life, LIBRARY)
    with on(today - timedelta(days=DRAFTED)):
        write(life, PAPER, PARAGRAPHS)


def _commented(life: Life, today: date) -> None:
    with on(today - timedelta(days=COMMENTING)):
        window = let_comment(life, DAYS)
    with on(today - timedelta(days=COMMENTING - 3), 20):
        comments = say(life, window, COMMENTS, [life.people["member"], life.people["shielded_member"]])
    with turned_to(window.closes_at):
        close_window(actor=SYSTEM, comment_window=window)
    with on(today - timedelta(days=ANSWERED)):
        answer_all(life, COMMENTS, comments, ANSWERS, PARAGRAPHS)


def _adopted(life: Life, today: date) -> None:
    with on(today - timedelta(days=JOINT)):
        adoption = make_joint(actor=life.seat(), paper=life.paper)
        asked = MembersCheck.objects.get(pk=adoption.asked_id)
    with on(today - timedelta(days=JOINT - 2), 20):
        decide(asked, life.members[80 : 80 + VOTERS], AGAINST)
    count(asked)
    life.paper.refresh_from_db()


def _sent(life: Life, today: date) -> None:
    assert Adoption.objects.get(paper=life.paper).opinions_until < now()
    with on(today - timedelta(days=SENT)):
        sent = send_to_office(actor=life.seat(), paper=life.paper, due_at=now() + timedelta(days=SENT + DUE_IN))
    with on(today - timedelta(days=NOTE_GIVEN)):
        review = Review.objects.select_related("paper__group", "shown").get(pk=sent.pk)
        office = actor_for(life.people["office"])
        give_note(actor=office, review=review, text=both(NOTE), paragraph=life.paragraphs[NOTED])


def _called(people: dict[str, Person], members: Sequence[Person], today: date) -> None:
    """Let a member call for a group, and have the members asked."""
    life = Life(people, list(members), [people["shielded_member"]])
    with on(today - timedelta(days=ASKED + 1)):
        call(life, TERMS_TITLE, TERMS_TASK, TERMS_FIELDS, 3)
    with on(today - timedelta(days=ASKED)):
        asked = ask_members(actor=life.seat(), group=life.group)
    with on(today - timedelta(days=ASKED - 1)):
        decide(asked, members[:31], 6, 2)
