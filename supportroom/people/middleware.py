"""Who is asking, and by which clock they live."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from supportroom.kernel.actors import VISITOR, Actor


class Asking(HttpRequest):
    """A request with its actor: what views are written against."""

    actor: Actor
    LANGUAGE_CODE: str


def name_actor(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put the actor on the request: the account's person, whose own time zone pages are then shown in, or a visitor."""

    def named(request: HttpRequest) -> HttpResponse:
        user = request.user
        if not user.is_authenticated:
            request.actor = VISITOR  # type: ignore[attr-defined]
            return answer(request)
        request.actor = user.actor  # type: ignore[attr-defined]
        with timezone.override(_clock_of(user.person.time_zone)):
            return answer(request)

    return named


def _clock_of(zone: str) -> ZoneInfo:
    """Give somebody's clock; UTC where this machine does not know the zone (any more), so that pages still open."""
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
