"""A document that was looked through goes into the register."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from supportroom.intake import actions
from supportroom.intake.dating import particulars_of
from supportroom.intake.forms import RecordForm, seems
from supportroom.intake.models import Intake
from supportroom.intake.queries import groups_of, intake_visible_to
from supportroom.intake.showing import asked_first, tally_of
from supportroom.intake.vocabulary import READ
from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import multilingual
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.register.forms.placing import Lists
from supportroom.register.showing import team_tabs
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, save


def intake_record(request: Asking, intake_id: int) -> HttpResponse:
    """Say what the document is and record what was taken in of it."""
    intake = intake_visible_to(request.actor, intake_id)
    require(request.actor, "intake.record_intake", intake)
    if intake.state != READ:
        raise DomainError("intake.not_open")
    sent = request.POST if request.method == "POST" else None
    form = RecordForm(sent, lists=Lists.read(), languages=languages_spoken(), initial=_first_values(intake))
    status = save(request, form, actions.record_intake, actor=request.actor, intake=intake)
    if status == DONE:
        recorded: Intake = form.answer  # type: ignore[attr-defined]
        number = recorded.document.recommendations.count() if recorded.document else 0
        words = ngettext("%(num)s recommendation is recorded.", "%(num)s recommendations are recorded.", number)
        messages.success(request, words % {"num": number})
        return redirect("register:document_detail", recorded.document_id)
    groups = groups_of(intake)
    context: dict[str, Any] = {"tabs": team_tabs("earlier"), "intake": intake, "form": form, "tally": tally_of(groups)}
    context["lists"] = [head for head in asked_first(groups) if head.taken]
    return render(request, "intake/record.html", context, status=status)


def _first_values(intake: Intake) -> dict[str, Any]:
    """Give what the document says of itself at its head."""
    language = seems(intake)
    found = particulars_of(intake.name, [line["text"] for line in intake.lines])
    return {
        "title": multilingual(language, **{language: found.title}),
        "kind": found.kind,
        "dated_on": found.dated_on,
        "precision": found.precision,
        "language": language,
    }
