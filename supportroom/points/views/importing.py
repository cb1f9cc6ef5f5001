"""Points brought in from a file: read, looked through by a person, then kept. The preview's form carries everything."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.points import actions
from supportroom.points.forms import FileForm
from supportroom.points.importing import Line, lines_from, lines_of, rows_of, with_problems
from supportroom.points.queries import session_visible_to
from supportroom.points.sample import SAMPLES
from supportroom.points.vocabulary import IMPORT_PROBLEMS
from supportroom.reading.limits import MOST_BYTES
from supportroom.reading.reader import read_outline
from supportroom.reading.vocabulary import note_text
from supportroom.room.queries import languages_spoken
from supportroom.rounds.models import Session
from supportroom.rounds.queries import pillars_of
from supportroom.web.posting import attempt


def point_import(request: Asking, session_id: int) -> HttpResponse:
    """Ask for a file, show what was understood of it, or keep what a person made of that."""
    session = session_visible_to(request.actor, session_id)
    require(request.actor, "points.import_points", session)
    if request.method != "POST":
        return _ask(request, session, FileForm(languages=languages_spoken()))
    if "lines" in request.POST:
        return _keep(request, session)
    form = FileForm(request.POST, request.FILES, languages=languages_spoken())
    if _is_too_large(request, form):
        form.add_error("file", DomainError("reading.too_large", limit=MOST_BYTES // 1024**2).wording)
    if not form.is_valid():
        return _ask(request, session, form)
    given = form.cleaned_data
    try:
        outline = read_outline(given["name"], given["content"])
    except DomainError as error:
        form.add_error("file", error.wording)
        return _ask(request, session, form)
    notes = [note_text(note) for note in outline.notes]
    return _preview(request, session, lines_of(outline), given["language"], notes=notes)


def _is_too_large(request: Asking, form: FileForm) -> bool:
    """Tell whether a file was left out because of its size: nothing arrives then, but the form is long."""
    sent = request.META.get("CONTENT_LENGTH") or "0"
    return "file" not in request.FILES and int(sent) > MOST_BYTES and not form.data.get("pasted")


def _ask(request: Asking, session: Session, form: FileForm) -> HttpResponse:
    context = {"session": session, "form": form, "samples": list(SAMPLES)}
    return render(request, "points/import.html", context, status=422 if form.errors else 200)


def _preview(
    request: Asking, session: Session, lines: Sequence[Line], language: str, *,
    notes: Sequence[str] = (), errors: Sequence[str] = (),
) -> HttpResponse:  # fmt: skip
    names = [pillar.name.said_in(language).text for pillar in pillars_of(session.round)]
    found = [line.pillar for line in lines if line.pillar]
    context: dict[str, Any] = {
        "session": session,
        "lines": lines,
        "problems": IMPORT_PROBLEMS,
        "language": language,
        "language_name": languages_spoken().get(language, language),
        "pillars": list(dict.fromkeys([*names, *found])),
        "notes": notes,
        "errors": errors,
        "kept": sum(line.is_kept for line in lines),
    }
    return render(request, "points/preview.html", context, status=422 if errors else 200)


def _keep(request: Asking, session: Session) -> HttpResponse:
    """Bring in what is kept, if nothing is wrong with any of it."""
    lines = with_problems(lines_from(request.POST))
    language = request.POST.get("language", "")
    errors = [str(IMPORT_PROBLEMS["all"])] if any(line.problem for line in lines) else []
    if not errors:
        rows = rows_of(lines, language)
        errors = attempt(actions.import_points, actor=request.actor, session=session, rows=rows)
    if errors:
        return _preview(request, session, lines, language, errors=errors)
    return redirect("points:board", session.pk)


def import_sample(request: Asking, kind: str) -> HttpResponse:
    """Give a sample of a file that is read without corrections."""
    content, content_type = SAMPLES[kind]()
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="points-sample.{kind}"'
    return answer
