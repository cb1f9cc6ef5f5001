"""Who is asking, and by which clock they live."""

from collections.abc import Callable
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from supportroom.kernel.actors import VISITOR, Actor
from supportroom.people import moments
from supportroom.people.confirming import ask
from supportroom.people.signing_in import must_set_up


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


BEFORE_ALL_ELSE: Final = {"account_logout", "people:second_factor", "people:second_factor_picture"}


class Watch:
    """Look whether who is signed in still is: not after twelve hours, not without the password after being away, and
    not without a second factor where the room wants one (S03, S05).
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take the next layer."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass, and keep its moments in the browser."""
        response = self.answer(request)
        moments.keep(request, response)
        return response

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Stand in the way of a view where that is needed; forms that are not ours were refused before."""
        name = request.resolver_match.view_name
        if not request.user.is_authenticated or name == "account_logout":
            return None
        if moments.is_over(request):
            logout(request)
            request.actor = VISITOR
            return None
        if moments.was_away(request) and not _goes_on(request, view):
            actor, request.actor = request.actor, VISITOR  # the page that asks tells nothing about who it was
            if asked := ask(request, was_away=True):
                return asked
            request.actor = actor
        moments.was_here(request)
        if must_set_up(request.user) and name not in BEFORE_ALL_ELSE:
            return redirect("people:second_factor")
        return None


def _goes_on(request: HttpRequest, view: Any) -> bool:
    return moments.is_by_itself(request) and getattr(view, "goes_on", False) is True


watch = Watch
