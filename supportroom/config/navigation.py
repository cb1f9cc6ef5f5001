"""What stands in the frame of every page: the room's name, where one can go, the same page in other languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _

from supportroom.config.group_frame import discussion_of, group_phases, group_standings, group_tabs
from supportroom.desk.preparation import round_ahead, round_phases, round_terms, round_work
from supportroom.groups.models import WorkingGroup
from supportroom.journal.models import reference
from supportroom.kernel.errors import Missing
from supportroom.kernel.once import fresh_key
from supportroom.kernel.permissions import may
from supportroom.notices.queries import is_following, unreachable
from supportroom.people.vocabulary import TEAM
from supportroom.room.queries import charter
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PREPARING
from supportroom.topics.models import Topic


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Give every template: room_name, navigation, language_links, actor, once (a fresh idempotency key for a form)."""
    return {
        "actor": getattr(request, "actor", None),
        "room_name": SimpleLazyObject(_room_name),
        "navigation": SimpleLazyObject(lambda: _navigation(request)),
        "account_links": SimpleLazyObject(lambda: _account_links(request)),
        "language_links": SimpleLazyObject(lambda: language_links(request)),
        "once": fresh_key,
        "following": lambda thing: following(request, thing),
        "unreachable": lambda person_ids: unreachable(person_ids) if settings.MAIL_IS_ON else set(),
        "demo_mode": settings.ONE_CLICK_SIGN_IN,
        "page_language": get_language(),
        "round_tabs": round_tabs,
        "round_phases": round_phases,
        "round_ahead": round_ahead,
        "round_terms": round_terms,
        "round_work": round_work,
        "group_tabs": lambda group, current: group_tabs(getattr(request, "actor", None), group, current),
        "group_phases": group_phases,
        "discussion_of": lambda source: discussion_of(getattr(request, "actor", None), source),
        "group_standings": group_standings,
        "home_url": f"/{get_language()}/",
    }


def _room_name() -> str:
    try:
        return str(charter().name.said_in(get_language() or "en"))
    except Missing:
        return _("Support Room")


def _navigation(request: HttpRequest) -> list[tuple[str, str, bool]]:
    actor = getattr(request, "actor", None)
    places = [(pgettext("navigation", "Published"), "site:home")]
    if actor and actor.is_known:
        places = [(_("My desk"), "desk:show"), (_("Rounds"), "rounds:round_list"), *places]
        if may(actor, "groups.read_groups"):
            places.insert(2, (_("Working groups"), "groups:group_list"))
        places.append((_("Charter"), "room:charter_edit"))
        if actor.holds(TEAM):
            places.append((_("People"), "people:person_list"))
    links = [(label, reverse(name)) for label, name in places]
    home = reverse("site:home")
    return [(label, url, request.path == url if url == home else request.path.startswith(url)) for label, url in links]


def _account_links(request: HttpRequest) -> list[tuple[str, str, bool]]:
    actor = getattr(request, "actor", None)
    if not (actor and actor.is_known):
        return []
    links = [(_("Notices"), reverse("notices:notice_list"))]
    links += [(_("My profile"), reverse("people:profile")), (_("My settings"), reverse("people:own_settings"))]
    return [(label, address, request.path == address) for label, address in links]


def following(request: HttpRequest, thing: Round | Topic | WorkingGroup) -> tuple[str, bool] | None:
    """Give a round's, topic's or group's reference and whether the reader follows it; None for a visitor."""
    actor = getattr(request, "actor", None)
    return (reference(thing), is_following(actor, thing)) if actor and actor.is_known else None


def language_links(request: HttpRequest) -> list[tuple[str, str, str]]:
    """Give (code, name, address) of this page in each language of the interface."""
    return [(code, name, address_in(request, code)) for code, name in settings.LANGUAGES]


def address_in(request: HttpRequest, language: str) -> str:
    """Give the address of the present page in another language, with what was asked for kept."""
    match = request.resolver_match
    if match is None:
        return f"/{language}/"
    try:
        with override(language):
            address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    except (LookupError, ValueError):
        return f"/{language}/"
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query and request.method == "GET" else address


def round_tabs(round_: Round, current: str) -> list[tuple[str, str, bool]]:
    """Give the tabs of a round's pages; `current` is the key of one; registration stands there while it is prepared."""
    tabs = [
        ("overview", _("Overview"), "rounds:round_detail"),
        ("topics", _("Topics"), "topics:topic_list"),
        ("programme", _("Programme"), "programme:programme"),
        *([("selection", _("Registration"), "selection:registration")] if round_.state in PREPARING else []),
        ("points", _("Points"), "points:point_list"),
        ("statements", _("Statements"), "statements:statement_list"),
        ("report", _("Report"), "statements:report_detail"),
    ]
    return [(label, reverse(view, args=[round_.pk]), name == current) for name, label, view in tabs]
