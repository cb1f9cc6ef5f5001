"""Rounds with pillars, groups, participants and sessions, built by the product's own actions."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.people.models import Person
from supportroom.room.models import Pillar
from supportroom.rounds.actions import (
    add_group,
    add_participant,
    add_pillar,
    add_session,
    close_session,
    create_round,
    open_session,
    start_round,
)
from supportroom.rounds.closing import finish_closing
from supportroom.rounds.models import Group, Round, Session
from tests.factories.personas import make_person

FIRST_DAY = date(2026, 6, 2)
MORNING = datetime(2026, 6, 2, 9, 0, tzinfo=UTC)


def words(english: str, arabic: str = "") -> MultilingualText:
    """Give a text in English, and in Arabic where that is given."""
    return multilingual("en", en=english, ar=arabic)


def make_round(*, pillars: Sequence[str] = ("Detainees", "Relief"), groups: int = 1, people: Sequence[Person] = (),
               others: int = 4, running: bool = True, **details: Any) -> Round:  # fmt: skip
    """Make a round of 2-5 June 2026 in Damascus time with new pillars and groups.

    `people` and so many invented `others` take part in the first group. A running one has a planned session as well.
    """
    details = {"starts_on": FIRST_DAY, "ends_on": date(2026, 6, 5), "languages": ["ar", "en"], **details}
    details.setdefault("title", words("The June round", "جولة حزيران"))
    made = create_round(actor=SYSTEM, pillars=[], **details)
    for name in pillars:
        add_pillar(actor=SYSTEM, round=made, name=words(name))
    for number in range(1, groups + 1):
        add_group(actor=SYSTEM, round=made, name=words(f"Group {number}", f"المجموعة {number}"))
    invented = [make_person(f"Participant {number} Invented", "member") for number in range(1, others + 1)]
    for person in (*people, *invented):
        add_participant(actor=SYSTEM, round=made, person=person, group=first_group(made))
    if running:
        make_session(made)
        start_round(actor=SYSTEM, round=made)
    return made


def first_group(round: Round) -> Group | None:
    """Give the round's first group."""
    return round.groups.first()


def pillar_of(round: Round, number: int = 0) -> Pillar:
    """Give one of the round's pillars by its place."""
    return list(round.pillars.order_by("round_pillars__position"))[number]


def make_session(round: Round, *, group: Group | None = None, starts_at: datetime = MORNING, **fields: Any) -> Session:
    """Plan a closed consultation of four hours for a group, by default the first."""
    fields = {"title": words("First meeting", "الاجتماع الأول"), "ends_at": starts_at + timedelta(hours=4), **fields}
    group = group or first_group(round)
    return add_session(actor=SYSTEM, round=round, group=group, starts_at=starts_at, **fields)


def open_a_session(facilitator: Person, rapporteur: Person | None = None, *, round: Round | None = None,
                   people: Sequence[Person] = (), others: int = 3, present: int | None = None,
                   session: Session | None = None, **fields: Any) -> Session:  # fmt: skip
    """Open a session led by these two; in a new running round, if none is given, in which they and `people` take part.

    Everybody who takes part is present unless a number is given.
    """
    if session is None:
        leaders = [person for person in (facilitator, rapporteur) if person]
        round = round or make_round(people=[*leaders, *people], others=others)
        session = round.sessions.filter(state="planned").first() or make_session(round)
    everybody = session.round.participants.filter(**({"group": session.group} if session.group else {})).count()
    return open_session(
        actor=SYSTEM,
        session=session,
        facilitator=facilitator,
        rapporteur=rapporteur,
        present=everybody if present is None else present,
    )


def close_a_session(session: Session) -> Session:
    """Close a session and finish it as after a commit: its key is gone."""
    close_session(actor=SYSTEM, session=session)
    finish_closing(session)
    return session
