"""The list of sources, one source, a source added, corrected, taken out and put back."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import group_of
from supportroom.kernel.permissions import may, require
from supportroom.library import actions
from supportroom.library.forms import SearchForm, SourceForm
from supportroom.library.queries import (
    duplicates_in,
    found,
    in_order,
    numbered,
    same_in_library,
    source_visible_to,
    sources_of,
    with_notes,
)
from supportroom.library.views.showing import show_source
from supportroom.people.middleware import Asking
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in
from supportroom.web.posting import attempt

PAGE = 30


def library_of(request: Asking, working_group_id: int) -> WorkingGroup:
    """Give the group whose library the reader may read; Missing and Denied otherwise."""
    group = group_of(request.actor, working_group_id)
    require(request.actor, "library.read_library", group)
    return group


def source_list(request: Asking, working_group_id: int) -> HttpResponse:
    """Show a group's sources, those that the reader looks for."""
    group = library_of(request, working_group_id)
    sources = sources_of(group)
    form = SearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    wanted = {name: asked[name] for name in ("kind", "language") if asked.get(name)}
    listed = in_order(found(with_notes(sources), asked.get("q", "")).filter(**wanted), asked.get("order", ""))
    page = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    context = {
        "group": group,
        "form": form,
        "page": page,
        "total": sources.count(),
        "is_narrowed": bool(wanted or asked.get("q")),
        "same": duplicates_in(list(numbered(sources))),
        "reads_notes": may(request.actor, "library.read_notes", group),
        "can_add": may(request.actor, "library.add_source", group),
    }
    return render(request, "library/list.html", context)


def source_detail(request: Asking, source_id: int) -> HttpResponse:
    """Show a source with its notes and its file."""
    return show_source(request, source_visible_to(request.actor, source_id))


def source_add(request: Asking, working_group_id: int) -> HttpResponse:
    """Add a source."""
    group = library_of(request, working_group_id)
    require(request.actor, "library.add_source", group)
    form = SourceForm(request.POST or None)
    status = save(request, form, actions.add_source, actor=request.actor, group=group)
    if status == DONE:
        return redirect("library:source_detail", form.answer.pk)  # type: ignore[attr-defined]
    context = {"group": group, "form": form, "asks_again": _asks_again(request, form, group)}
    return render(request, "library/edit.html", context, status=status)


def source_edit(request: Asking, source_id: int) -> HttpResponse:
    """Correct a source's particulars."""
    source = source_visible_to(request.actor, source_id)
    require(request.actor, "library.amend_source", source)
    seen, values = seen_in(request, source), SourceForm.values_of(source)
    form = SourceForm(request.POST or None, initial=values)
    asked = {"actor": request.actor, "source": source, "seen": seen}
    status = save(request, form, actions.amend_source, edits=source, now=SourceForm.values_of, **asked)
    if status == DONE:
        return redirect("library:source_detail", source.pk)
    context = {"group": source.group, "source": source, "form": form}
    context["seen"] = source.version if status == OVERTAKEN else seen
    context["asks_again"] = _asks_again(request, form, source.group, but=source.pk)
    return render(request, "library/edit.html", context, status=status)


def _asks_again(request: Asking, form: SourceForm, group: WorkingGroup, but: int = 0) -> bool:
    """Tell whether the library has a source with the same number as was typed, so that the form asks about it."""
    if not form.is_bound:
        return False
    numbers: dict[str, Any] = {name: form.cleaned_data.get(name, "") for name in ("doi", "isbn")}
    return "again" in request.POST or same_in_library(group, **numbers, but=but).exists()


@require_POST
def source_remove(request: Asking, source_id: int) -> HttpResponse:
    """Take a source out of the library."""
    source = source_visible_to(request.actor, source_id)
    if errors := attempt(actions.remove_source, actor=request.actor, source=source):
        return show_source(request, source, errors=errors)
    return redirect("library:source_list", source.group_id)


@require_POST
def source_restore(request: Asking, source_id: int) -> HttpResponse:
    """Put a source back."""
    source = source_visible_to(request.actor, source_id)
    if errors := attempt(actions.restore_source, actor=request.actor, source=source):
        return show_source(request, source, errors=errors)
    return redirect("library:source_detail", source.pk)
