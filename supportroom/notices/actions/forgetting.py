"""What the room keeps no longer than it needs (S43): mails, old notices, receipts, invitations that are over."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import erase_all
from supportroom.kernel.actors import Actor
from supportroom.notices.housekeeping import overdue
from supportroom.notices.models import AddressTrouble, Choice, DigestDay, Following, Mail, Notice
from supportroom.people.models import Person


@action("notices.forget_old", on="at_most")
def forget_old(*, actor: Actor, at_most: int) -> None:
    """Erase what is overdue, of each kind at most so many rows at a time, so that nobody waits for it."""
    erased = 0
    for rows in overdue():
        keys = list(rows.values_list("pk", flat=True)[:at_most])
        erased += erase_all(rows.model._default_manager.filter(pk__in=keys)) if keys else 0
    record("notices.forgetting", actor=actor, rows=erased)


def forget_person(person: Person) -> None:
    """Forget what somebody was told, and what they follow; inside the action that forgets them (S43)."""
    for model in (Mail, Notice, Choice, Following, AddressTrouble, DigestDay):
        erase_all(model._default_manager.filter(person=person))
