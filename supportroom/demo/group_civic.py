"""The group on civic space, from the call in September 2021 to the published paper in June 2022."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from supportroom.adoption.actions import file_opinion, join_opinion, make_joint
from supportroom.adoption.models import Adoption
from supportroom.checks.models import MembersCheck
from supportroom.comments.actions import close_window, put_on_meeting, remind_window
from supportroom.comments.models import Comment
from supportroom.demo.civic_after import MEETING, MINUTES, OPINION, OPINION_TITLE
from supportroom.demo.civic_answers import ANSWERS
from supportroom.demo.civic_comments import COMMENTS
from supportroom.demo.civic_group import FIELDS, LIBRARY, PAPER, REASONS, STANDING, TASK, TITLE
from supportroom.demo.civic_paper import PARAGRAPHS
from supportroom.demo.civic_release import publish, release, review
from supportroom.demo.group_comments import answer_all, let_comment, say
from supportroom.demo.group_life import Life, call, collect, count, decide, on, seat_them, take_candidates, write
from supportroom.demo.meeting import both
from supportroom.demo.people import actor_for
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import turned_to
from supportroom.papers.actions import keep_version
from supportroom.people.models import Person
from supportroom.workroom.actions import propose_meeting, set_meeting, write_minutes

DAYS = 10
VOTERS, AGAINST, ABSTAINING = 58, 9, 4


def build(people: dict[str, Person], members: Sequence[Person]) -> None:
    """Live through all of it."""
    life = Life(people, list(members), [people["facilitator"], people["rapporteur"], *members[40:42]])
    with on(date(2021, 9, 6)):
        call(life, TITLE, TASK, FIELDS, len(life.seated))
    with on(date(2021, 9, 13)):
        take_candidates(life, STANDING, 14)
    with on(date(2021, 10, 4)):
        seat_them(life, REASONS)
    with on(date(2021, 10, 25)):
        collect(life, LIBRARY)
    with on(date(2022, 1, 10)):
        write(life, PAPER, PARAGRAPHS)
        keep_version(actor=life.seat(1), paper=life.paper, name="المسودة الأولى")
    comments = _commented(life)
    _met(life, comments)
    with on(date(2022, 3, 21)):
        answer_all(life, COMMENTS, comments, ANSWERS, PARAGRAPHS)
    _adopted(life)
    review(life)
    release(life)
    publish(life)


def _commented(life: Life) -> list[Comment]:
    """Ten days of comments: 41, among them the personas'."""
    writers = [life.people["shielded_member"], life.people["member"], *life.members[:24]]
    writers = [person for person in writers if person not in life.seated]
    with on(date(2022, 2, 7)):
        window = let_comment(life, DAYS)
    with on(date(2022, 2, 10), 20):
        comments = say(life, window, COMMENTS, writers)
    with on(date(2022, 2, 16)):
        remind_window(actor=SYSTEM, comment_window=window)
    with turned_to(window.closes_at):
        close_window(actor=SYSTEM, comment_window=window)
    return comments


def _met(life: Life, comments: Sequence[Comment]) -> None:
    """Meet the members over those comments that found the most support."""
    evening = datetime(2022, 3, 5, 17, tzinfo=UTC)
    with on(date(2022, 2, 21)):
        meeting = propose_meeting(
            actor=life.seat(), group=life.group, title=both(MEETING), times=[evening], open_to_members=True
        )
        set_meeting(actor=life.seat(), meeting=meeting, starts_at=evening)
        most = sorted(comments, key=lambda one: one.support.count(), reverse=True)[:8]
        put_on_meeting(actor=life.seat(), meeting=meeting, comments=most)
    with turned_to(evening + timedelta(hours=3)):
        meeting.refresh_from_db()
        write_minutes(actor=life.seat(1), meeting=meeting, minutes=both(MINUTES))


def _adopted(life: Life) -> None:
    """Put the joint paper before the members; who is opposed files an opinion that others join."""
    with on(date(2022, 4, 4)):
        adoption = make_joint(actor=life.seat(), paper=life.paper)
        asked = MembersCheck.objects.get(pk=adoption.asked_id)
    opposed, *joining = [person for person in life.members if person not in life.seated][:AGAINST]
    with on(date(2022, 4, 6), 21):
        decide(asked, [opposed, *joining, *life.members[60 : 60 + VOTERS - AGAINST]], AGAINST, ABSTAINING)
        opinion = file_opinion(
            actor=actor_for(opposed),
            adoption=Adoption.objects.get(pk=adoption.pk),
            title=both(OPINION_TITLE),
            text=both(OPINION),
            is_named=True,
        )
        for place, person in enumerate(joining[:5]):
            join_opinion(actor=actor_for(person), opinion=opinion, is_named=place == 0)
    count(asked)
    life.paper.refresh_from_db()
