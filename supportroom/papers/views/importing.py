"""A text brought in from a file: read, looked through by a person, then kept. The preview's form carries everything."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import may, require
from supportroom.library.queries import sources_of
from supportroom.papers import actions
from supportroom.papers.footnotes import written_by_words
from supportroom.papers.forms import SHAPES, FileForm
from supportroom.papers.importing import (
    ALIGN,
    MOST,
    Line,
    aligned,
    lines_from,
    lines_of,
    packed,
    rows_of,
    unpacked,
    with_citations,
)
from supportroom.papers.models import Paper
from supportroom.papers.queries import languages_of, paper_visible_to
from supportroom.papers.versions import VersionView, draft_view
from supportroom.papers.views.answering import back_to, framed, place_of
from supportroom.people.middleware import Asking
from supportroom.reading.document import as_note
from supportroom.reading.hygiene import clean
from supportroom.reading.limits import MOST_BYTES
from supportroom.reading.prose import read_prose
from supportroom.reading.vocabulary import note_text
from supportroom.texts.models import Paragraph
from supportroom.web.posting import attempt

TAKEN, REFUSED = "taken", "refused"


@dataclass(frozen=True)
class Asked:
    """How a text is brought in, and what its preview says besides: the file's title, notes on the reading, errors.

    `other` are the pieces of the other reading of tracked changes; `changes` says how these ones were read.
    """

    language: str
    way: str
    title: str = ""
    notes: Sequence[str] = ()
    errors: Sequence[str] = ()
    other: Sequence[Line] = ()
    changes: str = TAKEN


def text_import(request: Asking, paper_id: int) -> HttpResponse:
    """Ask for a file, show what was understood of it, or bring in what a person made of that."""
    paper = paper_visible_to(request.actor, paper_id)
    require(request.actor, "papers.import_text", paper)
    offered: dict[str, Any] = {
        "languages": languages_of(paper),
        "writes": may(request.actor, "papers.write_paper", paper),
    }
    if request.method != "POST":
        return _ask(request, paper, FileForm(**offered))
    if "lines" in request.POST:
        return _go_on(request, paper)
    form = FileForm(request.POST, request.FILES, **offered)
    if _is_too_large(request, form):
        form.add_error("file", DomainError("reading.too_large", limit=MOST_BYTES // 1024**2).wording)
    return _read(request, paper, form) if form.is_valid() else _ask(request, paper, form)


def _is_too_large(request: Asking, form: FileForm) -> bool:
    """Tell whether a file was left out because of its size: nothing arrives then, but the form is long."""
    sent = request.META.get("CONTENT_LENGTH") or "0"
    return "file" not in request.FILES and int(sent) > MOST_BYTES and not form.data.get("pasted")


def _ask(request: Asking, paper: Paper, form: FileForm) -> HttpResponse:
    context = {**framed(request, paper), "form": form, "back": place_of(paper)}
    return render(request, "papers/import.html", context, status=422 if form.errors else 200)


def _read(request: Asking, paper: Paper, form: FileForm) -> HttpResponse:
    given = form.cleaned_data
    language, view = given["language"], draft_view(paper)
    try:
        prose = read_prose(given["name"], given["content"])
        lines = _understood(lines_of(prose), view, language)
        other: list[Line] = []
        if prose.is_tracked:
            refused = read_prose(given["name"], given["content"], takes_changes=False)
            other = _understood(lines_of(refused), view, language)
    except DomainError as error:
        form.add_error("file", error.wording)
        return _ask(request, paper, form)
    if len(lines) > MOST:
        form.add_error("file", DomainError("papers.too_many", most=MOST).wording)
        return _ask(request, paper, form)
    notes = [note_text(note) for note in prose.notes]
    asked = Asked(language, given["way"], title=prose.title, notes=notes, other=other)
    return _preview(request, paper, lines, asked)


def _understood(lines: Sequence[Line], view: VersionView, language: str) -> list[Line]:
    """Put citations back in place of the footnotes that this paper's own files make out of them."""
    texts = [each.content.texts.get(language, "") for each in view.shown]
    written = written_by_words(texts, sources_of(view.paper.group), "", language)
    return with_citations(lines, {as_note(clean(words)): cluster for words, cluster in written.items()})


def _go_on(request: Asking, paper: Paper) -> HttpResponse:
    """Bring in what is kept; or show the preview again, with the other reading of tracked changes."""
    typed = request.POST
    lines, other = lines_from(typed), unpacked(typed.get("other", ""))
    changes = REFUSED if typed.get("changes") == REFUSED else TAKEN
    asked = Asked(typed.get("language", ""), typed.get("way", ""), changes=changes)
    if "swap" in typed:
        turned = REFUSED if changes == TAKEN else TAKEN
        return _preview(request, paper, other, replace(asked, other=lines, changes=turned))
    given = {"paper": paper, "language": asked.language, "rows": rows_of(lines)}
    errors = attempt(actions.import_text, actor=request.actor, **given)
    if errors:
        return _preview(request, paper, lines, replace(asked, other=other, errors=errors))
    return back_to(paper)


def _preview(request: Asking, paper: Paper, lines: Sequence[Line], asked: Asked) -> HttpResponse:
    left = 0
    if asked.way == ALIGN:
        shown = draft_view(paper).shown
        versions = dict(Paragraph.objects.filter(text=paper.text_id).values_list("pk", "version"))
        lines = aligned(lines, shown, versions, asked.language)
        left = len(shown) - sum(line.target is not None for line in lines)
    context: dict[str, Any] = {
        **framed(request, paper),
        "asked": asked,
        "lines": lines,
        "shapes": SHAPES,
        "language": asked.language,
        "language_name": languages_of(paper).get(asked.language, asked.language),
        "is_aligned": asked.way == ALIGN,
        "left": left,
        "other": packed(asked.other) if asked.other else "",
    }
    return render(request, "papers/preview.html", context, status=422 if asked.errors else 200)
