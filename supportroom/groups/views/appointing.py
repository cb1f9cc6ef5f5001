"""The candidates, the appointment beside its ranking, and the filling of a seat that was given up: for the team."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html

from supportroom.groups import actions
from supportroom.groups.actions import Choice
from supportroom.groups.appointing import Placed, Proposal
from supportroom.groups.forms import ChoiceForm, ReplacementForm, said_here
from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.proposing import proposal_for
from supportroom.groups.queries import candidates_of, group_of, seat_visible_to, vacant_seats
from supportroom.groups.wording import DECIDED_BY, in_words, published_reason, published_reasons
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM
from supportroom.room.queries import charter, languages_spoken
from supportroom.room.quotas import competence_names
from supportroom.web.editing import DONE, save
from supportroom.web.formatting import isolate


@dataclass(frozen=True)
class Ranked:
    """A candidate in the ranking, in words."""

    placed: Placed
    candidate: Candidate
    name: str
    grounds: tuple[str, ...]
    decided_by: str
    fields: dict[str, Any] | None = None


def candidate_list(request: Asking, working_group_id: int) -> HttpResponse:
    """Show who stands, in the order of the ranking, with what they said and why they stand where they stand."""
    group = group_of(request.actor, working_group_id)
    require(request.actor, "groups.read_candidates", group)
    proposal = proposal_for(group)
    context = {
        "group": group,
        "ranking": _ranking(group, proposal),
        "notes": _notes(proposal),
        "is_open": group.takes_candidates(now()),
        "has_vacancy": vacant_seats(group).exists(),
        "least": charter().seats_least,
    }
    return render(request, "groups/candidates.html", context)


def _notes(proposal: Proposal) -> list[str]:
    return [in_words(note, {}) for note in proposal.notes] if proposal.proposed else []


def _ranking(group: WorkingGroup, proposal: Proposal, form: ChoiceForm | None = None) -> list[Ranked]:
    candidates, names = {each.pk: each for each in candidates_of(group)}, competence_names()
    return [
        Ranked(
            placed,
            candidates[placed.stander.key],
            name_for(candidates[placed.stander.key].person, TEAM),
            tuple(in_words(ground, names) for ground in placed.grounds),
            str(DECIDED_BY.get(placed.decided_by, "")),
            form.row(placed.stander.key) if form else None,
        )
        for placed in proposal.placed
        if placed.stander.key in candidates
    ]


def appointment(request: Asking, working_group_id: int) -> HttpResponse:
    """Confirm the ranking, or change it with a reason for each person."""
    group = group_of(request.actor, working_group_id)
    require(request.actor, "groups.appoint", group)
    proposal = proposal_for(group, _ticked(request, group))
    form = ChoiceForm.made_for(
        request.POST or None,
        initial={f"seat_{key}": True for key in proposal.proposed},
        candidates=published_reasons(proposal.placed),
        languages=languages_spoken(),
    )
    status = save(request, form, _appoint, actor=request.actor, group=group)
    if status == DONE:
        return redirect("groups:group_detail", group.pk)
    context = {"group": group, "form": form, "ranking": _ranking(group, proposal, form), "notes": _notes(proposal)}
    context |= {"is_open": group.takes_candidates(now()), "least": charter().seats_least, "most": charter().seats_most}
    return render(request, "groups/appointment.html", context, status=status)


def _ticked(request: Asking, group: WorkingGroup) -> int:
    """Give for how many seats the ranking is made: as many as are ticked, where some are."""
    ticked = sum(name.startswith("seat_") for name in request.POST)
    return ticked if charter().seats_least <= ticked <= charter().seats_most else group.seats_wanted


def _appoint(*, actor: Any, group: WorkingGroup, ticked: Sequence[Any], left: Any, spread: Any, **_rest: Any) -> Any:
    known = {each.pk: each for each in candidates_of(group)}
    choices = [Choice(known[key], reason, departure) for key, reason, departure in ticked]
    return actions.appoint(actor=actor, group=group, choices=choices, passed_over=left, spread_reason=spread)


def seat_replace(request: Asking, seat_id: int) -> HttpResponse:
    """Fill a seat that was given up."""
    seat = seat_visible_to(request.actor, seat_id)
    require(request.actor, "groups.replace", seat.group)
    proposal = proposal_for(seat.group)
    ranking = _ranking(seat.group, proposal)
    form = ReplacementForm(
        request.POST or None,
        initial=_first(proposal),
        choices=[(each.candidate.pk, format_html("{}. {}", each.placed.rank, isolate(each.name))) for each in ranking],
        languages=languages_spoken(),
    )
    status = save(request, form, _replace, actor=request.actor, seat=seat)
    if status == DONE:
        return redirect("groups:group_detail", seat.group_id)
    context = {"group": seat.group, "seat": seat, "form": form, "ranking": ranking}
    context["is_open"] = seat.group.takes_candidates(now())
    return render(request, "groups/replace.html", context, status=status)


def _first(proposal: Proposal) -> dict[str, Any]:
    if not proposal.placed:
        return {}
    first = proposal.placed[0]
    return {"candidate": first.stander.key, "reason": published_reason(first)}


def _replace(*, actor: Any, seat: Seat, candidate: int, reason: Any, departure: str) -> Any:
    chosen = candidates_of(seat.group).filter(pk=candidate).first()
    if chosen is None:
        raise Missing("kernel.missing")
    choice = Choice(chosen, reason, said_here(departure))
    return actions.replace(actor=actor, group=seat.group, seat=seat, choice=choice)
