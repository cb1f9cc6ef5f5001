"""Terms brought from a file: choose it, look at what was understood, keep what is ticked. Nothing is half done."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from supportroom.glossary import actions
from supportroom.glossary.forms import ImportForm, WhyForm
from supportroom.glossary.importing import Row, as_text, read_terms
from supportroom.glossary.models import Term
from supportroom.glossary.queries import terms_named
from supportroom.glossary.vocabulary import ROW_PROBLEMS
from supportroom.kernel.arabic import fold
from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import charter, languages_spoken
from supportroom.web.editing import REFUSED, SHOWN
from supportroom.web.parcel import seal, unseal
from supportroom.web.posting import submit


def term_import(request: Asking) -> HttpResponse:
    """Bring terms."""
    require(request.actor, "glossary.import_terms")
    if request.method == "POST" and "parcel" in request.POST:
        return _keep(request)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file, spoken = form.cleaned_data["file"], [code for code, _name in settings.LANGUAGES]
        try:
            rows = read_terms(file.name, file.read(), list(languages_spoken()), spoken)
            return _preview(request, rows)
        except DomainError as error:
            form.add_error("file", error.wording)
    status = REFUSED if request.method == "POST" else SHOWN
    return render(request, "glossary/import.html", {"form": form, "codes": list(languages_spoken())}, status=status)


def _preview(request: Asking, rows: Sequence[Row], *, ticked: set[str] | None = None, form: Any = None) -> HttpResponse:
    """Show what was understood: terms that are new are ticked, those that stand already are not."""
    good = [row for row in rows if not row.problems]
    known = terms_named(words for row in good for words in row.name.values())
    here = request.LANGUAGE_CODE
    lines = [(row, _same(row, known), as_text(row.name, here), as_text(row.text, here)) for row in good]
    fresh = {str(row.number) for row, same, _name, _text in lines if same is None}
    context = {
        "lines": lines,
        "wrong": [(row, [str(ROW_PROBLEMS[code]) for code in row.problems]) for row in rows if row.problems],
        "changes": len(lines) - len(fresh),
        "ticked": fresh if ticked is None else ticked,
        "form": form or WhyForm(languages=languages_spoken()),
        "parcel": seal(charter(), [row.plainly() for row in good]) if good else "",
    }
    status = SHOWN if good and form is None else REFUSED
    return render(request, "glossary/import_preview.html", context, status=status)


def _same(row: Row, known: dict[str, Term]) -> Term | None:
    return next((known[fold(words)] for words in row.name.values() if fold(words) in known), None)


def _keep(request: Asking) -> HttpResponse:
    """Add the terms that stayed ticked, and the definitions that are new."""
    rows = [Row(**values) for values in unseal(charter(), request.POST["parcel"], "glossary.preview_over")]
    ticked = set(request.POST.getlist("row"))
    wanted = [_given(row, request.LANGUAGE_CODE) for row in rows if str(row.number) in ticked]
    form = WhyForm(request.POST, languages=languages_spoken())
    if not submit(form, actions.import_terms, actor=request.actor, room=charter(), rows=wanted):
        return _preview(request, rows, ticked=ticked, form=form)
    count = len(wanted)
    messages.success(request, ngettext("%(n)s term taken over.", "%(n)s terms taken over.", count) % {"n": count})
    return redirect("glossary:term_list")


def _given(row: Row, language: str) -> dict[str, Any]:
    words = {part: as_text(getattr(row, part), language) for part in ("name", "text", "source")}
    return {**words, "forms": dict(row.forms), "link": row.link}
