"""By which clock a visitor reads: the room's own. Members read by theirs (`people.middleware`)."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from supportroom.kernel.errors import Missing
from supportroom.room.queries import charter


def by_the_rooms_clock(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Show hours to visitors as clocks in the room's zone do; before the room is founded in UTC."""

    def told(request: HttpRequest) -> HttpResponse:
        if request.actor.is_known:  # type: ignore[attr-defined]
            return answer(request)
        with timezone.override(_zone()):
            return answer(request)

    return told


def _zone() -> ZoneInfo:
    try:
        return ZoneInfo(charter().time_zone)
    except (Missing, KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
