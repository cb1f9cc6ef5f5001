"""One source's page, as it is shown first and after a refusal with its reasons and what was typed."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from supportroom.files.vocabulary import removed_words
from supportroom.kernel.permissions import may
from supportroom.library.citing import reference_of
from supportroom.library.forms import FileForm, NoteForm
from supportroom.library.identifiers import day_in_words
from supportroom.library.models import Source
from supportroom.library.names import full_name
from supportroom.library.queries import notes_on, same_in_library
from supportroom.library.script import is_arabic
from supportroom.library.vocabulary import FIELD_NAMES, LANGUAGE_NAMES
from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND

_SHOWN = ("container", "volume", "issue", "pages", "publisher", "place", "number")


def show_source(
    request: Asking, source: Source, *, forms: dict[str, Any] | None = None, errors: list[str] | None = None
) -> HttpResponse:
    """Answer with a source's page; after a refusal with status 422."""
    can = _allowed(request, source)
    notes = list(notes_on(source)) if can["read_notes"] else []
    usual = {"note": NoteForm(prefix="note"), "file": FileForm()}
    context = {
        "group": source.group,
        "source": source,
        "can": can,
        "me": request.actor.person_id,
        "facts": _facts(source),
        "numbers": _numbers(source),
        "with_page": f"[@{source.key}، ص 12]" if is_arabic(source.key) else f"[@{source.key}, p. 12]",
        "reference": reference_of(source, request.LANGUAGE_CODE),
        "notes": [(note, name_for(note.written_by, SAME_ROUND)) for note in notes],
        "same": list(same_in_library(source.group, doi=source.doi, isbn=source.isbn, but=source.pk)),
        "removed": removed_words(source.file.removed) if source.file else [],
        "errors": errors or [],
        "forms": usual | (forms or {}),
    }
    return render(request, "library/detail.html", context, status=422 if forms or errors else 200)


def _allowed(request: Asking, source: Source) -> dict[str, bool]:
    writes = may(request.actor, "library.amend_source", source)
    return {
        "read_notes": may(request.actor, "library.read_notes", source.group),
        "note": writes and not source.removed,
        "amend": writes and not source.removed,
        "restore": writes and source.removed,
        "attach": writes and not source.removed and source.file is None,
    }


def _facts(source: Source) -> list[tuple[Any, str]]:
    """Give what is known of a source, label and value, without what is not said."""
    found = [
        (FIELD_NAMES["authors"], " · ".join(map(full_name, source.authors))),
        (FIELD_NAMES["editors"], " · ".join(map(full_name, source.editors))),
        (FIELD_NAMES["issued"], day_in_words(source.issued)),
        (FIELD_NAMES["language"], str(LANGUAGE_NAMES.get(source.language, ""))),
        *((FIELD_NAMES[name], getattr(source, name)) for name in _SHOWN),
    ]
    return [(label, value) for label, value in found if value]


def _numbers(source: Source) -> list[tuple[Any, str, str]]:
    """Give what a source is found by: label, value, and the address that it leads to."""
    found = [
        (FIELD_NAMES["doi"], source.doi, f"https://doi.org/{source.doi}"),
        (FIELD_NAMES["isbn"], source.isbn, ""),
        (FIELD_NAMES["address"], source.address, source.address),
    ]
    return [each for each in found if each[1]]
