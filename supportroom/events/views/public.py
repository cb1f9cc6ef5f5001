"""Events as the public reads them: a list, a page each, and calendars to subscribe to."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from supportroom.events.calendar import ics
from supportroom.events.models import PublicEvent
from supportroom.events.queries import coming_events, event_at, public_events
from supportroom.events.vocabulary import TONES

A_PAGE = 20
IN_CALENDAR = 200


def address_of(event: PublicEvent) -> str:
    """Give the whole address of an event's page, for calendars."""
    return f"{settings.ROOM_ADDRESS}{reverse('events:event_detail', args=[event.slug])}"


@login_not_required
@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """List what is coming, and what was."""
    coming = list(coming_events())
    past = public_events().exclude(pk__in=[event.pk for event in coming])
    found = Paginator(past, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "events/list.html", {"coming": coming, "found": found, "tones": TONES})


@login_not_required
@require_safe
def event_detail(request: HttpRequest, event_slug: str) -> HttpResponse:
    """Show an event."""
    event = event_at(event_slug)
    return render(request, "events/detail.html", {"event": event, "tone": TONES[event.state]})


@login_not_required
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Give all public events as a calendar that a phone can subscribe to."""
    return _calendar(list(public_events()[:IN_CALENDAR]), "calendar.ics")


@login_not_required
@require_safe
def event_file(request: HttpRequest, event_slug: str) -> HttpResponse:
    """Give one event for a calendar."""
    return _calendar([event_at(event_slug)], "event.ics")


def _calendar(events: list[PublicEvent], name: str) -> HttpResponse:
    content = ics(events, get_language() or "en", _("Public events"), address_of)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "public, max-age=600"
    return answer
