"""What one does to one's own way in."""

from collections.abc import Sequence

from django.contrib.auth.password_validation import validate_password

from supportroom.journal.door import action, record
from supportroom.journal.writing import create, create_many, erase_all
from supportroom.kernel.actors import Actor
from supportroom.people.ending import end_sessions
from supportroom.people.models import Account, RecoveryCode, SecondFactor
from supportroom.people.second_factor import digest_of_code


@action("people.set_up_second_factor", on="account")
def set_up_second_factor(*, actor: Actor, account: Account, seed: str, codes: Sequence[str]) -> Account:
    """Let an account sign in with the codes made from this seed; the one before ends, and every session with it.

    The caller shows `codes`, the recovery codes, once.
    """
    erase_all(SecondFactor.objects.filter(account=account))
    create(SecondFactor, account=account, seed=seed)
    _keep_codes(account, codes)
    end_sessions(account)
    record(account.person, actor=actor)
    return account


@action("people.renew_codes", on="account")
def renew_codes(*, actor: Actor, account: Account, codes: Sequence[str]) -> Account:
    """Put new recovery codes in the place of the old ones. The caller shows them once."""
    _keep_codes(account, codes)
    record(account.person, actor=actor)
    return account


def _keep_codes(account: Account, codes: Sequence[str]) -> None:
    erase_all(RecoveryCode.objects.filter(account=account))
    create_many(RecoveryCode, [{"account": account, "digest": digest_of_code(code)} for code in codes])


@action("people.change_password", on="account")
def change_password(*, actor: Actor, account: Account, password: str) -> Account:
    """Change the password; every session ends. ValidationError for one that the rules refuse."""
    keep_password(account, password)
    record(account.person, actor=actor)
    return account


@action("people.leave_everywhere", on="account")
def leave_everywhere(*, actor: Actor, account: Account) -> Account:
    """End every session of one's own, on every device."""
    end_sessions(account)
    record(account.person, actor=actor)
    return account


def keep_password(account: Account, password: str) -> None:
    """Give an account a new password inside an action, and end its sessions."""
    validate_password(password, account)
    account.set_password(password)
    Account.objects.filter(pk=account.pk).update(password=account.password)
    end_sessions(account)
