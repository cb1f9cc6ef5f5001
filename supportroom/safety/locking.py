"""Locking an account and opening the way back: plain functions, for use inside the actions that may do it (S47)."""

from supportroom.journal.models import reference
from supportroom.journal.writing import advance, create, refuse_unless
from supportroom.kernel.clock import now
from supportroom.people.ending import end_account, shut_out
from supportroom.people.models import Account, Person
from supportroom.safety.lifecycle import ACCOUNT
from supportroom.safety.models import ApprovalRequest, Standing
from supportroom.safety.queries import is_locked


def standing_of(person: Person) -> Standing:
    """Give whether a person's account is locked; the row is made when it is first asked for inside an action."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)  # two at once follow one another
    return Standing.objects.filter(person=person).first() or create(Standing, person=person, since=now())


def lock(person: Person, *, by_buddy: bool = False) -> Standing:
    """Lock a person's account at once: every session is over, nobody signs in with it, no mail goes to them.

    DomainError `safety.no_account`, or `kernel.not_now` where it is locked already. What is theirs stays.
    """
    moment = now()
    standing = standing_of(person)  # who closes the account at the same instant is waited for
    account = Account.objects.filter(person=person).first()
    refuse_unless(account is not None, "safety.no_account")
    advance(standing, ACCOUNT, "lock", since=moment, **({"buddy_locked_at": moment} if by_buddy else {}))
    if account is not None:
        shut_out(account)
    return standing


def unlock(person: Person) -> None:
    """Lift the lock by taking the old account away: what may have been forced out of somebody opens nothing any more.

    The team then invites them anew, by a link that it hands over as it has made sure of them.
    """
    standing = standing_of(person)
    advance(standing, ACCOUNT, "unlock", since=now())
    for account in Account.objects.filter(person=person):
        end_account(account)


def refuse_unless_has_account(thing: str) -> None:
    """Raise DomainError unless the person of this reference can sign in."""
    person = person_behind(thing)
    refuse_unless(person and Account.objects.filter(person=person, is_active=True).exists(), "safety.no_account")


def refuse_unless_locked(thing: str) -> None:
    """Raise DomainError unless the account of the person of this reference is locked."""
    person = person_behind(thing)
    refuse_unless(person and is_locked(person.pk), "safety.no_account")


def person_behind(thing: str) -> Person | None:
    """Give the person whom a reference of the journal names."""
    label, _colon, key = thing.partition(":")
    known = label == Person._meta.label_lower and key.isascii() and key.isdigit()
    return Person.objects.filter(pk=int(key)).first() if known else None


def lock_as_asked(request: ApprovalRequest) -> None:
    """Lock the account of whom an approved request concerns."""
    person = person_behind(request.thing)
    refuse_unless(person, "safety.no_account")
    if person:
        lock(person)


def unlock_as_asked(request: ApprovalRequest) -> None:
    """Lift the lock of whom an approved request concerns."""
    person = person_behind(request.thing)
    refuse_unless(person, "safety.no_account")
    if person:
        unlock(person)


def thing_of(person: Person) -> str:
    """Give the reference under which the two-person rule knows a person."""
    return reference(person)
