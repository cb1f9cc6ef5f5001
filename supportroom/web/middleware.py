"""What every request and every answer goes through."""

import logging
import sys
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFieldsSent, ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from supportroom.kernel.asked_once import only_reading
from supportroom.kernel.errors import Denied, DomainError, Missing
from supportroom.kernel.once import keyed
from supportroom.web.limits import held_back
from supportroom.web.room_left import status_of

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
NO_DEVICES = "camera=(), microphone=(), geolocation=(), browsing-topics=()"
PASSKEYS = "publickey-credentials-get={0}, publickey-credentials-create={0}"
SAFE_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Nothing goes to others. With `no-referrer` browsers send our own forms with `Origin: null`, which CSRF refuses.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": f"{NO_DEVICES}, {PASSKEYS.format('()')}",
    "X-Frame-Options": "DENY",
}


METHODS = ("GET", "HEAD", "POST")
SIGN_OUT = "account_logout"
# Not the cookies: the browser's mark spares its owner from delays that strangers cause (S07).
EMPTIED = '"cache", "storage"'


def protect_answers(answer: Answer) -> Answer:
    """Put the strict headers on every answer (S35), and keep what members read out of caches."""

    def protected(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        for name, value in SAFE_HEADERS.items():
            response.headers.setdefault(name, value)
        if settings.SECURE_HSTS_SECONDS and request.is_secure():
            response.headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
        if settings.ONION and not request.META.get("HTTP_HOST", "").endswith(".onion"):
            response.headers["Onion-Location"] = f"{settings.ONION}{request.get_full_path()}"
        if request.method == "POST" and request.resolver_match and request.resolver_match.view_name == SIGN_OUT:
            response.headers["Clear-Site-Data"] = EMPTIED
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    return protected


def may_ask_devices(response: HttpResponse) -> HttpResponse:
    """Let the page at hand, and none within it, ask the device for a passkey (S03); every other page cannot."""
    response.headers["Permissions-Policy"] = f"{NO_DEVICES}, {PASSKEYS.format('(self)')}"
    return response


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
        """Let the request pass; say what is wrong where a method is refused, as every address refuses all but three."""
        response = self.answer(request) if request.method in METHODS else HttpResponseNotAllowed(METHODS)
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
    """Answer when something of ours went wrong, or the disk or the database did before a view was asked."""
    error = sys.exc_info()[1]
    status = status_of(error) if error else 0
    return held_back(request, status) if status else error_page(request, 500)
