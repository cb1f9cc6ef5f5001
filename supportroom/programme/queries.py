"""What pages read about programmes: the published version, the present state, what each session speaks about."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from django.db.models import Prefetch, QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.programme.frozen import Meeting, Part, Subject, meetings_in
from supportroom.programme.models import FacilitationOffer, ProgrammeVersion, SessionTopic
from supportroom.rounds.models import Participant, Round, Session
from supportroom.rounds.queries import rounds_from_within, rounds_prepared_before
from supportroom.topics.models import DiscussionPoint, Topic
from supportroom.topics.queries import agenda_of
from supportroom.topics.vocabulary import ON_AGENDA, TAKEN_UP

Planned = tuple[Topic, list[DiscussionPoint]]


def current_version(round: Round) -> ProgrammeVersion | None:
    """Give the version that is in force, or None before the first was published."""
    return versions_of(round).first()


def versions_of(round: Round) -> QuerySet[ProgrammeVersion]:
    """The published versions of a round's programme, newest first; for who sees the round."""
    return round.programme_versions.all()


def topics_by_session(sessions: Iterable[Session]) -> dict[int, list[Planned]]:
    """Give what each session (by id) speaks about: its topics in order, each with its discussion points.

    What has left the agenda, or was not taken up after all, is left out.
    """
    taken_up = DiscussionPoint.objects.filter(state=TAKEN_UP)
    rows = SessionTopic.objects.filter(session__in=[session.pk for session in sessions], topic__state=ON_AGENDA)
    found: dict[int, list[Planned]] = defaultdict(list)
    for row in rows.select_related("topic").prefetch_related(Prefetch("discussion_points", taken_up)):
        found[row.session_id].append((row.topic, list(row.discussion_points.all())))
    return dict(found)


def agenda_with_points(round: Round) -> list[Planned]:
    """Give the topics on a round's agenda, in order, each with the discussion points that were taken up."""
    taken_up = Prefetch("discussion_points", DiscussionPoint.objects.filter(state=TAKEN_UP), to_attr="taken_up")
    return [(topic, topic.taken_up) for topic in agenda_of(round).prefetch_related(taken_up)]


def meetings_of(sessions: Iterable[Session], *, with_topics: bool = True) -> tuple[Meeting, ...]:
    """Give sessions (with their group) as a programme shows them, in order of time."""
    planned = sorted(sessions, key=lambda session: (session.starts_at, session.position, session.pk))
    topics = topics_by_session(planned) if with_topics else {}
    return tuple(_meeting(session, topics.get(session.pk, [])) for session in planned)


def present_state(round: Round) -> tuple[Meeting, ...]:
    """Give the programme as the team has it now, published or not."""
    return meetings_of(round.sessions.select_related("group"))


def published_state(version: ProgrammeVersion | None) -> tuple[Meeting, ...]:
    """Give the programme of a version; nothing before the first."""
    return meetings_in(version.content) if version else ()


def is_within(actor: Actor, round: Round) -> bool:
    """Tell whether the actor works in a round, takes part in it or is invited: who may know where it meets."""
    return rounds_from_within(actor).filter(pk=round.pk).exists()


def reading_of(actor: Actor, round: Round) -> Callable[[Iterable[Meeting]], tuple[Meeting, ...]]:
    """Give what leaves of meetings as much as a reader may know (decision 15).

    Where they are held is told to who is within the round; what they speak about not to who sees a published round for
    its report alone.
    """
    if is_within(actor, round):
        return tuple
    hidden: dict[str, Any] = {"place": MultilingualText()}
    if not rounds_prepared_before(actor).filter(pk=round.pk).exists():
        hidden["subjects"] = ()
    return lambda meetings: tuple(replace(meeting, **hidden) for meeting in meetings)


def _meeting(session: Session, topics: Iterable[Planned]) -> Meeting:
    return Meeting(
        key=spell(session.pk),
        title=session.title,
        kind=session.kind,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        group=Part(spell(session.group.pk), session.group.name) if session.group else None,
        place=session.place,
        interpretation=tuple(session.interpretation),
        is_chatham=session.is_chatham,
        revision=session.version,
        subjects=tuple(
            Subject(spell(topic.pk), topic.title, tuple(Part(spell(point.pk), point.text) for point in points))
            for topic, points in topics
        ),
    )


def own_among(actor: Actor, round: Round, sessions: Iterable[Session]) -> set[int]:
    """Give the ids of those of a round's sessions in which the actor takes part: what `takes_part` says, asked once."""
    groups = set(Participant.objects.of(actor).filter(round=round).values_list("group", flat=True))
    return {session.pk for session in sessions if (session.group_id in groups if session.group_id else groups)}


def offers_visible_to(actor: Actor, round: Round) -> QuerySet[FacilitationOffer]:
    """Offers to facilitate sessions of a round, with who made them: all for the team, else one's own."""
    offers = FacilitationOffer.objects.filter(session__round=round).select_related("person", "session")
    return offers if may(actor, "programme.read_offers", round) else offers.filter(person_id=actor.person_id or 0)


def contacts_by_topic(round: Round) -> dict[str, int]:
    """Give the contact person of each topic on the agenda, by the topic's key in a programme."""
    named = agenda_of(round).values_list("pk", "contact")
    return {spell(topic): person for topic, person in named if person}


def members_by_group(round: Round) -> dict[str, frozenset[int]]:
    """Give who takes part in each group, by the group's key in a programme."""
    found: dict[str, set[int]] = defaultdict(set)
    for group, person in round.participants.exclude(group=None).values_list("group", "person"):
        found[spell(group or 0)].add(person)
    return {key: frozenset(people) for key, people in found.items()}


def persons_named(ids: Iterable[int]) -> QuerySet[Person]:
    """Persons whom a warning is about; for who plans."""
    return Person.objects.filter(pk__in=set(ids))
