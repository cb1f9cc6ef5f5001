"""The register with its filters, for visitors and members alike."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from supportroom.answers.due import today
from supportroom.followup.finding import in_order, matching
from supportroom.followup.forms import FilterForm
from supportroom.followup.queries import choosing, page_of, rows_of
from supportroom.followup.vocabulary import FILES
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.register.vocabulary import TONES
from supportroom.web.editing import REFUSED, SHOWN


@login_not_required
@require_safe
def register(request: Asking) -> HttpResponse:
    """Show what the room asks for and where it stands, as far as the reader may see it."""
    known, day = choosing(request.actor), today()
    form = FilterForm(request.GET or None, choices=known.choices)
    filters = form.filters
    found = matching(request.actor, filters, day)
    if form.errors:  # a filter that is not understood finds nothing: less asked would be more
        found = found.none()
    page, shown = page_of(in_order(found, filters.order), request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": rows_of(request.actor, shown, day),
        "years": known.years,
        "year": filters.year,
        "query": _query(request),
        "without_year": _query(request, "year"),
        "files": FILES,
        "tones": TONES,
        "may_keep": may(request.actor, "register.read_register"),
    }
    return render(request, "followup/register.html", context, status=REFUSED if form.errors else SHOWN)


def _query(request: Asking, *without: str) -> str:
    """Give what was asked for as an address holds it, without the page and what else is named."""
    asked = request.GET.copy()
    for name in ("page", *without):
        asked.pop(name, None)
    return asked.urlencode()
