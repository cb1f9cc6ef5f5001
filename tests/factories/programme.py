"""Topics on the agenda, sessions that speak about them, published programmes: made by the product's own actions."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.programme.actions import publish_programme, set_topics
from supportroom.programme.models import ProgrammeVersion
from supportroom.rounds.models import Round, Session
from supportroom.topics.actions import (
    contribute_point,
    name_contact,
    open_call,
    propose_topic,
    put_on_agenda,
    settle_point,
)
from supportroom.topics.models import Call, DiscussionPoint, Topic
from tests.factories.rounds import make_round, make_session, words


def agenda_topic(
    round: Round, title: str = "Detainees", *, points: Sequence[str] = ("Visits",), contact: Person | None = None
) -> Topic:
    """Put a topic on the agenda of a round in preparation, with discussion points that are taken up."""
    if not Call.objects.filter(round=round).exists():
        soon = now() + timedelta(days=1)
        open_call(actor=SYSTEM, round=round, opens_at=now(), closes_at=soon, marks=3, text=MultilingualText())
    topic = propose_topic(actor=SYSTEM, round=round, title=words(title, f"موضوع {title}"), why=words("It matters."))
    put_on_agenda(actor=SYSTEM, topic=topic)
    for point in points:
        added = contribute_point(actor=SYSTEM, topic=topic, text=words(point))
        settle_point(actor=SYSTEM, point=added, verb="take_up")
    if contact:
        name_contact(actor=SYSTEM, topic=topic, contact=contact, competence=words("Knows it well"))
    return topic


def points_on(topic: Topic) -> list[DiscussionPoint]:
    """Give the discussion points of a topic that were taken up."""
    return list(DiscussionPoint.objects.filter(topic=topic, state="taken_up"))


def speaks_about(session: Session, *topics: Topic) -> Session:
    """Give topics with all their points to a session."""
    session.refresh_from_db()
    return set_topics(actor=SYSTEM, session=session, topics=[(topic, points_on(topic)) for topic in topics])


def planned_round(*, people: Sequence[Person] = (), others: int = 1, **details: Any) -> tuple[Round, Session, Topic]:
    """Make a round in preparation with a session that speaks about a topic; nothing is published."""
    made = make_round(people=people, others=others, running=False, **details)
    topic = agenda_topic(made)
    session = speaks_about(make_session(made, place=words("Olive hall")), topic)
    made.refresh_from_db()
    return made, session, topic


def published(round: Round, note: str = "") -> ProgrammeVersion:
    """Publish a round's programme as it stands."""
    round.refresh_from_db()
    return publish_programme(actor=SYSTEM, round=round, note=words(note) if note else MultilingualText())
