"""A group's threads, finding what was written, opening a thread."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.web.editing import DONE, save
from supportroom.workroom import actions
from supportroom.workroom.forms import SearchForm, ThreadForm
from supportroom.workroom.queries import (
    general_thread,
    newest_posts,
    posts_found,
    thread_visible_to,
    threads_of,
    workroom_of,
)
from supportroom.workroom.shown import called

PAGE = 30


def thread_list(request: Asking, working_group_id: int) -> HttpResponse:
    """Show a group's threads, or the posts that hold what is sought."""
    group = workroom_of(request.actor, working_group_id)
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    context = {
        "group": group,
        "form": form,
        "words": words,
        "called": called,
        "works": may(request.actor, "workroom.open_thread", group),
        **(_found(request, group, words) if words else _threads(request, group)),
    }
    return render(request, "workroom/threads.html", context)


def _threads(request: Asking, group: WorkingGroup) -> dict[str, Any]:
    page = Paginator(threads_of(group, request.actor), PAGE).get_page(request.GET.get("page"))
    newest, general = newest_posts(page.object_list), general_thread(group)
    return {"page": page, "rows": [(thread, newest.get(thread.pk)) for thread in page], "general": general}


def _found(request: Asking, group: WorkingGroup, words: str) -> dict[str, Any]:
    return {"page": Paginator(posts_found(group, words), PAGE).get_page(request.GET.get("page"))}


def thread_add(request: Asking, working_group_id: int) -> HttpResponse:
    """Open a thread with a title."""
    group = workroom_of(request.actor, working_group_id)
    require(request.actor, "workroom.open_thread", group)
    form = ThreadForm(request.POST or None)
    status = save(request, form, actions.open_thread, actor=request.actor, group=group)
    if status == DONE:
        return redirect("workroom:thread_detail", form.answer.pk)  # type: ignore[attr-defined]
    return render(request, "workroom/thread_edit.html", {"group": group, "form": form}, status=status)


def thread_edit(request: Asking, thread_id: int) -> HttpResponse:
    """Give a thread another title."""
    thread = thread_visible_to(request.actor, thread_id)
    require(request.actor, "workroom.retitle_thread", thread)
    form = ThreadForm(request.POST or None, initial=ThreadForm.values_of(thread))
    status = save(request, form, actions.retitle_thread, actor=request.actor, thread=thread)
    if status == DONE:
        return redirect("workroom:thread_detail", thread_id)
    context = {"group": thread.group, "thread": thread, "form": form}
    return render(request, "workroom/thread_edit.html", context, status=status)
