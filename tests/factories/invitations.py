"""Rounds whose invitations can go out, letters, answers: built by the product's own actions."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from supportroom.invitations.actions import accept, send_invitations, write_letter
from supportroom.invitations.models import Invitation, Letter
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.selection.actions import confirm_list
from tests.factories.personas import actor_of, make_person
from tests.factories.programme import agenda_topic, published, speaks_about
from tests.factories.rounds import make_round, make_session, words
from tests.factories.selection import make_list

FIRST_DAY, LAST_DAY = date(2026, 6, 30), date(2026, 7, 3)  # four weeks after the morning at which tests' clocks stand
TERM = datetime(2026, 6, 20, 15, 0, tzinfo=UTC)


def prepared_round(people: Sequence[Person], *, contact: Person | None = None, **details: Any) -> Round:
    """Make a round with a published programme, a confirmed list of these people, and no letter yet."""
    dates = {"starts_on": FIRST_DAY, "ends_on": LAST_DAY}
    made = make_round(**{"others": 0, "running": False, **dates, **details})
    topic = agenda_topic(made, contact=contact or make_person("Rana Contact-Invented", "team"))
    starts_at = datetime.combine(made.starts_on, time(9), UTC)
    speaks_about(make_session(made, starts_at=starts_at), topic)
    published(made)
    confirm_list(actor=SYSTEM, draft_list=make_list(made, people))
    made.refresh_from_db()
    return made


def letter_for(round: Round, *, answer_by: datetime = TERM, reason: str = "", **fields: Any) -> Letter:
    """Write a round's letter in Arabic and English."""
    text = words("Dear member, please come.", "تحية طيبة، ندعوكم إلى الجولة.")
    said = words(reason, f"بالعربية: {reason}") if reason else MultilingualText()
    given = {"actor": SYSTEM, "text": text, "answer_by": answer_by, "reason": said, **fields}
    return write_letter(round=round, **given)


def invited_round(people: Sequence[Person], *, contact: Person | None = None, answer_by: datetime = TERM,
                  **details: Any) -> Round:  # fmt: skip
    """Make a round to which these people are invited and have not answered."""
    made = prepared_round(people, contact=contact, **details)
    letter_for(made, answer_by=answer_by)
    send_invitations(actor=SYSTEM, round=made)
    made.refresh_from_db()
    return made


def invitation_to(round: Round, person: Person) -> Invitation:
    """Give somebody's invitation to a round as it stands."""
    return Invitation.objects.select_related("round__letter", "person", "group").get(round=round, person=person)


def accepted_by(round: Round, person: Person, *support: tuple[str, str]) -> Invitation:
    """Let somebody accept, with what they need."""
    return accept(actor=actor_of(person), invitation=invitation_to(round, person), support=support)
