"""A list of rounds, a round's overview, its form, its steps, its groups and pillars."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.room.queries import charter, hub_choices, hub_name, languages_spoken
from supportroom.rounds import actions
from supportroom.rounds.forms import GroupForm, KnownPillarForm, NewPillarForm, RoundForm
from supportroom.rounds.models import Group, Round
from supportroom.rounds.queries import (
    groups_of,
    headcount,
    participant_of,
    pillars_of,
    pillars_to_attach,
    rounds_visible_to,
    sessions_visible_to,
)
from supportroom.rounds.vocabulary import INVITING, PREPARING, PROGRAMMED
from supportroom.web.editing import DONE, save, seen_in

STEPS = {
    "start": actions.start_round,
    "begin-reporting": actions.begin_reporting,
    "resume": actions.resume_round,
}


def round_or_missing(request: Asking, round_id: int) -> Round:
    """Give a round that the reader may see; Missing otherwise."""
    found = rounds_visible_to(request.actor).filter(pk=round_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def group_or_missing(request: Asking, group_id: int) -> Group:
    """Give a group of a round that the reader may see; Missing otherwise."""
    visible = rounds_visible_to(request.actor)
    found = Group.objects.select_related("round").filter(pk=group_id, round__in=visible).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def round_list(request: Asking) -> HttpResponse:
    """List the rounds that the reader may see, newest first."""
    context = {
        "rounds": list(rounds_visible_to(request.actor)),
        "may_create": may(request.actor, "rounds.create_round"),
    }
    return render(request, "rounds/list.html", context)


def round_detail(request: Asking, round_id: int) -> HttpResponse:
    """Show a round: what it is, where it stands, who meets, what comes next."""
    round = round_or_missing(request, round_id)
    sessions = list(sessions_visible_to(request.actor).filter(round=round))
    can = _can(request, round)
    told = round.state not in (PROGRAMMED, INVITING) or can["amend_round"]  # others read the published programme
    counts = headcount(round)
    context = {
        "round": round,
        "hub": hub_name(round.hub),
        "language_names": languages_spoken(),
        "sessions": [session for session in sessions if told and session.state != "closed"],
        "closed": sum(session.state == "closed" for session in sessions),
        "groups": [(group, hub_name(group.hub), counts.get(group.pk, 0)) for group in groups_of(round)],
        "people": sum(counts.values()),
        "is_ahead": round.state in PREPARING,
        "pillars": list(pillars_of(round)),
        "own": participant_of(request.actor, round),
        "can": can,
    }
    return render(request, "rounds/detail.html", context)


def _can(request: Asking, round: Round) -> dict[str, bool]:
    """Tell what the reader may do here, by the verb."""
    verbs = ("amend_round", "add_pillar", "read_participants")
    can = {verb: may(request.actor, f"rounds.{verb}", round) for verb in verbs}
    return {**can, "name_pillars": may(request.actor, "room.name_pillar")}


def round_add(request: Asking) -> HttpResponse:
    """Prepare a round."""
    require(request.actor, "rounds.create_round")
    room = charter()
    start = {"languages": room.languages, "time_zone": room.time_zone}
    form = RoundForm(request.POST or None, initial=start, hubs=hub_choices(), languages=languages_spoken())
    status = save(request, form, actions.create_round, actor=request.actor)
    if status == DONE:
        return redirect("rounds:round_detail", form.answer.pk)  # type: ignore[attr-defined]
    return render(request, "rounds/round_add.html", {"form": form}, status=status)


def round_edit(request: Asking, round_id: int) -> HttpResponse:
    """Change a round's particulars."""
    round = round_or_missing(request, round_id)
    require(request.actor, "rounds.amend_round", round)
    seen, values = seen_in(request, round), RoundForm.values_of(round)
    form = RoundForm(request.POST or None, initial=values, hubs=hub_choices(), languages=languages_spoken())
    asked = {"actor": request.actor, "round": round, "seen": seen}
    status = save(request, form, actions.amend_round, edits=round, now=RoundForm.values_of, **asked)
    if status == DONE:
        return redirect("rounds:round_detail", round_id)
    context = {"form": form, "round": round, "seen": round.version if status == 409 else seen}
    return render(request, "rounds/round_edit.html", context, status=status)


@require_POST
def round_step(request: Asking, round_id: int, verb: str) -> HttpResponse:
    """Take a step of the round's life."""
    round = round_or_missing(request, round_id)
    STEPS[verb](actor=request.actor, round=round)
    return redirect("rounds:round_detail", round_id)


def group_add(request: Asking, round_id: int) -> HttpResponse:
    """Add a parallel group."""
    round = round_or_missing(request, round_id)
    require(request.actor, "rounds.add_group", round)
    form = GroupForm(request.POST or None, hubs=hub_choices(), languages=languages_spoken())
    status = save(request, form, actions.add_group, actor=request.actor, round=round)
    if status == DONE:
        return redirect("rounds:round_detail", round_id)
    return render(request, "rounds/group_form.html", {"form": form, "round": round, "group": None}, status=status)


def group_edit(request: Asking, group_id: int) -> HttpResponse:
    """Rename a group, or change its hub."""
    group = group_or_missing(request, group_id)
    require(request.actor, "rounds.amend_group", group)
    seen, values = seen_in(request, group), GroupForm.values_of(group)
    form = GroupForm(request.POST or None, initial=values, hubs=hub_choices(), languages=languages_spoken())
    asked = {"actor": request.actor, "group": group, "seen": seen}
    status = save(request, form, actions.amend_group, edits=group, now=GroupForm.values_of, **asked)
    if status == DONE:
        return redirect("rounds:round_detail", group.round_id)
    context: dict[str, Any] = {"form": form, "round": group.round, "group": group}
    context["seen"] = group.version if status == 409 else seen
    return render(request, "rounds/group_form.html", context, status=status)


@require_POST
def group_remove(request: Asking, group_id: int) -> HttpResponse:
    """Take an empty group out."""
    group = group_or_missing(request, group_id)
    actions.remove_group(actor=request.actor, group=group)
    return redirect("rounds:round_detail", group.round_id)


def pillar_add(request: Asking, round_id: int) -> HttpResponse:
    """Use another of the room's pillars in this round, or propose a new one."""
    round = round_or_missing(request, round_id)
    require(request.actor, "rounds.add_pillar", round)
    pillars = {str(pillar.pk): pillar for pillar in pillars_to_attach(round)}
    picks = request.POST if "pillar" in request.POST else None
    known = KnownPillarForm(picks, pillars=pillars)
    new = NewPillarForm(None if picks else request.POST or None, languages=languages_spoken())
    form, act = (known, actions.attach_pillar) if picks else (new, actions.add_pillar)
    status = save(request, form, act, actor=request.actor, round=round)
    if status == DONE:
        return redirect("rounds:round_detail", round_id)
    context = {"round": round, "known": known if pillars else None, "new": new}
    return render(request, "rounds/pillar_add.html", context, status=status)
