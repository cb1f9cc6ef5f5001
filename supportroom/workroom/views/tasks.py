"""Tasks: added, changed, done, reopened, removed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.people.models import Person
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in
from supportroom.web.posting import attempt
from supportroom.workroom import actions
from supportroom.workroom.forms import TaskForm
from supportroom.workroom.models import Task
from supportroom.workroom.queries import people_named, task_visible_to, workroom_of
from supportroom.workroom.shown import names_of


def task_form(group: WorkingGroup, *args: Any, task: Task | None = None, **kwargs: Any) -> TaskForm:
    """Give the form for a task; whose it is stays possible when they have given their seat up."""
    people: list[Person] = people_named(group)
    if task and task.whose and task.whose not in people:
        people.append(task.whose)
    return TaskForm(*args, people=people, names=names_of(people), **kwargs)


def task_add(request: Asking, working_group_id: int) -> HttpResponse:
    """Add a task."""
    group = workroom_of(request.actor, working_group_id)
    require(request.actor, "workroom.add_task", group)
    form = task_form(group, request.POST or None)
    status = save(request, form, actions.add_task, actor=request.actor, group=group)
    if status == DONE:
        return _to_tasks(group.pk)
    return render(request, "workroom/task_edit.html", {"group": group, "form": form}, status=status)


def task_edit(request: Asking, task_id: int) -> HttpResponse:
    """Change a task's words, its day, or whose it is."""
    task = task_visible_to(request.actor, task_id)
    require(request.actor, "workroom.amend_task", task)
    seen = seen_in(request, task)
    form = task_form(task.group, request.POST or None, task=task, initial=TaskForm.values_of(task))
    asked = {"actor": request.actor, "task": task, "seen": seen}
    status = save(request, form, actions.amend_task, edits=task, now=TaskForm.values_of, **asked)
    if status == DONE:
        return _to_tasks(task.group_id)
    context = {"group": task.group, "task": task, "form": form}
    context["seen"] = task.version if status == OVERTAKEN else seen
    return render(request, "workroom/task_edit.html", context, status=status)


@require_POST
def task_finish(request: Asking, task_id: int) -> HttpResponse:
    """Mark a task as done."""
    return _step(request, task_id, actions.finish_task)


@require_POST
def task_reopen(request: Asking, task_id: int) -> HttpResponse:
    """Take back that a task is done."""
    return _step(request, task_id, actions.reopen_task)


@require_POST
def task_remove(request: Asking, task_id: int) -> HttpResponse:
    """Take a task out."""
    return _step(request, task_id, actions.remove_task)


def _step(request: Asking, task_id: int, act: Callable[..., Any]) -> HttpResponse:
    task = task_visible_to(request.actor, task_id)
    for wording in attempt(act, actor=request.actor, task=task):
        messages.warning(request, wording)
    return _to_tasks(task.group_id)


def _to_tasks(group_id: int) -> HttpResponse:
    answer = redirect("workroom:meeting_list", group_id)
    answer["Location"] += "#tasks"
    return answer
