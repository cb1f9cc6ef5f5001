"""How accounts sign in: by e-mail, password and a code, by invitation only.

An account comes with its person and its second factor in one query.

The pages are `views/entering.py`, what is typed there is looked at in `proving`. Why this is ours: docs/decisions/0025.
"""

import re
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.backends import BaseBackend
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext

from supportroom.kernel.clock import now
from supportroom.kernel.kept_queries import Kept
from supportroom.people import moments
from supportroom.people.known_browsers import name_in
from supportroom.people.models import Account
from supportroom.people.sessions import DAY, DEVICE, HALF_WAY, SessionStore
from supportroom.people.vocabulary import COMPUTER, DEVICES, PHONE, TABLET

BACKEND: Final = "supportroom.people.signing_in.AccountBackend"
REQUIRED: Final = "required"


@Kept
def _active_account(account_id: int) -> QuerySet[Account]:
    return Account.objects.select_related("person", "second_factor").filter(pk=account_id, is_active=True)


class AccountBackend(BaseBackend):
    """Finds who is signed in; who signs in is looked at by `proving` alone."""

    def get_user(self, user_id: Any) -> Account | None:
        """Give the active account of this id with its person, or None."""
        found = _active_account(account_id=int(user_id))
        return found[0] if found else None


def has_second_factor(account: Any) -> bool:
    """Tell whether this account signs in with codes."""
    return getattr(account, "second_factor", None) is not None


def must_set_up(account: Any) -> bool:
    """Tell whether the account has to set up codes before anything else."""
    return settings.SECOND_FACTOR == REQUIRED and not has_second_factor(account)


def go_half_way(request: HttpRequest, account: Account) -> None:
    """Note in the session, and in no cookie, that the password of this account was right."""
    request.session.flush()
    request.session[HALF_WAY] = {"account": account.pk, "stamp": account.stamp}
    request.session.create()
    moments.begin(request)


def half_way_account(request: HttpRequest) -> Account | None:
    """Give the account whose password was given a few minutes ago in this browser, or None."""
    half = request.session.get(HALF_WAY)
    if not half or not moments.is_half_way(request):
        return None
    found = _active_account(account_id=half["account"])
    return found[0] if found and found[0].stamp == half["stamp"] else None


def enter(request: HttpRequest, account: Account) -> str:
    """Sign the account in, in a session of a new key; give what the device is called."""
    name = name_in(request, account) or str(request.session.get(DEVICE, ""))
    request.session.flush()  # so that the key is a new one, whatever it was before
    login(request, account, backend=BACKEND)
    request.session[DEVICE] = name or first_name_of(request)
    request.session[DAY] = now().date().isoformat()
    moments.begin(request)
    SessionStore.clear_expired()
    return name


def first_name_of(request: HttpRequest) -> str:
    """Give a neutral first name for a device: what kind it is, and nothing else of what its browser says."""
    said = request.headers.get("User-Agent", "")
    if re.search(r"iPad|Tablet", said):
        return TABLET
    return PHONE if re.search(r"Mobi|Android|iPhone", said) else COMPUTER


def shown_name(name: str) -> str:
    """Give a device's name as its owner reads it."""
    return str(DEVICES.get(name, name)) or gettext("A device")
