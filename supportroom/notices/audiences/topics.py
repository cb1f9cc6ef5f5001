"""Who contributed to a topic or follows it, and what they are told of it."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db.models import Q

from supportroom.notices.audiences.audience import Audience, Vanished
from supportroom.notices.audiences.followers import with_followers
from supportroom.notices.audiences.people import members
from supportroom.notices.audiences.rounds import round_of, seen_by
from supportroom.notices.vocabulary import TOPICS
from supportroom.topics.models import DiscussionPoint, Mark, Remark, Topic


def topic_of(thing: Any) -> Topic:
    """Give the topic that a thing belongs to."""
    found = thing if isinstance(thing, Topic) else getattr(thing, "topic", None)
    if not isinstance(found, Topic):
        raise Vanished("topic")
    return found


def following_topic(thing: Any) -> Iterable[int]:
    """Who contributed to the thing's topic or follows it, without those who do not want to any more."""
    topic = topic_of(thing)
    return seen_by(with_followers(contributors(topic), topic), topic.round)


def contact(thing: Any) -> Iterable[int]:
    """The contact person of a topic, or of the topic that a question is about, where it has one."""
    topic = thing if isinstance(thing, Topic) else getattr(thing, "topic", None)
    return [topic.contact_id] if topic is not None and topic.contact_id else []


def contributors(topic: Topic) -> Iterator[int]:
    """Give who proposed, supports, discusses, or contributed to a topic or one merged into it, and its contact person:
    they follow it.
    """
    yield from (person for person in (topic.proposed_by_id, topic.contact_id) if person)
    yield from topic.marks.values_list("person_id", flat=True)
    for mine in (topic.remarks.values_list("written_by"), topic.discussion_points.values_list("contributed_by")):
        yield from (person for (person,) in mine if person)
    for merged in topic.merged.all():
        yield from contributors(merged)


def contributed_to(person_id: int, topic: Topic) -> bool:
    """Tell whether somebody is among a topic's contributors, in one query."""
    meant = Q(pk=topic.pk) | Q(merged_into=topic) | Q(merged_into__merged_into=topic)
    mine = Q(proposed_by=person_id) | Q(contact=person_id)
    for parts in (
        Mark.objects.filter(person=person_id),
        Remark.objects.filter(written_by=person_id),
        DiscussionPoint.objects.filter(contributed_by=person_id),
    ):
        mine |= Q(pk__in=parts.values("topic"))
    return Topic.objects.filter(meant & mine).exists()


AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {
    "topics.open_call": (Audience(TOPICS, members, round_of),),
    **dict.fromkeys(
        ("topics.put_on_agenda", "topics.defer_topic", "topics.merge_topic", "topics.remark", "topics.settle_point"),
        (Audience(TOPICS, following_topic, topic_of, by_following=True),),
    ),
    "topics.name_contact": (Audience(TOPICS, contact, topic_of),),
}
