"""Commenting, amending, withdrawing, supporting; and what a writer says to the answer."""

from collections.abc import Callable
from typing import Any

from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.comments import actions
from supportroom.comments.allowed import LATE, stage_of
from supportroom.comments.forms import CommentForm, InsistForm
from supportroom.comments.layout import Laid, laid_out
from supportroom.comments.models import Comment
from supportroom.comments.queries import (
    comment_visible_to,
    comments_visible_to,
    paper_commented,
    supported_by,
    with_support,
)
from supportroom.comments.showing import Shower
from supportroom.comments.views.reading import chosen_window, frame_of, show_comment
from supportroom.comments.vocabulary import WITHDRAWN
from supportroom.kernel.ids import spell, unspell
from supportroom.kernel.permissions import require
from supportroom.papers.versions import Shown, VersionView, view_of
from supportroom.people.middleware import Asking
from supportroom.room.queries import charter, languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in
from supportroom.web.posting import attempt, submit

MOST_BESIDE = 20


def comment_add(request: Asking, paper_id: int) -> HttpResponse:
    """Comment on a paragraph, or on the whole; after the close what was typed can be kept as a late comment."""
    paper = paper_commented(request.actor, paper_id)
    window = chosen_window(request, paper)
    require(request.actor, "comments.comment", window)
    view = view_of(window.shown)
    form = _form(request, list(view.shown), {"paragraph": request.GET.get("paragraph", "")})
    status = save(
        request, form, actions.comment, actor=request.actor, comment_window=window, as_late="as_late" in request.POST
    )
    if status == DONE:
        return _to_paragraph(form.answer)  # type: ignore[attr-defined]
    about = _about(request, view, request.POST.get("paragraph", request.GET.get("paragraph", "")))
    paper.refresh_from_db(fields=["state"])
    context = {
        **frame_of(request, paper, window),
        "form": form,
        "about": about,
        "beside": _beside(request, window, about.shown if about else None),
        "is_late": stage_of(paper, window) == LATE,
        "amends": None,
    }
    return render(request, "comments/add.html", context, status=status)


def _form(request: Asking, shown: list[Shown], initial: dict[str, Any], before: Comment | None = None) -> CommentForm:
    return CommentForm(
        request.POST or None,
        shown=shown,
        languages=languages_spoken(),
        may_hide=charter().comments_may_be_hidden,
        initial=initial,
        before=before,
    )


def _about(request: Asking, view: VersionView, word: str) -> Laid | None:
    """Give the paragraph that an address or a form names by its spelled id, as it is read; None for anything else."""
    try:
        key = unspell(word)
    except ValueError:
        return None
    return next((each for each in laid_out(view, request.LANGUAGE_CODE) if each.shown.paragraph_id == key), None)


def _to_paragraph(comment: Comment) -> HttpResponse:
    """Go back to where the reader was: the paragraph in the text."""
    answer = redirect("comments:comment_list", comment.window.paper_id)
    answer["Location"] += f"#p-{spell(comment.paragraph_id)}" if comment.paragraph_id else "#whole"
    return answer


def _beside(request: Asking, window: Any, about: Shown | None) -> list[Any]:
    """Give what others said about the same paragraph: perhaps it only needs support."""
    comments = with_support(comments_visible_to(request.actor, window.paper))
    rows = comments.filter(window=window, paragraph=about.paragraph_id if about else None).exclude(state=WITHDRAWN)
    supported = supported_by(request.actor, window)
    ordered = rows.order_by(F("support_count").desc(), "number")
    return Shower(window.paper).rows(request.actor, ordered[:MOST_BESIDE], supported)


def comment_edit(request: Asking, comment_id: int) -> HttpResponse:
    """Amend one's own comment."""
    comment = comment_visible_to(request.actor, comment_id)
    require(request.actor, "comments.amend_comment", comment)
    view, seen = view_of(comment.window.shown), seen_in(request, comment)
    form = _form(request, list(view.shown), CommentForm.values_of(comment), comment)
    asked = {"actor": request.actor, "comment": comment, "seen": seen}
    status = save(request, form, actions.amend_comment, edits=comment, now=CommentForm.values_of, **asked)
    if status == DONE:
        return redirect("comments:comment_detail", comment.pk)
    context = {
        **frame_of(request, comment.window.paper, comment.window),
        "form": form,
        "about": _about(request, view, spell(comment.paragraph_id) if comment.paragraph_id else ""),
        "beside": [],
        "is_late": False,
        "amends": comment,
        "seen": comment.version if status == OVERTAKEN else seen,
    }
    return render(request, "comments/add.html", context, status=status)


def _step(request: Asking, comment_id: int, act: Callable[..., Any]) -> HttpResponse:
    comment = comment_visible_to(request.actor, comment_id)
    if errors := attempt(act, actor=request.actor, comment=comment):
        return show_comment(request, comment_visible_to(request.actor, comment_id), errors=errors)
    if request.POST.get("back") == "paragraph":
        return _to_paragraph(comment)
    return redirect("comments:comment_detail", comment_id)


@require_POST
def comment_withdraw(request: Asking, comment_id: int) -> HttpResponse:
    """Take one's own comment back."""
    return _step(request, comment_id, actions.withdraw_comment)


@require_POST
def comment_support(request: Asking, comment_id: int) -> HttpResponse:
    """Support somebody else's comment."""
    return _step(request, comment_id, actions.support_comment)


@require_POST
def support_withdraw(request: Asking, comment_id: int) -> HttpResponse:
    """Take one's support back."""
    return _step(request, comment_id, actions.withdraw_support)


@require_POST
def comment_satisfied(request: Asking, comment_id: int) -> HttpResponse:
    """Say that the answer satisfies."""
    return _step(request, comment_id, actions.say_satisfied)


@require_POST
def comment_open_again(request: Asking, comment_id: int) -> HttpResponse:
    """Take the answer back."""
    return _step(request, comment_id, actions.open_again)


@require_POST
def comment_insist(request: Asking, comment_id: int) -> HttpResponse:
    """Insist on one's comment, and say why."""
    comment = comment_visible_to(request.actor, comment_id)
    form = InsistForm(
        request.POST, initial={"reason": comment.insistence}, languages=languages_spoken(), prefix="insist"
    )
    if submit(form, actions.insist, actor=request.actor, comment=comment):
        return redirect("comments:comment_detail", comment_id)
    return show_comment(request, comment_visible_to(request.actor, comment_id), insist=form)
