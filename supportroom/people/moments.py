"""When somebody signed in, was here last and gave the password last: in a signed cookie, never in a row (S05, S24).

The cookie is bound to the session's key: of another session it says nothing. Whoever puts an old one back can at most
be as far along as they were then.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from supportroom.kernel.clock import now

SALT: Final = "supportroom.people.moments"
HALF_WAY_SECONDS: Final = 5 * 60
WHOLE_SECONDS: Final = 12 * 60 * 60
STEP: Final = 60  # the cookie is not written at every page
BY_ITSELF: Final = "X-By-Itself"  # what a page asks for without anybody, it sends with this header (away.js, live.js)


@dataclass(frozen=True)
class Moments:
    """Seconds since 1970: sign-in, last page, last time the password was given."""

    began: int
    seen: int
    confirmed: int


def this_second() -> int:
    """Give the present second."""
    return int(now().timestamp())


def read(request: HttpRequest) -> Moments | None:
    """Give what this browser's cookie says of the session in hand; None where it says nothing or was made up."""
    word = request.COOKIES.get(settings.MOMENTS_COOKIE_NAME, "")
    key = request.session.session_key
    if not word or not key:
        return None
    try:
        return Moments(*signing.loads(word, salt=f"{SALT}:{key}"))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def of(request: HttpRequest) -> Moments | None:
    """Give the moments of this request as they stand now."""
    held: Any = request
    if not hasattr(held, "moments"):
        held.moments, held.moments_are_new = read(request), False
    return held.moments


def begin(request: HttpRequest) -> None:
    """Let everything begin now: somebody signs in, or is half-way in."""
    _set(request, Moments(this_second(), this_second(), this_second()))


def confirm(request: HttpRequest) -> None:
    """Note that the password was given now; somebody who was away is back."""
    stands = of(request) or Moments(this_second(), 0, 0)
    _set(request, replace(stands, seen=this_second(), confirmed=this_second()))


def _set(request: HttpRequest, moments: Moments) -> None:
    held: Any = request
    held.moments, held.moments_are_new = moments, True


def is_half_way(request: HttpRequest) -> bool:
    """Tell whether the password was given a few minutes ago, by this browser."""
    moments = of(request)
    return moments is not None and this_second() - moments.began <= HALF_WAY_SECONDS


def is_over(request: HttpRequest) -> bool:
    """Tell whether the twelve hours are over; a session without a cookie of ours never began."""
    if not settings.IDLE_SECONDS:
        return False
    moments = of(request)
    return moments is None or this_second() - moments.began > WHOLE_SECONDS


def was_away(request: HttpRequest) -> bool:
    """Tell whether nobody was here for too long."""
    moments = of(request)
    return bool(settings.IDLE_SECONDS and moments and this_second() - moments.seen > settings.IDLE_SECONDS)


def is_confirmed(request: HttpRequest) -> bool:
    """Tell whether the password was given within the last minutes; always where the room does not ask for it."""
    if not settings.CONFIRM_SECONDS:
        return True
    moments = of(request)
    return moments is not None and this_second() - moments.confirmed <= settings.CONFIRM_SECONDS


def is_by_itself(request: HttpRequest) -> bool:
    """Tell whether a page asks for this on its own, which is no sign that somebody is here."""
    return BY_ITSELF in request.headers


def was_here(request: HttpRequest) -> None:
    """Note that somebody is here, unless the page asks by itself."""
    if is_by_itself(request):
        return
    moments = of(request)
    if moments and this_second() - moments.seen >= STEP:
        _set(request, replace(moments, seen=this_second()))


def keep(request: HttpRequest, response: HttpResponse) -> None:
    """Write the cookie where something changed, take it away with the session."""
    held: Any = request
    key = request.session.session_key
    if not key and settings.MOMENTS_COOKIE_NAME in request.COOKIES:
        response.delete_cookie(settings.MOMENTS_COOKIE_NAME, samesite="Lax")
    if not key or not getattr(held, "moments_are_new", False):
        return
    moments: Moments = held.moments
    word = signing.dumps([moments.began, moments.seen, moments.confirmed], salt=f"{SALT}:{key}")
    response.set_cookie(
        settings.MOMENTS_COOKIE_NAME, word, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )
