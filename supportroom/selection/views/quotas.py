"""A round's quotas, and the reasons why its list stays below them."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.forms import QuotasForm
from supportroom.room.queries import languages_spoken
from supportroom.room.quotas import Share, competence_names, quota_label
from supportroom.selection import actions
from supportroom.selection.forms import ReasonForm
from supportroom.selection.models import Quota
from supportroom.selection.queries import quotas_of
from supportroom.selection.views.pieces import listed_round, meter
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def quotas(request: Asking, round_id: int) -> HttpResponse:
    """Set the round's quotas."""
    round, kept = listed_round(request, round_id)
    seen = None if kept._state.adding else seen_in(request, kept)
    shares = [Share(quota.kind, quota.value, quota.percent) for quota in quotas_of(round)]
    form = QuotasForm(request.POST or None, shares=shares)
    asked = {"actor": request.actor, "round": round, "seen": seen}
    status = save(request, form, actions.set_quotas, edits=kept, now=lambda _list: {}, **asked)
    if status == DONE:
        return redirect("selection:quotas", round.pk)
    context = meter(round, kept) | {"form": form, "seen": kept.version if status == OVERTAKEN else seen}
    return render(request, "selection/quotas.html", context, status=status)


def quota_reason(request: Asking, quota_id: int) -> HttpResponse:
    """Write why the list stays below a quota."""
    require(request.actor, "selection.give_reason")
    quota = Quota.objects.select_related("round").filter(pk=quota_id).first()
    if quota is None:
        raise Missing("kernel.missing")
    round, kept = listed_round(request, quota.round_id)
    seen, values = seen_in(request, quota), {"reason": quota.reason}
    form = ReasonForm(request.POST or None, initial=values, languages=languages_spoken())
    asked = {"actor": request.actor, "quota": quota, "seen": seen}
    status = save(request, form, actions.give_reason, edits=quota, now=lambda q: {"reason": q.reason}, **asked)
    if status == DONE:
        return redirect("selection:draft_list", round.pk)
    label = quota_label(quota.kind, quota.value, competence_names())
    context = meter(round, kept) | {"form": form, "quota": quota, "label": label}
    context |= {"seen": quota.version if status == OVERTAKEN else seen}
    return render(request, "selection/reason.html", context, status=status)
