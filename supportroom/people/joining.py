"""Taking somebody into the team takes two of it, as soon as two of it can sign in (S13).

How another is asked is handed in by the floor above that keeps the rule of two, in its `ready()`. While fewer than two
could approve, and where the room itself acts, the role is given at once.
"""

from collections.abc import Callable

from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.people.models import Person
from supportroom.people.vocabulary import TEAM, TWO

Asking = Callable[[Actor, Person], None]
Waiting = Callable[[Person], bool]
_ways: list[tuple[Asking, Waiting]] = []


def at_joining_asked(way: Asking, is_waiting: Waiting) -> None:
    """Let an app above say how another of the team is asked that somebody joins it, and whether that waits already.

    The first is called inside the transaction that asks.
    """
    if (way, is_waiting) not in _ways:
        _ways.append((way, is_waiting))


def ask_to_join(*, actor: Actor, person: Person) -> None:
    """Ask another of the team that a person joins it; DomainError as the rule of two refuses."""
    for way, _is_waiting in _ways:
        way(actor, person)


def joining_waits(person: Person) -> bool:
    """Tell whether another of the team was asked that somebody joins it, and has not answered yet."""
    return any(is_waiting(person) for _way, is_waiting in _ways)


def needs_another(actor: Actor, role: str) -> bool:
    """Tell whether another has to approve that this actor gives this role to somebody."""
    if role != TEAM or actor is SYSTEM:
        return False
    return Person.objects.holding(TEAM).filter(account__is_active=True).count() >= TWO
