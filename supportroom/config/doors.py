"""Which addresses are open, by name, and the proof at every start that all others are closed (S09).

A view is closed unless it says `login_not_required`; what says so without standing in `OPEN` keeps the server from
starting. A closed view has to ask about who is asking: it, or a function of views that it uses, reads `request.actor`,
or asks `may` or `require`. What everybody inside may read without a question stands in `NOTHING_ASKED`.
docs/generated/routes.md shows what each address answers to whom.
"""

import inspect
from collections.abc import Iterator, Sequence
from types import CodeType
from typing import Any, Final

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

OPEN: Final = frozenset({
    "front_door", "account_login", "account_code", "account_passkey", "account_logout",
    "people:invitation_accept", "people:recovery_use",
    "styleguide", "demo:enter", "safety:promises",
    "site:home", "site:edition", "site:edition_pdf", "site:edition_docx",
    "site:paper_edition", "site:paper_comments", "site:paper_card",
    "site:paper_pdf", "site:paper_docx", "site:paper_bib", "site:paper_ris", "site:paper_json",
    "site:round_list_public", "site:round_show", "site:paper_list_public", "site:statement_list_public",
    "site:press", "site:press_paper", "site:press_handed", "site:press_pack",
    "pages:about", "pages:principles", "pages:questions", "pages:privacy", "pages:contact",
    "pages:about_edition", "pages:principles_edition", "pages:questions_edition", "pages:privacy_edition",
    "pages:contact_edition", "pages:press_edition",
    "pages:news_list", "pages:news_show", "pages:news_show_edition", "pages:further_show", "pages:further_show_edition",
    "events:event_list", "events:event_detail", "events:event_file", "events:calendar",
    "programme:calendar_feed",
    "answers:letter", "answers:answer_detail", "answers:answer_file", "answers:earlier_file",
    "answers:delivery_list", "answers:delivery_detail", "answers:delivery_speech",
    "followup:register", "followup:figures", "followup:outcomes", "followup:register_file",
    "followup:recommendation_detail", "followup:demand_detail",
    "briefings:briefing_list", "briefings:briefing_detail", "briefings:coverage",
    "glossary:term_list", "glossary:term_detail", "glossary:term_export",
    "glossary:body_list", "glossary:body_detail", "glossary:body_export",
    "questions:answered_list", "questions:ask", "questions:thanks",
    "newsletter:subscribe", "newsletter:confirm", "newsletter:leave",
    "search:search", "outlets:data", "outlets:interface", "outlets:listing", "outlets:feed",
    "outlets:recommendation_card",
    "interface:index", "interface:description", "interface:list", "interface:thing",
    "interface:sitemap", "interface:robots",
    "protection:kept",
})  # fmt: skip
NOTHING_ASKED: Final = frozenset({"points:import_sample_md", "points:import_sample_csv"})  # empty forms of a file
ASKING: Final = frozenset({"actor", "may", "require"})


@register()
def every_address_says_who_may(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """Only what is listed is open, and every closed view asks about who is asking."""
    found: list[CheckMessage] = []
    for name, view in named_views(get_resolver()):
        if not getattr(view, "login_required", True):
            if name not in OPEN:
                found.append(
                    Error(f"{name} is open to visitors, but not listed in config/doors.py.", id="supportroom.E020")
                )
        elif name not in NOTHING_ASKED and not asks(view, set()):
            found.append(Error(f"{name} never asks about who is asking.", id="supportroom.E021"))
    return found


def named_views(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Give every view with the name of its address."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from named_views(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry.callback


def asks(view: Any, seen: set[Any]) -> bool:
    """Tell whether a view, or a function of views that it uses, asks about who is asking."""
    function = inspect.unwrap(view)
    if function in seen or not inspect.isfunction(function):
        return False
    seen.add(function)
    names = set(_names(function.__code__))
    used = [function.__globals__.get(name) for name in names]
    return bool(names & ASKING) or any(
        asks(one, seen) for one in used if inspect.isfunction(one) and ".views" in one.__module__
    )


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)
