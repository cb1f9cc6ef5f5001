"""What stands in the frame of every page: the room's name, where one can go, the same page in other languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _
from markupsafe import escape

from supportroom.config.group_frame import discussion_of, group_phases, group_standings, group_tabs
from supportroom.config.register_frame import marks_of, marks_of_points, record_place
from supportroom.desk.preparation import round_ahead, round_phases, round_terms, round_work
from supportroom.glossary.underlining import explained, with_terms
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.once import fresh_key
from supportroom.kernel.permissions import may
from supportroom.notices.actions.following import Followed
from supportroom.notices.queries import is_following, unreachable
from supportroom.outlets.feeds import KINDS as FEEDS
from supportroom.pages.places import address_of
from supportroom.pages.standing import standing_editions
from supportroom.pages.vocabulary import ABOUT, PRESS
from supportroom.people.vocabulary import TEAM
from supportroom.room.queries import charter
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PREPARING
from supportroom.web.jinja import plain_url
from supportroom.web.room_left import warning


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
        "room_left": SimpleLazyObject(lambda: room_left(getattr(request, "actor", None))),
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
        "register_marks": lambda ids: marks_of(getattr(request, "actor", None), ids),
        "register_marks_of_points": lambda ids: marks_of_points(getattr(request, "actor", None), ids),
        "record_place": lambda source: record_place(getattr(request, "actor", None), source),
        "home_url": f"/{get_language()}/",
        "footer_links": SimpleLazyObject(footer_links),
        "quick_exit_url": settings.LEAVE_TO,
        "feed_links": SimpleLazyObject(feed_links),
        "public_face": SimpleLazyObject(lambda: public_face(getattr(request, "actor", None))),
        "with_terms": lambda words: with_terms(escape(words)),
        "explained": lambda words: explained(escape(words)),
    }


def room_left(actor: Actor | None) -> str:
    """Give what is to be said of a disk that fills up, to who is signed in."""
    return warning(keeps_the_room=actor.holds(TEAM)) if actor and actor.is_known else ""


def _room_name() -> str:
    try:
        return str(charter().name.said_in(get_language() or "en"))
    except Missing:
        return _("Support Room")


Place = tuple[str, str]


def _navigation(request: HttpRequest) -> list[tuple[str, str, bool]]:
    actor = getattr(request, "actor", None)
    places = _places_of(actor) if actor and actor.is_known else _public_places()
    links = [(label, plain_url(name)) for label, name in places]
    home = plain_url("site:home")
    return [(label, url, request.path == url if url == home else request.path.startswith(url)) for label, url in links]


def _public_places() -> list[Place]:
    """Give where a visitor can go."""
    return [
        (pgettext("navigation", "Home"), "site:home"),
        (pgettext("navigation", "Register"), "followup:register"),
        (_("Rounds and reports"), "site:round_list_public"),
        (_("Papers"), "site:paper_list_public"),
        (_("News"), "pages:news_list"),
        (_("Glossary"), "glossary:term_list"),
        *([(_("About"), f"pages:{ABOUT}")] if ABOUT in standing_editions() else []),
    ]


def _places_of(actor: Actor) -> list[Place]:
    """Give where somebody of the room can go."""
    return [
        (_("My desk"), "desk:show"),
        *([(_("Addressed to us"), "answers:addressed_list")] if may(actor, "answers.read_addressed") else []),
        (_("Rounds"), "rounds:round_list"),
        *([(_("Working groups"), "groups:group_list")] if may(actor, "groups.read_groups") else []),
        (pgettext("navigation", "Register"), "followup:register"),
        (pgettext("navigation", "Published"), "site:home"),
        (_("Charter"), "room:charter_edit"),
        *([(_("Public face"), "pages:page_list")] if may(actor, "pages.read_pages") else []),
        *([(_("People"), "people:person_list")] if actor.holds(TEAM) else []),
    ]


def footer_links() -> list[tuple[str, str]]:
    """Give the standing pages that are published, and what else of the public face the head of the page does not name.

    A page without words is not named.
    """
    language = get_language() or "en"
    standing = standing_editions()
    pages = [(edition.title.said_in(language).text, address_of(edition.page)) for edition in standing.values()]
    others = [
        *([] if PRESS in standing else [(_("For the press"), "site:press")]),
        (_("Statements"), "site:statement_list_public"),
        (_("Deliveries"), "answers:delivery_list"),
        (_("Briefings"), "briefings:briefing_list"),
        (_("Events"), "events:event_list"),
        (_("Questions to the room"), "questions:answered_list"),
        (_("Newsletter"), "newsletter:subscribe"),
        (_("Feeds and data"), "outlets:data"),
    ]
    others.append((_("What we promise and what we cannot"), "safety:promises"))
    others.append((_("What is kept, and how long"), "protection:kept"))
    return [*pages, *((label, plain_url(name)) for label, name in others)]


def feed_links() -> list[tuple[str, str]]:
    """Give the feeds that a reader's program finds by itself on each public page."""
    return [(str(FEEDS[kind].title), reverse("outlets:feed", args=[kind])) for kind in ("news-room", "register")]


def public_face(actor: Actor | None) -> list[tuple[str, str]]:
    """Give the pages on which the team works on what everybody can read."""
    if not (actor and actor.holds(TEAM)):
        return []
    places = [
        (_("Events"), "events:plan_list"),
        (_("Glossary"), "glossary:term_list"),
        (_("Actors"), "glossary:body_list"),
        (_("Questions of the public"), "questions:question_list"),
        (_("Newsletter"), "newsletter:issue_list"),
        (_("Briefings"), "briefings:briefing_list"),
        (_("Press contacts"), "press:contact_list"),
        (_("Feeds and data"), "outlets:data"),
        (_("Copy of the site"), "outlets:copy"),
    ]
    return [(label, plain_url(name)) for label, name in places]


def _account_links(request: HttpRequest) -> list[tuple[str, str, bool]]:
    actor = getattr(request, "actor", None)
    links = [(_("Search"), plain_url("search:search"))]
    if actor and actor.is_known:
        links += [(_("Notices"), plain_url("notices:notice_list")), (_("My profile"), plain_url("people:profile"))]
        links.append((_("My settings"), plain_url("people:own_settings")))
        links.append((_("Safety"), plain_url("safety:hub")))
    return [(label, address, request.path == address) for label, address in links]


def following(request: HttpRequest, thing: Followed) -> tuple[str, bool] | None:
    """Give the reference of what can be followed and whether the reader follows it; None for a visitor."""
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
        ("followup", _("Follow-up"), "followup:round_outcomes"),
    ]
    return [(label, reverse(view, args=[round_.pk]), name == current) for name, label, view in tabs]
