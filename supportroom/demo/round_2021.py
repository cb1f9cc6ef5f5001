"""The June 2021 round: five regional groups; the second's four pillars, a proposed fifth, fifteen recommendations, and the
report that is being written.
"""

from datetime import date

from supportroom.demo.june_2021 import FIFTH_PILLAR, GROUPS, PEOPLE_PER_GROUP, PILLARS, RECOMMENDATIONS
from supportroom.demo.meeting import Meeting, ask, both, gather, invite_others, open_for, plan, raise_all, set_pillar
from supportroom.demo.people import actor_for
from supportroom.demo.texts import write_statement
from supportroom.kernel.actors import SYSTEM
from supportroom.people.models import Person
from supportroom.rounds.actions import (
    add_group,
    add_pillar,
    begin_reporting,
    close_session,
    create_round,
    start_round,
)
from supportroom.rounds.models import Round, Session
from supportroom.rounds.vocabulary import BRIEFING, PLENARY, REGIONAL
from supportroom.statements.actions import deliver_statement, draft_report, record_reply
from supportroom.statements.models import Statement

TITLE = ("المشاورات الإقليمية 2021", "Regional consultations 2021")
SECOND = 1
ADDRESSEE = ("مكتب المبعوث الخاص", "The Office of the Special Envoy")
REPLY = (
    "سمعنا التوصيات الخمس عشرة، وسنرد على كل واحدة منها في موعدها.",
    "We have heard the fifteen recommendations and will answer each of them in its time.",
)


def build(people: dict[str, Person]) -> None:
    """Live through the round up to its report."""
    team = actor_for(people["team"])
    made = _made(people)
    groups = [add_group(actor=SYSTEM, round=made, name=both((ar, en)), hub=hub) for ar, en, hub in GROUPS]
    meeting = Meeting(made, groups[SECOND], people)
    women = PEOPLE_PER_GROUP // 2
    gather(meeting, women, PEOPLE_PER_GROUP - women, GROUPS[SECOND][2], first=SECOND * PEOPLE_PER_GROUP)
    for number, group in enumerate(groups):
        if number != SECOND:
            invite_others(
                Meeting(made, group, people), women, women, GROUPS[number][2], first=number * PEOPLE_PER_GROUP
            )
    for arabic, english, _points in PILLARS:
        set_pillar(meeting, (arabic, english))
    opening = plan(meeting, ("جلسة الافتتاح", "Opening"), date(2021, 6, 21), 10, 2, kind=BRIEFING, whole_round=True)
    first = plan(meeting, ("اليوم الأول", "First day"), date(2021, 6, 22), 10)
    second = plan(meeting, ("اليوم الثاني", "Second day"), date(2021, 6, 23), 9)
    closing = plan(meeting, ("جلسة الختام", "Closing"), date(2021, 6, 23), 16, 2, kind=PLENARY, whole_round=True)
    start_round(actor=team, round=made)
    _open_and_close(meeting, opening)
    statement = _discuss(meeting, first, second)
    open_for(meeting, closing)
    deliver_statement(actor=meeting.records, statement=statement, session=closing)
    record_reply(
        actor=meeting.records,
        statement=statement,
        by=both(ADDRESSEE),
        content=both(REPLY),
        received_on=date(2021, 6, 23),
    )
    close_session(actor=meeting.leads, session=closing)
    begin_reporting(actor=team, round=made)
    draft_report(actor=actor_for(people["rapporteur"]), round=made)


def _made(people: dict[str, Person]) -> Round:
    return create_round(
        actor=actor_for(people["team"]),
        title=both(TITLE),
        kind=REGIONAL,
        starts_on=date(2021, 6, 21),
        ends_on=date(2021, 6, 23),
        is_online=True,
        languages=["ar", "en"],
        interpretation=["ar", "en"],
        time_zone="Asia/Beirut",
        organisers=both(
            ("مكتب المبعوث الخاص مع سويس بيس ونوريف", "The Office of the Special Envoy, with swisspeace and NOREF")
        ),
        pillars=[],
    )


def _open_and_close(meeting: Meeting, session: Session) -> None:
    open_for(meeting, session)
    close_session(actor=meeting.leads, session=session)


def _discuss(meeting: Meeting, first: Session, second: Session) -> Statement:
    """Raise the points on the first day; agree, propose the fifth pillar and write the recommendations on the second."""
    open_for(meeting, first)
    for place, (_arabic, _english, pairs) in enumerate(PILLARS):
        raise_all(meeting, first, place, pairs)
    close_session(actor=meeting.leads, session=first)
    open_for(meeting, second)
    ask(meeting, second, [point for points in meeting.points for point in points], {}, "")
    add_pillar(actor=SYSTEM, round=meeting.round, name=both(FIFTH_PILLAR))
    statement = write_statement(
        meeting,
        second,
        ("توصيات المجموعة الثانية", "Recommendations of the second group"),
        ADDRESSEE,
        RECOMMENDATIONS,
    )
    close_session(actor=meeting.leads, session=second)
    return statement
