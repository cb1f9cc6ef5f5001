"""The front page, and editions for who comes before their files lie where the byte server looks."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language

from supportroom.events.queries import coming_events
from supportroom.events.vocabulary import TONES
from supportroom.kernel.errors import Missing
from supportroom.pages.places import address_of
from supportroom.pages.queries import public_news
from supportroom.pages.standing import standing_editions
from supportroom.pages.vocabulary import ABOUT
from supportroom.room.queries import charter
from supportroom.site.front import register_told
from supportroom.site.places import PAPERS, REPORTS, SHELVES
from supportroom.site.preparing import settle
from supportroom.site.queries import edition_at, published
from supportroom.web.page_style import policy_for

MOST = 4


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """Show what the room is, what became of what it asked, and what is new."""
    language = get_language() or "en"
    try:
        room = charter()
    except Missing:
        return render(request, "site/unfounded.html")
    about = standing_editions().get(ABOUT)
    context = {
        "room": room,
        "about": about,
        "about_url": address_of(about.page) if about else "",
        "told": register_told(),
        "published": published(language)[:MOST],
        "languages": dict(settings.LANGUAGES),
        "news": [(edition, address_of(edition.page)) for edition in public_news().defer("content")[:MOST]],
        "events": list(coming_events()[:MOST]),
        "event_tones": TONES,
    }
    return render(request, "site/home.html", context)


@login_not_required
def edition(request: HttpRequest, slug: str, number: int | None = None, file: str = "") -> HttpResponseBase:
    """Lead to the newest edition of a report, or hand out the files of one that has just been published."""
    return _hand_out(REPORTS.under, slug, number, file)


@login_not_required
def paper_edition(request: HttpRequest, paper_slug: str, number: int | None = None, file: str = "") -> HttpResponseBase:
    """Lead to the newest edition of a paper, or hand out the files of one that has just been published."""
    return _hand_out(PAPERS.under, paper_slug, number, file)


def _hand_out(under: str, slug: str, number: int | None, ending: str) -> HttpResponseBase:
    shelf = SHELVES[under]
    found = edition_at(shelf, slug, number)
    language = get_language() or "en"
    if language not in found.files["digests"]:
        language = next(iter(found.files["digests"]))
    if number is None or language != get_language():
        return HttpResponseRedirect(shelf.address(language, slug, found.number))
    settle(found)
    file = shelf.files[ending]
    path = shelf.place(Path(settings.PUBLISHED_DIR), slug, found.number) / language / file
    if file.endswith(".html"):
        page = path.read_text("utf-8")
        return HttpResponse(page, headers={"Content-Security-Policy": policy_for(page)})
    return FileResponse(path.open("rb"), as_attachment=file != "card.png", filename=file)
