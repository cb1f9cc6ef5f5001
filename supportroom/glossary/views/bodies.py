"""The actors as a picture and a table, one actor with its influences; written, released and retired by the team."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.glossary import actions
from supportroom.glossary.forms import BodyForm
from supportroom.glossary.lifecycle import BODY
from supportroom.glossary.models import Body
from supportroom.glossary.picture import drawn
from supportroom.glossary.queries import bodies_visible_to, body_at, in_kinds, influences_between, influences_of
from supportroom.glossary.vocabulary import BODY_KINDS, DRAFT, RELEASED, STRENGTHS, TERM_STATES, TONES
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, REFUSED, save, seen_in
from supportroom.web.posting import attempt


@login_not_required
def body_list(request: Asking) -> HttpResponse:
    """Show who influences whom: the released actors as a picture and a table; to the team its drafts below."""
    bodies = in_kinds(bodies_visible_to(request.actor), request.LANGUAGE_CODE)
    released = [body for body in bodies if body.state == RELEASED]
    influences = influences_between(released)
    context = {
        "bodies": released,
        "influences": influences,
        "drawn": drawn(released, influences, request.LANGUAGE_CODE),
        "others": [body for body in bodies if body.state != RELEASED],
        "kinds": BODY_KINDS,
        "strengths": STRENGTHS,
        "states": TERM_STATES,
        "tones": TONES,
        "can_add": may(request.actor, "glossary.add_body"),
    }
    return render(request, "glossary/bodies.html", context)


@login_not_required
def body_detail(request: Asking, body_slug: str) -> HttpResponse:
    """Show an actor."""
    return show_body(request, body_at(request.actor, body_slug))


def show_body(request: Asking, body: Body, *, errors: list[str] | None = None) -> HttpResponse:
    """Answer with an actor's page; after a refusal with status 422."""
    influences = influences_of(body, bodies_visible_to(request.actor))
    near = {each.pk: each for influence in influences for each in (influence.by, influence.on)}
    neighbours = in_kinds(near.values(), request.LANGUAGE_CODE)
    context = {
        "body": body,
        "kind": BODY_KINDS[body.kind],
        "has": [influence for influence in influences if influence.by_id == body.pk],
        "under": [influence for influence in influences if influence.on_id == body.pk],
        "drawn": drawn(neighbours, influences, request.LANGUAGE_CODE),
        "strengths": STRENGTHS,
        "state": TERM_STATES[body.state],
        "tone": TONES[body.state],
        "can": _allowed(request, body),
        "errors": errors or [],
    }
    return render(request, "glossary/body.html", context, status=REFUSED if errors else 200)


def _allowed(request: Asking, body: Body) -> dict[str, bool]:
    keeps = may(request.actor, "glossary.amend_body", body)
    return {
        "amend": keeps,
        "translate": may(request.actor, "glossary.translate_body", body),
        "release": keeps and BODY.allows(body.state, "release"),
        "retire": keeps and BODY.allows(body.state, "retire"),
        "remove": keeps and body.state == DRAFT,
    }


def body_add(request: Asking) -> HttpResponse:
    """Add an actor."""
    require(request.actor, "glossary.add_body")
    form = BodyForm(request.POST or None, languages=languages_spoken())
    status = save(request, form, actions.add_body, actor=request.actor)
    if status == DONE:
        return redirect("glossary:body_detail", form.answer.slug)  # type: ignore[attr-defined]
    return render(request, "glossary/body_edit.html", {"form": form, "seen": None}, status=status)


def body_edit(request: Asking, body_slug: str) -> HttpResponse:
    """Change what is said of an actor."""
    body = body_at(request.actor, body_slug)
    require(request.actor, "glossary.amend_body", body)
    seen, values = seen_in(request, body), BodyForm.values_of(body)
    form = BodyForm(request.POST or None, initial=values, languages=languages_spoken())
    asked: dict[str, Any] = {"actor": request.actor, "body": body, "seen": seen}
    status = save(request, form, actions.amend_body, edits=body, now=BodyForm.values_of, **asked)
    if status == DONE:
        return redirect("glossary:body_detail", body.slug)
    context = {"form": form, "body": body, "seen": body.version if status == OVERTAKEN else seen}
    return render(request, "glossary/body_edit.html", context, status=status)


@require_POST
def body_release(request: Asking, body_slug: str) -> HttpResponse:
    """Let everybody see an actor."""
    return _step(request, body_slug, actions.release_body)


@require_POST
def body_retire(request: Asking, body_slug: str) -> HttpResponse:
    """Show an actor no longer."""
    return _step(request, body_slug, actions.retire_body)


def _step(request: Asking, body_slug: str, act: Callable[..., Body]) -> HttpResponse:
    body = body_at(request.actor, body_slug)
    if errors := attempt(act, actor=request.actor, body=body):
        return show_body(request, body, errors=errors)
    return redirect("glossary:body_detail", body.slug)


@require_POST
def body_remove(request: Asking, body_slug: str) -> HttpResponse:
    """Remove a draft."""
    body = body_at(request.actor, body_slug)
    if errors := attempt(actions.remove_body, actor=request.actor, body=body):
        return show_body(request, body, errors=errors)
    return redirect("glossary:body_list")
