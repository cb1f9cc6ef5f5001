"""A group that writes, plans and reads at the same instant, on real commits of both databases (R07)."""

from functools import partial
from pathlib import Path

import pytest
from django.db import transaction

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.clock import now
from supportroom.people.models import Person
from supportroom.workroom.actions import finish_task, mark_seen, open_thread, set_meeting, write_post
from supportroom.workroom.models import Meeting, Post, Seen, Thread
from tests.factories.groups import a_group_at_work
from tests.factories.personas import actor_of
from tests.factories.workroom import a_meeting, a_task, a_thread, posted
from tests.faults.at_once import at_once, raised_by


@pytest.fixture
def group(real_database: Path, member: Person, shielded_member: Person, rapporteur: Person) -> WorkingGroup:
    with transaction.atomic():
        return a_group_at_work(member, shielded_member, rapporteur)


def test_posts_of_the_same_instant_each_get_a_place(group: WorkingGroup, member: Person, rapporteur: Person) -> None:
    with transaction.atomic():
        thread = a_thread(group)
    people = [actor_of(person) for person in (member, rapporteur)] * 5
    acts = [partial(write_post, actor=who, thread=thread, text=f"Word {n}") for n, who in enumerate(people)]
    assert raised_by(at_once(*acts)) == []
    assert list(Post.objects.values_list("position", flat=True)) == list(range(1, 11))
    assert Thread.objects.get().last == 10


def test_the_first_words_of_two_open_one_general_thread(
    group: WorkingGroup, member: Person, rapporteur: Person
) -> None:
    answers = at_once(*(partial(open_thread, actor=actor_of(who), group=group) for who in (member, rapporteur) * 2))
    assert raised_by(answers) == []
    assert Thread.objects.count() == 1


def test_one_reads_on_two_devices_and_is_kept_once(group: WorkingGroup, member: Person, rapporteur: Person) -> None:
    with transaction.atomic():
        thread = a_thread(group)
        for _ in range(4):
            posted(thread, rapporteur)
    answers = at_once(*(partial(mark_seen, actor=actor_of(member), thread=thread, position=p) for p in (4, 2, 3, 1)))
    assert raised_by(answers) == []
    assert Seen.objects.get(person=member).position == 4


def test_a_task_is_done_once(group: WorkingGroup, member: Person, rapporteur: Person) -> None:
    with transaction.atomic():
        task = a_task(group)
    answers = at_once(*(partial(finish_task, actor=actor_of(who), task=task) for who in (member, rapporteur)))
    [refused] = raised_by(answers)
    assert str(refused) in ("workroom.done_already", "kernel.stale")


def test_two_who_set_a_meeting_at_once_leave_one_time(group: WorkingGroup, member: Person, rapporteur: Person) -> None:
    with transaction.atomic():
        meeting = a_meeting(group)
    times = [slot.starts_at for slot in meeting.slots.all()]
    at_once(
        partial(set_meeting, actor=actor_of(member), meeting=meeting, starts_at=times[0]),
        partial(set_meeting, actor=actor_of(rapporteur), meeting=meeting, starts_at=times[1]),
    )
    kept = Meeting.objects.get()
    assert kept.state == "set"
    assert kept.starts_at in times
    assert now() < times[0]
