"""The version in comment, paragraph by paragraph, and one comment with its answer."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from supportroom.comments.allowed import on_paper, stage_of, with_comment
from supportroom.comments.forms import InsistForm
from supportroom.comments.layout import footnotes_of, laid_out
from supportroom.comments.mail_addresses import address_for
from supportroom.comments.models import Comment, CommentWindow
from supportroom.comments.queries import (
    comment_visible_to,
    counts_by_paragraph,
    counts_of,
    mailed_of,
    own_comments,
    paper_commented,
    supported_by,
    windows_of,
)
from supportroom.comments.showing import Shower
from supportroom.comments.vocabulary import INSISTS, TONES, VERDICT_TONES
from supportroom.kernel.ids import spell
from supportroom.kernel.permissions import may
from supportroom.papers.models import Paper
from supportroom.papers.queries import versions_visible_to
from supportroom.papers.versions import view_of
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken


def chosen_window(request: Asking, paper: Paper) -> CommentWindow:
    """Give the window whose number the address names, else the newest; 404 where there is none."""
    windows = list(windows_of(paper))
    word = request.GET.get("window", "")
    chosen = next((each for each in windows if str(each.number) == word), windows[0] if windows else None)
    if chosen is None:
        raise Http404
    chosen.paper = chosen.shown.paper = paper
    return chosen


def frame_of(request: Asking, paper: Paper, window: CommentWindow) -> dict[str, Any]:
    """Give what every page of a paper's comments shows: the group's frame, the window, what may be done."""
    newest = window.number == max(each.number for each in windows_of(paper))
    return {
        "group": paper.group,
        "paper": paper,
        "window": window,
        "stage": stage_of(paper, window) if newest else "over",
        "can": on_paper(request.actor, paper, window if newest else None),
        "spell": spell,
        "tones": TONES,
        "verdict_tones": VERDICT_TONES,
    }


def group_comments(request: Asking, working_group_id: int) -> HttpResponse:
    """Lead from a group to the comments on its paper; before its first window to opening one, for who may."""
    paper = Paper.objects.select_related("group").filter(group=working_group_id).first()
    if paper is None:
        raise Http404
    if not paper.windows.exists() and may(request.actor, "comments.open_window", paper):
        return redirect("comments:window_add", paper.pk)
    return redirect("comments:comment_list", paper_commented(request.actor, paper.pk).pk)


def comment_list(request: Asking, paper_id: int) -> HttpResponse:
    """Show the version that is commented on: each paragraph one tap away from commenting on it."""
    paper = paper_commented(request.actor, paper_id)
    window = chosen_window(request, paper)
    frame = frame_of(request, paper, window)
    counts = counts_by_paragraph(window)
    view = view_of(window.shown)
    laid = laid_out(view, request.LANGUAGE_CODE, counts)
    context = {
        **frame,
        "windows": list(windows_of(paper)),
        "title": view.title,
        "laid": laid,
        "footnotes": footnotes_of(laid),
        "whole": counts.get(None, 0),
        "counts": counts_of(paper),
        "own": list(own_comments(request.actor, paper)),
        "mailed": mailed_of(request.actor, paper),
        "mail_address": address_for(request.actor.person_id, window) if frame["stage"] == "during" else "",
    }
    return render(request, "comments/list.html", context)


def comment_detail(request: Asking, comment_id: int) -> HttpResponse:
    """Show a comment with its answer."""
    return show_comment(request, comment_visible_to(request.actor, comment_id))


def _can_compare(request: Asking, paper: Paper, window: CommentWindow) -> bool:
    """Tell whether the reader may read what became of the text since: the draft, or a later version for members."""
    later = versions_visible_to(request.actor, paper).filter(number__gt=window.shown.number)
    return may(request.actor, "papers.read_draft", paper) or later.exists()


def show_comment(
    request: Asking, comment: Comment, *, errors: list[str] | None = None, insist: InsistForm | None = None
) -> HttpResponse:
    """Answer with a comment's page; after a refusal with status 422 and what was typed."""
    paper, window = comment.window.paper, comment.window
    frame = frame_of(request, paper, window)
    shower = Shower(paper)
    supported = supported_by(request.actor, window)
    frame["can"] = frame["can"] | {"support": frame["stage"] == "during" and frame["can"]["support"]}
    can = with_comment(request.actor, comment, frame["can"])
    initial = {"reason": comment.insistence}
    context = {
        **frame,
        "row": shower.row(request.actor, comment, supported),
        "reads_draft": may(request.actor, "papers.read_draft", paper),
        "can_compare": _can_compare(request, paper, window),
        "may": can,
        "errors": errors or [],
        "insists": comment.satisfaction == INSISTS,
        "insist_form": insist or InsistForm(initial=initial, languages=languages_spoken(), prefix="insist"),
        "agenda": list(comment.agenda_items.select_related("meeting")) if frame["can"]["discuss"] else [],
    }
    return render(request, "comments/detail.html", context, status=422 if errors or insist else 200)
