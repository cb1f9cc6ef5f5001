"""The list of terms, one term with every version of its definition; written, released and retired by the team."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.glossary import actions
from supportroom.glossary.forms import DefinitionForm, NewTermForm, SearchForm, TermForm
from supportroom.glossary.lifecycle import TERM
from supportroom.glossary.models import Definition, Term
from supportroom.glossary.queries import (
    definitions_of,
    found_terms,
    in_alphabet,
    newest_definitions,
    sorted_by,
    term_at,
    terms_visible_to,
)
from supportroom.glossary.vocabulary import DRAFT, TERM_STATES, TONES
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, REFUSED, save, seen_in
from supportroom.web.posting import attempt

PAGE = 40
Line = tuple[Term, Definition | None]


@login_not_required
def term_list(request: Asking) -> HttpResponse:
    """Show the terms in the order of the alphabet, each with what it means; those that the reader looks for."""
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    visible = terms_visible_to(request.actor)
    terms = in_alphabet(found_terms(visible, words), request.LANGUAGE_CODE)
    page = Paginator(terms, PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "words": words,
        "page": page,
        "letters": _by_letter(list(page), request.LANGUAGE_CODE),
        "states": TERM_STATES,
        "tones": TONES,
        "can_add": may(request.actor, "glossary.add_term"),
        "reads_drafts": may(request.actor, "glossary.read_drafts"),
    }
    return render(request, "glossary/list.html", context)


def _by_letter(terms: list[Term], language: str) -> list[tuple[str, list[Line]]]:
    """Give the terms with their definitions under the letters that they begin with."""
    means = {definition.term_id: definition for definition in newest_definitions(terms)}
    lines: list[Line] = [(term, means.get(term.pk)) for term in terms]

    def letter(line: Line) -> str:
        return sorted_by(str(line[0].name.said_in(language)))[:1].upper()

    return [(first, list(group)) for first, group in groupby(lines, letter)]


@login_not_required
def term_detail(request: Asking, term_slug: str) -> HttpResponse:
    """Show a term."""
    return show_term(request, term_at(request.actor, term_slug))


def show_term(request: Asking, term: Term, *, errors: list[str] | None = None) -> HttpResponse:
    """Answer with a term's page; after a refusal with status 422."""
    definitions = definitions_of(term)
    context = {
        "term": term,
        "newest": definitions[0] if definitions else None,
        "earlier": definitions[1:],
        "state": TERM_STATES[term.state],
        "tone": TONES[term.state],
        "can": allowed(request, term),
        "errors": errors or [],
    }
    return render(request, "glossary/detail.html", context, status=REFUSED if errors else 200)


def allowed(request: Asking, term: Term) -> dict[str, bool]:
    """Tell what the reader can do with a term now."""
    keeps = may(request.actor, "glossary.amend_term", term)
    return {
        "amend": keeps,
        "translate": may(request.actor, "glossary.translate_term", term),
        "read_drafts": may(request.actor, "glossary.read_drafts"),
        "release": keeps and TERM.allows(term.state, "release"),
        "retire": keeps and TERM.allows(term.state, "retire"),
        "remove": keeps and term.state == DRAFT,
    }


def term_add(request: Asking) -> HttpResponse:
    """Add a term."""
    require(request.actor, "glossary.add_term")
    form = NewTermForm(request.POST or None, languages=languages_spoken())
    status = save(request, form, actions.add_term, actor=request.actor)
    if status == DONE:
        return redirect("glossary:term_detail", form.answer.slug)  # type: ignore[attr-defined]
    return render(request, "glossary/edit.html", {"form": form, "task": "add", "seen": None}, status=status)


def term_edit(request: Asking, term_slug: str) -> HttpResponse:
    """Change a term's name and its further forms."""
    term = term_at(request.actor, term_slug)
    require(request.actor, "glossary.amend_term", term)
    seen = seen_in(request, term)
    form = TermForm(request.POST or None, initial=TermForm.values_of(term), languages=languages_spoken())
    asked: dict[str, Any] = {"actor": request.actor, "term": term, "seen": seen}
    status = save(request, form, actions.amend_term, edits=term, now=TermForm.values_of, **asked)
    if status == DONE:
        return redirect("glossary:term_detail", term.slug)
    context = {"form": form, "term": term, "task": "edit", "seen": term.version if status == OVERTAKEN else seen}
    return render(request, "glossary/edit.html", context, status=status)


def term_define(request: Asking, term_slug: str) -> HttpResponse:
    """Write a new version of what a term means, beginning with what it means now."""
    term = term_at(request.actor, term_slug)
    require(request.actor, "glossary.define", term)
    last = term.definitions.first()
    values = DefinitionForm.said_by(last) if last else {}
    form = DefinitionForm(request.POST or None, initial=values, languages=languages_spoken(), is_first=last is None)
    status = save(request, form, actions.define, actor=request.actor, term=term)
    if status == DONE:
        return redirect("glossary:term_detail", term.slug)
    context = {"form": form, "term": term, "task": "define", "last": last, "seen": None}
    return render(request, "glossary/edit.html", context, status=status)


@require_POST
def term_release(request: Asking, term_slug: str) -> HttpResponse:
    """Let everybody read a term."""
    return _step(request, term_slug, actions.release_term)


@require_POST
def term_retire(request: Asking, term_slug: str) -> HttpResponse:
    """Use a term no longer."""
    return _step(request, term_slug, actions.retire_term)


def _step(request: Asking, term_slug: str, act: Callable[..., Term]) -> HttpResponse:
    term = term_at(request.actor, term_slug)
    if errors := attempt(act, actor=request.actor, term=term):
        return show_term(request, term, errors=errors)
    return redirect("glossary:term_detail", term.slug)


@require_POST
def term_remove(request: Asking, term_slug: str) -> HttpResponse:
    """Remove a draft."""
    term = term_at(request.actor, term_slug)
    if errors := attempt(actions.remove_term, actor=request.actor, term=term):
        return show_term(request, term, errors=errors)
    return redirect("glossary:term_list")
