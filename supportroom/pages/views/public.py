"""Standing pages, news and further pages, as the public reads them."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from supportroom.pages.content import Shown, shown_then
from supportroom.pages.models import Page, PageEdition
from supportroom.pages.places import address_of
from supportroom.pages.queries import edition_at, editions_of, public_news
from supportroom.pages.vocabulary import NEWS, OTHER, VOICES

A_PAGE = 20


@login_not_required
@require_safe
def standing_show(request: HttpRequest, kind: str, number: int | None = None) -> HttpResponse:
    """Show a standing page, or an earlier edition of it."""
    return _show(request, edition_at(kind, kind, number))


@login_not_required
@require_safe
def news_show(request: HttpRequest, news_slug: str, number: int | None = None) -> HttpResponse:
    """Show a piece of news, or an earlier edition of it."""
    return _show(request, edition_at(NEWS, news_slug, number))


@login_not_required
@require_safe
def further_show(request: HttpRequest, page_slug: str, number: int | None = None) -> HttpResponse:
    """Show a further page, or an earlier edition of it."""
    return _show(request, edition_at(OTHER, page_slug, number))


def _show(request: HttpRequest, edition: PageEdition) -> HttpResponse:
    return render(request, "pages/show.html", shown_context(edition.page, shown_then(edition)))


def shown_context(page: Page, shown: Shown) -> dict[str, Any]:
    """Give what the template of a page takes."""
    return {
        "page": page,
        "shown": shown,
        "blocks": shown.blocks(),
        "lacks": shown.lacks(get_language() or ""),
        "is_newest": shown.number == page.newest,
        "address": address_of(page),
        "editions": [(each, address_of(page, each.number)) for each in editions_of(page)] if page.newest > 1 else [],
    }


@login_not_required
@require_safe
def news_list(request: HttpRequest) -> HttpResponse:
    """List the news, newest first, of the room, of the office, or of both."""
    voice = request.GET.get("of", "")
    voice = voice if voice in VOICES else ""
    found = Paginator(public_news(voice).defer("content"), A_PAGE).get_page(request.GET.get("page"))
    rows = [(edition, address_of(edition.page)) for edition in found]
    context = {"rows": rows, "found": found, "voice": voice, "voices": VOICES}
    return render(request, "pages/news.html", context)
