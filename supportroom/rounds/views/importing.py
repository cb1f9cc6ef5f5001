"""Bringing people from a file: choose it, look at what was understood, keep it. Lists above use the same steps."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_bidi, ngettext

from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.people.vocabulary import GENDERS
from supportroom.reading.grid import Grid
from supportroom.reading.limits import MOST_BYTES
from supportroom.reading.reader import read_table
from supportroom.reading.vocabulary import note_text
from supportroom.rounds import actions
from supportroom.rounds.forms import ListForm
from supportroom.rounds.models import Round
from supportroom.rounds.queries import group_names, roll_about
from supportroom.rounds.roster import Roster, names_in, read_roster
from supportroom.rounds.sample import sample_csv, sample_xlsx
from supportroom.rounds.views.participants import named_groups
from supportroom.rounds.views.rounds import round_or_missing
from supportroom.rounds.vocabulary import COLUMN_NAMES, ROW_PROBLEMS
from supportroom.web.editing import REFUSED, SHOWN
from supportroom.web.parcel import seal, unseal

MOST_SHOWN = 200
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file_form(request: Asking) -> ListForm:
    """Give the form that takes the file; one that was left out for its size is refused for its size."""
    form = ListForm(request.POST or None, request.FILES or None)
    if "file" not in request.FILES and int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        wording = DomainError("reading.too_large", limit=MOST_BYTES >> 20).wording
        form.fields["file"].error_messages["required"] = wording
    return form


def understood(round: Round, grid: Grid, roster: Roster, groups: Mapping[int, str]) -> dict[str, Any]:
    """Give what a preview shows of a file: notes, what is wrong, entries with their groups' names, the sealed list."""
    return {
        "round": round,
        "notes": [note_text(note) for note in grid.notes],
        "problems": [
            (each.line, str(COLUMN_NAMES[each.column]), str(ROW_PROBLEMS[each.code]) % each.params)
            for each in roster.problems[:MOST_SHOWN]
        ],
        "entries": [(entry, groups.get(entry.group_id or 0, "")) for entry in roster.entries[:MOST_SHOWN]],
        "total": len(roster.entries),
        "new": len(roster.new),
        "left_out": len(roster.entries) - len(roster.new),
        "parcel": "" if roster.problems or not roster.new else seal(round, [each.as_row() for each in roster.new]),
    }


def participant_import(request: Asking, round_id: int) -> HttpResponse:
    """Bring a list of participants."""
    round = round_or_missing(request, round_id)
    require(request.actor, "rounds.import_participants", round)
    if request.method == "POST" and "parcel" in request.POST:
        return _keep(request, round)
    form = file_form(request)
    if request.method == "POST" and form.is_valid():
        try:
            return _preview(request, round, form.cleaned_data["file"])
        except DomainError as error:
            form.add_error("file", error.wording)
    context = {"form": form, "round": round, "columns": COLUMN_NAMES}
    return render(request, "rounds/import.html", context, status=REFUSED if request.method == "POST" else SHOWN)


def _preview(request: Asking, round: Round, file: Any) -> HttpResponse:
    """Show what was understood of a list, and what is wrong with it."""
    grid = read_table(file.name, file.read())
    roster = read_roster(grid, group_names(round), roll_about(round, names_in(grid)))
    names = {group.pk: words for group, words in named_groups(round).values()}
    context = {**understood(round, grid, roster, names), "gender_names": GENDERS}
    return render(request, "rounds/import_preview.html", context, status=REFUSED if roster.problems else SHOWN)


def _keep(request: Asking, round: Round) -> HttpResponse:
    """Let everybody of a list that was looked at take part."""
    rows = unseal(round, request.POST["parcel"], "rounds.preview_over")
    actions.import_participants(actor=request.actor, round=round, rows=rows)
    count = len(rows)
    messages.success(request, ngettext("%(n)s person added.", "%(n)s people added.", count) % {"n": count})
    return redirect("rounds:participant_list", round.pk)


def participant_sample(request: Asking, round_id: int, kind: str) -> HttpResponse:
    """Hand out a sample list with the round's own groups in it."""
    round = round_or_missing(request, round_id)
    require(request.actor, "rounds.import_participants", round)
    groups = [words for _group, words in named_groups(round).values()]
    content, what = (
        (sample_csv(groups), "text/csv; charset=utf-8")
        if kind == "csv"
        else (sample_xlsx(groups, right_to_left=get_language_bidi()), EXCEL)
    )
    return HttpResponse(
        content, content_type=what, headers={"Content-Disposition": f'attachment; filename="participants.{kind}"'}
    )
