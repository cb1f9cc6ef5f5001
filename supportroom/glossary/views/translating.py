"""Translations of what stands: of a term, an actor, an influence; the original stays as it is."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from supportroom.glossary import actions
from supportroom.glossary.forms import TranslationForm
from supportroom.glossary.models import Body, Influence, Term
from supportroom.glossary.queries import body_at, influence_visible_to, term_at
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in

Words = dict[str, Any]


def term_translate(request: Asking, term_slug: str) -> HttpResponse:
    """Translate a term and the definition that holds."""
    term = term_at(request.actor, term_slug)
    require(request.actor, "glossary.translate_term", term)
    back = reverse("glossary:term_detail", args=[term.slug])
    return _translate(request, actions.translate_term, ("term", term), words_of_term, back)


def words_of_term(term: Term) -> Words:
    """Give the words of a term and of the definition that holds."""
    last = term.definitions.first()
    return {"name": term.name, **({name: getattr(last, name) for name in ("text", "source", "why")} if last else {})}


def body_translate(request: Asking, body_slug: str) -> HttpResponse:
    """Translate what is said of an actor."""
    body = body_at(request.actor, body_slug)
    require(request.actor, "glossary.translate_body", body)
    back = reverse("glossary:body_detail", args=[body.slug])
    return _translate(request, actions.translate_body, ("body", body), _words("name", "about", "source"), back)


def influence_translate(request: Asking, influence_id: int) -> HttpResponse:
    """Translate what is said of an influence."""
    require(request.actor, "glossary.translate_influence")
    influence = influence_visible_to(request.actor, influence_id)
    back = reverse("glossary:body_detail", args=[influence.by.slug])
    asked = ("influence", influence)
    return _translate(request, actions.translate_influence, asked, _words("how", "source"), back)


def _words(*names: str) -> Callable[[Any], Words]:
    return lambda thing: {name: getattr(thing, name) for name in names}


def _translate(
    request: Asking,
    act: Callable[..., Any],
    asked: tuple[str, Term | Body | Influence],
    words: Callable[[Any], Words],
    back: str,
) -> HttpResponse:
    noun, thing = asked
    seen = seen_in(request, thing)
    form = TranslationForm(request.POST or None, initial=words(thing), languages=languages_spoken())
    given: Words = {"actor": request.actor, noun: thing, "seen": seen}
    status = save(request, form, act, edits=thing, now=words, **given)
    if status == DONE:
        return redirect(back)
    context = {"form": form, "back": back, "seen": thing.version if status == OVERTAKEN else seen}
    return render(request, "glossary/translate.html", context, status=status)
