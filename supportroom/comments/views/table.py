"""The table of comments and answers, with its filters and its files."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from supportroom.comments.documents import table_docx, version_docx
from supportroom.comments.forms import FilterForm
from supportroom.comments.models import Comment
from supportroom.comments.queries import (
    comments_visible_to,
    counts_of,
    found,
    paper_commented,
    supported_by,
    with_support,
)
from supportroom.comments.showing import Shower
from supportroom.comments.table import answer_table, table_rows
from supportroom.comments.views.reading import chosen_window, frame_of
from supportroom.comments.vocabulary import INSISTS
from supportroom.kernel.actors import Actor
from supportroom.papers.versions import view_of
from supportroom.people.middleware import Asking
from supportroom.web.limits import limited
from supportroom.web.sheets import sheet_of

PAGE = 50
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = ("csv", "xlsx", "docx")


def table(request: Asking, paper_id: int) -> HttpResponse:
    """Show comments and answers, as far as they were asked for."""
    paper = paper_commented(request.actor, paper_id)
    window = chosen_window(request, paper)
    form = FilterForm(request.GET, shown=view_of(window.shown).shown)
    asked = form.asked
    comments = comments_visible_to(request.actor, paper).defer("quoted", "search_text")
    chosen = with_support(narrowed(comments, asked, form.ids, request.actor))
    page = Paginator(chosen.order_by("is_late", "-window__number", "number"), PAGE).get_page(request.GET.get("page"))
    context = {
        **frame_of(request, paper, window),
        "form": form,
        "is_narrowed": bool(asked),
        "page": page,
        "rows": Shower(paper).rows(request.actor, page.object_list, supported_by(request.actor, window)),
        "counts": counts_of(paper),
        "query": urlencode(asked),
        "kinds": KINDS,
    }
    return render(request, "comments/table.html", context)


def narrowed(
    comments: QuerySet[Comment], asked: dict[str, str], ids: dict[str, int], actor: Actor
) -> QuerySet[Comment]:
    """Keep the comments that were asked for."""
    narrow: dict[str, Callable[[str], QuerySet[Comment]]] = {
        "q": lambda word: found(comments, word),
        "paragraph": lambda word: comments.filter(paragraph=ids.get(word) if word != "whole" else None),
        "state": lambda word: comments.filter(state=word),
        "verdict": lambda word: comments.filter(answer__verdict=word),
        "who": lambda word: _of_kind(comments, word, actor),
    }
    for name, word in asked.items():
        comments = narrow[name](word)
    return comments


def _of_kind(comments: QuerySet[Comment], word: str, actor: Actor) -> QuerySet[Comment]:
    kinds: dict[str, dict[str, Any]] = {
        "time": {"is_late": False},
        "late": {"is_late": True},
        INSISTS: {"satisfaction": INSISTS},
        "mine": {"written_by": actor.person_id or 0},
    }
    return comments.filter(**kinds.get(word, {}))


@limited("exports")
def table_file(request: Asking, paper_id: int, kind: str) -> HttpResponse:
    """Give the table as a file, in the page's language."""
    paper = paper_commented(request.actor, paper_id)
    if kind not in KINDS:
        raise Http404
    if kind == "docx":
        return _word(table_docx(paper, request.LANGUAGE_CODE), "comments")
    rows = table_rows(answer_table(paper, request.LANGUAGE_CODE, named=True))
    return sheet_of(rows, kind, "comments", _("Comments and answers"))


@limited("exports")
def version_file(request: Asking, paper_id: int) -> HttpResponse:
    """Give the version in comment as a Word file, in the page's language."""
    paper = paper_commented(request.actor, paper_id)
    return _word(version_docx(chosen_window(request, paper), request.LANGUAGE_CODE), "text")


def _word(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    return answer
