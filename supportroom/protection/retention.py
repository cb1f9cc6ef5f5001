"""What is kept, how long, why, and who forgets it: one table for the whole room (S43).

The one inversion that the house allows: in its `ready()` each app says of every class of its things that does not stay
for good how it is forgotten (`keep`), and what becomes of a person's traces when they are erased (`at_forgetting`).
`forget_what_is_over` is periodic work; the page, `manage.py retention` and the tests read the same table.
"""

import logging
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection

from supportroom.kernel.clock import now
from supportroom.kernel.errors import Phrase
from supportroom.people.models import Person
from supportroom.protection.erasing import scrub_disk

log = logging.getLogger(__name__)
# The periodic work comes round every few seconds; after a night without the server it has an hour to catch up.
GRACE: Final = timedelta(hours=1)
Count = Callable[[datetime], int]
Forget = Callable[[], object]
Farewell = Callable[[Person], None]


@dataclass(frozen=True)
class Kept:
    """One class of things: its name in code, what it is, why it is kept, and until when.

    `lasts` is None where an event ends it, which `until` then names. `overdue(moment)` gives how many should have been
    forgotten by a moment. `forget` forgets what is over by now; None where the event itself does it, in its own
    transaction.
    """

    name: str
    what: Phrase
    why: Phrase
    lasts: timedelta | None
    until: Phrase
    overdue: Count
    forget: Forget | None

    @property
    def days(self) -> int:
        """Give the whole days that it is kept, 0 for less than one or for an event."""
        return self.lasts.days if self.lasts else 0

    @property
    def hours(self) -> int:
        """Give the hours that it is kept where that is no whole number of days."""
        return (
            0
            if not self.lasts or self.lasts % timedelta(days=1) == timedelta()
            else int(self.lasts.total_seconds() // 3600)
        )


_table: dict[str, Kept] = {}
_farewells: list[Farewell] = []


def keep(
    name: str,
    *,
    what: Phrase,
    why: Phrase,
    overdue: Count,
    forget: Forget | None = None,
    days: int = 0,
    hours: int = 0,
    until: Phrase = "",
) -> None:
    """Say of a class of things how long it is kept: days and hours, or the event that ends it (`until`).

    A name said twice, or neither time nor event, raises ValueError; called in an app's `ready()`.
    """
    if (name in _table and _table[name].overdue is not overdue) or not (days or hours or until):
        raise ValueError(f"retention: {name}")
    lasts = timedelta(days=days, hours=hours) if days or hours else None
    _table[name] = Kept(name, what, why, lasts, until, overdue, forget)


def table() -> tuple[Kept, ...]:
    """Give every class of things that is forgotten one day, by name."""
    return tuple(_table[name] for name in sorted(_table))


def overdue() -> dict[str, int]:
    """Give how many things of each class should have been forgotten by now; 0 everywhere is as it should be."""
    moment = now()
    return {kept.name: kept.overdue(moment - GRACE if kept.forget else moment) for kept in table()}


def forget_what_is_over() -> list[str]:
    """Forget of every class what is over; give the classes of which anything was. One that fails keeps no other back.

    On SQLite it is off the disk then. Raises RuntimeError with the names of those that failed, once all had their turn.
    """
    moment, done, failed = now(), list[str](), list[str]()
    for kept in table():
        try:
            if kept.forget and kept.overdue(moment):
                kept.forget()
                done.append(kept.name)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other classes have to be forgotten
            where = traceback.extract_tb(error.__traceback__)[-1]
            log.error("%s not forgotten: %s in %s:%s", kept.name, type(error).__name__, where.filename, where.lineno)  # noqa: TRY400
            failed.append(kept.name)
    if done and not connection.in_atomic_block:
        scrub_disk()
    if failed:
        raise RuntimeError(f"not forgotten: {', '.join(failed)}")
    return done


def at_forgetting(farewell: Farewell) -> None:
    """Let an app say what becomes of its own when a person is forgotten; called in its `ready()`."""
    if farewell not in _farewells:
        _farewells.append(farewell)


def forget_person(person: Person) -> None:
    """Forget a person on every floor, inside another app's action; higher floors first, the roll itself last.

    What they wrote in the room's name stands as a former member's; what was only theirs goes.
    """
    for farewell in reversed(_farewells):
        farewell(person)


def farewells() -> Iterable[Farewell]:
    """Give what the floors do when a person is forgotten, in the order in which it is done."""
    return reversed(_farewells)
