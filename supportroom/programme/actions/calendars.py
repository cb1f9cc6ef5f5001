"""The secret address of a person's calendar."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.people.models import Account, Person
from supportroom.people.tokens import digest_of
from supportroom.programme.models import CalendarLink


@action("programme.open_calendar", on="person")
def open_calendar(*, actor: Actor, person: Person, token: str) -> CalendarLink:
    """Let a calendar be read by this token from now on, and by no other; only its digest is kept (S01).

    DomainError `people.no_account` where the account was locked or closed at the same instant.
    """
    held = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    refuse_unless(Account.objects.filter(person=held, is_active=True).exists(), "people.no_account")
    link = CalendarLink.objects.filter(person=held).first()
    if link is None:
        link = create(CalendarLink, person=held, digest=digest_of(token))
    else:
        change(link, digest=digest_of(token))
    record(link, actor=actor)
    return link


@action("programme.revoke_calendar", on="link")
def revoke_calendar(*, actor: Actor, link: CalendarLink) -> None:
    """Let nobody read the calendar by its address any more."""
    record(link, actor=actor)
    erase(link)


def end_calendar(person: Person) -> None:
    """End the address of a person's calendar, inside the action that locks, unlocks or closes their account (S47)."""
    erase_all(CalendarLink.objects.filter(person=person))
