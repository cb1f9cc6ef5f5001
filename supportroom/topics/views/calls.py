"""The call for topics: opened, changed, ended, counted."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import charter, languages_spoken
from supportroom.rounds.models import Round
from supportroom.rounds.queries import rounds_visible_to
from supportroom.topics import actions
from supportroom.topics.forms import CallForm, CallTextForm
from supportroom.topics.models import Call
from supportroom.topics.queries import call_of
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def round_or_missing(request: Asking, round_id: int) -> Round:
    """Give a round that the reader may see; Missing otherwise."""
    found = rounds_visible_to(request.actor).filter(pk=round_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def call_edit(request: Asking, round_id: int) -> HttpResponse:
    """Call for topics, or change the call."""
    round = round_or_missing(request, round_id)
    require(request.actor, "topics.open_call", round)
    call = call_of(round)
    if call is None:
        return _open(request, round)
    kind = CallTextForm if call.is_over(now()) else CallForm
    seen, more = seen_in(request, call), {} if kind is CallTextForm else {"round": round}
    form = kind(request.POST or None, initial=kind.values_of(call), languages=languages_spoken(), **more)
    asked = {"actor": request.actor, "call": call, "seen": seen}
    status = save(request, form, actions.amend_call, edits=call, now=kind.values_of, **asked)
    if status == DONE:
        return redirect("topics:topic_list", round_id)
    context = {"form": form, "round": round, "call": call, "seen": call.version if status == OVERTAKEN else seen}
    return render(request, "topics/call.html", context, status=status)


def _open(request: Asking, round: Round) -> HttpResponse:
    initial = {"marks": charter().marks_per_member}
    form = CallForm(request.POST or None, initial=initial, round=round, languages=languages_spoken())
    status = save(request, form, actions.open_call, actor=request.actor, round=round)
    if status == DONE:
        return redirect("topics:topic_list", round.pk)
    context: dict[str, Any] = {"form": form, "round": round, "call": None, "seen": None}
    return render(request, "topics/call.html", context, status=status)


def _call_or_missing(request: Asking, round_id: int) -> Call:
    call = call_of(round_or_missing(request, round_id))
    if call is None:
        raise Missing("kernel.missing")
    return call


@require_POST
def call_close(request: Asking, round_id: int) -> HttpResponse:
    """End the call now."""
    actions.close_call(actor=request.actor, call=_call_or_missing(request, round_id))
    return redirect("topics:topic_list", round_id)


@require_POST
def call_count(request: Asking, round_id: int) -> HttpResponse:
    """Count the marks of a call that is over."""
    actions.count_marks(actor=request.actor, call=_call_or_missing(request, round_id))
    return redirect("topics:topic_list", round_id)
