"""Documents brought in, and given up."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from supportroom.files.uploads import takes_files
from supportroom.intake import actions
from supportroom.intake.forms import BringForm
from supportroom.intake.models import Intake
from supportroom.intake.queries import intake_visible_to, known_as, waiting_intakes
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.register.showing import team_tabs
from supportroom.web.posting import attempt, submit


@takes_files
def intake_list(request: Asking) -> HttpResponse:
    """Bring a document in; show those that wait to be looked through."""
    require(request.actor, "intake.read_intakes")
    is_sent = request.method == "POST"
    form = BringForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    if is_sent and submit(form, actions.bring_document, actor=request.actor):
        return redirect("intake:intake_detail", form.answer.pk)  # type: ignore[attr-defined]
    context: dict[str, Any] = {
        "tabs": team_tabs("earlier"),
        "form": form,
        "waiting": waiting_intakes(request.actor),
        "known": _known(form) if is_sent else None,
    }
    return render(request, "intake/list.html", context, status=422 if is_sent else 200)


def _known(form: BringForm) -> tuple[str, str] | None:
    """Give words and address of what the same file became before."""
    file = getattr(form, "cleaned_data", {}).get("file")
    found = known_as(file.digest) if file else None
    if isinstance(found, Intake):
        return gettext("Look it through"), reverse("intake:intake_detail", args=[found.pk])
    if found is not None:
        return gettext("Open the document"), reverse("register:document_detail", args=[found.pk])
    return None


@require_POST
def intake_cancel(request: Asking, intake_id: int) -> HttpResponse:
    """Give a document up: nothing of it stays."""
    intake = intake_visible_to(request.actor, intake_id)
    if errors := attempt(actions.cancel_intake, actor=request.actor, intake=intake):
        messages.error(request, errors[0])
        return redirect("intake:intake_detail", intake.pk)
    messages.success(request, gettext("Given up. Nothing of the document was kept."))
    return redirect("intake:intake_list")
