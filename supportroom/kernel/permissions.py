"""One question for all: may this actor do this to this thing? Predicates are registered by each app's `rules.py`."""

from collections.abc import Callable
from typing import Any

from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.errors import Denied

Predicate = Callable[[Actor, Any], bool]
_predicates: dict[str, Predicate] = {}


def permission(name: str) -> Callable[[Predicate], Predicate]:
    """Register the decorated predicate under a permission's name; a name registered twice raises ValueError."""

    def register(predicate: Predicate) -> Predicate:
        known = _predicates.setdefault(name, predicate)
        if known is not predicate:
            raise ValueError(f"permission registered twice: {name}")
        return predicate

    return register


def may(actor: Actor, name: str, thing: Any = None) -> bool:
    """Tell whether the actor holds this permission on this thing; a name nobody registered raises LookupError."""
    if name not in _predicates:
        raise LookupError(f"no such permission: {name}")
    return actor is SYSTEM or _predicates[name](actor, thing)


def require(actor: Actor, name: str, thing: Any = None) -> None:
    """Raise Denied unless the actor holds this permission on this thing."""
    if not may(actor, name, thing):
        raise Denied("kernel.denied")


def permission_names() -> list[str]:
    """List every registered permission, sorted."""
    return sorted(_predicates)
