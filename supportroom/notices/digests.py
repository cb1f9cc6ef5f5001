"""Whose digest is due, and what it names. Safe twice, late, and when clocks change: a day counts once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.notices.models import Notice
from supportroom.notices.pace import Due, clock_of, due_on, paces_of
from supportroom.notices.vocabulary import MAIL, NONE
from supportroom.people.models import Person

AT_A_TIME: Final = 200


@dataclass
class Digest:
    """What is due for one person: since when, the notices that it settles, the categories that its mail names."""

    person_id: int
    due: Due
    notices: list[int] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


def queue() -> int:
    """Queue every digest that is due; give for how many persons."""
    from supportroom.notices.actions import queue_digests  # noqa: PLC0415 - the action asks this module what is due

    due = [digest.person_id for digest in pending()]
    for start in range(0, len(due), AT_A_TIME):
        queue_digests(actor=SYSTEM, person_ids=due[start : start + AT_A_TIME])
    return len(due)


def pending(person_ids: Iterable[int] | None = None) -> list[Digest]:
    """List the digests whose hour has come, of these persons or of all for whom something waits.

    One may turn out empty: what waits comes weekly, was read in the room, or is not wanted any more.
    """
    digests = {digest.person_id: digest for digest in _hours_that_came(person_ids)}
    paces = paces_of(digests)
    waiting = Notice.objects.filter(is_mailed=False, person_id__in=digests)
    for person_id, notice_id, category, at, is_read in waiting.values_list(
        "person_id", "pk", "category", "at", "is_read"
    ):
        digest, pace = digests[person_id], paces[person_id][category, MAIL]
        if digest.due.takes(pace, at):
            digest.notices.append(notice_id)
            digest.kinds |= set() if is_read or pace == NONE else {category}
    return list(digests.values())


def _hours_that_came(person_ids: Iterable[int] | None) -> Iterator[Digest]:
    waiting = Person.objects.filter(pk__in=Notice.objects.filter(is_mailed=False).values("person"))
    if person_ids is not None:
        waiting = waiting.filter(pk__in=list(person_ids))
    moment = now()
    for person_id, zone, looked_after in waiting.values_list("pk", "time_zone", "digest_day__day"):
        if looked_after is not None and looked_after >= moment.astimezone(clock_of(zone)).date():
            continue
        due = due_on(person_id, zone, moment)
        if looked_after is None or looked_after < due.day:
            yield Digest(person_id, due)
