"""Bringing a list from a file: choose it, look at what was understood, keep it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.reading.reader import read_table
from supportroom.rounds.models import Round
from supportroom.rounds.queries import group_names, roll_about
from supportroom.rounds.roster import Roll, names_in, read_roster
from supportroom.rounds.views.importing import file_form, understood
from supportroom.rounds.views.participants import named_groups
from supportroom.rounds.vocabulary import COLUMN_NAMES
from supportroom.selection import actions
from supportroom.selection.models import DraftList
from supportroom.selection.queries import listings_of
from supportroom.selection.views.lists import added
from supportroom.selection.views.pieces import listed_round
from supportroom.web.editing import REFUSED, SHOWN
from supportroom.web.parcel import unseal


def list_import(request: Asking, round_id: int) -> HttpResponse:
    """Bring people from a file onto the list."""
    round, kept = listed_round(request, round_id)
    require(request.actor, "selection.import_listings", kept)
    if request.method == "POST" and "parcel" in request.POST:
        return _keep(request, round, kept)
    form = file_form(request)
    if request.method == "POST" and form.is_valid():
        try:
            return _preview(request, round, form.cleaned_data["file"])
        except DomainError as error:
            form.add_error("file", error.wording)
    status = REFUSED if request.method == "POST" else SHOWN
    context = {"form": form, "round": round, "columns": [COLUMN_NAMES["name"], COLUMN_NAMES["organisation"]]}
    return render(request, "selection/import.html", context, status=status)


def _preview(request: Asking, round: Round, file: Any) -> HttpResponse:
    """Show what was understood of a file, and what is wrong with it."""
    grid = read_table(file.name, file.read())
    known = roll_about(round, names_in(grid))
    listed = frozenset(listings_of(round).values_list("person_id", flat=True))
    roster = read_roster(grid, group_names(round), Roll(known.by_full, known.by_name, listed))
    groups = {group.pk: words for group, words in named_groups(round).values()}
    context = understood(round, grid, roster, groups)
    return render(request, "selection/import_preview.html", context, status=REFUSED if roster.problems else SHOWN)


def _keep(request: Asking, round: Round, kept: DraftList) -> HttpResponse:
    """Put everybody of a file that was looked at on the list."""
    before = listings_of(round).count()
    rows = unseal(round, request.POST["parcel"], "rounds.preview_over")
    actions.import_listings(actor=request.actor, draft_list=kept, rows=rows)
    added(request, before, listings_of(round).count())
    return redirect("selection:draft_list", round.pk)
