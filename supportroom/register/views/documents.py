"""Texts of earlier years, and what was asked in them, written in by hand."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.register import actions
from supportroom.register.forms.keeping import DocumentForm
from supportroom.register.forms.placing import Lists
from supportroom.register.forms.recording import HandForm, first_values
from supportroom.register.queries import document_of, documents, recommendations_visible_to
from supportroom.register.showing import team_tabs
from supportroom.register.views.fetching import posted
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in

PAGE = 50


def document_list(request: Asking) -> HttpResponse:
    """Show the earlier documents, newest first, each with how much was recorded out of it."""
    require(request.actor, "register.read_register")
    counted = documents().annotate(number=Count("recommendations", filter=Q(recommendations__set_aside=False)))
    counted = counted.order_by("-dated_on", "pk")
    page = Paginator(counted, PAGE).get_page(request.GET.get("page"))
    return render(request, "register/documents.html", {"tabs": team_tabs("earlier"), "page": page})


def document_add(request: Asking) -> HttpResponse:
    """Enter a document."""
    require(request.actor, "register.add_document")
    form = DocumentForm(posted(request), languages=languages_spoken())
    status = save(request, form, actions.add_document, actor=request.actor)
    if status == DONE:
        return redirect("register:document_detail", form.answer.pk)  # type: ignore[attr-defined]
    context = {"tabs": team_tabs("earlier"), "form": form, "document": None, "seen": None}
    return render(request, "register/document_edit.html", context, status=status)


def document_detail(request: Asking, document_id: int) -> HttpResponse:
    """Show a document with what was recorded out of it."""
    require(request.actor, "register.read_register")
    document = document_of(document_id)
    rows = recommendations_visible_to(request.actor).filter(document=document).order_by("position", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {"tabs": team_tabs("earlier"), "document": document, "page": page}
    return render(request, "register/document.html", context)


def document_edit(request: Asking, document_id: int) -> HttpResponse:
    """Correct what is said of a document."""
    require(request.actor, "register.amend_document")
    document = document_of(document_id)
    seen, values = seen_in(request, document), DocumentForm.values_of(document)
    form = DocumentForm(posted(request), languages=languages_spoken(), initial=values)
    asked = {"actor": request.actor, "document": document, "seen": seen}
    status = save(request, form, actions.amend_document, edits=document, now=DocumentForm.values_of, **asked)
    if status == DONE:
        return redirect("register:document_detail", document.pk)
    context = {"tabs": team_tabs("earlier"), "form": form, "document": document}
    context["seen"] = document.version if status == OVERTAKEN else seen
    return render(request, "register/document_edit.html", context, status=status)


def recommendation_add(request: Asking, document_id: int) -> HttpResponse:
    """Write in by hand what was asked in a document."""
    require(request.actor, "register.record_recommendations")
    document = document_of(document_id)
    begin = first_values(document.dated_on, document.precision)
    form = HandForm(posted(request), lists=Lists.read(), languages=languages_spoken(), initial=begin)
    status = save(request, form, actions.record_recommendations, actor=request.actor, source=document)
    if status == DONE:
        number = form.answer.code  # type: ignore[attr-defined]
        messages.success(request, gettext("Recorded as %(number)s.") % {"number": number})
        back = "register:recommendation_add" if "further" in request.POST else "register:document_detail"
        return redirect(back, document.pk)
    context = {"tabs": team_tabs("earlier"), "form": form, "document": document, "alike": form.alike}
    return render(request, "register/add.html", context, status=status)
