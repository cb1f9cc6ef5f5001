"""What stands in the frame of every page: the room's name, where one can go, the same page in other languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from supportroom.kernel.errors import Missing
from supportroom.kernel.once import fresh_key
from supportroom.people.vocabulary import TEAM
from supportroom.room.queries import charter


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Give every template: room_name, navigation, language_links, actor, once (a fresh idempotency key for a form)."""
    return {
        "actor": getattr(request, "actor", None),
        "room_name": SimpleLazyObject(_room_name),
        "navigation": SimpleLazyObject(lambda: _navigation(request)),
        "language_links": SimpleLazyObject(lambda: language_links(request)),
        "once": fresh_key,
        "demo_mode": settings.ONE_CLICK_SIGN_IN,
        "page_language": get_language(),
    }


def _room_name() -> str:
    try:
        return str(charter().name.said_in(get_language() or "en"))
    except Missing:
        return _("Support Room")


def _navigation(request: HttpRequest) -> list[tuple[str, str, bool]]:
    actor = getattr(request, "actor", None)
    places = [(_("Published reports"), "site:home")]
    if actor and actor.is_known:
        places = [(_("My desk"), "desk:show"), (_("Rounds"), "rounds:round_list"), *places]
        if actor.holds(TEAM):
            places.append((_("People"), "people:person_list"))
    here = request.path
    links = [(label, reverse(name)) for label, name in places]
    longest = max((url for _label, url in links if here.startswith(url)), key=len, default="")
    return [(label, url, url == longest) for label, url in links]


def language_links(request: HttpRequest) -> list[tuple[str, str, str]]:
    """Give (code, name, address) of this page in each language of the interface."""
    return [(code, name, address_in(request, code)) for code, name in settings.LANGUAGES]


def address_in(request: HttpRequest, language: str) -> str:
    """Give the address of the present page in another language, with what was asked for kept."""
    try:
        match = resolve(request.path_info)
        with override(language):
            address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    except (Resolver404, LookupError, ValueError):
        return f"/{language}/"
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query and request.method == "GET" else address
