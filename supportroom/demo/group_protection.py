"""The group on protection, which collects sources and has begun to draft; a meeting is being agreed on."""

from collections.abc import Sequence
from datetime import timedelta

from supportroom.demo.group_life import Life, call, collect, on, seat_them, take_candidates, write
from supportroom.demo.meeting import ZONE, both
from supportroom.demo.people import actor_for
from supportroom.demo.protection_group import (
    AGENDA,
    ATTACHED,
    FIELDS,
    LIBRARY,
    MEETING,
    PAPER,
    PARAGRAPHS,
    REASONS,
    STANDING,
    TASK,
    TASKS,
    THREADS,
    TITLE,
    WITH_IT,
    Said,
)
from supportroom.files.cleaning import clean
from supportroom.kernel.clock import now
from supportroom.library.models import Source
from supportroom.papers.actions import keep_version
from supportroom.people.models import Person
from supportroom.workroom.actions import (
    add_task,
    answer_slots,
    finish_task,
    open_thread,
    propose_meeting,
    write_post,
)
from supportroom.workroom.models import Post, Thread
from supportroom.workroom.vocabulary import IF_NEEDED, YES

CALLED, OPENED, APPOINTED, COLLECTED, DRAFTED, PROPOSED = 40, 37, 26, 20, 8, 1  # days ago


def build(people: dict[str, Person], members: Sequence[Person]) -> None:
    """Live through it up to yesterday."""
    life = Life(people, list(members), [people["facilitator"], people["rapporteur"], members[3]])
    today = now().astimezone(ZONE).date()
    with on(today - timedelta(days=CALLED)):
        call(life, TITLE, TASK, FIELDS, len(life.seated))
    with on(today - timedelta(days=OPENED)):
        take_candidates(life, STANDING, OPENED - APPOINTED - 1)
    with on(today - timedelta(days=APPOINTED)):
        seat_them(life, REASONS)
    with on(today - timedelta(days=COLLECTED)):
        sources = collect(life, LIBRARY)
    with on(today - timedelta(days=DRAFTED)):
        write(life, PAPER, PARAGRAPHS)
        keep_version(actor=life.seat(), paper=life.paper, name="المسودة الأولى")
    for place, (about, title, said) in enumerate(THREADS):
        with on(today - timedelta(days=len(THREADS) - place), 17):
            _discuss(life, sources.get(about), title, said)
    with on(today - timedelta(days=PROPOSED)):
        _tasks(life)
        _meeting(life)


def _discuss(life: Life, source: Source | None, title: str, said: Sequence[Said]) -> None:
    thread = open_thread(actor=life.seat(said[0].seat), group=life.group, title=title, source=source)
    before: Post | None = None
    for one in said:
        before = _posted(life, thread, one, before)
    if source is not None:
        paper = clean(*ATTACHED)
        write_post(actor=life.seat(said[0].seat), thread=thread, text=WITH_IT, files=[paper])


def _posted(life: Life, thread: Thread, one: Said, before: Post | None) -> Post:
    first = life.seated[0]
    words = one.words.replace("@", f"@{first.name}")
    return write_post(
        actor=life.seat(one.seat),
        thread=thread,
        text=words,
        quotes=before if one.quotes else None,
        mentions=[first] if one.mentions else [],
    )


def _tasks(life: Life) -> None:
    today = now().astimezone(ZONE).date()
    for title, days, seat, is_done in TASKS:
        due_on = today + timedelta(days=days)
        task = add_task(actor=life.seat(), group=life.group, title=title, due_on=due_on, whose=life.seated[seat])
        if is_done:
            finish_task(actor=life.seat(seat), task=task)


def _meeting(life: Life) -> None:
    """Propose three evenings; two of the three have said when they can come."""
    evening = now().astimezone(ZONE).replace(hour=19, minute=0)
    times = [evening + timedelta(days=days) for days in (5, 6, 8)]
    meeting = propose_meeting(
        actor=life.seat(1), group=life.group, times=times, title=both(MEETING), agenda=both(AGENDA)
    )
    slots = list(meeting.slots.values_list("pk", flat=True))
    for person, answers in ((life.seated[1], (YES, YES, IF_NEEDED)), (life.seated[2], (IF_NEEDED, YES, YES))):
        answer_slots(actor=actor_for(person), meeting=meeting, answers=dict(zip(slots, answers, strict=True)))
