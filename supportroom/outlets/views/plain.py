"""Feeds, the map of the site, and what programs that read the whole web are told."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from supportroom.outlets.addresses import public_places
from supportroom.outlets.atom import to_atom
from supportroom.outlets.feeds import feed_of
from supportroom.outlets.sitemap import to_sitemap
from supportroom.web.limits import limited

ATOM, XML = "application/atom+xml; charset=utf-8", "application/xml; charset=utf-8"


@login_not_required
@require_safe
@limited("interface")
def feed(request: HttpRequest, feed: str) -> HttpResponse:
    """Give a feed in the language of its address."""
    return HttpResponse(to_atom(feed_of(feed, get_language() or "en")), content_type=ATOM)


@login_not_required
@require_safe
@limited("interface")
def sitemap(request: HttpRequest) -> HttpResponse:
    """Give the map of every public page."""
    return HttpResponse(to_sitemap(public_places(), settings.ROOM_ADDRESS, settings.LANGUAGE_CODE), content_type=XML)


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say where the map stands; what is not public answers for itself."""
    words = f"User-agent: *\nAllow: /\n\nSitemap: {settings.ROOM_ADDRESS}{reverse('interface:sitemap')}\n"
    return HttpResponse(words, content_type="text/plain; charset=utf-8")
