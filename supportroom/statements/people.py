"""Who writes a statement and who speaks for it, as a reader may know it (S16, S17)."""

from dataclasses import dataclass

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import may
from supportroom.people.by_name import by_name
from supportroom.people.models import Person
from supportroom.protection.naming import consenting, name_for
from supportroom.protection.vocabulary import PUBLIC, SAME_ROUND
from supportroom.rounds.models import Participant
from supportroom.statements.models import Spokesperson, Statement, Volunteer


@dataclass(frozen=True)
class Writers:
    """A statement's volunteers: their names for whom they are known to, their number for others."""

    names: tuple[str, ...]
    count: int
    is_mine: bool


@dataclass(frozen=True)
class Speaker:
    """A spokesperson: the name as the reader may know it, whether they agree to be named, whether it is oneself."""

    spokesperson: Spokesperson
    name: str
    is_named: bool
    is_mine: bool


def writers_of(statement: Statement, actor: Actor) -> Writers:
    """Give who volunteered, by name to the team and inside the round."""
    rows = list(Volunteer.objects.filter(statement=statement).select_related("person"))
    inside = may(actor, "statements.read_writers", statement)
    names = sorted(name_for(row.person, SAME_ROUND) for row in rows) if inside else []
    is_mine = actor.is_known and any(row.person_id == actor.person_id for row in rows)
    return Writers(tuple(names), len(rows), is_mine)


def speakers_of(statement: Statement, actor: Actor) -> list[Speaker]:
    """Give who speaks: inside the round by name, to others only those who agree to be named, and how many besides."""
    agreed = consenting(statement)
    audience = SAME_ROUND if may(actor, "statements.read_writers", statement) else PUBLIC
    return [
        Speaker(
            spokesperson=row,
            name=name_for(row.person, audience, consented=row.person_id in agreed),
            is_named=row.person_id in agreed,
            is_mine=actor.is_known and row.person_id == actor.person_id,
        )
        for row in by_name(Spokesperson.objects.filter(statement=statement), "person")
    ]


def can_speak(statement: Statement) -> list[tuple[Person, str]]:
    """List who may be chosen to speak: who takes part in the round and does not speak yet, by name."""
    speaking = Spokesperson.objects.filter(statement=statement).values("person")
    rows = Participant.objects.filter(round_id=statement.round_id).exclude(person__in=speaking).select_related("person")
    if statement.group_id:
        rows = rows.filter(group_id=statement.group_id) | rows.filter(group=None)
    return [(row.person, name_for(row.person, SAME_ROUND)) for row in by_name(rows, "person")]
