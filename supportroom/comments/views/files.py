"""Comments out of a Word file: read, looked through by their writer, kept. The preview's form carries everything."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.comments import actions
from supportroom.comments.allowed import LATE, stage_of
from supportroom.comments.bringing import Draft, drafts_from, drafts_of, lines_of
from supportroom.comments.docx_comments import comments_in
from supportroom.comments.forms import HIDDEN, NAMED, FileForm, NamingForm, place_name
from supportroom.comments.models import CommentWindow
from supportroom.comments.queries import paper_commented
from supportroom.comments.views.reading import chosen_window, frame_of
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.kernel.permissions import require
from supportroom.papers.models import Paper
from supportroom.papers.versions import view_of
from supportroom.people.middleware import Asking
from supportroom.room.queries import charter, languages_spoken
from supportroom.web.posting import attempt


def file_import(request: Asking, paper_id: int) -> HttpResponse:
    """Ask for the file, show what was understood of it, or keep what its writer made of that."""
    paper = paper_commented(request.actor, paper_id)
    window = chosen_window(request, paper)
    require(request.actor, "comments.read_in_comments", window)
    if request.method != "POST":
        return _ask(request, paper, window, FileForm(languages=languages_spoken()))
    if "drafts" in request.POST:
        return _keep(request, paper, window)
    form = FileForm(request.POST, request.FILES, languages=languages_spoken())
    if not form.is_valid():
        return _ask(request, paper, window, form)
    try:
        found = comments_in(*form.cleaned_data["file"])
    except DomainError as error:
        form.add_error("file", error.wording)
        return _ask(request, paper, window, form)
    drafts = drafts_of(found, list(view_of(window.shown).shown))
    naming = HIDDEN if charter().comments_may_be_hidden else NAMED
    return _preview(request, window, drafts, (form.cleaned_data["language"], naming))


def _ask(request: Asking, paper: Paper, window: CommentWindow, form: FileForm) -> HttpResponse:
    context = {**frame_of(request, paper, window), "form": form}
    return render(request, "comments/file.html", context, status=422 if form.errors else 200)


def _preview(
    request: Asking, window: CommentWindow, drafts: Sequence[Draft], said: tuple[str, str], errors: Sequence[str] = ()
) -> HttpResponse:
    """Show what was understood; `said`: in which language the comments are, and how they go."""
    (language, naming), paper = said, window.paper
    shown = view_of(window.shown).shown
    context: dict[str, Any] = {
        **frame_of(request, paper, window),
        "drafts": drafts,
        "language": language,
        "language_name": languages_spoken().get(language, language),
        "naming": NamingForm(initial={"naming": naming}, may_hide=charter().comments_may_be_hidden),
        "places": [(spell(each.paragraph_id), place_name(each, request.LANGUAGE_CODE)) for each in shown],
        "unmatched": sum(1 for draft in drafts if not draft.place),
        "is_late": stage_of(paper, window) == LATE,
        "errors": errors,
    }
    return render(request, "comments/file_preview.html", context, status=422 if errors else 200)


def _keep(request: Asking, paper: Paper, window: CommentWindow) -> HttpResponse:
    """Keep what is ticked: all of it, or nothing."""
    drafts = drafts_from(request.POST)
    language, naming = request.POST.get("language", ""), request.POST.get("naming", HIDDEN)
    errors = attempt(
        actions.read_in_comments,
        actor=request.actor,
        comment_window=window,
        lines=lines_of(drafts, language if language in languages_spoken() else request.LANGUAGE_CODE),
        is_named=naming == NAMED,
        as_late="as_late" in request.POST,
    )
    if errors:
        paper.refresh_from_db(fields=["state"])
        return _preview(request, window, drafts, (language, naming), errors)
    return redirect("comments:comment_list", paper.pk)
