"""Who influences whom: said on an actor's page, changed, withdrawn."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.glossary import actions
from supportroom.glossary.forms import InfluenceForm, NewInfluenceForm
from supportroom.glossary.queries import bodies_visible_to, body_at, in_kinds, influence_visible_to
from supportroom.glossary.vocabulary import RETIRED
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def influence_add(request: Asking, body_slug: str) -> HttpResponse:
    """Say whom an actor influences."""
    body = body_at(request.actor, body_slug)
    require(request.actor, "glossary.say_influence", body)
    others = bodies_visible_to(request.actor).exclude(pk=body.pk).exclude(state=RETIRED)
    free = others.exclude(influenced__by=body)
    form = NewInfluenceForm(
        request.POST or None, others=in_kinds(free, request.LANGUAGE_CODE), languages=languages_spoken()
    )
    status = save(request, form, actions.say_influence, actor=request.actor, by=body)
    if status == DONE:
        return redirect("glossary:body_detail", body.slug)
    context = {"form": form, "body": body, "on": None, "seen": None}
    return render(request, "glossary/influence_edit.html", context, status=status)


def influence_edit(request: Asking, influence_id: int) -> HttpResponse:
    """Change how one actor influences another."""
    require(request.actor, "glossary.amend_influence")
    influence = influence_visible_to(request.actor, influence_id)
    seen, values = seen_in(request, influence), InfluenceForm.values_of(influence)
    form = InfluenceForm(request.POST or None, initial=values, languages=languages_spoken())
    asked: dict[str, Any] = {"actor": request.actor, "influence": influence, "seen": seen}
    status = save(request, form, actions.amend_influence, edits=influence, now=InfluenceForm.values_of, **asked)
    if status == DONE:
        return redirect("glossary:body_detail", influence.by.slug)
    context = {"form": form, "body": influence.by, "on": influence.on}
    context["seen"] = influence.version if status == OVERTAKEN else seen
    return render(request, "glossary/influence_edit.html", context, status=status)


@require_POST
def influence_withdraw(request: Asking, influence_id: int) -> HttpResponse:
    """Say it no longer."""
    require(request.actor, "glossary.withdraw_influence")
    influence = influence_visible_to(request.actor, influence_id)
    actions.withdraw_influence(actor=request.actor, influence=influence)
    return redirect("glossary:body_detail", influence.by.slug)
