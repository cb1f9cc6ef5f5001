"""The page on which the team publishes a report."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.site.actions import correct_report, publish_report
from supportroom.site.forms import PublishForm
from supportroom.site.preparing import discard, prepare_edition
from supportroom.site.queries import next_number
from supportroom.statements.models import Report
from supportroom.statements.queries import report_gaps, report_of
from supportroom.statements.vocabulary import PUBLISHED


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
    except Exception:
        discard(prepared)
        raise
    return True
