"""What the press finds in public, and what a secret link opens to it before an embargo is over."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from supportroom.events.vocabulary import TONES
from supportroom.kernel.errors import Missing
from supportroom.pages.content import shown_then
from supportroom.pages.places import address_of
from supportroom.pages.queries import edition_at as page_at
from supportroom.pages.standing import standing_editions
from supportroom.pages.vocabulary import CONTACT, PRESS
from supportroom.press.composing import Imprint, paper_document
from supportroom.press.letters import embargo_in_words
from supportroom.press.packing import packed
from supportroom.press.queries import cleared_of, pack_of
from supportroom.rendering.html import to_html
from supportroom.site.places import PAPERS
from supportroom.site.preparing.papers import text_of
from supportroom.site.press_room import OFFICE_ZONE, embargoes, handed, paper_behind, press_conferences
from supportroom.site.queries import edition_at, publication_of, published


@login_not_required
@require_safe
def press(request: HttpRequest) -> HttpResponse:
    """Show the room's words for the press, what is under embargo, and what is out."""
    language = get_language() or "en"
    contact = standing_editions().get(CONTACT)
    try:
        shown = shown_then(page_at(PRESS, PRESS))
    except Missing:
        shown = None
    context = {
        "shown": shown,
        "blocks": shown.blocks() if shown else [],
        "embargoes": embargoes(),
        "office_zone": OFFICE_ZONE,
        "papers": published(language, PAPERS),
        "conferences": press_conferences(),
        "event_tones": TONES,
        "contact_url": address_of(contact.page) if contact else "",
    }
    return render(request, "site/press.html", context)


@login_not_required
@require_safe
def press_paper(request: HttpRequest, paper_slug: str) -> HttpResponse:
    """Show what the press may use of a published paper."""
    edition = edition_at(PAPERS, paper_slug)
    language = get_language() or "en"
    codes = edition.files["digests"]
    here = language if language in codes else next(iter(codes))
    context = {
        "edition": edition,
        "handed": handed(edition, language),
        "address": PAPERS.address(here, paper_slug, edition.number),
        "languages": dict(settings.LANGUAGES),
    }
    return render(request, "site/press_paper.html", context)


@login_not_required
@require_safe
@sensitive_variables()
def press_handed(request: HttpRequest, token: str) -> HttpResponse:
    """Show the press a paper before its embargo is over; afterwards lead to where it is public."""
    paper, handed_to = paper_behind(token)
    language = get_language() or "en"
    publication = publication_of(paper)
    if publication is not None:
        return redirect("site:press_paper", publication.slug)
    pack = pack_of(paper)
    here = language if language in paper.languages else paper.languages[0]
    document = paper_document(paper, text_of(paper), here, Imprint(notice=embargo_in_words(pack)))
    context = {
        "pack": pack,
        "handed_to": handed_to,
        "office_zone": OFFICE_ZONE,
        "quotations": cleared_of(pack),
        "text": mark_safe(to_html(document)),  # noqa: S308 - the renderer escapes every word
        "pack_url": reverse("site:press_pack", args=[token]),
    }
    answer = render(request, "site/press_handed.html", context)
    return _kept_nowhere(answer)


@login_not_required
@require_safe
@sensitive_variables()
def press_pack(request: HttpRequest, token: str) -> HttpResponse:
    """Give the whole pack to who has the link: without the list of press contacts."""
    paper, _handed_to = paper_behind(token)
    headers = {"Content-Disposition": 'attachment; filename="press.zip"'}
    return _kept_nowhere(HttpResponse(packed(paper, []), content_type="application/zip", headers=headers))


def _kept_nowhere(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
