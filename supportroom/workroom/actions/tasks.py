"""Tasks: added, reworded, done, reopened, removed."""

from datetime import date

from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import people_of
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.people.models import Person
from supportroom.workroom.models import Task


@action("workroom.add_task", on="group")
def add_task(
    *, actor: Actor, group: WorkingGroup, title: str, due_on: date | None = None, whose: Person | None = None
) -> Task:
    """Add a task, for somebody of the group or nobody yet. DomainError `kernel.empty`, `workroom.not_of_group`."""
    _refuse_wrong(group, title, whose)
    task = create(Task, group=group, title=title, due_on=due_on, whose=whose)
    record(task, actor=actor, group=group.pk)
    return task


@action("workroom.amend_task", on="task")
def amend_task(
    *,
    actor: Actor,
    task: Task,
    title: str,
    due_on: date | None = None,
    whose: Person | None = None,
    seen: int | None = None,
) -> Task:
    """Change a task's words, date or whose it is. DomainError as `add_task`; Stale."""
    if whose is None or whose.pk != task.whose_id:
        _refuse_wrong(task.group, title, whose)
    refuse_unless(title, "kernel.empty")
    change(task, seen=seen, title=title, due_on=due_on, whose=whose)
    record(task, actor=actor, group=task.group_id)
    return task


@action("workroom.finish_task", on="task")
def finish_task(*, actor: Actor, task: Task) -> Task:
    """Mark a task as done today. DomainError `workroom.done_already`."""
    refuse_unless(_freshly(task).done_on is None, "workroom.done_already")
    change(task, done_on=now().date())
    record(task, actor=actor, group=task.group_id)
    return task


@action("workroom.reopen_task", on="task")
def reopen_task(*, actor: Actor, task: Task) -> Task:
    """Take back that a task is done. DomainError `workroom.not_done`."""
    refuse_unless(_freshly(task).done_on is not None, "workroom.not_done")
    change(task, done_on=None)
    record(task, actor=actor, group=task.group_id)
    return task


@action("workroom.remove_task", on="task")
def remove_task(*, actor: Actor, task: Task) -> None:
    """Take a task out that was not meant."""
    record(task, actor=actor, group=task.group_id)
    erase(task)


def _refuse_wrong(group: WorkingGroup, title: str, whose: Person | None) -> None:
    refuse_unless(title, "kernel.empty")
    refuse_unless(whose is None or people_of(group).filter(pk=whose.pk).exists(), "workroom.not_of_group")


def _freshly(task: Task) -> Task:
    task.refresh_from_db(fields=["done_on", "version"])
    return task
