"""What every request and every answer goes through."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFieldsSent, ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from supportroom.kernel.asked_once import only_reading
from supportroom.kernel.errors import Denied, DomainError, Missing
from supportroom.kernel.once import keyed

Answer = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)

POLICY = "; ".join(
    [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect", "manifest")),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default live",
    ]
)
SAFE_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Nothing goes to others. With `no-referrer` browsers send our own forms with `Origin: null`, which CSRF refuses.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "X-Frame-Options": "DENY",
}


def protect_answers(answer: Answer) -> Answer:
    """Put the strict headers on every answer (S35), and keep what members read out of caches."""

    def protected(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        for name, value in SAFE_HEADERS.items():
            response.headers.setdefault(name, value)
        if settings.SECURE_HSTS_SECONDS and request.is_secure():
            response.headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    return protected


def choose_language(answer: Answer) -> Answer:
    """Read the language from the address (`/ar/...`), else from what the browser asks for."""
    codes = {code for code, _ in settings.LANGUAGES}

    def spoken(request: HttpRequest) -> HttpResponse:
        prefix = request.path_info[1:].partition("/")[0]
        language = prefix if prefix in codes else translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = answer(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return spoken


def carry_form_key(answer: Answer) -> Answer:
    """Hand the form's idempotency key to the door of actions (R01); a request that only reads asks nothing twice."""

    def carried(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            with only_reading():
                return answer(request)
        with keyed(request.POST.get("once", "")):
            return answer(request)

    return carried


def error_page(request: HttpRequest, status: int, wording: str = "") -> HttpResponse:
    """Answer with the error page of a status, in the reader's language."""
    return render(request, "web/error.html", {"status": status, "wording": wording}, status=status)


class ErrorsExplained:
    """Turn what the domain refuses into a page in the reader's language; hidden and absent things look alike."""

    def __init__(self, answer: Answer) -> None:
        """Take the next layer."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass; say what is wrong where a method is refused."""
        response = self.answer(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or response.content:
            return response
        said = error_page(request, response.status_code)
        said.headers["Allow"] = response.headers["Allow"]
        return said

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer domain errors, refusals and misses; leave the rest to Django."""
        if isinstance(error, Missing | Http404):
            return error_page(request, 404)
        if isinstance(error, Denied | PermissionDenied):
            return error_page(request, 403)
        if isinstance(error, DomainError):
            return error_page(request, error.status, error.wording)
        if isinstance(error, ValidationError):
            return error_page(request, 422, " ".join(error.messages))
        if isinstance(error, IntegrityError):  # two at the same instant: the database let one through
            log.warning("refused by the database: %s", type(error).__name__)
            return error_page(request, 409)
        return None


explain_errors = ErrorsExplained


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that did not come from our own page."""
    return error_page(request, 403)


def not_read(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that makes no sense, or one that is larger than any form of ours."""
    return error_page(request, 413 if isinstance(exception, RequestDataTooBig | TooManyFieldsSent) else 400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return error_page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer when something of ours went wrong."""
    return error_page(request, 500)
