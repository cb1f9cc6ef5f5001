"""A journal with all kinds of entries, and hands that write in it without asking."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from supportroom.journal import door, guards
from supportroom.journal.models import Entry
from supportroom.journal.writing import forget_traces
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now


def write(thing: str, *, actor: Actor = SYSTEM, **facts: Any) -> None:
    """Write an entry by name, in a transaction of its own."""
    with acting():
        door.record(thing, actor=actor, **facts)


def write_unnamed(thing: str, **facts: Any) -> None:
    """Write an entry of a session under the Chatham House Rule."""
    with acting():
        door.record_unnamed(thing, at=now().replace(hour=0, minute=0, second=0, microsecond=0), **facts)


def forget(*things: str) -> int:
    """Forget who did what to these things."""
    with acting():
        return forget_traces(Entry.objects.filter(thing__in=things))


@contextmanager
def acting(name: str = "people.amend_person") -> Iterator[None]:
    """Be inside an action of this name."""
    with transaction.atomic(), door._opened(name) as sheet:
        yield
        door._hand_on(sheet)


@contextmanager
def an_intruder() -> Iterator[Any]:
    """Give a cursor of somebody who took the guards down; they stand again afterwards."""
    with guards.lifted(connection), connection.cursor() as cursor:
        yield cursor
