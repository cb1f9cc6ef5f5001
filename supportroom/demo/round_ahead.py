"""A round that begins in about three weeks: its topics were called for, its programme is published, 205 people registered
and sixty are invited. Days count from when the demo room is built.
"""

from datetime import date, datetime, time, timedelta

from supportroom.demo import ahead
from supportroom.demo.ahead_people import add_members, say_of_personas
from supportroom.demo.invited import invite
from supportroom.demo.meeting import ZONE, both
from supportroom.demo.people import actor_for
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.people.actions import add_competence
from supportroom.people.models import Person
from supportroom.programme.actions import offer_facilitation, publish_programme, set_topics
from supportroom.rounds.actions import add_group, add_pillar, add_session, amend_session, create_round
from supportroom.rounds.models import Group, Round, Session
from supportroom.rounds.vocabulary import CLOSED_CONSULTATION, GENEVA, PLENARY
from supportroom.selection.actions import amend_registration, apply, open_registration
from supportroom.topics.actions import (
    add_reading,
    close_call,
    contribute_point,
    defer_topic,
    merge_topic,
    name_contact,
    open_call,
    propose_topic,
    put_on_agenda,
    remark,
    settle_point,
    support_topic,
    withdraw_topic,
)
from supportroom.topics.models import DiscussionPoint, Topic
from supportroom.topics.sources import still_open
from supportroom.topics.vocabulary import TAKEN_UP

BEGINS_IN = 23
REGISTERED = 205
PERSONAS = ("facilitator", "rapporteur", "member", "shielded_member")
MARKERS = 120
# Which topics somebody gives marks to: one row after the other.
TASTES = ((0, 2, 4), (2, 3), (4, 7, 2), (1, 0, 5), (6, 3), (2, 9, 4), (5, 6, 8), (3, 2, 0), (4, 1), (8, 2, 9))
# day of the round, hour, hours, group (None: all), topics, kind, title
PROGRAMME = (
    (0, 10, 2, None, (), PLENARY, ("الافتتاح والإحاطة", "Opening and briefing")),
    (0, 14, 3, 0, (0, 1), CLOSED_CONSULTATION, ("العقوبات والدستور", "Sanctions and constitution")),
    (0, 14, 3, 1, (3,), CLOSED_CONSULTATION, ("شروط العودة", "Terms of return")),
    (0, 14, 3, 2, (5,), CLOSED_CONSULTATION, ("الشهادات المدرسية", "School certificates")),
    (1, 10, 3, 0, (2,), CLOSED_CONSULTATION, ("المعتقلون والمفقودون", "Detainees and the missing")),
    (1, 10, 3, 1, (4,), CLOSED_CONSULTATION, ("أوراق البيوت والأراضي", "Papers for homes and land")),
    (1, 10, 3, 2, (6,), CLOSED_CONSULTATION, ("الماء والكهرباء", "Water and power")),
    (2, 10, 2, None, (), PLENARY, ("نتائج المجموعات", "Results of the groups")),
    (3, 10, 2, None, (), PLENARY, ("الختام", "Closing")),
)
RESULTS = 7


def build(people: dict[str, Person]) -> None:
    """Prepare the round up to answers that come in."""
    team = actor_for(people["team"])
    fields = [add_competence(actor=team, name=both(name)) for name in ahead.FIELDS]
    say_of_personas(people, fields)
    registered = [*(people[key] for key in PERSONAS), *add_members(REGISTERED - len(PERSONAS), fields)]
    made = _made(team)
    groups = [add_group(actor=team, round=made, name=both(name), hub="Gaziantep") for name in ahead.GROUPS]
    for name in ahead.PILLARS:
        add_pillar(actor=team, round=made, name=both(name))
    topics = _topics(made, team, people, registered)
    sessions = _programme(made, team, groups, topics)
    _register(made, team, registered)
    invite(made, people, registered, topics)
    offer_facilitation(actor=actor_for(people["facilitator"]), session=sessions[1])


def _made(team: Actor) -> Round:
    first = now().astimezone(ZONE).date() + timedelta(days=BEGINS_IN)
    return create_round(
        actor=team,
        title=both(ahead.TITLE),
        purpose=both(ahead.PURPOSE),
        kind=GENEVA,
        starts_on=first,
        ends_on=first + timedelta(days=3),
        hub="Gaziantep",
        place=both(ahead.PLACE),
        is_online=True,
        languages=["ar", "en"],
        interpretation=["ar", "en"],
        time_zone=str(ZONE),
        pillars=[],
    )


def _topics(made: Round, team: Actor, people: dict[str, Person], members: list[Person]) -> list[Topic]:
    """Call for topics, let members propose, support and discuss, end the call, and say what became of everything."""
    moment = now()
    call = open_call(
        actor=team,
        round=made,
        opens_at=moment - timedelta(days=16),
        closes_at=moment + timedelta(hours=1),
        marks=3,
        text=both(ahead.CALL),
    )
    topics = [_proposed(made, told, members[place * 3 + 2]) for place, told in enumerate(ahead.TOPICS)]
    for number, person in enumerate(members[:MARKERS]):
        for place in TASTES[(number * number + number // 5) % len(TASTES)]:
            support_topic(actor=actor_for(person), topic=topics[place])
    for number, (place, words) in enumerate(ahead.REMARKS):
        remark(actor=actor_for(members[number * 7]), topic=topics[place], text=both(words))
    points = [_contributed(topic, told, members) for topic, told in zip(topics, ahead.TOPICS, strict=True)]
    close_call(actor=team, call=call)
    for topic, told, contributed in zip(topics, ahead.TOPICS, points, strict=True):
        _settle_points(team, told, contributed)
        _settle(team, people, topic, told, topics[4])
    for place, title, address in ahead.READING:
        add_reading(actor=team, topic=topics[place], title=both(title), address=address)
    return topics


def _proposed(made: Round, told: ahead.Topic, person: Person) -> Topic:
    actor = actor_for(person)
    offered = still_open(actor, made) if told.takes_up else []
    sources = [source for source in offered if told.takes_up in source.words.texts.get("en", "")]
    words = {"title": both(told.title), "why": both(told.why), "questions": both(told.questions)}
    topic = propose_topic(actor=actor, round=made, sources=sources, **words)
    if told.fate == ahead.WITHDRAWN:
        withdraw_topic(actor=actor, topic=topic)
    return topic


def _contributed(topic: Topic, told: ahead.Topic, members: list[Person]) -> list[DiscussionPoint]:
    return [
        contribute_point(actor=actor_for(members[place * 11 + 1]), topic=topic, text=both(point.words))
        for place, point in enumerate(told.points)
    ]


def _settle_points(team: Actor, told: ahead.Topic, points: list[DiscussionPoint]) -> None:
    """Take points up, merge them into the topic's first, or leave them out with the reason."""
    for point, said in zip(points, told.points, strict=True):
        into = points[0] if said.verb == ahead.MERGE else None
        settle_point(actor=team, point=point, verb=said.verb, reason=both(said.reason), into=into)


def _settle(team: Actor, people: dict[str, Person], topic: Topic, told: ahead.Topic, into: Topic) -> None:
    topic.refresh_from_db()
    if told.fate == ahead.AGENDA:
        put_on_agenda(actor=team, topic=topic)
        name_contact(actor=team, topic=topic, contact=people[told.contact], competence=both(told.competence))
    elif told.fate == ahead.MERGED:
        merge_topic(actor=team, topic=topic, into=into, reason=both(told.reason))
    elif told.fate == ahead.DEFERRED:
        defer_topic(actor=team, topic=topic, reason=both(told.reason))


def _programme(made: Round, team: Actor, groups: list[Group], topics: list[Topic]) -> list[Session]:
    """Plan the sessions, give them their topics, publish, move a plenary, publish again."""
    sessions = [_planned(made, team, groups, row) for row in PROGRAMME]
    for session, row in zip(sessions, PROGRAMME, strict=True):
        chosen = [(topics[place], list(topics[place].discussion_points.filter(state=TAKEN_UP))) for place in row[4]]
        if chosen:
            set_topics(actor=team, session=session, topics=chosen)
    publish_programme(actor=team, round=made)
    moved = Session.objects.select_related("round").get(pk=sessions[RESULTS].pk)
    later = timedelta(hours=4)
    amend_session(actor=team, session=moved, starts_at=moved.starts_at + later, ends_at=moved.ends_at + later)
    publish_programme(actor=team, round=Round.objects.get(pk=made.pk), note=both(ahead.MOVED))
    return sessions


def _planned(made: Round, team: Actor, groups: list[Group], row: tuple) -> Session:
    past, hour, hours, group, _topics, kind, title = row
    day: date = made.starts_on + timedelta(days=past)
    starts_at = datetime.combine(day, time(hour), ZONE)
    return add_session(
        actor=team,
        round=made,
        group=None if group is None else groups[group],
        title=both(title),
        kind=kind,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        place=both(ahead.PLACE if group is None else ahead.ROOMS[group]),
        interpretation=[] if group else ["en"],
        facilitator_is_sought=group is not None and past == 0,
    )


def _register(made: Round, team: Actor, members: list[Person]) -> None:
    """Open the registration, let everybody register, and end it."""
    moment = now()
    window = {"opens_at": moment - timedelta(days=12), "closes_at": moment + timedelta(hours=1)}
    registration = open_registration(actor=team, round=made, criteria=both(ahead.CRITERIA), **window)
    for person in members:
        apply(actor=actor_for(person), registration=registration)
    amend_registration(actor=team, registration=registration, closes_at=now())
