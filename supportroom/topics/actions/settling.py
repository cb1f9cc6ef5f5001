"""What becomes of a topic: on the agenda in an order, deferred, merged; and who answers for it."""

from django.db.models import Max

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create_many, erase_all, put_in_order, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER, OFFICE, TEAM
from supportroom.topics.actions.calls import counted, freshly, held_call, refuse_if_published
from supportroom.topics.lifecycle import TOPIC
from supportroom.topics.models import Mark, Topic
from supportroom.topics.queries import agenda_of
from supportroom.topics.vocabulary import LIVE, MERGED, PROPOSED, WITHDRAWN

_NOTHING = MultilingualText()
EARLIER, LATER = "earlier", "later"


@action("topics.put_on_agenda", on="topic")
def put_on_agenda(*, actor: Actor, topic: Topic) -> Topic:
    """Put a topic at the end of the agenda. DomainError `topics.round_over`, `kernel.not_now`."""
    refuse_if_published(topic.round)
    last = agenda_of(topic.round).aggregate(last=Max("position"))["last"] or 0
    advance(topic, TOPIC, "put_on_agenda", position=last + 1, reason=_NOTHING)
    record(topic, actor=actor, round=topic.round_id)
    return topic


@action("topics.move_on_agenda", on="topic")
def move_on_agenda(*, actor: Actor, topic: Topic, way: str) -> Topic:
    """Move a topic one place `earlier` or `later` on the agenda; at the end of it nothing moves.

    DomainError `topics.round_over`, `kernel.not_now` where it is not on the agenda.
    """
    refuse_if_published(topic.round)
    agenda = list(agenda_of(topic.round))
    places = [each.pk for each in agenda]
    refuse_unless(topic.pk in places and way in (EARLIER, LATER), "kernel.not_now")
    at = places.index(topic.pk)
    to = max(at - 1, 0) if way == EARLIER else min(at + 1, len(agenda) - 1)
    agenda.insert(to, agenda.pop(at))
    put_in_order(agenda)
    record(topic, actor=actor, round=topic.round_id)
    return topic


@action("topics.defer_topic", on="topic")
def defer_topic(*, actor: Actor, topic: Topic, reason: MultilingualText) -> Topic:
    """Leave a topic for later, and say why. DomainError `topics.reason_needed`, `topics.round_over`,
    `kernel.not_now`.
    """
    refuse_if_published(topic.round)
    refuse_unless(reason, "topics.reason_needed")
    TOPIC.step(topic.state, "defer")
    change(topic, reason=reason)
    advance(topic, TOPIC, "defer", position=0)
    record(topic, actor=actor, round=topic.round_id)
    return topic


@action("topics.merge_topic", on="topic")
def merge_topic(*, actor: Actor, topic: Topic, into: Topic, reason: MultilingualText = _NOTHING) -> Topic:
    """Merge a topic into another: its marks count there, each member's once, and its framework's parts move over.

    DomainError `topics.not_itself`, `topics.round_over`, `kernel.not_now`.
    """
    refuse_if_published(topic.round)
    call = held_call(topic.round)
    if call is not None:
        counted(call)
    freshly(topic)
    freshly(into)
    is_other = into.pk != topic.pk and into.round_id == topic.round_id
    refuse_unless(is_other and into.state not in (MERGED, WITHDRAWN), "topics.not_itself")
    TOPIC.step(topic.state, "merge")
    change(topic, reason=reason)
    advance(topic, TOPIC, "merge", merged_into=into, position=0)
    _move_marks(topic, into)
    _move_parts(topic, into)
    record(topic, actor=actor, round=topic.round_id, into=into.pk)
    return topic


def _move_marks(topic: Topic, into: Topic) -> None:
    there = set(into.marks.values_list("person_id", flat=True))
    new = [person for person in topic.marks.values_list("person_id", flat=True) if person not in there]
    create_many(Mark, [{"topic": into, "person_id": person} for person in new])
    erase_all(topic.marks.all())
    if new and into.state == PROPOSED:
        advance(into, TOPIC, "find_support")


def _move_parts(topic: Topic, into: Topic) -> None:
    """Let discussion points, reading and links go over, behind those that stand there."""
    for parts in ("discussion_points", "readings"):
        last = getattr(into, parts).count()
        for place, part in enumerate(getattr(topic, parts).all(), start=last + 1):
            change(part, topic=into, position=place)
    linked = set(into.links.values_list("source", flat=True))
    for link in topic.links.exclude(source__in=linked):
        change(link, topic=into)


@action("topics.name_contact", on="topic")
def name_contact(*, actor: Actor, topic: Topic, contact: Person | None, competence: MultilingualText) -> Topic:
    """Name who answers questions about a topic, and what they know of it: somebody of the team, the office or the
    members. DomainError `topics.contact_needed`, `topics.settled`, `topics.round_over`.
    """
    refuse_if_published(topic.round)
    refuse_unless(topic.state in LIVE, "topics.settled")
    refuse_unless(contact is not None and {MEMBER, OFFICE, TEAM} & set(contact.roles), "topics.contact_needed")
    refuse_unless(competence, "topics.contact_needed")
    assert contact is not None
    change(topic, contact=contact, competence=competence)
    record(topic, actor=actor, round=topic.round_id, contact=contact.pk)
    return topic
