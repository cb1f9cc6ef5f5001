"""The front page, an edition, and publishing."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from supportroom.kernel.errors import DomainError, Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import charter
from supportroom.site.actions import correct_report, publish_report
from supportroom.site.forms import PublishForm
from supportroom.site.preparing import PAGE, discard, edition_path, prepare_edition, settle
from supportroom.site.queries import edition_at, next_number, published_reports
from supportroom.statements.models import Report
from supportroom.statements.queries import report_gaps, report_of
from supportroom.statements.vocabulary import PUBLISHED
from supportroom.web.page_style import policy_for


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """Show what the room is and what it has published."""
    language = get_language() or "en"
    try:
        room = charter()
    except Missing:
        return render(request, "site/unfounded.html")
    context = {"room": room, "reports": published_reports(language), "languages": dict(settings.LANGUAGES)}
    return render(request, "site/home.html", context)


@login_not_required
def edition(request: HttpRequest, slug: str, number: int | None = None, file: str = PAGE) -> HttpResponseBase:
    """Lead to the newest edition, or hand out the files of one that have just been published."""
    found = edition_at(slug, number)
    language = get_language() or "en"
    if language not in found.files["digests"]:
        language = next(iter(found.files["digests"]))
    if number is None or language != get_language():
        return HttpResponseRedirect(edition_path(language, slug, found.number))
    settle(found)
    path = Path(settings.PUBLISHED_DIR) / slug / str(number) / language / file
    if file == PAGE:
        page = path.read_text("utf-8")
        return HttpResponse(page, headers={"Content-Security-Policy": policy_for(page)})
    return FileResponse(path.open("rb"), as_attachment=True, filename=file)


def report_publish(request: Asking, round_id: int) -> HttpResponse:
    """Publish an adopted report, or a correction of a published one, in the languages in which nothing is missing."""
    report = report_of(request.actor, round_id)
    is_correction = report.state == PUBLISHED
    require(request.actor, "site.correct_report" if is_correction else "site.publish_report", report)
    gaps = {code: report_gaps(report, code) for code, _name in settings.LANGUAGES if code in report.round.languages}
    choices = [(code, name) for code, name in settings.LANGUAGES if code in gaps and not gaps[code]]
    form = PublishForm(request.POST or None, choices=choices, is_correction=is_correction)
    if request.method == "POST" and form.is_valid() and _publish(request, report, form):
        return redirect("statements:report_detail", round_id)
    context = {"form": form, "report": report, "round": report.round, "gaps": gaps, "is_correction": is_correction}
    context["language_names"] = dict(settings.LANGUAGES)
    return render(request, "site/publish.html", context, status=422 if request.method == "POST" else 200)


def _publish(request: Asking, report: Report, form: PublishForm) -> bool:
    """Make the files, then publish them; what was made and not published is removed."""
    note = form.note()
    prepared = prepare_edition(report, next_number(report), form.cleaned_data["languages"], note)
    try:
        if report.state == PUBLISHED:
            correct_report(actor=request.actor, report=report, prepared=prepared, note=note)
        else:
            publish_report(actor=request.actor, report=report, prepared=prepared)
    except DomainError as error:
        discard(prepared)
        form.add_error(None, error.wording)
        return False
    return True
