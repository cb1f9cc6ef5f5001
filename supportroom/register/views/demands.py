"""Recommendations brought together into one demand."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.register import actions
from supportroom.register.forms.keeping import DemandForm, TogetherForm
from supportroom.register.likeness import RELATED_AT_LEAST, alike
from supportroom.register.models import Demand, Recommendation
from supportroom.register.queries import asked_by, recommendations_visible_to
from supportroom.register.showing import page_at, shortened
from supportroom.register.views.fetching import find, posted, recommendation_for, take_step
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in

MOST, LONGEST = 20, 300


def recommendation_bring_together(request: Asking, recommendation_id: int) -> HttpResponse:
    """Choose what asks the same as a recommendation, or is related: what says much the same, or what is looked for."""
    own = recommendation_for(request, recommendation_id, "register.bring_together")
    words = request.GET.get("q", "")[:200]
    listed = _candidates(request, own, words)
    own_words = own.text if own.released_on and len(str(own.text)) <= LONGEST else None  # everybody reads a title
    begin = {"title": own.demand.title if own.demand else own_words}
    form = TogetherForm(posted(request), own=own, listed=listed, languages=languages_spoken(), initial=begin)
    status = save(request, form, actions.bring_together, actor=request.actor)
    if status == DONE:
        return redirect(page_at(own))
    context = {
        "recommendation": own,
        "form": form,
        "listed": listed,
        "ticked": request.POST.getlist("others"),
        "words": words,
        "back": page_at(own),
        "short": lambda text: shortened(text, get_language() or "en"),
    }
    return render(request, "register/together.html", context, status=status)


def _candidates(request: Asking, own: Recommendation, words: str) -> list[Recommendation]:
    others: QuerySet[Recommendation] = recommendations_visible_to(request.actor).exclude(pk=own.pk)
    if own.demand_id:
        others = others.exclude(demand=own.demand_id)
    if words:
        return list(others.filter(asked_by(words))[:MOST])
    near = alike([own.text], least=RELATED_AT_LEAST, most=MOST, besides=[own.pk])[0]
    rows = others.in_bulk([each.recommendation.pk for each in near])
    return [rows[each.recommendation.pk] for each in near if each.recommendation.pk in rows]


@require_POST
def recommendation_take_out(request: Asking, recommendation_id: int) -> HttpResponse:
    """Let a recommendation stand alone again."""
    own = recommendation_for(request, recommendation_id, "register.take_out_of_demand")
    take_step(request, actions.take_out_of_demand, gettext("It stands alone again."), recommendation=own)
    return redirect(page_at(own))


def demand_edit(request: Asking, demand_id: int) -> HttpResponse:
    """Reword or translate a demand's title."""
    require(request.actor, "register.amend_demand")
    demand = find(Demand.objects.filter(merged_into=None), demand_id)
    seen, values = seen_in(request, demand), DemandForm.values_of(demand)
    form = DemandForm(posted(request), languages=languages_spoken(), initial=values)
    asked = {"actor": request.actor, "demand": demand, "seen": seen}
    status = save(request, form, actions.amend_demand, edits=demand, now=DemandForm.values_of, **asked)
    if status == DONE:
        return redirect("followup:demand_detail", demand.slug)
    context = {"form": form, "demand": demand, "seen": demand.version if status == OVERTAKEN else seen}
    return render(request, "register/demand_edit.html", context, status=status)
