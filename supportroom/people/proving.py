"""Proving who one is: every password and every code that anybody types is looked at here, and nowhere else (S07, S08).

Each try takes its turn first (`attempts`). Whoever types an address that nobody has waits as long, for the same words.
"""

from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.views.decorators.debug import sensitive_variables

from supportroom.kernel.errors import DomainError
from supportroom.people import attempts
from supportroom.people.known_browsers import seed_in
from supportroom.people.models import Account
from supportroom.people.passkeys import fitting_passkey

PASSWORD, CODE, LINK = "password", "code", "link"


@sensitive_variables()
def account_by_password(request: HttpRequest, email: str, password: str) -> Account:
    """Give the active account of this address and password; DomainError `people.wait`, `people.wrong_password`."""
    account = Account.objects.at_address(email).select_related("person", "second_factor").first()
    seed = seed_in(request, email, account)
    key = _turn(PASSWORD, email.lower(), seed)
    if account is None or not account.is_active:
        make_password(password)  # as long as looking at a real one
        raise DomainError("people.wrong_password")
    if not account.check_password(password):
        raise DomainError("people.wrong_password")
    attempts.went_well(key, is_known=bool(seed))
    return account


@sensitive_variables()
def prove_password(request: HttpRequest, account: Account, password: str) -> None:
    """See that this is the account's password; DomainError `people.wait`, `people.wrong_own_password`."""
    seed = seed_in(request, account.email, account)
    key = _turn(PASSWORD, account.email.lower(), seed)
    if not account.check_password(password):
        raise DomainError("people.wrong_own_password")
    attempts.went_well(key, is_known=bool(seed))


@sensitive_variables()
def prove_code(request: HttpRequest, account: Account, code: str) -> None:
    """Take six digits, or a recovery code, once; DomainError `people.wait`, `people.wrong_code`."""
    seed = seed_in(request, account.email, account)
    key = _turn(CODE, account.email.lower(), seed)
    if not attempts.use_code(account, account.second_factor.seed, code) and not attempts.use_recovery_code(
        account, code
    ):
        raise DomainError("people.wrong_code")
    attempts.went_well(key, is_known=bool(seed))


def prove_passkey(request: HttpRequest, account: Account, answer: str) -> None:
    """Take what a device signed in place of the code, and as one more try of it.

    DomainError `people.wait`, `people.passkey_refused`.
    """
    seed = seed_in(request, account.email, account)
    key = _turn(CODE, account.email.lower(), seed)
    found = fitting_passkey(request, account, answer)
    if found is None or not attempts.count_on(*found):
        raise DomainError("people.passkey_refused")
    attempts.went_well(key, is_known=bool(seed))


def take_turn_with_link(digest: str) -> None:
    """Let whoever holds a link try once; DomainError `people.wait` where it was tried a moment ago."""
    _turn(LINK, digest, "")


def _turn(*parts: str) -> str:
    key = attempts.key_of(*parts)
    seconds = attempts.take_turn(key)
    if seconds:
        raise DomainError("people.wait", seconds=seconds)
    return key
