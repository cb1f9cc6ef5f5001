"""The mark of a browser that has signed in to an account before: others' wrong tries do not keep it waiting (S07).

A mark holds random letters, a proof that only this server can make, and what its owner calls the device. It says
neither whose it is nor when it was made, and it is over with the account's stamp.
"""

import base64
import secrets
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from supportroom.people.models import Account

LASTS: Final = timedelta(days=90)


def new_mark(email: str, stamp: str, name: str = "") -> str:
    """Give a browser's mark for an account."""
    called = base64.urlsafe_b64encode(name.encode()).decode().rstrip("=")
    seed = secrets.token_urlsafe(12)
    return f"{seed}.{_proof(seed, email, stamp, called)}.{called}"


def seed_of(mark: str, email: str, stamp: str) -> str:
    """Give what a browser is counted under, or nothing for a mark that was not made for this account."""
    seed, proof, called = (*mark.split(".", 2), "", "", "")[:3]
    return seed if constant_time_compare(proof, _proof(seed, email, stamp, called)) else ""


def _proof(seed: str, email: str, stamp: str, called: str) -> str:
    words = f"{seed}\x1f{email.lower()}\x1f{stamp}\x1f{called}"
    return salted_hmac("supportroom.people.known_browser", words, algorithm="sha256").hexdigest()[:32]


def mark_in(request: HttpRequest) -> str:
    """Give the mark that a browser shows, whosoever it is."""
    return request.COOKIES.get(settings.KNOWN_BROWSER_COOKIE_NAME, "")


def seed_in(request: HttpRequest, email: str, account: Account | None) -> str:
    """Give what this browser is counted under when it tries this account; nothing for one that is not known."""
    return seed_of(mark_in(request), email, account.stamp if account else "")


def name_in(request: HttpRequest, account: Account) -> str:
    """Give what the account's owner calls this browser; nothing where they never said."""
    if not seed_in(request, account.email, account):
        return ""
    called = mark_in(request).split(".", 2)[2]
    return base64.urlsafe_b64decode(called + "=" * (-len(called) % 4)).decode()


def remember(response: HttpResponse, account: Account, name: str = "") -> None:
    """Mark the browser as known to the account."""
    response.set_cookie(
        settings.KNOWN_BROWSER_COOKIE_NAME,
        new_mark(account.email, account.stamp, name),
        max_age=LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
