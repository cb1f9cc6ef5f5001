"""A document beside what was understood of it."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.intake.models import Intake
from supportroom.intake.queries import groups_of, intake_visible_to
from supportroom.intake.showing import asked_first, blocks_of, notes_of, stretches_of, tally_of
from supportroom.intake.vocabulary import READ
from supportroom.kernel.ids import spell
from supportroom.people.middleware import Asking
from supportroom.register.queries import addressees
from supportroom.register.showing import team_tabs

PAGE = 120  # stretches


def intake_detail(request: Asking, intake_id: int) -> HttpResponse:
    """Show the source beside what was understood, to be corrected; a recorded one is the register's."""
    intake = intake_visible_to(request.actor, intake_id)
    if intake.state != READ:
        return redirect("register:document_detail", intake.document_id or 0)
    return show(request, intake)


def show(request: Asking, intake: Intake, errors: Sequence[str] = ()) -> HttpResponse:
    """Write the page of a document that is looked through."""
    groups = groups_of(intake)
    bodies = {body.pk: body for body in addressees()}
    page = Paginator(stretches_of(intake, groups, bodies), PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": team_tabs("earlier"),
        "intake": intake,
        "page": page,
        "blocks": blocks_of(page),
        "lists": asked_first(groups),
        "tally": tally_of(groups),
        "notes": notes_of(intake),
        "errors": errors,
        "spell": spell,
    }
    return render(request, "intake/detail.html", context, status=422 if errors else 200)
