"""Recommendations recorded out of an adopted text: paragraphs ticked, placed, looked at, recorded."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from supportroom.kernel.permissions import require
from supportroom.papers.queries import paper_visible_to
from supportroom.people.middleware import Asking
from supportroom.register import actions
from supportroom.register.forms.placing import Lists
from supportroom.register.forms.recording import ChooseForm, EachForm, first_values
from supportroom.register.likeness import alike
from supportroom.register.pieces import Adopted, Part, parts_of
from supportroom.register.showing import gaps_in
from supportroom.register.sources import addressed_by, asked_on, is_adopted, is_put_out, page_of
from supportroom.register.views.fetching import posted
from supportroom.register.vocabulary import DAY
from supportroom.statements.models import Report
from supportroom.statements.queries import report_of, statement_of
from supportroom.web.posting import submit


def statement_record(request: Asking, statement_id: int) -> HttpResponse:
    """Record what a statement asks for."""
    return _record(request, statement_of(request.actor, statement_id))


def report_record(request: Asking, round_id: int) -> HttpResponse:
    """Record what a round's report asks for."""
    return _record(request, report_of(request.actor, round_id))


def paper_record(request: Asking, paper_id: int) -> HttpResponse:
    """Record what a joint paper asks for."""
    return _record(request, paper_visible_to(request.actor, paper_id))


def _record(request: Asking, source: Adopted) -> HttpResponse:
    """Show the paragraphs; then those that were chosen, each with its place; then record them."""
    require(request.actor, "register.record_recommendations", source)
    parts = parts_of(source) if is_adopted(source) else []
    lists = Lists.read()
    begin = first_values(asked_on(source), DAY, list(addressed_by(source)))
    choice = ChooseForm(posted(request), parts=parts, lists=lists, initial=begin)
    is_sent = request.method == "POST" and choice.is_valid()
    if not is_sent or request.POST.get("step") == "choose":
        return _show(request, source, parts, choice)
    if request.POST.get("step") != "record":
        form = EachForm(pieces=choice.chosen(), lists=lists, initial=choice.placed_at_first())
        return _preview(request, source, form)
    form = EachForm(request.POST, pieces=choice.chosen(), lists=lists)
    if not submit(form, actions.record_recommendations, actor=request.actor, source=source):
        return _preview(request, source, form)
    number = len(form.pieces)
    said = ngettext("%(num)s recommendation recorded.", "%(num)s recommendations recorded.", number)
    messages.success(request, said % {"num": number})
    return redirect("register:waiting_list")


def _show(request: Asking, source: Adopted, parts: list[Part], form: ChooseForm) -> HttpResponse:
    is_refused = request.method == "POST" and request.POST.get("step") != "choose"
    context = {
        "source": source,
        "title": source.round.title if isinstance(source, Report) else source.title,
        "back": page_of(source),
        "parts": parts,
        "form": form,
        "is_adopted": is_adopted(source),
        "chosen": request.POST.getlist("pieces"),
    }
    return render(request, "register/choose.html", context, status=422 if is_refused else 200)


def _preview(request: Asking, source: Adopted, form: EachForm) -> HttpResponse:
    found = alike([piece.text for piece in form.pieces])
    context = {
        "title": source.round.title if isinstance(source, Report) else source.title,
        "form": form,
        "rows": [(piece, fields, near) for (piece, fields), near in zip(form.rows(), found, strict=True)],
        "is_put_out": is_put_out(source),
        "gaps_in": gaps_in,
    }
    return render(request, "register/preview.html", context, status=422 if form.errors else 200)
