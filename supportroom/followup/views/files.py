"""The register to take along: what the reader may see and asks for, with HXL tags, in all languages."""

from collections.abc import Iterator

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from supportroom.answers.due import today
from supportroom.followup.columns import rows_of, steps_of
from supportroom.followup.filters import refuse_unknown
from supportroom.followup.finding import in_order, matching
from supportroom.followup.forms import FilterForm
from supportroom.followup.queries import choosing
from supportroom.followup.taken import Taken, taken
from supportroom.followup.vocabulary import CSV, FILES, STEPS, XLSX
from supportroom.followup.written import as_json
from supportroom.kernel.errors import DomainError
from supportroom.people.middleware import Asking
from supportroom.web.limits import limited
from supportroom.web.streams import csv_streamed, json_streamed, xlsx_from_disk


@login_not_required
@require_safe
@limited("exports")
def register_file(request: Asking, kind: str) -> HttpResponseBase:
    """Hand out what the page shows for the same filters, each recommendation by itself where several ask the same."""
    if kind not in FILES:
        raise Http404
    name = f"register-{today():%Y-%m-%d}"
    if kind == CSV:
        return csv_streamed(rows_of(_taken(request)), name)
    if kind == STEPS:
        return csv_streamed(steps_of(_taken(request, with_steps=True)), f"{name}-steps")
    if kind == XLSX:
        sheets = (
            (_("Recommendations"), rows_of(_taken(request))),
            (_("What happened"), steps_of(_taken(request, with_steps=True))),
        )
        return xlsx_from_disk(sheets, name)
    return json_streamed(as_json(_taken(request, with_steps=True), {"as_of": f"{today():%Y-%m-%d}"}), name)


def _taken(request: Asking, *, with_steps: bool = False) -> Iterator[Taken]:
    """Give what is asked for; DomainError for a filter that is not understood: less asked would be more."""
    refuse_unknown(request.GET)
    form = FilterForm(request.GET, choices=choosing(request.actor).choices)
    if not form.is_valid():
        raise DomainError("followup.unknown_filter", name=next(iter(form.errors)))
    found = in_order(matching(request.actor, form.filters, today()), form.filters.order)
    root = request.build_absolute_uri(reverse("followup:register"))
    return taken(found, root, today(), with_steps=with_steps)
