"""From an entry of the journal to who is to be told of it."""

from dataclasses import dataclass
from typing import Any

from supportroom.journal.models import Entry, reference
from supportroom.notices.audiences import AUDIENCES
from supportroom.notices.audiences.audience import thing_behind


@dataclass(frozen=True)
class Tiding:
    """What somebody is to be told: of which entry, in which category, by which sentence, where to look.

    `answers`: the thing (a comment window) to which an answer to the mail would go; None for what cannot be answered.
    `once_a_day`: left out where the same was said of the same thing within a day and is not read.
    """

    person_id: int
    entry: Entry
    category: str
    kind: str
    about: str
    answers: Any = None
    once_a_day: bool = False


def tidings_of(entry: Entry) -> list[Tiding]:
    """List who is told of an entry, each person once and the actor never; Vanished where the thing is gone."""
    thing = thing_behind(entry.thing)
    found: dict[int, Tiding] = {}
    for audience in AUDIENCES.get(entry.action, ()):
        people = list(audience.who(thing)) if audience.only_if(entry.facts) else []
        if not people:
            continue
        about, kind = reference(audience.about(thing)), audience.kind or entry.action
        answers, calm = thing if audience.can_answer else None, audience.once_a_day
        for person_id in people:
            found.setdefault(person_id, Tiding(person_id, entry, audience.category, kind, about, answers, calm))
    return [tiding for tiding in found.values() if entry.actor != f"person:{tiding.person_id}"]
