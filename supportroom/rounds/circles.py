"""Who else sees a round that is being prepared: floors above hand over a callback in their `ready()`.

The one inversion that the house allows: those invited see their round before they take part in it.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from supportroom.kernel.actors import Actor

Circle = Callable[[Actor], QuerySet[Any, Any]]
_circles: list[Circle] = []


def also_seen_by(circle: Circle) -> None:
    """Let a callback name the rounds (ids, as a query) that an actor sees besides their own."""
    _circles.append(circle)


def seen_through_circles(actor: Actor) -> Q:
    """Give the condition under which a round is seen through one of the circles; nothing for a visitor."""
    seen = Q(pk=None)
    if actor.person_id is not None:
        for circle in _circles:
            seen |= Q(pk__in=circle(actor))
    return seen
