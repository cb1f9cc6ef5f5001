"""Tasks: with a day and whose, done and reopened."""

from datetime import date

import pytest

from supportroom.groups.actions import resign
from supportroom.groups.models import Seat, WorkingGroup
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.models import Person
from supportroom.workroom.actions import add_task, amend_task, finish_task, remove_task, reopen_task
from supportroom.workroom.models import Task
from supportroom.workroom.queries import done_tasks, open_tasks
from tests.factories.personas import actor_of
from tests.factories.workroom import a_task


def test_what_is_due_first_comes_first_and_what_has_no_day_last(group: WorkingGroup) -> None:
    whenever, later = a_task(group, "Whenever"), a_task(group, "Later", due_on=date(2026, 7, 1))
    sooner = a_task(group, "Sooner", due_on=date(2026, 6, 1))
    assert list(open_tasks(group)) == [sooner, later, whenever]


def test_a_task_is_done_reopened_and_done_once_at_a_time(group: WorkingGroup, member: Person) -> None:
    task, actor = a_task(group), actor_of(member)
    finish_task(actor=actor, task=task)
    assert (list(open_tasks(group)), list(done_tasks(group))) == ([], [task])
    with pytest.raises(DomainError, match="done_already"):
        finish_task(actor=actor, task=task)
    reopen_task(actor=actor, task=task)
    with pytest.raises(DomainError, match="not_done"):
        reopen_task(actor=actor, task=task)
    remove_task(actor=actor, task=task)
    assert not Task.objects.exists()


def test_a_task_needs_words_and_somebody_of_the_group(group: WorkingGroup, member: Person, stranger: Person) -> None:
    for code, given in (("empty", {"title": ""}), ("not_of_group", {"title": "Read", "whose": stranger})):
        with pytest.raises(DomainError, match=code):
            add_task(actor=SYSTEM, group=group, **given)
    task = a_task(group, whose=member)
    with pytest.raises(DomainError, match="not_of_group"):
        amend_task(actor=SYSTEM, task=task, title="Read", whose=stranger)
    with pytest.raises(DomainError, match="empty"):
        amend_task(actor=SYSTEM, task=task, title="", whose=member)


def test_a_task_stays_with_who_gave_their_seat_up_until_somebody_takes_it(group: WorkingGroup, member: Person) -> None:
    task = a_task(group, whose=member)
    resign(actor=actor_of(member), seat=Seat.objects.get(group=group, person=member))
    assert amend_task(actor=SYSTEM, task=task, title="Read it twice", whose=member).whose == member


def test_an_overtaken_change_is_refused(group: WorkingGroup) -> None:
    task = a_task(group)
    amend_task(actor=SYSTEM, task=task, title="Read the decree", seen=1)
    with pytest.raises(Stale):
        amend_task(actor=SYSTEM, task=task, title="Read the circular", seen=1)


def test_members_elsewhere_have_no_part_in_it(group: WorkingGroup, stranger: Person) -> None:
    with pytest.raises(Denied):
        add_task(actor=actor_of(stranger), group=group, title="Mine")
