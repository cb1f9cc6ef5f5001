"""Calls for topics, topics with their framework, marks: built by the product's own actions."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.topics.actions import (
    close_call,
    contribute_point,
    name_contact,
    open_call,
    propose_topic,
    put_on_agenda,
    support_topic,
)
from supportroom.topics.models import Call, DiscussionPoint, Topic
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round, words


def called_round(*, round: Round | None = None, marks: int = 3, opens_at: datetime | None = None,
                 closes_at: datetime | None = None, **details: Any) -> Round:  # fmt: skip
    """Make a round in preparation whose call for topics is open since yesterday, for a week unless said otherwise."""
    round = round or make_round(running=False, **{"others": 0, **details})
    opens_at = opens_at or now() - timedelta(days=1)
    open_call(
        actor=SYSTEM,
        round=round,
        opens_at=opens_at,
        closes_at=closes_at or now() + timedelta(days=7),
        marks=marks,
        text=words("What should we speak about?", "عمّ نتحدث؟"),
    )
    return Round.objects.get(pk=round.pk)


def call_in(round: Round) -> Call:
    """Give a round's call."""
    return Call.objects.select_related("round").get(round=round)


def proposed(round: Round, by: Person | Actor, title: str = "Schools in the camps", **fields: Any) -> Topic:
    """Propose a topic."""
    actor = actor_of(by) if isinstance(by, Person) else by
    fields = {"title": words(title), "why": words("Because nobody asked us."), **fields}
    return propose_topic(actor=actor, round=round, **fields)


def supported(topic: Topic, *people: Person) -> Topic:
    """Let people give a topic a mark each."""
    for person in people:
        support_topic(actor=actor_of(person), topic=topic)
    return Topic.objects.select_related("round").get(pk=topic.pk)


def on_agenda(round: Round, by: Person | Actor, title: str = "Schools in the camps", *,
              points: Sequence[str] = (), contact: Person | None = None) -> Topic:  # fmt: skip
    """Propose a topic, put it on the agenda with discussion points, and name its contact person if one is given."""
    topic = proposed(round, by, title)
    for text in points:
        contributed(topic, SYSTEM, text)
    put_on_agenda(actor=SYSTEM, topic=topic)
    if contact:
        name_contact(actor=SYSTEM, topic=topic, contact=contact, competence=words("Taught there for nine years"))
    return Topic.objects.select_related("round").get(pk=topic.pk)


def contributed(topic: Topic, by: Person | Actor, text: str = "Who pays the teachers?") -> DiscussionPoint:
    """Contribute a discussion point."""
    actor = actor_of(by) if isinstance(by, Person) else by
    return contribute_point(actor=actor, topic=topic, text=words(text))


def over(round: Round) -> Call:
    """End a round's call now, and count its marks."""
    return close_call(actor=SYSTEM, call=call_in(round))
