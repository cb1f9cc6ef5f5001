"""The pages on which the team looks at a paper as it will be published, publishes it, and corrects it."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from supportroom.kernel.errors import DomainError, Missing, Stale
from supportroom.kernel.permissions import may, require
from supportroom.papers.composing import gaps_in
from supportroom.papers.models import Paper
from supportroom.papers.queries import languages_of, paper_visible_to, paragraph_of
from supportroom.papers.versions import draft_view
from supportroom.papers.vocabulary import PUBLISHED, RELEASED
from supportroom.people.middleware import Asking
from supportroom.press.composing import Imprint, paper_document
from supportroom.press.queries import approval_of, pack_of
from supportroom.rendering.html import to_html
from supportroom.site.actions import correct_words
from supportroom.site.forms import PublishForm
from supportroom.site.preparing.papers import text_of
from supportroom.site.putting_out import put_out
from supportroom.site.queries import editions_of
from supportroom.web.posting import submit
from supportroom.web.wording import WordingForm, two_wordings

OFFICE_ZONE = "Europe/Zurich"


def _paper(request: Asking, paper_id: int) -> Paper:
    """Give a paper that is released or published to who publishes; Missing else."""
    paper = paper_visible_to(request.actor, paper_id)
    if paper.state not in (RELEASED, PUBLISHED):
        raise Missing("kernel.missing")
    require(request.actor, "site.correct_paper" if paper.state == PUBLISHED else "site.publish_paper", paper)
    return paper


def paper_publish(request: Asking, paper_id: int) -> HttpResponse:
    """Publish a released paper, or a correction of a published one, in the languages in which nothing is missing."""
    paper = _paper(request, paper_id)
    is_correction, version, pack = paper.state == PUBLISHED, text_of(paper), pack_of(paper)
    gaps = {code: gaps_in(version, code) for code, _name in settings.LANGUAGES if code in paper.languages}
    choices = [(code, name) for code, name in settings.LANGUAGES if code in gaps and not gaps[code]]
    form = PublishForm(request.POST or None, choices=choices, is_correction=is_correction)
    if request.method == "POST" and form.is_valid() and _publish(request, paper, form):
        return redirect("site:paper_publish", paper.pk)
    context = {
        "form": form,
        "paper": paper,
        "group": paper.group,
        "pack": pack,
        "is_approved": bool(pack.summary) and approval_of(pack).is_approved,
        "gaps": gaps,
        "editions": editions_of(paper),
        "is_correction": is_correction,
        "languages": languages_of(paper),
        "language_names": dict(settings.LANGUAGES),
        "office_zone": OFFICE_ZONE,
    }
    return render(request, "site/paper_publish.html", context, status=422 if request.method == "POST" else 200)


def _publish(request: Asking, paper: Paper, form: PublishForm) -> bool:
    try:
        put_out(request.actor, paper, form.cleaned_data["languages"], form.note())
    except DomainError as error:
        form.add_error(None, error.wording)
        return False
    return True


@require_safe
def paper_preview(request: Asking, paper_id: int, language: str) -> HttpResponse:
    """Show a paper in a language as it will be published."""
    paper = _paper(request, paper_id)
    languages = languages_of(paper)
    if language not in languages:
        raise Missing("kernel.missing")
    notice = _("Preview: this is not published yet.")
    document = paper_document(paper, text_of(paper), language, Imprint(notice=notice))
    text = mark_safe(to_html(document))  # noqa: S308 - the renderer escapes every word
    context = {"paper": paper, "group": paper.group, "text": text, "language": language, "languages": languages}
    return render(request, "site/paper_preview.html", context)


@require_safe
def paper_correct(request: Asking, paper_id: int) -> HttpResponse:
    """List the paragraphs of a published paper, to correct one."""
    paper = _paper(request, paper_id)
    if not may(request.actor, "site.correct_words", paper) or paper.state != PUBLISHED:
        raise Missing("kernel.missing")
    context = {"paper": paper, "group": paper.group, "shown": draft_view(paper).shown}
    return render(request, "site/paper_correct.html", context)


def words_correct(request: Asking, paper_id: int, paragraph_id: int) -> HttpResponse:
    """Correct a paragraph of a published paper, in its languages side by side."""
    paper = _paper(request, paper_id)
    require(request.actor, "site.correct_words", paper)
    paragraph, languages = paragraph_of(paper, paragraph_id), languages_of(paper)
    back = reverse("site:paper_correct", args=[paper.pk])
    form = WordingForm(
        request.POST if request.method == "POST" else None,
        content=paragraph.content,
        languages=languages,
        open_languages=list(languages),
        initial={"seen": paragraph.version},
    )
    try:
        given = {"actor": request.actor, "paper": paper, "paragraph": paragraph}
        if request.method == "POST" and submit(form, correct_words, **given):
            return redirect(back)
    except Stale as stale:
        return two_wordings(request, stale, languages, back)
    context = {"paper": paper, "group": paper.group, "form": form, "back": back}
    return render(request, "site/words_correct.html", context, status=422 if form.errors else 200)
