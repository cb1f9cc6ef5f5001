"""What somebody does with their own notices."""

from collections.abc import Sequence
from datetime import datetime

from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.writing import change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.notices.models import AddressTrouble, Choice, Notice
from supportroom.notices.vocabulary import ALWAYS_AT_ONCE, CATEGORIES, CHANNELS, PACES
from supportroom.people.models import Person


@action("notices.choose_pace", on="person")
def choose_pace(*, actor: Actor, person: Person, paces: Sequence[tuple[str, str, str]]) -> Person:
    """Set paces, each as category, channel and pace; those not named stay.

    DomainError `notices.always_at_once` for what cannot be chosen, `notices.no_such_choice` for unknown words.
    """
    known = {(choice.category, choice.channel): choice for choice in Choice.objects.filter(person=person)}
    for category, channel, pace in paces:
        refuse_unless(category in CATEGORIES and channel in CHANNELS and pace in PACES, "notices.no_such_choice")
        refuse_unless(category not in ALWAYS_AT_ONCE, "notices.always_at_once")
        choice = known.get((category, channel))
        if choice is None:
            create(Choice, person=person, category=category, channel=channel, pace=pace)
        elif choice.pace != pace:
            change(choice, pace=pace)
    record(person, actor=actor)
    return person


@action("notices.read_notices", on="person")
def read_notices(*, actor: Actor, person: Person, until: datetime) -> Person:
    """Mark as read what was shown up to an instant: what came while the page was open stays unread.

    The journal keeps the day and no more: to the second it would tell who was here when (S15).
    """
    Notice.objects.filter(person=person, is_read=False, shows_at__lte=until).update(is_read=True)
    record_unnamed(person, at=now().replace(hour=0, minute=0, second=0, microsecond=0))
    return person


@action("notices.trust_address", on="person")
def trust_address(*, actor: Actor, person: Person) -> Person:
    """Send mails to an address again that a server had refused."""
    erase_all(AddressTrouble.objects.filter(person=person))
    record(person, actor=actor)
    return person
