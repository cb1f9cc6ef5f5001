"""Points brought in from a list that a person has looked through."""

from collections.abc import Sequence
from typing import Any

from supportroom.journal.door import action
from supportroom.journal.writing import create_many, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.multilingual import multilingual
from supportroom.points.actions.board import hold, note, turn
from supportroom.points.actions.points import first_fields
from supportroom.points.actions.words import said
from supportroom.points.models import Point
from supportroom.room.models import Pillar
from supportroom.rounds.actions import add_pillar
from supportroom.rounds.models import Session
from supportroom.rounds.queries import pillars_of
from supportroom.rounds.vocabulary import OPEN, PLANNED

MOST = 500
LONGEST_PILLAR = 300
Row = tuple[int | str, str, str]


@action("points.import_points", on="session")
def import_points(*, actor: Actor, session: Session, rows: Sequence[Row]) -> Session:
    """Bring points into a planned or open session: rows of (pillar's id, or a new pillar's words; language; text).

    They are the room's: nobody is their author. A new pillar's words that name one of the round's pillars, however
    they are typed, mean that one. All rows or none. DomainError `points.nothing_chosen`, `points.too_many`,
    `points.pillar_not_in_round`, `rounds.session_not_open`, and those of `raise_point`.
    """
    held = hold(session, PLANNED, OPEN)
    refuse_unless(rows, "points.nothing_chosen")
    refuse_unless(len(rows) <= MOST, "points.too_many", limit=MOST)
    pillars = _Pillars(actor, held)
    create_many(Point, _numbered([(pillars.find(pillar, code), code, text) for pillar, code, text in rows], held))
    turn(held)
    note(held, held, actor, points=len(rows))
    return held


def _numbered(rows: list[tuple[Pillar, str, str]], session: Session) -> list[dict[str, Any]]:
    """Give the fields of each new point, numbered on from what there is."""
    starts = {pillar.pk: first_fields(session, pillar, code, text) for pillar, code, text in rows[::-1]}
    number = next(iter(starts.values()))["number"]
    made: list[dict[str, Any]] = []
    for pillar, code, text in rows:
        start = starts[pillar.pk]
        content = multilingual(code, **{code: said(code, text)})
        made.append({**start, "content": content, "search_text": content.search_text, "number": number + len(made)})
        start["position"] += 1
    return made


class _Pillars:
    """The round's pillars by id and by name, to which new ones are added on the spot."""

    def __init__(self, actor: Actor, session: Session) -> None:
        self.actor = actor
        self.session = session
        self.by_id = {pillar.pk: pillar for pillar in pillars_of(session.round)}
        self.by_name = {fold(name): p for p in self.by_id.values() for name in p.name.texts.values()}

    def find(self, pillar: int | str, language: str) -> Pillar:
        """Give the pillar that a row means; DomainError `points.pillar_not_in_round` for an id of another round."""
        if isinstance(pillar, int):
            refuse_unless(pillar in self.by_id, "points.pillar_not_in_round")
            return self.by_id[pillar]
        name = said(language, pillar, longest=LONGEST_PILLAR)
        if fold(name) not in self.by_name:
            words = multilingual(language, **{language: name})
            self.by_name[fold(name)] = add_pillar(actor=self.actor, round=self.session.round, name=words)
        return self.by_name[fold(name)]
