"""What one does to one's own passkeys: they stand beside the code, never in its place for good (S03)."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.people.ending import end_sessions
from supportroom.people.models import Account, Passkey, SecondFactor
from supportroom.people.passkeys import Held
from supportroom.people.vocabulary import MOST_PASSKEYS


@action("people.add_passkey", on="account")
def add_passkey(*, actor: Actor, account: Account, name: str, host: str, held: Held) -> Account:
    """Let an account sign in with this passkey in place of the code, under this address; every session ends.

    DomainError `people.no_code_yet`, `people.passkey_known`, `people.too_many_passkeys`.
    """
    refuse_unless(SecondFactor.objects.filter(account=account).exists(), "people.no_code_yet")
    refuse_unless(not Passkey.objects.filter(credential=held.credential).exists(), "people.passkey_known")
    refuse_unless(Passkey.objects.filter(account=account).count() < MOST_PASSKEYS, "people.too_many_passkeys")
    kept = {"credential": held.credential, "public_key": held.public_key, "sign_count": held.sign_count}
    create(Passkey, account=account, name=name, host=host, **kept)
    end_sessions(account)
    record(account.person, actor=actor)
    return account


@action("people.remove_passkey", on="account")
def remove_passkey(*, actor: Actor, account: Account, passkey: Passkey) -> Account:
    """Take a passkey of one's own away; every session ends. DomainError `kernel.missing` for another's."""
    refuse_unless(passkey.account_id == account.pk, "kernel.missing")
    erase_all(Passkey.objects.filter(pk=passkey.pk))
    end_sessions(account)
    record(account.person, actor=actor)
    return account
