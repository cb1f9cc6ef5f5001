"""Actions and permissions that a test makes for itself, taken out of the registers when it is over."""

from collections.abc import Iterator
from contextlib import contextmanager

from supportroom.journal import door
from supportroom.kernel import permissions


@contextmanager
def registers_kept() -> Iterator[None]:
    """Leave the registers of actions and permissions as they were found: what is in them counts as the product's."""
    actions, rules = dict(door._names), dict(permissions._predicates)
    try:
        yield
    finally:
        for register, known in ((door._names, actions), (permissions._predicates, rules)):
            register.clear()
            register.update(known)  # type: ignore[arg-type]


def forget_action(name: str) -> None:
    """Take an action that a test file defines out of the register at once; it can still be called."""
    del door._names[name]
