"""The library taken along: as references for other programs, as a sheet, as a bibliography in a style."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from supportroom.library.citing import bibliography
from supportroom.library.exporting import as_bibtex, as_csl_json, as_ris, rows_of
from supportroom.library.forms import StyleForm
from supportroom.library.queries import sources_of
from supportroom.library.views.sources import library_of
from supportroom.library.vocabulary import NOTES
from supportroom.people.middleware import Asking
from supportroom.web.limits import limited
from supportroom.web.sheets import KINDS, sheet_of

WRITERS: dict[str, tuple[Callable[..., str], str]] = {
    "ris": (as_ris, "application/x-research-info-systems; charset=utf-8"),
    "bib": (as_bibtex, "application/x-bibtex; charset=utf-8"),
    "json": (as_csl_json, "application/vnd.citationstyles.csl+json; charset=utf-8"),
}


@require_GET
@limited("exports")
def source_export(request: Asking, working_group_id: int, kind: str) -> HttpResponse:
    """Hand out all sources in one of the forms."""
    sources = sources_of(library_of(request, working_group_id))
    if kind in KINDS:
        return sheet_of(rows_of(sources), kind, "library", _("Library"))
    if kind not in WRITERS:
        raise Http404
    write, content_type = WRITERS[kind]
    answer = HttpResponse(write(sources), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="library.{kind}"'
    return answer


@require_GET
def bibliography_show(request: Asking, working_group_id: int) -> HttpResponse:
    """Show all sources as a bibliography in the style that was chosen, on the page or as a plain text."""
    group = library_of(request, working_group_id)
    form = StyleForm(request.GET or None, initial={"style": NOTES})
    style = form.cleaned_data["style"] if form.is_valid() else NOTES
    entries = bibliography(sources_of(group), style or NOTES, request.LANGUAGE_CODE)
    if request.GET.get("as") == "text":
        answer = HttpResponse("\n".join(entries) + "\n", content_type="text/plain; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="bibliography.txt"'
        return answer
    context = {"group": group, "form": form, "style": style or NOTES, "entries": entries}
    return render(request, "library/bibliography.html", context)
