"""All sessions of an account end at once (S05), and with the account what hangs on it, also on the floors above.

For actions, of this floor and of those above. Apps above hand in, in their `ready()`, what of theirs ends with it.
"""

from collections.abc import Callable

from supportroom.journal.writing import advance, erase, erase_all
from supportroom.people.lifecycle import RECOVERY
from supportroom.people.models import Account, AccountInvitation, Person, Recovery, SignedIn, new_stamp
from supportroom.people.vocabulary import LIVING

Callback = Callable[[Person], None]
_callbacks: list[Callback] = []


def at_account_shut(callback: Callback) -> None:
    """Let an app above act when an account is locked, unlocked or closed, inside the same transaction."""
    if callback not in _callbacks:
        _callbacks.append(callback)


def end_sessions(account: Account) -> None:
    """End every session of an account, those half-way in, and the marks of browsers that it knows.

    Inside an action alone (RuntimeError otherwise). The next request of any of its devices is a visitor's.
    """
    erase_all(SignedIn.objects.filter(account=account))
    account.stamp = new_stamp()
    Account.objects.filter(pk=account.pk).update(stamp=account.stamp)


def shut_out(account: Account) -> None:
    """Let nobody in with an account, nor by a link its person was sent; every session is over. Inside an action."""
    Account.objects.filter(pk=account.pk).update(is_active=False)
    AccountInvitation.objects.filter(person=account.person_id, used=False).update(used=True)
    end_sessions(account)
    _end_what_hangs_on(account.person)


def end_account(account: Account) -> None:
    """Erase an account with its sessions and factors, and what hangs on it on every floor. Inside an action."""
    end_sessions(account)
    _end_what_hangs_on(account.person)
    erase(account)


def stop_asked(person: Person) -> None:
    """Stop every way back in that somebody asked for: the room does not rely on them any more (S04). In an action."""
    for each in Recovery.objects.select_for_update(no_key=True).filter(asked_by=person, state__in=LIVING):
        advance(each, RECOVERY, "stop", digest="")


def _end_what_hangs_on(person: Person) -> None:
    stop_asked(person)
    for callback in _callbacks:
        callback(person)
