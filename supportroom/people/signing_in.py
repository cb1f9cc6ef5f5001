"""How accounts sign in: by e-mail and password, by invitation only; the account comes with its person in one query."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from supportroom.people.models import Account


class AccountBackend(AuthenticationBackend):
    """allauth's backend, reading account and person together."""

    def get_user(self, user_id: Any) -> Account | None:
        """Give the active account of this id with its person, or None."""
        return Account.objects.select_related("person").filter(pk=user_id, is_active=True).first()


class InvitationOnly(DefaultAccountAdapter):
    """No open sign-up; nobody is told who is a member."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts are made by invitation."""
        return False
