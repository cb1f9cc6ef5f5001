"""Taking somebody into the team takes two of it, as soon as two of it can sign in (S13).

How another is asked is handed in by the floor above that keeps the rule of two, in its `ready()`. While fewer than two
could approve, and where the room itself acts, the role is given at once.
"""

from collections.abc import Callable

from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.people.models import Person
from supportroom.people.vocabulary import TEAM, TWO

Asking = Callable[[Actor, Person], None]
_ways: list[Asking] = []


def at_joining_asked(way: Asking) -> None:
    """Let an app above say how another of the team is asked that somebody joins it, inside the same transaction."""
    if way not in _ways:
        _ways.append(way)


def ask_to_join(*, actor: Actor, person: Person) -> None:
    """Ask another of the team that a person joins it; DomainError as the rule of two refuses."""
    for way in _ways:
        way(actor, person)


def needs_another(actor: Actor, role: str) -> bool:
    """Tell whether another has to approve that this actor gives this role to somebody."""
    if role != TEAM or actor is SYSTEM:
        return False
    return Person.objects.holding(TEAM).filter(account__is_active=True).count() >= TWO
