"""What pages and floors above read about topics. `topics_visible_to(actor, round)` is the only entrance to rows."""

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.searching import holding
from supportroom.people.by_name import by_name
from supportroom.people.models import Person, PersonQuerySet
from supportroom.people.vocabulary import MEMBER, OFFICE, TEAM
from supportroom.rounds.models import Round
from supportroom.rounds.queries import rounds_prepared_before
from supportroom.topics.models import Call, DiscussionPoint, Mark, Reading, Remark, Topic, TopicLink
from supportroom.topics.ranking import Support
from supportroom.topics.vocabulary import DEFERRED, GENDER_ORDERS, MERGED, ON_AGENDA, PROPOSED, SUPPORTED, WITHDRAWN

Part = TypeVar("Part", DiscussionPoint, Remark, Reading, TopicLink)
_OUTCOME_ORDER = (ON_AGENDA, SUPPORTED, PROPOSED, MERGED, DEFERRED, WITHDRAWN)


@dataclass(frozen=True)
class OrderTold:
    """Which topics a gender or region puts first; `kind` is gender or region, `name` its code."""

    kind: str
    name: str
    topics: list[Topic]


def call_of(round: Round) -> Call | None:
    """Give the round's call for topics, or None."""
    return Call.objects.filter(round=round).first()


def topics_visible_to(actor: Actor, round: Round | None = None) -> QuerySet[Topic]:
    """The topics of rounds that the actor sees, with round and what they were merged into.

    What somebody took back is seen by them and the team alone.
    """
    topics = Topic.objects.select_related("round", "merged_into", "contact")
    topics = topics.filter(round=round) if round else topics
    if actor.holds(TEAM, "system"):
        return topics
    kept = ~Q(state=WITHDRAWN) | (Q(proposed_by=actor.person_id) if actor.is_known else Q(pk=None))
    return topics.filter(kept, round__in=rounds_prepared_before(actor))


def topic_visible_to(actor: Actor, topic_id: int) -> Topic:
    """Give a topic with the number of its marks; Missing where the actor may not see it."""
    found = with_support(topics_visible_to(actor)).filter(pk=topic_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def with_support(topics: QuerySet[Topic]) -> QuerySet[Topic]:
    """Count the marks of each topic as `support`; the number that stayed where they were erased."""
    counted = Mark.objects.filter(topic=OuterRef("pk")).order_by().values("topic").annotate(number=Count("pk"))
    number = Coalesce(F("final_support"), Subquery(counted.values("number")), 0, output_field=IntegerField())
    return topics.annotate(support=number)


def ranked(topics: QuerySet[Topic]) -> QuerySet[Topic]:
    """Put topics in the order of their marks."""
    return with_support(topics).order_by(F("support").desc(), "pk")


def found(topics: QuerySet[Topic], words: str) -> QuerySet[Topic]:
    """Keep the topics that hold every word, however it is typed."""
    return topics.filter(holding(words))


def agenda_of(round: Round) -> QuerySet[Topic]:
    """The topics on a round's agenda in their order, with round and contact person."""
    topics = Topic.objects.filter(round=round, state=ON_AGENDA).select_related("round", "contact")
    return topics.order_by("position", "pk")


def outcomes_of(round: Round) -> QuerySet[Topic]:
    """Every proposal of a round with what became of it: state, reason, what it was merged into, its marks.

    The agenda first in its order, then what waits, what was merged, deferred, and taken back.
    """
    place = Case(*(When(state=state, then=Value(at)) for at, state in enumerate(_OUTCOME_ORDER)), default=Value(9))
    topics = Topic.objects.filter(round=round).select_related("round", "merged_into")
    return with_support(topics).annotate(place=place).order_by("place", "position", F("support").desc(), "pk")


def own_marks(actor: Actor, round: Round) -> set[int]:
    """Give the ids of the topics of a round that the actor supports."""
    if not actor.is_known:
        return set()
    return set(Mark.objects.filter(topic__round=round, person=actor.person_id).values_list("topic_id", flat=True))


def marks_of(round: Round) -> list[Support]:
    """Give all marks of a round with what those who gave them say of themselves, for the ranking alone."""
    rows = Mark.objects.filter(topic__round=round).values_list(
        "topic_id", "person_id", "person__profile__gender", "person__profile__region"
    )
    return [
        Support(topic, person, gender if gender in GENDER_ORDERS else "", region or "")
        for topic, person, gender, region in rows
    ]


def orders_of(call: Call, visible: QuerySet[Topic]) -> list[OrderTold]:
    """Give what was counted when the call was over, with the topics themselves, as far as the reader sees them."""
    topics = {topic.pk: topic for topic in visible.filter(pk__in={pk for row in call.figures for pk in row["topics"]})}
    told = [
        OrderTold(row["kind"], row["name"], [topics[pk] for pk in row["topics"] if pk in topics])
        for row in call.figures
    ]
    return [order for order in told if order.topics]


def points_of(topic: Topic) -> QuerySet[DiscussionPoint]:
    """A topic's discussion points in order, each with what it was merged into."""
    return topic.discussion_points.select_related("merged_into")


def point_visible_to(actor: Actor, point_id: int) -> DiscussionPoint:
    """Give a discussion point with its topic and round; Missing."""
    return _part(DiscussionPoint.objects.select_related("topic__round"), actor, point_id)


def remark_visible_to(actor: Actor, remark_id: int) -> Remark:
    """Give a remark with its topic and round; Missing."""
    return _part(Remark.objects.select_related("topic__round"), actor, remark_id)


def reading_visible_to(actor: Actor, reading_id: int) -> Reading:
    """Give a title of a reading list with its topic and round; Missing."""
    return _part(Reading.objects.select_related("topic__round"), actor, reading_id)


def link_visible_to(actor: Actor, link_id: int) -> TopicLink:
    """Give a link with its topic and round; Missing."""
    return _part(TopicLink.objects.select_related("topic__round"), actor, link_id)


def _part(parts: QuerySet[Part], actor: Actor, part_id: int) -> Part:
    part = parts.filter(pk=part_id, topic__in=topics_visible_to(actor)).first()
    if part is None:
        raise Missing("kernel.missing")
    return part


def contacts_to_choose() -> PersonQuerySet:
    """Who can be named as a contact person: team, office and members, by name; for the team's eyes alone."""
    holds = Q(roles__icontains=f'"{TEAM}"') | Q(roles__icontains=f'"{OFFICE}"') | Q(roles__icontains=f'"{MEMBER}"')
    return by_name(Person.objects.filter(holds).select_related("organisation"))


def concerned_by(topic: Topic) -> set[int]:
    """Give the ids of the persons whom news of a topic concern: who proposed it, supports it, wrote on it, answers
    for it. For telling them, never for a page.
    """
    people = {topic.proposed_by_id, topic.contact_id}
    people.update(topic.marks.values_list("person_id", flat=True))
    people.update(topic.remarks.values_list("written_by_id", flat=True))
    people.update(topic.discussion_points.values_list("contributed_by_id", flat=True))
    return {person_id for person_id in people if person_id is not None}
