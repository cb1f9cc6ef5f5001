"""What losing a role sets off on the floors above: they hand it in, in their `ready()`; it runs with the loss."""

from collections.abc import Callable

from supportroom.people.models import Person

Callback = Callable[[Person, str], None]
_callbacks: list[Callback] = []


def at_role_taken(callback: Callback) -> None:
    """Let an app above act when somebody loses a room-wide role, inside the same transaction."""
    if callback not in _callbacks:
        _callbacks.append(callback)


def run_callbacks(person: Person, role: str) -> None:
    """Do what the floors above handed in; called by `take_role` alone."""
    for callback in _callbacks:
        callback(person, role)
