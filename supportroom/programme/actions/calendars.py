"""The secret address of a person's calendar."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase
from supportroom.kernel.actors import Actor
from supportroom.people.models import Person
from supportroom.people.tokens import digest_of
from supportroom.programme.models import CalendarLink


@action("programme.open_calendar", on="person")
def open_calendar(*, actor: Actor, person: Person, token: str) -> CalendarLink:
    """Let a calendar be read by this token from now on, and by no other; only its digest is kept (S01)."""
    held = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
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
