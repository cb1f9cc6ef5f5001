"""A member's support for a topic. The journal does not say whose it was, so that a mark taken back leaves no trace."""

from supportroom.journal.door import action, record_unnamed
from supportroom.journal.writing import advance, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Denied
from supportroom.topics.actions.calls import freshly, held_open_call
from supportroom.topics.lifecycle import TOPIC
from supportroom.topics.models import Mark, Topic
from supportroom.topics.vocabulary import LIVE, PROPOSED, SUPPORTED


@action("topics.support_topic", on="topic")
def support_topic(*, actor: Actor, topic: Topic) -> Topic:
    """Give a topic one of the actor's marks.

    DomainError `topics.call_not_open`, `topics.settled`, `topics.marked_already`, `topics.no_marks_left`.
    """
    call = held_open_call(topic.round)
    if actor.person_id is None:
        raise Denied("kernel.denied")
    freshly(topic)
    refuse_unless(topic.state in LIVE, "topics.settled")
    given = set(
        Mark.objects.filter(topic__round=topic.round_id, person=actor.person_id).values_list("topic_id", flat=True)
    )
    refuse_unless(topic.pk not in given, "topics.marked_already")
    refuse_unless(len(given) < call.marks, "topics.no_marks_left")
    create(Mark, topic=topic, person_id=actor.person_id)
    if topic.state == PROPOSED:
        advance(topic, TOPIC, "find_support")
    record_unnamed(topic, at=call.opens_at)
    return topic


@action("topics.take_mark_back", on="topic")
def take_mark_back(*, actor: Actor, topic: Topic) -> Topic:
    """Take the actor's mark back; DomainError `topics.call_not_open`, `topics.no_mark`."""
    call = held_open_call(topic.round)
    mark = Mark.objects.filter(topic=topic, person=actor.person_id or 0).first()
    refuse_unless(mark, "topics.no_mark")
    assert mark is not None
    erase(mark)
    freshly(topic)
    if topic.state == SUPPORTED and not topic.marks.exists():
        advance(topic, TOPIC, "lose_support")
    record_unnamed(topic, at=call.opens_at)
    return topic
