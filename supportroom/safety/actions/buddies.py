"""Naming a buddy, agreeing, ending it, and locking the account of who trusts one."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.people.by_name import exactly_called
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER
from supportroom.safety.lifecycle import BUDDY
from supportroom.safety.locking import lock, standing_of
from supportroom.safety.models import Buddy, Standing
from supportroom.safety.vocabulary import BUDDY_PAUSE


@action("safety.name_buddy", on="person")
def name_buddy(*, actor: Actor, person: Person, name: str) -> Buddy:
    """Ask another member to be one's buddy, by the name under which the room knows them.

    DomainError `safety.buddy_first`, `safety.no_such_member`, `safety.not_oneself`. The journal says that somebody
    named a buddy, never whom.
    """
    refuse_unless(not Buddy.objects.filter(person=person).exists(), "safety.buddy_first")
    called = exactly_called(name, Person.objects.holding(MEMBER))
    refuse_unless(len(called) == 1, "safety.no_such_member")
    refuse_unless(called[0].pk != person.pk, "safety.not_oneself")
    buddy = create(Buddy, person=person, buddy=called[0])
    record(buddy, actor=actor)
    return buddy


@action("safety.agree_to_buddy", on="buddy")
def agree_to_buddy(*, actor: Actor, buddy: Buddy) -> Buddy:
    """Agree to be somebody's buddy."""
    advance(buddy, BUDDY, "agree")
    record(buddy, actor=actor)
    return buddy


@action("safety.end_buddy", on="buddy")
def end_buddy(*, actor: Actor, buddy: Buddy) -> None:
    """End it, or decline; nothing of it remains."""
    record(buddy, actor=actor)
    erase(buddy)


@action("safety.lock_as_buddy", on="buddy")
def lock_as_buddy(*, actor: Actor, buddy: Buddy) -> Standing:
    """Lock the account of who named one as buddy; the team is told. DomainError `safety.locked_today`, and as `lock`.

    A buddy locks once a day, and never unlocks: two of the team do, once they have made sure.
    """
    last = standing_of(buddy.person).buddy_locked_at
    refuse_unless(last is None or now() - last >= BUDDY_PAUSE, "safety.locked_today")
    standing = lock(buddy.person, by_buddy=True)
    record(standing, actor=actor)
    return standing
