"""A round's report: put together, written, previewed, read back, adopted."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.points.actions import open_check
from supportroom.rendering.html import to_html
from supportroom.statements import actions
from supportroom.statements.asking import subject_of
from supportroom.statements.composing import report_document
from supportroom.statements.forms import ParagraphForm
from supportroom.statements.models import Report
from supportroom.statements.queries import (
    asked_in,
    languages_of,
    open_sessions_for,
    report_gaps,
    report_of,
    report_paragraphs,
    reports_visible_to,
)
from supportroom.statements.record import record_of
from supportroom.statements.views.answering import attempt, edit_wording, framed, paragraph_of, posted, round_or_missing
from supportroom.statements.vocabulary import (
    ADOPTED,
    DRAFTING,
    PUBLISHED,
    READ_BACK,
    REPORT_NEXT,
    REPORT_STATES,
    TONES,
    WRITTEN_SECTIONS,
)
from supportroom.texts.queries import removed_from, sides_of, steps_of
from supportroom.texts.writing import DOWN, UP
from supportroom.web.editing import DONE, save

STEPS = {
    "read-back": actions.read_back_report,
    "take-back": actions.take_back_report,
    "adopt": actions.adopt_report,
}


def report_detail(request: Asking, round_id: int) -> HttpResponse:
    """Show the report of a round as it is written, beside what the record says; or how it comes to be."""
    report = reports_visible_to(request.actor).filter(round_id=round_id).first()
    if report is None:
        return _no_report(request, round_id)
    languages = languages_of(report.round)
    can = _can(request, report)
    context = {
        **framed(request, report),
        "report": report,
        "sections": _sections(report, languages, can),
        "removed": removed_from(report.text) if can["write"] else [],
        "record": record_of(report.round),
        "languages": languages,
        "gaps": {code: report_gaps(report, code) for code in languages} if can["reword"] else {},
        "state": REPORT_STATES[report.state],
        "tone": TONES[report.state],
        "next": REPORT_NEXT[report.state],
        "can": can,
        "sessions": [s for s in can["asking"] if may(request.actor, "points.open_check", s)],
        "asked": asked_in(report) if report.state == READ_BACK else [],
    }
    return render(request, "statements/report.html", context)


def _no_report(request: Asking, round_id: int) -> HttpResponse:
    round_ = round_or_missing(request, round_id)
    exists = Report.objects.filter(round=round_).exists()
    may_draft = not exists and round_.can_meet and may(request.actor, "statements.draft_report", round_)
    context = {"round": round_, "may_draft": may_draft, "exists": exists}
    return render(request, "statements/report_none.html", context)


def _sections(report: Report, languages: dict[str, str], can: dict[str, Any]) -> list[dict[str, Any]]:
    rows: dict[str, list[dict[str, Any]]] = {section: [] for section in WRITTEN_SECTIONS}
    for paragraph in report_paragraphs(report):
        edit = reverse("statements:paragraph_edit", args=[report.round_id, paragraph.pk]) if can["reword"] else ""
        row = {"paragraph": paragraph, "sides": sides_of(paragraph.content, languages), "edit": edit}
        rows.setdefault(paragraph.section, []).append(row)
    return [{"key": key, "name": WRITTEN_SECTIONS.get(key, key), "rows": found} for key, found in rows.items()]


def _can(request: Asking, report: Report) -> dict[str, Any]:
    """Tell what the reader may do with the report now."""
    actor = request.actor
    writes = may(actor, "statements.add_paragraph", report)
    is_frozen = report.state == READ_BACK
    return {
        "write": writes and report.state == DRAFTING,
        "reword": may(actor, "statements.reword_paragraph", report),
        "take_back": writes and is_frozen,
        "adopt": is_frozen and may(actor, "statements.adopt_report", report),
        "publish": report.state == ADOPTED and may(actor, "statements.correct_words", report),
        "correct": report.state == PUBLISHED and may(actor, "statements.correct_words", report),
        "asking": open_sessions_for(report) if is_frozen else [],
    }


@require_POST
def report_draft(request: Asking, round_id: int) -> HttpResponse:
    """Put the report together from the record."""
    attempt(request, actions.draft_report, round=round_or_missing(request, round_id))
    return redirect("statements:report_detail", round_id)


@require_POST
def report_step(request: Asking, round_id: int, verb: str) -> HttpResponse:
    """Read back, take back, adopt."""
    report = report_of(request.actor, round_id)
    if verb not in STEPS:
        raise Missing("kernel.missing")
    attempt(request, STEPS[verb], report=report)
    return redirect("statements:report_detail", round_id)


@require_POST
def report_ask(request: Asking, round_id: int, session_id: int) -> HttpResponse:
    """Ask the participants, in an open session, whether they adopt the report as it was read back."""
    report = report_of(request.actor, round_id)
    session = next((found for found in open_sessions_for(report) if found.pk == session_id), None)
    if session is None or report.state != READ_BACK:
        raise Missing("kernel.missing")
    attempt(request, open_check, session=session, subjects=[subject_of(report)])
    return redirect("points:board", session_id)


def report_preview(request: Asking, round_id: int, language: str) -> HttpResponse:
    """Show the report in a language as it will be published."""
    report = report_of(request.actor, round_id)
    languages = languages_of(report.round)
    if language not in languages:
        raise Missing("kernel.missing")
    context = {
        **framed(request, report),
        "text": mark_safe(to_html(report_document(report, language))),  # noqa: S308 - rendering escapes every text
        "language": language,
        "languages": languages,
    }
    return render(request, "statements/preview.html", context)


def paragraph_add(request: Asking, round_id: int, section: str) -> HttpResponse:
    """Add a paragraph to a part that people write."""
    report = report_of(request.actor, round_id)
    require(request.actor, "statements.add_paragraph", report)
    if section not in WRITTEN_SECTIONS:
        raise Missing("kernel.missing")
    form = ParagraphForm(posted(request), languages=languages_of(report.round))
    status = save(request, form, actions.add_paragraph, actor=request.actor, report=report, section=section)
    if status == DONE:
        return redirect("statements:report_detail", round_id)
    context = {**framed(request, report), "form": form, "section": WRITTEN_SECTIONS[section]}
    return render(request, "statements/paragraph.html", context, status=status)


@require_POST
def section_anew(request: Asking, round_id: int, section: str) -> HttpResponse:
    """Put a part's opening words in anew from the record."""
    report = report_of(request.actor, round_id)
    attempt(request, actions.write_section_anew, report=report, section=section)
    return redirect("statements:report_detail", round_id)


def paragraph_edit(request: Asking, round_id: int, paragraph_id: int) -> HttpResponse:
    """Word a paragraph in its languages, side by side; of adopted words only the translations."""
    report = report_of(request.actor, round_id)
    require(request.actor, "statements.reword_paragraph", report)
    paragraph = paragraph_of(report, paragraph_id)
    writes = report.state == DRAFTING and may(request.actor, "statements.add_paragraph", report)
    corrects = report.state == PUBLISHED and may(request.actor, "statements.correct_words", report)
    original = paragraph.content.original
    codes = [code for code in languages_of(report.round) if writes or corrects or code != original]
    back = reverse("statements:report_detail", args=[round_id])
    return edit_wording(request, report, paragraph, act=actions.reword_paragraph, open_languages=codes, back=back)


@require_POST
def paragraph_move(request: Asking, round_id: int, paragraph_id: int, way: str) -> HttpResponse:
    """Move a paragraph up or down in its part."""
    report = report_of(request.actor, round_id)
    if way not in (UP, DOWN):
        raise Missing("kernel.missing")
    attempt(request, actions.move_paragraph, report=report, paragraph=paragraph_of(report, paragraph_id), way=way)
    return redirect("statements:report_detail", round_id)


@require_POST
def paragraph_remove(request: Asking, round_id: int, paragraph_id: int) -> HttpResponse:
    """Take a paragraph out."""
    report = report_of(request.actor, round_id)
    attempt(request, actions.remove_paragraph, report=report, paragraph=paragraph_of(report, paragraph_id))
    return redirect("statements:report_detail", round_id)


@require_POST
def paragraph_restore(request: Asking, round_id: int, paragraph_id: int) -> HttpResponse:
    """Bring a removed paragraph back."""
    report = report_of(request.actor, round_id)
    attempt(request, actions.restore_paragraph, report=report, paragraph=paragraph_of(report, paragraph_id))
    return redirect("statements:report_detail", round_id)


def paragraph_history(request: Asking, round_id: int, paragraph_id: int) -> HttpResponse:
    """Show every wording of a paragraph and what changed from one to the next."""
    report = report_of(request.actor, round_id)
    require(request.actor, "statements.reword_paragraph", report)
    languages = languages_of(report.round)
    steps = steps_of(paragraph_of(report, paragraph_id), list(languages))
    context = {**framed(request, report), "languages": languages, "steps": steps}
    context["back"] = reverse("statements:report_detail", args=[round_id])
    return render(request, "statements/history.html", context)
