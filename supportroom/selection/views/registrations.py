"""A round's registration: criteria for everybody, one's own registration, withdrawing; for the team its window."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.people.queries import profile_of
from supportroom.room.queries import languages_spoken
from supportroom.rounds.models import Round
from supportroom.rounds.views.rounds import round_or_missing
from supportroom.rounds.vocabulary import PREPARING
from supportroom.selection import actions
from supportroom.selection.bonds import is_bound
from supportroom.selection.forms import ApplicationForm, RegistrationForm
from supportroom.selection.models import Registration
from supportroom.selection.queries import application_of, own_listing, registration_of
from supportroom.selection.views.pieces import refusal_of
from supportroom.web.editing import DONE, OVERTAKEN, REFUSED, SHOWN, save, seen_in


def registration(request: Asking, round_id: int) -> HttpResponse:
    """Show the criteria, and let a member register."""
    round = round_or_missing(request, round_id)
    open_one = registration_of(round)
    form = ApplicationForm(request.POST or None, languages=languages_spoken())
    status = SHOWN
    if open_one:
        status = save(request, form, actions.apply, actor=request.actor, registration=open_one)
        if status == DONE:
            messages.success(request, _("You are registered."))
            return redirect("selection:registration", round.pk)
    context = _shown(request, round, open_one) | {"form": form}
    return render(request, "selection/registration.html", context, status=status)


def _shown(request: Asking, round: Round, open_one: Registration | None) -> dict[str, Any]:
    """Give what the page says, refused or not."""
    own = own_listing(request.actor, round)
    moment = now()
    return {
        "round": round,
        "registration": open_one,
        "is_open": bool(open_one and open_one.is_open(moment)),
        "is_over": bool(open_one and moment >= open_one.closes_at),
        "is_preparing": round.state in PREPARING,
        "application": application_of(request.actor, open_one) if open_one else None,
        "has_left": bool(own and own.has_left),
        "may_apply": may(request.actor, "selection.apply", open_one),
        "may_withdraw": may(request.actor, "selection.leave_list", round) and not (own and is_bound(own, round)),
        "may_read_list": may(request.actor, "selection.read_list", round),
        "applications": open_one.applications.count() if open_one else 0,
        "profile_is_empty": profile_of(request.actor.person_id or 0)._state.adding,
    }


OWN_STEPS = {"leave": actions.leave_list, "come-back": actions.come_back}


@require_POST
def application_take_back(request: Asking, round_id: int) -> HttpResponse:
    """Take one's registration back."""
    round = round_or_missing(request, round_id)
    open_one = registration_of(round)
    if open_one is None:
        raise Missing("kernel.missing")
    return _own_step(request, round, actions.take_application_back, registration=open_one)


@require_POST
def own_step(request: Asking, round_id: int, verb: str) -> HttpResponse:
    """Say that one does not come to this round, or take that back."""
    round = round_or_missing(request, round_id)
    return _own_step(request, round, OWN_STEPS[verb], round=round)


def _own_step(request: Asking, at: Round, act: Any, **asked: Any) -> HttpResponse:
    refused = refusal_of(act, actor=request.actor, **asked)
    if not refused:
        return redirect("selection:registration", at.pk)
    form = ApplicationForm(languages=languages_spoken())
    context = _shown(request, at, registration_of(at)) | {"form": form, "refused": refused}
    return render(request, "selection/registration.html", context, status=REFUSED)


def registration_edit(request: Asking, round_id: int) -> HttpResponse:
    """Open a round's registration, or change its window and criteria."""
    round = round_or_missing(request, round_id)
    require(request.actor, "selection.open_registration", round)
    stands = registration_of(round)
    if stands is None:
        form = RegistrationForm(request.POST or None, round=round, languages=languages_spoken())
        seen = None
        status = save(request, form, actions.open_registration, actor=request.actor, round=round)
    else:
        seen, values = seen_in(request, stands), RegistrationForm.values_of(stands)
        form = RegistrationForm(request.POST or None, initial=values, round=round, languages=languages_spoken())
        asked = {"actor": request.actor, "registration": stands, "seen": seen}
        act, shown = actions.amend_registration, RegistrationForm.values_of
        status = save(request, form, act, edits=stands, now=shown, **asked)
        seen = stands.version if status == OVERTAKEN else seen
    if status == DONE:
        return redirect("selection:registration", round.pk)
    context = {"round": round, "form": form, "seen": seen, "stands": stands}
    return render(request, "selection/registration_edit.html", context, status=status)
