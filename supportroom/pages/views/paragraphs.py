"""A page's paragraphs: added, worded in all languages side by side, moved, taken out."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing, Stale
from supportroom.kernel.permissions import may, require
from supportroom.pages import actions
from supportroom.pages.forms import ParagraphsForm
from supportroom.pages.queries import page_of, paragraph_of
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.texts.queries import paragraphs_of
from supportroom.texts.writing import DOWN, UP
from supportroom.web.editing import DONE, save
from supportroom.web.posting import submit
from supportroom.web.wording import WordingForm, two_wordings


def paragraph_add(request: Asking, page_id: int) -> HttpResponse:
    """Add paragraphs."""
    page = page_of(request.actor, page_id)
    require(request.actor, "pages.write_paragraphs", page)
    standing = paragraphs_of(page.text)
    form = ParagraphsForm(request.POST or None, languages=languages_spoken(), paragraphs=standing)
    status = save(request, form, actions.write_paragraphs, actor=request.actor, page=page)
    if status == DONE:
        return redirect("pages:page_detail", page.pk)
    return render(request, "pages/edit.html", {"form": form, "page": page, "seen": None}, status=status)


def paragraph_edit(request: Asking, page_id: int, paragraph_id: int) -> HttpResponse:
    """Word a paragraph in its languages side by side; who only translates leaves the original as it is."""
    page = page_of(request.actor, page_id)
    require(request.actor, "pages.reword_paragraph", page)
    paragraph, languages = paragraph_of(page, paragraph_id), languages_spoken()
    back = reverse("pages:page_detail", args=[page.pk])
    writes = may(request.actor, "pages.amend_page", page)
    form = WordingForm(
        request.POST if request.method == "POST" else None,
        content=paragraph.content,
        languages=languages,
        open_languages=[code for code in languages if writes or code != paragraph.content.original],
        initial={"seen": paragraph.version},
    )
    given = {"actor": request.actor, "page": page, "paragraph": paragraph}
    try:
        if request.method == "POST" and submit(form, actions.reword_paragraph, **given):
            return redirect(back)
    except Stale as stale:
        return two_wordings(request, stale, languages, back)
    context = {"page": page, "form": form, "back": back}
    return render(request, "pages/wording.html", context, status=422 if form.errors else 200)


@require_POST
def paragraph_move(request: Asking, page_id: int, paragraph_id: int, way: str) -> HttpResponse:
    """Let a paragraph change places with its neighbour."""
    page = page_of(request.actor, page_id)
    if way not in (UP, DOWN):
        raise Missing("kernel.missing")
    actions.move_paragraph(actor=request.actor, page=page, paragraph=paragraph_of(page, paragraph_id), way=way)
    return redirect("pages:page_detail", page.pk)


@require_POST
def paragraph_remove(request: Asking, page_id: int, paragraph_id: int) -> HttpResponse:
    """Take a paragraph out."""
    page = page_of(request.actor, page_id)
    actions.remove_paragraph(actor=request.actor, page=page, paragraph=paragraph_of(page, paragraph_id))
    return redirect("pages:page_detail", page.pk)
