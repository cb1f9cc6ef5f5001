"""What a topic's framework holds besides its words: discussion points, reading, links to earlier outcomes."""

from collections.abc import Sequence

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.hygiene import is_web_address
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.vocabulary import TEAM
from supportroom.rounds.models import Round
from supportroom.topics.actions.calls import freshly, refuse_if_published, refuse_unless_prepared
from supportroom.topics.lifecycle import DISCUSSION_POINT
from supportroom.topics.models import DiscussionPoint, Reading, Topic, TopicLink
from supportroom.topics.sources import Source, still_open
from supportroom.topics.vocabulary import LIVE, OPEN, POINT_MERGED

_NOTHING = MultilingualText()


def _refuse_settled(topic: Topic) -> None:
    refuse_unless_prepared(topic.round)
    refuse_unless(freshly(topic).state in LIVE, "topics.settled")


@action("topics.contribute_point", on="topic")
def contribute_point(*, actor: Actor, topic: Topic, text: MultilingualText) -> DiscussionPoint:
    """Say what should be discussed under a topic while the round is prepared.

    DomainError `topics.round_over`, `topics.settled`, `kernel.empty`.
    """
    _refuse_settled(topic)
    refuse_unless(text, "kernel.empty")
    position = topic.discussion_points.count() + 1
    point = create(DiscussionPoint, topic=topic, text=text, contributed_by_id=actor.person_id, position=position)
    record(topic, actor=actor, point=point.pk)
    return point


@action("topics.reword_point", on="point")
def reword_point(
    *, actor: Actor, point: DiscussionPoint, text: MultilingualText, seen: int | None = None
) -> DiscussionPoint:
    """Write a discussion point anew, or translate it. Who contributed it may reword it until it is settled, the team
    at any time, interpreters translate.

    Stale where somebody was faster; DomainError `topics.round_over`, `topics.settled`, `topics.translations_only`.
    """
    refuse_if_published(point.topic.round)
    is_own = actor.person_id is not None and actor.person_id == point.contributed_by_id
    keeps_original = (text.original, str(text)) == (point.text.original, str(point.text))
    if is_own and not actor.holds(TEAM):
        refuse_unless(keeps_original or point.state == OPEN, "topics.settled")
    refuse_unless(keeps_original or is_own or actor.holds(TEAM, "system"), "topics.translations_only")
    change(point, seen=seen, text=text)
    record(point.topic, actor=actor, point=point.pk)
    return point


@action("topics.remove_point", on="point")
def remove_point(*, actor: Actor, point: DiscussionPoint) -> None:
    """Take one's own discussion point back until it is settled; DomainError `topics.settled`, `topics.round_over`."""
    refuse_unless_prepared(point.topic.round)
    still = DiscussionPoint.objects.filter(pk=point.pk, state=OPEN, merged=None).exists()
    refuse_unless(still, "topics.settled")
    record(point.topic, actor=actor)
    erase(point)


@action("topics.settle_point", on="point")
def settle_point(
    *,
    actor: Actor,
    point: DiscussionPoint,
    verb: str,
    reason: MultilingualText = _NOTHING,
    into: DiscussionPoint | None = None,
) -> DiscussionPoint:
    """Say what became of a discussion point: `take_up`, `merge` (into another of the topic), `leave_out` (and why).

    DomainError `topics.reason_needed`, `topics.other_topic`, `topics.point_not_itself`, `topics.round_over`,
    `kernel.not_now`.
    """
    refuse_if_published(point.topic.round)
    DISCUSSION_POINT.step(point.state, verb)
    if verb == "leave_out":
        refuse_unless(reason, "topics.reason_needed")
    if verb == "merge":
        _refuse_merging(point, into)
    change(point, reason=reason)
    advance(point, DISCUSSION_POINT, verb, merged_into=into if verb == "merge" else None)
    record(point.topic, actor=actor, point=point.pk, verb=verb)
    return point


def _refuse_merging(point: DiscussionPoint, into: DiscussionPoint | None) -> None:
    held = list(DiscussionPoint.objects.select_for_update(no_key=True).filter(topic=point.topic_id).order_by("pk"))
    target = next((each for each in held if into is not None and each.pk == into.pk), None)
    refuse_unless(target, "topics.other_topic")
    assert target is not None
    refuse_unless(target.pk != point.pk and target.state != POINT_MERGED, "topics.point_not_itself")


@action("topics.add_reading", on="topic")
def add_reading(*, actor: Actor, topic: Topic, title: MultilingualText, address: str = "") -> Reading:
    """Put a title on the reading list, with its web address where it has one.

    DomainError `topics.address`, `topics.settled`, `topics.round_over`.
    """
    _refuse_settled(topic)
    refuse_unless(not address or is_web_address(address), "topics.address")
    reading = create(Reading, topic=topic, title=title, address=address, position=topic.readings.count() + 1)
    record(topic, actor=actor, reading=reading.pk)
    return reading


@action("topics.remove_reading", on="reading")
def remove_reading(*, actor: Actor, reading: Reading) -> None:
    """Take a title off the reading list; DomainError `topics.round_over`."""
    refuse_unless_prepared(reading.topic.round)
    record(reading.topic, actor=actor)
    erase(reading)


@action("topics.link_topic", on="topic")
def link_topic(*, actor: Actor, topic: Topic, source: Source) -> TopicLink:
    """Link a topic to an outcome of an earlier round that is still open.

    DomainError `topics.no_such_source`, `topics.linked_already`, `topics.settled`, `topics.round_over`.
    """
    _refuse_settled(topic)
    refuse_unless(not topic.links.filter(source=source.reference).exists(), "topics.linked_already")
    link = link_sources(actor, topic, [source])[0]
    record(topic, actor=actor, link=link.pk)
    return link


def link_sources(actor: Actor, topic: Topic, sources: Sequence[Source]) -> list[TopicLink]:
    """Link several inside an action; DomainError `topics.no_such_source` for what is not offered to the actor."""
    offered = {source.reference: source for source in still_open(actor, topic.round)} if sources else {}
    wanted = list(dict.fromkeys(source.reference for source in sources))
    refuse_unless(set(wanted) <= set(offered), "topics.no_such_source")
    return [
        create(
            TopicLink,
            topic=topic,
            source=reference,
            kind=offered[reference].kind,
            words=offered[reference].words,
            earlier_round=Round.objects.filter(pk=offered[reference].round_id or 0).first(),
            since=offered[reference].since,
            precision=offered[reference].precision,
        )
        for reference in wanted
    ]


@action("topics.unlink_topic", on="link")
def unlink_topic(*, actor: Actor, link: TopicLink) -> None:
    """Take a link away; DomainError `topics.round_over`."""
    refuse_unless_prepared(link.topic.round)
    record(link.topic, actor=actor)
    erase(link)
