"""Reports to the focal point, with the protocol of what was done."""

from collections.abc import Callable
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM
from supportroom.safety import actions
from supportroom.safety.forms import NoteForm, ReportForm
from supportroom.safety.models import Incident
from supportroom.safety.queries import focal_point, incidents_visible_to, named_to
from supportroom.safety.vocabulary import (
    CLOSED,
    INCIDENT_KINDS,
    INCIDENT_STATES,
    INCIDENT_TONES,
    REPORTED,
    STEPS,
)
from supportroom.web.editing import DONE, save

PER_PAGE = 30
ACTS: Final[dict[str, Callable[..., Incident]]] = {
    "note": actions.note_incident,
    "take": actions.take_incident,
    "close": actions.close_incident,
}


def incident_list(request: Asking) -> HttpResponse:
    """Show one's own reports; to the focal point all."""
    require(request.actor, "safety.report_incident")
    page = Paginator(incidents_visible_to(request.actor), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "kinds": INCIDENT_KINDS, "states": INCIDENT_STATES, "tones": INCIDENT_TONES}
    return render(request, "safety/incidents.html", context | {"takes_reports": focal_point() is not None})


def incident_report(request: Asking) -> HttpResponse:
    """Report something to the focal point."""
    named = focal_point()
    form = ReportForm(request.POST or None)
    status = save(request, form, actions.report_incident, actor=request.actor)
    if status == DONE:
        return redirect("safety:incident_detail", form.answer.pk)  # type: ignore[attr-defined]
    context = {"form": form, "focal_point": named_to(request.actor, named) if named else ""}
    return render(request, "safety/report.html", context, status=status)


def incident_or_missing(request: Asking, incident_id: int) -> Incident:
    """Give a report that the reader may see; Missing otherwise."""
    incident = incidents_visible_to(request.actor).filter(pk=incident_id).first()
    if incident is None:
        raise Missing("kernel.missing")
    return incident


def incident_detail(request: Asking, incident_id: int) -> HttpResponse:
    """Show a report with its protocol; its form writes a line, takes it in hand, or closes it."""
    incident = incident_or_missing(request, incident_id)
    form, verb = NoteForm(request.POST or None), request.POST.get("verb", "note")
    act = ACTS.get(verb, actions.note_incident)
    status = save(request, form, act, actor=request.actor, incident=incident)
    if status == DONE:
        return redirect("safety:incident_detail", incident_id)
    context = {
        "incident": incident,
        "form": form,
        "kind": INCIDENT_KINDS[incident.kind],
        "state": INCIDENT_STATES[incident.state],
        "tone": INCIDENT_TONES[incident.state],
        "by": name_for(incident.reported_by, TEAM),
        "steps": [
            (STEPS[each.verb], named_to(request.actor, each.by), each) for each in incident.steps.select_related("by")
        ],
        "may_take": incident.state == REPORTED and may(request.actor, "safety.take_incident", incident),
        "may_close": incident.state != CLOSED and may(request.actor, "safety.close_incident", incident),
        "may_note": incident.state != CLOSED and may(request.actor, "safety.note_incident", incident),
    }
    return render(request, "safety/incident.html", context, status=status)
