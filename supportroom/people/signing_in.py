"""How accounts sign in: by e-mail and password, by invitation only; the account comes with its person in one query.

Wrong passwords are counted by the address typed, since everybody behind Tor shares theirs on the network. So that
nobody can keep a member out by guessing, a browser that has signed in to the account before is counted apart (S07): it
holds a mark of random letters that says neither whose it is nor when it was made.
"""

import secrets
from datetime import timedelta
from importlib import import_module
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from supportroom.kernel.kept_queries import Kept
from supportroom.people.models import Account

MARK_LASTS = timedelta(days=90)


@Kept
def _active_account(account_id: int) -> QuerySet[Account]:
    return Account.objects.select_related("person").filter(pk=account_id, is_active=True)


class AccountBackend(AuthenticationBackend):
    """allauth's backend, reading account and person together."""

    def get_user(self, user_id: Any) -> Account | None:
        """Give the active account of this id with its person, or None."""
        found = _active_account(account_id=int(user_id))
        return found[0] if found else None


class InvitationOnly(DefaultAccountAdapter):
    """No open sign-up; nobody is told who is a member, nobody can be kept out, and no hour of signing in is kept."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts are made by invitation."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Give under what failures are counted: the address typed, and the browser if it has been in with it before."""
        email = str(credentials.get("email") or "").lower()
        mark = request.COOKIES.get(settings.KNOWN_BROWSER_COOKIE_NAME, "")
        return f"{email}:{mark}" if is_mark_of(mark, email) else email

    def reauthenticate(self, user: Any, password: str) -> bool:
        """Tell whether this is the password of who is signed in already."""
        is_right: bool = user.check_password(password)
        return is_right

    def post_login(self, request: HttpRequest, user: Any, **given: Any) -> HttpResponse:
        """Lead on; mark the browser, keep of the hour no more than is needed, and forget sessions that are over."""
        response: HttpResponse = super().post_login(request, user, **given)
        request.session.pop(AUTHENTICATION_METHODS_SESSION_KEY, None)
        import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
        response.set_cookie(
            settings.KNOWN_BROWSER_COOKIE_NAME,
            new_mark(user.email.lower()),
            max_age=MARK_LASTS,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        return response


def new_mark(email: str) -> str:
    """Give a browser's mark for an address: random letters, and a proof that only this server can make or check."""
    seed = secrets.token_urlsafe(12)
    return f"{seed}.{_proof(seed, email)}"


def is_mark_of(mark: str, email: str) -> bool:
    """Tell whether a mark was made for this address."""
    seed, _dot, proof = mark.partition(".")
    return constant_time_compare(proof, _proof(seed, email))


def _proof(seed: str, email: str) -> str:
    return salted_hmac("supportroom.people.known_browser", f"{seed}:{email}", algorithm="sha256").hexdigest()[:32]
