"""The group on the economy: its paper is open to the comments of all members for three days more."""

from collections.abc import Sequence
from datetime import timedelta

from supportroom.demo.economy_paper import (
    COMMENTS,
    FIELDS,
    LIBRARY,
    PAPER,
    PARAGRAPHS,
    REASONS,
    STANDING,
    TASK,
    TITLE,
)
from supportroom.demo.group_comments import let_comment, say
from supportroom.demo.group_life import Life, call, collect, on, seat_them, take_candidates, write
from supportroom.demo.meeting import ZONE
from supportroom.kernel.clock import now
from supportroom.people.models import Person

CALLED, OPENED, APPOINTED, COLLECTED, DRAFTED, COMMENTING = 120, 112, 98, 80, 20, 7  # days ago
DAYS = 10


def build(people: dict[str, Person], members: Sequence[Person]) -> None:
    """Live through it up to the comments of the last days; two of the personas have not commented yet."""
    life = Life(people, list(members), [people["rapporteur"], *members[20:23]])
    today = now().astimezone(ZONE).date()
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
    with on(today - timedelta(days=COMMENTING)):
        window = let_comment(life, DAYS)
    writers = [person for person in members[30:60] if person not in life.seated]
    half = len(COMMENTS) // 2
    with on(today - timedelta(days=COMMENTING - 2), 20):
        say(life, window, COMMENTS[:half], writers)
    with on(today - timedelta(days=1), 21):
        say(life, window, COMMENTS[half:], [people["facilitator"], *writers[half:]])
