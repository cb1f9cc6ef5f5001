"""Answering: what waits, several comments in one go, a meeting's agenda, translations."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from supportroom.comments import actions
from supportroom.comments.forms import AgendaForm, AnswerForm, FilterForm, TranslateForm
from supportroom.comments.matching import alike
from supportroom.comments.models import Comment
from supportroom.comments.queries import (
    agenda_item_visible_to,
    comment_visible_to,
    comments_visible_to,
    counts_of,
    meetings_to_fill,
    paper_commented,
    with_support,
    with_windows,
)
from supportroom.comments.showing import Shower
from supportroom.comments.views.reading import chosen_window, frame_of
from supportroom.comments.views.table import narrowed
from supportroom.comments.vocabulary import OPEN, WITHDRAWN
from supportroom.kernel.ids import spell, unspell
from supportroom.kernel.permissions import require
from supportroom.papers.models import Paper
from supportroom.papers.versions import draft_view, view_of
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in

PAGE = 50
MOST_AT_ONCE = 200
MOST_ALIKE = 8
LONGEST_NUMBER = 10


def answering(request: Asking, paper_id: int) -> HttpResponse:
    """Show what is to be answered; comments are ticked, then answered together or put on an agenda."""
    paper = paper_commented(request.actor, paper_id)
    require(request.actor, "groups.work_in_group", paper.group)
    window = chosen_window(request, paper)
    given = request.GET.copy()
    given.setdefault("state", OPEN)
    form = FilterForm(given, shown=view_of(window.shown).shown)
    asked = form.asked
    comments = comments_visible_to(request.actor, paper).defer("quoted", "search_text")
    chosen = with_support(narrowed(comments, asked, form.ids, request.actor)).exclude(state=WITHDRAWN)
    ordered = chosen.order_by("is_late", "paragraph_shown", "number")
    page = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    context = {
        **frame_of(request, paper, window),
        "form": form,
        "page": page,
        "rows": Shower(paper).rows(request.actor, page.object_list),
        "counts": counts_of(paper),
        "query": "&".join(f"{name}={value}" for name, value in asked.items() if name != "q"),
    }
    return render(request, "comments/answering.html", context)


def chosen_comments(request: HttpRequest, paper: Paper, actor: Any) -> list[Comment]:
    """Give the comments that were ticked, in order; others than those of the paper are left out."""
    words = (request.POST if request.method == "POST" else request.GET).getlist("comment")
    keys = [key for word in words[:MOST_AT_ONCE] if (key := _key(word.partition(".")[0]))]
    comments = comments_visible_to(actor, paper).filter(pk__in=keys).exclude(state=WITHDRAWN)
    return with_windows(with_support(comments).order_by("window__number", "number"), paper)


def _key(word: str) -> int:
    try:
        return unspell(word)
    except ValueError:
        return 0


def _seen(request: HttpRequest) -> dict[int, int]:
    """Read the versions of the comments as the form was made on them: `id.version`."""
    pairs = (word.partition(".") for word in request.POST.getlist("comment")[:MOST_AT_ONCE])
    return {
        _key(key): int(version)
        for key, _dot, version in pairs
        if version.isascii() and version.isdigit() and len(version) < LONGEST_NUMBER
    }


def answer_add(request: Asking, paper_id: int) -> HttpResponse:
    """Answer the chosen comments, several alike in one go."""
    paper = paper_commented(request.actor, paper_id)
    comments = chosen_comments(request, paper, request.actor)
    if not comments:
        return redirect("comments:answering", paper_id)
    require(request.actor, "comments.answer_comments", comments)
    form = _answer_form(request, paper, comments)
    status = save(request, form, actions.answer_comments, actor=request.actor, comments=comments, seen=_seen(request))
    if status == DONE:
        return redirect("comments:answering", paper_id)
    shower = Shower(paper)
    again = comments_visible_to(request.actor, paper).filter(pk__in=[each.pk for each in comments])
    fresh = with_support(again).order_by("number")
    context = {
        **frame_of(request, paper, comments[0].window),
        "form": form,
        "rows": shower.rows(request.actor, fresh),
        "similar": shower.rows(request.actor, _similar(request, paper, comments)),
    }
    return render(request, "comments/answer.html", context, status=status)


def _answer_form(request: Asking, paper: Paper, comments: list[Comment]) -> AnswerForm:
    first = comments[0]
    known = first.answer
    initial: dict[str, Any] = {"paragraph": spell(first.paragraph_id) if first.paragraph_id else ""}
    if known is not None and len(comments) == 1:
        initial |= {"verdict": known.verdict, "reason": known.reason, "change": known.change}
    shown = draft_view(paper).shown
    return AnswerForm(request.POST or None, shown=shown, languages=languages_spoken(), initial=initial)


def _similar(request: Asking, paper: Paper, comments: list[Comment]) -> list[Comment]:
    """Give open comments on the same paragraphs that say something alike, the most alike first."""
    chosen = {each.pk for each in comments}
    others = comments_visible_to(request.actor, paper).filter(
        state=OPEN, window=comments[0].window_id, paragraph__in={each.paragraph_id for each in comments}
    )
    texts = {each.pk: each for each in with_support(others)}
    words = " ".join(each.search_text for each in comments)
    keys = alike(words, [(key, each.search_text) for key, each in texts.items() if key not in chosen], least=0.0)
    return [texts[key] for key in keys[:MOST_ALIKE]]


def agenda_add(request: Asking, paper_id: int) -> HttpResponse:
    """Put the chosen comments on a meeting's agenda."""
    paper = paper_commented(request.actor, paper_id)
    require(request.actor, "groups.work_in_group", paper.group)
    comments = chosen_comments(request, paper, request.actor)
    if not comments:
        return redirect("comments:answering", paper_id)
    here = get_language() or ""
    meetings = {spell(each.pk): (each, each.title.said_in(here).text) for each in meetings_to_fill(paper.group)}
    form = AgendaForm(request.POST if "meeting" in request.POST or "send" in request.POST else None, meetings=meetings)
    status = 200
    if form.is_bound:
        status = save(request, form, actions.put_on_meeting, actor=request.actor, comments=comments)
    if status == DONE:
        return redirect("workroom:meeting_detail", form.answer.pk)  # type: ignore[attr-defined]
    window = comments[0].window
    context = {**frame_of(request, paper, window), "form": form, "comments": comments, "meetings": meetings}
    return render(request, "comments/agenda.html", context, status=status)


@require_POST
def agenda_remove(request: Asking, agenda_item_id: int) -> HttpResponse:
    """Take a comment off a meeting's agenda."""
    item = agenda_item_visible_to(request.actor, agenda_item_id)
    actions.take_off_meeting(actor=request.actor, meeting=item.meeting, comment=item.comment)
    return redirect("comments:comment_detail", item.comment_id)


def comment_translate(request: Asking, comment_id: int) -> HttpResponse:
    """Put a comment and its answer into other languages."""
    comment = comment_visible_to(request.actor, comment_id)
    require(request.actor, "comments.translate_comment", comment)
    seen = seen_in(request, comment)
    form = TranslateForm(request.POST or None, comment=comment, languages=languages_spoken())
    asked = {"actor": request.actor, "comment": comment, "seen": seen}
    status = save(request, form, actions.translate_comment, edits=comment, now=TranslateForm.values_of, **asked)
    if status == DONE:
        return redirect("comments:comment_detail", comment_id)
    context = {**frame_of(request, comment.window.paper, comment.window), "form": form, "comment": comment}
    context["seen"] = comment.version if status == OVERTAKEN else seen
    return render(request, "comments/translate.html", context, status=status)
