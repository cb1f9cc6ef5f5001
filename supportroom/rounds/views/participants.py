"""Who takes part: the list, typing somebody in, and bringing a list from a file."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.people.places import place_name
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND
from supportroom.rounds import actions
from supportroom.rounds.forms import ParticipantForm, PlaceInRoundForm
from supportroom.rounds.models import Group, Participant, Round
from supportroom.rounds.queries import groups_of, participants_visible_to
from supportroom.rounds.views.rounds import round_or_missing
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in

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
