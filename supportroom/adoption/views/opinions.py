"""Opposing opinions: filed, changed, translated, joined; each person for themselves."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.adoption import actions
from supportroom.adoption.forms import OpinionForm, OpinionWordsForm
from supportroom.adoption.models import Adoption, OpposingOpinion
from supportroom.adoption.queries import adoption_of, opinion_visible_to, paper_shown
from supportroom.adoption.views.adopting import show_adoption
from supportroom.adoption.views.frame import OPINIONS, framed
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in
from supportroom.web.posting import attempt


def opinion_add(request: Asking, paper_id: int) -> HttpResponse:
    """File an opposing opinion; what was typed stays on the page where it comes too late."""
    paper = paper_shown(request.actor, paper_id)
    adoption = adoption_of(paper)
    if adoption is None:
        raise Missing("kernel.missing")
    require(request.actor, "adoption.file_opinion", adoption)
    form = OpinionForm(request.POST or None, languages=languages_spoken(), initial=_earlier(request, adoption))
    status = save(request, form, actions.file_opinion, actor=request.actor, adoption=adoption)
    if status == DONE:
        return redirect("adoption:adoption_detail", paper.pk)
    context = {**framed(request, paper, OPINIONS), "adoption": adoption, "form": form}
    return render(request, "adoption/opinion_add.html", context, status=status)


def _earlier(request: Asking, adoption: Adoption) -> dict[str, Any]:
    """Give one's own opinion to an earlier version that was turned down, to begin with: its reasons may stand."""
    earlier = OpposingOpinion.objects.filter(adoption__paper=adoption.paper_id, filed_by=request.actor.person_id)
    last = earlier.exclude(adoption=adoption).order_by("-adoption__opinions_until").first()
    return OpinionWordsForm.values_of(last) if last and request.actor.is_known else {}


def opinion_edit(request: Asking, opposing_opinion_id: int) -> HttpResponse:
    """Reword one's own opinion."""
    opinion = opinion_visible_to(request.actor, opposing_opinion_id)
    require(request.actor, "adoption.amend_opinion", opinion)
    return _write(request, opinion, actions.amend_opinion, translates=False)


def opinion_translate(request: Asking, opposing_opinion_id: int) -> HttpResponse:
    """Translate an opinion, or say that a translation holds."""
    opinion = opinion_visible_to(request.actor, opposing_opinion_id)
    require(request.actor, "adoption.translate_opinion", opinion)
    return _write(request, opinion, actions.translate_opinion, translates=True)


def _write(request: Asking, opinion: OpposingOpinion, act: Any, *, translates: bool) -> HttpResponse:
    seen, values = seen_in(request, opinion), OpinionWordsForm.values_of(opinion)
    form = OpinionWordsForm(request.POST or None, initial=values, languages=languages_spoken())
    asked = {"actor": request.actor, "opinion": opinion, "seen": seen}
    status = save(request, form, act, edits=opinion, now=OpinionWordsForm.values_of, **asked)
    paper = opinion.adoption.paper
    if status == DONE:
        return redirect("adoption:adoption_detail", paper.pk)
    context = {
        **framed(request, paper, OPINIONS),
        "opinion": opinion,
        "form": form,
        "translates": translates,
        "seen": opinion.version if status == OVERTAKEN else seen,
    }
    return render(request, "adoption/opinion_edit.html", context, status=status)


@require_POST
def opinion_join(request: Asking, opposing_opinion_id: int) -> HttpResponse:
    """Stand behind somebody's opinion: by name, or only counted."""
    return _step(request, opposing_opinion_id, actions.join_opinion, is_named="named" in request.POST)


@require_POST
def opinion_leave(request: Asking, opposing_opinion_id: int) -> HttpResponse:
    """Stand behind an opinion no more."""
    return _step(request, opposing_opinion_id, actions.leave_opinion)


@require_POST
def opinion_withdraw(request: Asking, opposing_opinion_id: int) -> HttpResponse:
    """Take one's own opinion back."""
    return _step(request, opposing_opinion_id, actions.withdraw_opinion)


def _step(request: Asking, opinion_id: int, act: Any, **given: Any) -> HttpResponse:
    opinion = opinion_visible_to(request.actor, opinion_id)
    paper_id = opinion.adoption.paper_id
    if errors := attempt(act, actor=request.actor, opinion=opinion, **given):
        return show_adoption(request, paper_shown(request.actor, paper_id), errors=errors)
    return redirect("adoption:adoption_detail", paper_id)


@require_POST
def opinion_name(request: Asking, opposing_opinion_id: int) -> HttpResponse:
    """Agree to be named in an opinion that one stands behind, or take that back: until the paper is published."""
    return _step(request, opposing_opinion_id, actions.be_named, is_named="named" in request.POST)
