"""All sessions of an account end at once (S05): for actions, of this floor and of those above."""

from supportroom.journal.writing import erase_all
from supportroom.people.models import Account, AccountInvitation, SignedIn, new_stamp


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
