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
    """

    person_id: int
    entry: Entry
    category: str
    kind: str
    about: str
    answers: Any = None


def tidings_of(entry: Entry) -> list[Tiding]:
    """List who is told of an entry, each person once and the actor never; Vanished where the thing is gone."""
    thing = thing_behind(entry.thing)
    found: dict[int, Tiding] = {}
    for audience in AUDIENCES.get(entry.action, ()):
        about = reference(audience.about(thing))
        answers = thing if audience.can_answer else None
        for person_id in audience.who(thing):
            kind = audience.kind or entry.action
            found.setdefault(person_id, Tiding(person_id, entry, audience.category, kind, about, answers))
    return [tiding for tiding in found.values() if entry.actor != f"person:{tiding.person_id}"]
