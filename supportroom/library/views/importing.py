"""References brought from a file: choose it, look at what was understood, keep it. Nothing is half done."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import require
from supportroom.library import actions
from supportroom.library.forms import ReferencesForm
from supportroom.library.importing import Row, read_references, rows_of
from supportroom.library.names import full_name
from supportroom.library.queries import known_numbers
from supportroom.library.views.sources import library_of
from supportroom.library.vocabulary import ROW_PROBLEMS, SOURCE_KINDS
from supportroom.people.middleware import Asking
from supportroom.web.editing import REFUSED, SHOWN
from supportroom.web.parcel import seal, unseal


def source_import(request: Asking, working_group_id: int) -> HttpResponse:
    """Bring references."""
    group = library_of(request, working_group_id)
    require(request.actor, "library.import_sources", group)
    if request.method == "POST" and "parcel" in request.POST:
        return _keep(request, group)
    form = ReferencesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = read_references(form.cleaned_data["name"], form.cleaned_data["content"])
            return _preview(request, group, rows_of(found, known_numbers(group)))
        except DomainError as error:
            form.add_error("file", error.wording)
    context = {"group": group, "form": form}
    return render(request, "library/import.html", context, status=REFUSED if request.method == "POST" else SHOWN)


def _preview(request: Asking, group: WorkingGroup, rows: Sequence[Row]) -> HttpResponse:
    """Show what was understood of each reference; those that the library has are left out unless they are ticked."""
    good = [row for row in rows if not row.problems]
    context: dict[str, Any] = {
        "group": group,
        "rows": [(row, _people(row), [str(ROW_PROBLEMS[code]) for code in row.problems]) for row in rows],
        "kinds": SOURCE_KINDS,
        "good": len(good),
        "wrong": len(rows) - len(good),
        "new": sum(not (row.same_as or row.same_row) for row in good),
        "parcel": seal(group, [{**row.values, "at": row.number} for row in good]) if good else "",
    }
    return render(request, "library/import_preview.html", context, status=SHOWN if good else REFUSED)


def _people(row: Row) -> str:
    return " · ".join(map(full_name, row.values.get("authors", [])[:3]))


def _keep(request: Asking, group: WorkingGroup) -> HttpResponse:
    """Add the references that stayed ticked."""
    wanted = set(request.POST.getlist("row"))
    sealed = unseal(group, request.POST["parcel"], "library.preview_over")
    rows = [row for row in sealed if str(row.pop("at")) in wanted]
    if rows:
        actions.import_sources(actor=request.actor, group=group, rows=rows)
    count = len(rows)
    messages.success(request, ngettext("%(n)s source added.", "%(n)s sources added.", count) % {"n": count})
    return redirect("library:source_list", group.pk)
