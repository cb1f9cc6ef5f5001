"""Who takes part: the list, typing somebody in, and bringing a list from a file."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import DomainError, Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.people.places import place_name
from supportroom.people.vocabulary import GENDERS
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND
from supportroom.reading.limits import MOST_BYTES
from supportroom.reading.reader import read_table
from supportroom.reading.vocabulary import note_text
from supportroom.rounds import actions
from supportroom.rounds.forms import ListForm, ParticipantForm, PlaceInRoundForm
from supportroom.rounds.models import Group, Participant, Round
from supportroom.rounds.parcel import pack, unpack
from supportroom.rounds.queries import group_names, groups_of, participants_visible_to, roll_about
from supportroom.rounds.roster import Roster, names_in, read_roster
from supportroom.rounds.sample import sample_csv, sample_xlsx
from supportroom.rounds.views.rounds import round_or_missing
from supportroom.rounds.vocabulary import COLUMN_NAMES, ROW_PROBLEMS
from supportroom.web.editing import DONE, OVERTAKEN, SHOWN, save, seen_in

MOST_SHOWN = 200
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def participant_or_missing(request: Asking, participant_id: int) -> Participant:
    """Give somebody's row in a round; Missing for whom may not see who takes part in it."""
    rows = Participant.objects.select_related("round", "person")
    found = rows.filter(pk=participant_id).first()
    if found is None or not may(request.actor, "rounds.amend_participant", found):
        raise Missing("kernel.missing")
    return found


def named_groups(round: Round) -> dict[str, tuple[Group, str]]:
    """Give the round's groups by id with their names in the reader's language."""
    here = get_language() or ""
    return {str(group.pk): (group, str(group.name.said_in(here))) for group in groups_of(round)}


def participant_list(request: Asking, round_id: int) -> HttpResponse:
    """List who takes part, for the team and for those who take part themselves."""
    round = round_or_missing(request, round_id)
    require(request.actor, "rounds.read_participants", round)
    may_change = may(request.actor, "rounds.add_participant", round)
    listed = [(each, name_for(each.person, SAME_ROUND)) for each in participants_visible_to(request.actor, round)]
    in_groups: dict[int | None, list[Any]] = {None: [], **{group.pk: [] for group in groups_of(round)}}
    for each, name in listed:
        in_groups[each.group_id].append((each, name))
    names = {group.pk: words for group, words in named_groups(round).values()}
    context = {
        "round": round,
        "total": len(listed),
        "groups": [(names.get(key or 0), people) for key, people in in_groups.items() if people or key],
        "may_change": may_change and not round.is_published,
        "shows_figures": may_change,
        "place_name": place_name,
    }
    return render(request, "rounds/participants.html", context)


def participant_add(request: Asking, round_id: int) -> HttpResponse:
    """Type somebody in."""
    round = round_or_missing(request, round_id)
    require(request.actor, "rounds.add_participant", round)
    groups = named_groups(round)
    start = {"group": request.GET.get("group") or (next(iter(groups)) if len(groups) == 1 else "")}
    form = ParticipantForm(request.POST or None, initial=start, groups=groups)
    status = save(request, form, actions.add_participant, actor=request.actor, round=round)
    if status == DONE:
        return redirect("rounds:participant_list", round_id)
    return render(request, "rounds/participant_add.html", {"form": form, "round": round}, status=status)


def participant_edit(request: Asking, participant_id: int) -> HttpResponse:
    """Move somebody to another group, or mend what the figures count."""
    participant = participant_or_missing(request, participant_id)
    round, seen = participant.round, seen_in(request, participant)
    values = PlaceInRoundForm.values_of(participant)
    form = PlaceInRoundForm(request.POST or None, initial=values, groups=named_groups(round))
    asked = {"actor": request.actor, "participant": participant, "seen": seen}
    status = save(request, form, actions.amend_participant, edits=participant, now=PlaceInRoundForm.values_of, **asked)
    if status == DONE:
        return redirect("rounds:participant_list", round.pk)
    context = {"form": form, "round": round, "participant": participant}
    context |= {"name": name_for(participant.person, SAME_ROUND)}
    context |= {"seen": participant.version if status == OVERTAKEN else seen}
    return render(request, "rounds/participant_edit.html", context, status=status)


@require_POST
def participant_remove(request: Asking, participant_id: int) -> HttpResponse:
    """Take somebody out of the round."""
    participant = participant_or_missing(request, participant_id)
    actions.remove_participant(actor=request.actor, participant=participant)
    return redirect("rounds:participant_list", participant.round_id)


def participant_import(request: Asking, round_id: int) -> HttpResponse:
    """Bring a list: choose a file, look at what was understood, keep it."""
    round = round_or_missing(request, round_id)
    require(request.actor, "rounds.import_participants", round)
    if request.method == "POST" and "parcel" in request.POST:
        return _keep(request, round)
    form = ListForm(request.POST or None, request.FILES or None)
    if _is_too_large(request):
        wording = DomainError("reading.too_large", limit=MOST_BYTES >> 20).wording
        form.fields["file"].error_messages["required"] = wording
    if request.method == "POST" and form.is_valid():
        try:
            return _preview(request, round, form.cleaned_data["file"])
        except DomainError as error:
            form.add_error("file", error.wording)
    context = {"form": form, "round": round, "columns": COLUMN_NAMES}
    return render(request, "rounds/import.html", context, status=422 if request.method == "POST" else SHOWN)


def _is_too_large(request: Asking) -> bool:
    """Tell whether a file was left out because of its size: nothing arrives then, but the form is long."""
    return "file" not in request.FILES and int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES


def _preview(request: Asking, round: Round, file: Any) -> HttpResponse:
    """Show what was understood of a list, and what is wrong with it."""
    grid = read_table(file.name, file.read())
    roster = read_roster(grid, group_names(round), roll_about(round, names_in(grid)))
    names = {group.pk: words for group, words in named_groups(round).values()}
    context = {
        "round": round,
        "notes": [note_text(note) for note in grid.notes],
        "problems": _problems_said(roster),
        "entries": [(entry, names.get(entry.group_id or 0, "")) for entry in roster.entries[:MOST_SHOWN]],
        "gender_names": GENDERS,
        "total": len(roster.entries),
        "new": len(roster.new),
        "left_out": len(roster.entries) - len(roster.new),
        "parcel": "" if roster.problems or not roster.new else pack(round, roster.new),
    }
    return render(request, "rounds/import_preview.html", context, status=422 if roster.problems else SHOWN)


def _problems_said(roster: Roster) -> list[tuple[int, str, str]]:
    """Give row, column and sentence of everything that is wrong, the first few hundred."""
    return [
        (each.line, str(COLUMN_NAMES[each.column]), str(ROW_PROBLEMS[each.code]) % each.params)
        for each in roster.problems[:MOST_SHOWN]
    ]


def _keep(request: Asking, round: Round) -> HttpResponse:
    """Let everybody of a list that was looked at take part."""
    rows = unpack(round, request.POST["parcel"])
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
