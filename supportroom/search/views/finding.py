"""The page on which anybody finds what is published."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from supportroom.kernel.errors import DomainError
from supportroom.search.forms import SearchForm
from supportroom.search.lookup import MOST_FOUND, Asked, asked, findings, look_up
from supportroom.search.marking import Piece, excerpt, marked
from supportroom.search.models import Finding
from supportroom.search.vocabulary import KINDS
from supportroom.web.limits import limited

PAGE = 20


@dataclass(frozen=True)
class Line:
    """One thing that was found, with the places of the words looked for."""

    finding: Finding
    kind: str
    title: list[Piece]
    excerpt: list[Piece]


@login_not_required
@require_safe
@limited("search")
def search(request: HttpRequest) -> HttpResponse:
    """Find published texts by their words, in whatever form they are typed."""
    form = SearchForm(request.GET or None)
    context: dict[str, Any] = {"form": form, "lines": [], "words": "", "refusal": "", "most": MOST_FOUND}
    if not form.is_bound or not form.is_valid():
        return render(request, "search/search.html", context, status=200 if not form.is_bound else 422)
    given = form.cleaned_data
    try:
        question = asked(given["q"], given["kind"], given["language"])
    except DomainError as error:
        return render(request, "search/search.html", context | {"refusal": error.wording}, status=422)
    found = look_up(question)
    page = Paginator(found.ids, PAGE).get_page(request.GET.get("page"))
    context |= {"words": given["q"], "found": found, "page": page, "lines": _lines(page, question)}
    return render(request, "search/search.html", context | {"same": _same(given)})


def _lines(page: Page, question: Asked) -> list[Line]:
    wanted = frozenset(question.stems)
    return [
        Line(row, str(KINDS[row.kind]), marked(row.title, wanted), excerpt(row.words, wanted))
        for row in findings(list(page))
    ]


def _same(given: dict[str, str]) -> str:
    return "?" + urlencode({name: value for name, value in given.items() if value}) + "&page="
