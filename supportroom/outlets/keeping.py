"""Which answers are the same for every visitor, and so may be kept ready: said by one header, `public, no-cache`.

Whoever keeps such an answer has to ask whether it still holds. `kept.py` is the one who does, in front of the pages.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers, set_response_etag

SAYS_SO: Final = "public, no-cache"
FORM_KEY: Final = b"csrfmiddlewaretoken"
# What any visitor reads alike. Never a page with a secret in its address, never one that says what somebody looks for.
KEPT: Final = frozenset(
    {
        "site:home", "site:round_list_public", "site:round_show", "site:paper_list_public",
        "site:statement_list_public", "site:press", "site:press_paper",
        "followup:register", "followup:figures", "followup:outcomes", "followup:recommendation_detail",
        "followup:demand_detail",
        "answers:answer_detail", "answers:delivery_list", "answers:delivery_detail",
        "briefings:briefing_list", "briefings:briefing_detail", "briefings:coverage",
        "pages:about", "pages:principles", "pages:questions", "pages:privacy", "pages:contact",
        "pages:about_edition", "pages:principles_edition", "pages:questions_edition", "pages:privacy_edition",
        "pages:contact_edition", "pages:press_edition",
        "pages:news_list", "pages:news_show", "pages:news_show_edition", "pages:further_show",
        "pages:further_show_edition",
        "events:event_list", "events:event_detail", "events:event_file", "events:calendar",
        "glossary:term_list", "glossary:term_detail", "glossary:body_list", "glossary:body_detail",
        "questions:answered_list",
        "outlets:data", "outlets:interface", "outlets:feed", "outlets:listing", "outlets:recommendation_card",
        "interface:index", "interface:description", "interface:list", "interface:thing",
        "interface:sitemap", "interface:robots",
    }
)  # fmt: skip
WORDS_ASKED: Final = frozenset({"q", "words", "find"})  # what somebody looks for is kept nowhere


def say_what_may_be_kept(
    answer: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Mark an answer that is the same for everybody; answer 304 to who has it already."""

    def said(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        if not isinstance(response, HttpResponse) or not may_be_kept(request, response):
            return response
        response["Cache-Control"] = SAYS_SO
        patch_vary_headers(response, ["Cookie"] if _has_language(request) else ["Cookie", "Accept-Language"])
        set_response_etag(response)
        return get_conditional_response(request, response["ETag"], None, response) or response

    return said


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Tell whether an answer to a request is the same for every visitor."""
    match = request.resolver_match
    return (
        request.method in ("GET", "HEAD")
        and response.status_code == HTTPStatus.OK
        and match is not None
        and match.view_name in KEPT
        and not WORDS_ASKED & request.GET.keys()
        and not request.actor.is_known  # type: ignore[attr-defined]
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not response.cookies
        and FORM_KEY not in response.content
    )


def _has_language(request: HttpRequest) -> bool:
    return request.path.partition("/")[2].partition("/")[0] in dict(settings.LANGUAGES)
