"""Who is told of what: for each action of the journal, the category, what is said, to whom, and where to look.

A table; its functions take the thing that the journal names and give ids of persons, or the thing to look at. They
raise `Vanished` where what they need is gone: then nobody is told.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model, Q

from supportroom.invitations.models import Letter
from supportroom.invitations.queries import invited_persons
from supportroom.journal.models import Entry, reference
from supportroom.kernel.actors import Actor
from supportroom.notices.models import Following
from supportroom.notices.vocabulary import (
    INVITATIONS,
    PROGRAMME,
    ROUNDS,
    SECURITY,
    TEAM_WORK,
    TEXTS,
    TOPICS,
)
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER, TEAM
from supportroom.rounds.models import Participant, Round, Session
from supportroom.rounds.queries import rounds_visible_to
from supportroom.topics.models import DiscussionPoint, Mark, Remark, Topic

Who = Callable[[Any], Iterable[int]]
ABOVE = ("topic", "session", "statement", "report", "invitation", "draft_list", "registration", "call", "letter")


class Vanished(LookupError):
    """What should be told of is not there any more."""


def thing_behind(ref: str) -> Model:
    """Give the row that a reference of the journal names; Vanished where there is none."""
    label, _, key = ref.partition(":")
    try:
        found = apps.get_model(label)._default_manager.filter(pk=int(key)).first()
    except (LookupError, ValueError):
        raise Vanished(label) from None
    if found is None:
        raise Vanished(label)
    return found


def itself(thing: Any) -> Any:
    """The thing is where to look."""
    return thing


def round_of(thing: Any) -> Round:
    """Give the round that a thing belongs to."""
    if isinstance(thing, Round):
        return thing
    if isinstance(found := getattr(thing, "round", None), Round):
        return found
    for name in ABOVE:
        if (above := getattr(thing, name, None)) is not None:
            return round_of(above)
    raise Vanished("round")


def topic_of(thing: Any) -> Topic:
    """Give the topic that a thing belongs to."""
    found = thing if isinstance(thing, Topic) else getattr(thing, "topic", None)
    if not isinstance(found, Topic):
        raise Vanished("topic")
    return found


def invitation_of(thing: Any) -> Any:
    """Give the invitation that a thing belongs to, or is."""
    return getattr(thing, "invitation", None) or thing


def whose_term_moved(thing: Any) -> Iterable[int]:
    """The person of an invitation; of a letter all who are invited."""
    return invited(thing) if isinstance(thing, Letter) else oneself(thing)


def oneself(thing: Any) -> Iterable[int]:
    """The person whom it is about: an invitation's, a support request's, or the person themselves."""
    return [thing.pk if isinstance(thing, Person) else invitation_of(thing).person_id]


def members(thing: Any) -> Iterable[int]:
    """Every member of the room."""
    return Person.objects.holding(MEMBER).values_list("pk", flat=True)


def team(thing: Any) -> Iterable[int]:
    """The team."""
    return Person.objects.holding(TEAM).values_list("pk", flat=True)


def taking_part(thing: Any) -> Iterable[int]:
    """Who takes part in the thing's round, and who follows it."""
    found = round_of(thing)
    people = set(Participant.objects.filter(round=found).values_list("person_id", flat=True))
    return _with_followers(people, found)


def meeting(thing: Session) -> Iterable[int]:
    """Who takes part in a session."""
    return Participant.objects.of_session(thing).values_list("person_id", flat=True)


def invited(thing: Any) -> Iterable[int]:
    """Who is invited to the thing's round and has not said no."""
    return invited_persons(round_of(thing)).values_list("pk", flat=True)


def concerned(thing: Any) -> Iterable[int]:
    """Who takes part in the thing's round, is invited to it, or follows it."""
    found = round_of(thing)
    people = set(Participant.objects.filter(round=found).values_list("person_id", flat=True))
    return _with_followers({*people, *invited(found)}, found)


def following_topic(thing: Any) -> Iterable[int]:
    """Who contributed to the thing's topic or follows it, without those who do not want to any more."""
    topic = topic_of(thing)
    return _with_followers(set(contributors(topic)), topic)


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


def _with_followers(people: set[int], thing: Round | Topic) -> set[int]:
    """Add who follows a thing and leave out who does not want to, or does not see its round any more."""
    chosen = dict(Following.objects.filter(thing=reference(thing)).values_list("person_id", "is_on"))
    wanted = {person for person in {*people, *chosen} if chosen.get(person, True)}
    plainly = wanted & people if isinstance(thing, Round) else set()
    return plainly | _seeing(wanted - plainly, round_of(thing))


def _seeing(people: Iterable[int], round: Round) -> set[int]:
    """Keep who sees a round: asked one by one only of those of whom it is not plain by their role."""
    plainly = MEMBER if round.is_open_to_members else TEAM
    found = set()
    for person in Person.objects.filter(pk__in=list(people)):
        actor = Actor(person.ref, person.pk, frozenset(person.roles))
        if actor.holds(plainly, TEAM) or rounds_visible_to(actor).filter(pk=round.pk).exists():
            found.add(person.pk)
    return found


@dataclass(frozen=True)
class Audience:
    """Some of those who are told of an action: of which category, who, where to look, and by which sentence."""

    category: str
    who: Who
    about: Callable[[Any], Any] = itself
    kind: str = ""


@dataclass(frozen=True)
class Tiding:
    """What somebody is to be told: of which entry, in which category, by which sentence, where to look."""

    person_id: int
    entry: Entry
    category: str
    kind: str
    about: str


def tidings_of(entry: Entry) -> list[Tiding]:
    """List who is told of an entry, each person once and the actor never; Vanished where the thing is gone."""
    thing = thing_behind(entry.thing)
    found: dict[int, Tiding] = {}
    for audience in AUDIENCES.get(entry.action, ()):
        about = reference(audience.about(thing))
        for person_id in audience.who(thing):
            kind = audience.kind or entry.action
            found.setdefault(person_id, Tiding(person_id, entry, audience.category, kind, about))
    return [tiding for tiding in found.values() if entry.actor != f"person:{tiding.person_id}"]


AUDIENCES: dict[str, tuple[Audience, ...]] = {
    "topics.open_call": (Audience(TOPICS, members, round_of),),
    **dict.fromkeys(
        ("topics.put_on_agenda", "topics.defer_topic", "topics.merge_topic", "topics.remark", "topics.settle_point"),
        (Audience(TOPICS, following_topic, topic_of),),
    ),
    "topics.name_contact": (Audience(TOPICS, contact, topic_of),),
    "programme.publish_programme": (Audience(PROGRAMME, concerned, round_of),),
    "selection.open_registration": (Audience(ROUNDS, members, round_of),),
    **dict.fromkeys(
        (
            "invitations.send_invitations",
            "invitations.remind",
            "invitations.withdraw_invitation",
            "invitations.settle_request",
            "invitations.refuse_substitute",
        ),
        (Audience(INVITATIONS, oneself, invitation_of),),
    ),
    "invitations.extend_term": (Audience(INVITATIONS, whose_term_moved, round_of),),
    **dict.fromkeys(
        (
            "invitations.accept",
            "invitations.decline",
            "invitations.propose_substitute",
            "invitations.begin_joint_decline",
            "invitations.join_decline",
        ),
        (Audience(TEAM_WORK, team, round_of),),
    ),
    "invitations.ask_question": (
        Audience(INVITATIONS, contact, round_of, "invitations.asked_you"),
        Audience(TEAM_WORK, team, round_of),
    ),
    "invitations.answer_question": (Audience(INVITATIONS, invited, round_of),),
    "rounds.start_round": (Audience(ROUNDS, taking_part),),
    "rounds.open_session": (Audience(ROUNDS, meeting),),
    **dict.fromkeys(
        ("statements.deliver_statement", "statements.record_reply", "statements.adopt_report", "site.publish_report"),
        (Audience(TEXTS, taking_part),),
    ),
    **dict.fromkeys(
        ("people.give_role", "people.take_role", "people.accept_invitation"), (Audience(SECURITY, oneself),)
    ),
}
# What somebody is told because they follow, and can do without.
CAN_BE_LEFT: frozenset[str] = frozenset(
    audience.kind or name
    for name, audiences in AUDIENCES.items()
    for audience in audiences
    if audience.who in (following_topic, taking_part, concerned)
)
