"""The page on which the team has a copy of the public site made, and takes it along."""

from datetime import date

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.outlets.actions import ask_copy
from supportroom.outlets.copies import NAME, is_wanted, last_copy, place
from supportroom.people.middleware import Asking
from supportroom.web.limits import limited

MEGABYTE = 1_000_000


def copy(request: Asking) -> HttpResponse:
    """Say what copy lies there; ask for a new one."""
    require(request.actor, "outlets.ask_copy", "site")
    if request.method == "POST":
        ask_copy(actor=request.actor)
        return redirect("outlets:copy")
    told = last_copy()
    context = {
        "told": told,
        "made_on": date.fromisoformat(told.made_on) if told else None,
        "megabytes": told.bytes / MEGABYTE if told else 0,
        "is_wanted": is_wanted(),
    }
    return render(request, "outlets/copy.html", context)


@require_safe
@limited("exports")
def copy_file(request: Asking) -> HttpResponseBase:
    """Hand out the copy; Missing while there is none."""
    require(request.actor, "outlets.ask_copy", "site")
    try:
        return FileResponse(place().open("rb"), as_attachment=True, filename=NAME, content_type="application/zip")
    except FileNotFoundError:
        raise Missing("kernel.missing") from None
