"""What a session speaks about, and the programme's published versions."""

from collections.abc import Sequence

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.programme.frozen import Meeting, as_content, fingerprint, is_same
from supportroom.programme.models import ProgrammeVersion, SessionTopic
from supportroom.programme.queries import current_version, present_state, published_state
from supportroom.rounds.lifecycle import ROUND
from supportroom.rounds.models import Round, Session
from supportroom.rounds.vocabulary import PLANNED, PUBLISHED
from supportroom.topics.models import DiscussionPoint, Topic
from supportroom.topics.vocabulary import ON_AGENDA, TAKEN_UP

Chosen = Sequence[tuple[Topic, Sequence[DiscussionPoint]]]
NO_NOTE = MultilingualText()


@action("programme.set_topics", on="session")
def set_topics(*, actor: Actor, session: Session, topics: Chosen, seen: int | None = None) -> Session:
    """Let a session speak about these topics in this order, each with these of its discussion points.

    DomainError `programme.round_over`, `rounds.session_begun`, `programme.not_on_agenda` (or of another round),
    `programme.topic_twice`, `topics.other_topic`, `programme.point_not_taken_up`; Stale where somebody changed the
    session first.
    """
    held = Round.objects.select_for_update(no_key=True).get(pk=session.round_id)
    refuse_unless(held.state != PUBLISHED, "programme.round_over")
    refuse_unless(session.state == PLANNED, "rounds.session_begun")
    _refuse_wrong(held, topics)
    change(session, seen=seen)
    erase_all(SessionTopic.objects.filter(session=session))
    for position, (topic, points) in enumerate(topics, start=1):
        create(SessionTopic, session=session, topic=topic, position=position).discussion_points.set(points)
    record(session, actor=actor, round=held.pk, topics=len(topics))
    return session


def _refuse_wrong(round: Round, topics: Chosen) -> None:
    keys = [topic.pk for topic, _points in topics]
    on_agenda = set(Topic.objects.filter(round=round, state=ON_AGENDA, pk__in=keys).values_list("pk", flat=True))
    refuse_unless(on_agenda == set(keys), "programme.not_on_agenda")
    refuse_unless(len(on_agenda) == len(keys), "programme.topic_twice")
    wanted = [point.pk for _topic, points in topics for point in points]
    states = dict(DiscussionPoint.objects.filter(pk__in=wanted).values_list("pk", "state"))
    for topic, points in topics:
        refuse_unless(all(point.topic_id == topic.pk for point in points), "topics.other_topic")
        refuse_unless(all(states.get(point.pk) == TAKEN_UP for point in points), "programme.point_not_taken_up")


@action("programme.publish_programme", on="round")
def publish_programme(
    *, actor: Actor, round: Round, note: MultilingualText = NO_NOTE, seen: str = ""
) -> ProgrammeVersion:
    """Freeze the programme as it stands; the first time the round goes on to `programmed`, later it stays as it is.

    `seen` is the fingerprint of what the actor had before their eyes; Stale where it is another by now. DomainError
    `programme.round_over`, `programme.nothing_planned`, `programme.no_topics`, `programme.nothing_changed`.
    """
    held = Round.objects.select_for_update(no_key=True).get(pk=round.pk)
    refuse_unless(held.state != PUBLISHED, "programme.round_over")
    meetings, last = present_state(held), current_version(held)
    if seen and seen != fingerprint(meetings):
        raise Stale("programme.changed_meanwhile")
    refuse_unless(meetings, "programme.nothing_planned")
    refuse_unless(any(meeting.subjects for meeting in meetings), "programme.no_topics")
    refuse_unless(last is None or not is_same(published_state(last), meetings), "programme.nothing_changed")
    if ROUND.allows(held.state, "publish_programme"):
        advance(round, ROUND, "publish_programme")
    version = _freeze(held, meetings, last, note)
    record(version, actor=actor, round=held.pk, number=version.number)
    return version


def _freeze(
    round: Round, meetings: Sequence[Meeting], last: ProgrammeVersion | None, note: MultilingualText
) -> ProgrammeVersion:
    return create(
        ProgrammeVersion,
        round=round,
        number=last.number + 1 if last else 1,
        published_at=now(),
        note=note,
        content=as_content(meetings),
    )
