"""Whether the journal is whole: every entry in its place, as it was written or openly forgotten, up to the head (S42).

What is found: an entry or link changed, removed, put elsewhere, added, or cut off at the end, and forgetting that no
entry tells of. Whoever can write everything can also reckon a whole new chain; that is found by a head which somebody
else kept (`against`): the digest at a place never changes.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from django.db import DatabaseError, connection

from supportroom.journal import digests, guards
from supportroom.journal.models import FORGOTTEN, Entry, Head, Link, Loose

FORGETTING: Final = "journal.forgetting"  # the thing of entries that say how many were forgotten
AT_A_TIME: Final = 1000
MOST_FAULTS: Final = 10


@dataclass(frozen=True)
class Verdict:
    """What was found: how many entries, the head, how many were forgotten or have no place yet, and what is broken."""

    entries: int
    place: int
    digest: str
    forgotten: int
    loose: int
    faults: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is broken."""
        return not self.faults


class _Reading:
    """What is known on the way along the chain."""

    def __init__(self) -> None:
        self.place, self.digest = 0, digests.START
        self.forgotten = self.told = 0
        self.faults: list[str] = []
        self.witness, self.kept = 0, ""

    def say(self, words: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(words)

    def look_at(self, entry: Entry, seal: str, where: str) -> None:
        """Compare who did it and the facts with their commitment; count what was forgotten and what is told of it."""
        if entry.salt:
            if digests.sealed(entry.salt, entry.actor, entry.facts) != seal:
                self.say(f"{where}: what was done by whom is not what was written")
            elif entry.thing == FORGETTING:
                self.told += int(entry.facts.get("forgotten", 0))
        elif entry.actor != FORGOTTEN or entry.facts != {}:
            self.say(f"{where}: half forgotten")
        else:
            self.forgotten += 1


def verify(against: str = "", *, look: Callable[[int], None] = lambda _place: None) -> Verdict:
    """Go along the whole chain; `against` is a head `place:digest` that a witness kept, `look` hears of every page.

    It reads one state of the database and holds nobody up. A broken chain is no exception but a verdict.
    """
    reading, (place, _, digest) = _Reading(), against.strip().partition(":")
    reading.witness = int(place) if place.isdecimal() else 0
    with _one_state():
        try:
            head = Head.objects.filter(pk=1).first() or Head()
            for links in _pages():
                _follow_all(reading, links)
                look(reading.place)
            _end(reading, head)
            count = Entry.objects.count()
        except (DatabaseError, ValueError, TypeError, AttributeError) as error:  # bytes that are no row any more
            reading.say(f"after place {reading.place}: cannot be read ({type(error).__name__})")
            head, count = Head(), 0
    if against and reading.kept != digest:
        reading.say(f"place {place}: not the digest that the witness kept")
    return Verdict(count, head.place, head.digest, reading.forgotten, head.loose, tuple(reading.faults))


@contextmanager
def _one_state() -> Iterator[None]:
    """Read everything as it was at one instant, while others write on."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        is_postgres = connection.vendor == "postgresql"
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if is_postgres else "BEGIN DEFERRED")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")


def _pages() -> Iterator[list[Link]]:
    after = -1 << 62
    while links := list(Link.objects.filter(place__gt=after).order_by("place")[:AT_A_TIME]):
        yield links
        after = links[-1].place


def _follow_all(reading: _Reading, links: Sequence[Link]) -> None:
    entries = Entry.objects.in_bulk([link.entry for link in links])
    for link in links:
        _follow(reading, link, entries.get(link.entry))
        if link.place == reading.witness:
            reading.kept = link.digest


def _follow(reading: _Reading, link: Link, entry: Entry | None) -> None:
    where = f"place {link.place}"
    if link.place != reading.place + 1:
        reading.say(f"{where}: follows place {reading.place}")
    if entry is None:
        reading.say(f"{where}: the entry is gone")
    else:
        if digests.link(reading.digest, link.place, entry, link.sealed) != link.digest:
            reading.say(f"{where}: the digest does not hold")
        reading.look_at(entry, link.sealed, where)
    reading.place, reading.digest = link.place, link.digest


def _end(reading: _Reading, head: Head) -> None:
    """Compare the end of the chain, the entries without a place, and the sums."""
    if (head.place, head.digest) != (reading.place, reading.digest):
        reading.say(
            f"the head stands at {head.place}, the last link at {reading.place}: the end was cut off or changed"
        )
    seals = dict(Loose.objects.values_list("entry", "sealed"))
    entries = Entry.objects.in_bulk(list(seals))
    total = 0
    for key, entry in entries.items():
        total += digests.loose(entry, seals[key])
        reading.look_at(entry, seals[key], "an entry of today without a name")
    if len(seals) != head.loose or len(entries) != head.loose or f"{total % digests.WIDTH:064x}" != head.loose_sum:
        reading.say("entries without a name were changed, removed or added before they had a place")
    if Entry.objects.count() != Link.objects.count() + head.loose:
        reading.say("there are entries that stand in no chain")
    if reading.forgotten != reading.told:
        reading.say(f"{reading.forgotten} entries are forgotten, the journal tells of {reading.told}")
    if gone := guards.missing(connection):
        reading.say(f"the database does not refuse changes: {', '.join(gone)}")
