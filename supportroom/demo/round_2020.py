"""The June 2020 round, from its first point to its published report."""

from datetime import date
from functools import partial

from supportroom.demo.june_2020 import (
    AXES,
    ENVOY_REPLY,
    REPLIES,
    SESSIONS,
    TO_THE_DONORS,
    TO_THE_ENVOY,
)
from supportroom.demo.meeting import Meeting, Reasons, ask, both, gather, open_for, plan, raise_all, set_pillar
from supportroom.demo.people import actor_for
from supportroom.demo.texts import publish, write_report, write_statement
from supportroom.kernel.actors import SYSTEM
from supportroom.people.models import Person
from supportroom.points.models import Point
from supportroom.rounds.actions import (
    add_group,
    begin_reporting,
    close_session,
    create_round,
    start_round,
)
from supportroom.rounds.models import Session
from supportroom.rounds.vocabulary import REGIONAL
from supportroom.statements.actions import deliver_statement, record_reply
from supportroom.statements.models import Statement

TITLE = ("المشاورات الإقليمية – تركيا، المجموعة الأولى", "Regional consultation – Türkiye, first group")
PURPOSE = (
    "مراجعة عمل الغرفة وقيمها، ومداخلاتها المقبلة، وصلتها بالعملية السياسية، مع القضايا الإنسانية وملف المعتقلين.",
    "A review of the room and its values, its coming interventions and its link to the political process, with humanitarian matters and the detainees.",
)
ORGANISERS = (
    "مكتب المبعوث الخاص مع منظمتي سويس بيس ونوريف",
    "The Office of the Special Envoy, with swisspeace and NOREF",
)
RESIDENCE = "شمال غرب سوريا وتركيا / North-west Syria and Türkiye"
WOMEN, MEN = 16, 12
FURTHER = "نعود إليها في الجلسة القادمة بصياغة أدق."
STILL_OPEN = "لا توافق بعد نقاش ثانٍ؛ تبقى مطروحة للجولة القادمة."
DOUBTS: Reasons = (
    "الصياغة عامة ولا تقول من يلتزم بها.",
    "أخشى أن تُقرأ النقطة ضد من نمثلهم.",
    "ينقصها ما يخص مناطق أخرى من البلاد.",
)
LASTING_DOUBTS: tuple[Reasons, ...] = (
    (
        "المراجعة الدورية قد تُفهم تخفيفاً بلا مقابل.",
        "لا خبراء مستقلين كفاية لمثل هذه المراجعة.",
        "نخشى أن تُستعمل المراجعة لتأخير المحاسبة.",
    ),
    (
        "جدول ملزم بلا ضمانات يضغط على الطرف الأضعف.",
        "الأولوية للمعتقلين قبل أي جدول.",
        "التجارب السابقة مع المواعيد لم تنجح.",
    ),
)


def build(people: dict[str, Person]) -> None:
    """Live through the round."""
    meeting = _gathered(people)
    sessions = [
        plan(meeting, (arabic, english), date(2020, 6, day), hour, kind=kind)
        for kind, day, hour, arabic, english in SESSIONS
    ]
    start_round(actor=actor_for(people["team"]), round=meeting.round)
    for session in sessions[:2]:
        open_for(meeting, session)
        close_session(actor=meeting.leads, session=session)
    _first_meeting(meeting, sessions[2])
    envoy, donors = _second_meeting(meeting, sessions[3])
    for session, statement, replies in ((sessions[4], envoy, (ENVOY_REPLY,)), (sessions[5], donors, REPLIES)):
        open_for(meeting, session)
        deliver_statement(actor=meeting.records, statement=statement, session=session)
        for by_arabic, by_english, arabic, english in replies:
            record_reply(
                actor=meeting.records,
                statement=statement,
                by=both((by_arabic, by_english)),
                content=both((arabic, english)),
                received_on=date(2020, 6, 5),
            )
        close_session(actor=meeting.leads, session=session)
    begin_reporting(actor=actor_for(people["team"]), round=meeting.round)
    report = write_report(meeting, read_on=date(2020, 6, 12))
    publish(people["team"], report)


def _gathered(people: dict[str, Person]) -> Meeting:
    made = create_round(
        actor=actor_for(people["team"]),
        title=both(TITLE),
        purpose=both(PURPOSE),
        organisers=both(ORGANISERS),
        kind=REGIONAL,
        starts_on=date(2020, 6, 2),
        ends_on=date(2020, 6, 5),
        is_online=True,
        languages=["ar", "en"],
        interpretation=["ar", "en"],
        time_zone="Europe/Istanbul",
        pillars=[],
    )
    group = add_group(actor=SYSTEM, round=made, name=both(("المجموعة الأولى", "First group")), hub="Gaziantep")
    meeting = Meeting(made, group, people)
    gather(meeting, WOMEN, MEN, RESIDENCE)
    for arabic, english, _points in AXES:
        set_pillar(meeting, (arabic, english))
    return meeting


def _agreed_at(meeting: Meeting, *numbers: int) -> list[Point]:
    """Give the points that were agreed at these meetings (0: never), in order."""
    return [
        meeting.points[axis][place]
        for axis, (_arabic, _english, points) in enumerate(AXES)
        for place, (number, _a, _e) in enumerate(points)
        if number in numbers
    ]


def _first_meeting(meeting: Meeting, session: Session) -> None:
    open_for(meeting, session)
    for axis, (_arabic, _english, points) in enumerate(AXES):
        raise_all(meeting, session, axis, [pair for _number, *pair in points])
    against = {point.pk: DOUBTS for point in _agreed_at(meeting, 0, 2)}
    ask(meeting, session, _agreed_at(meeting, 0, 1, 2), against, FURTHER)
    close_session(actor=meeting.leads, session=session)


def _second_meeting(meeting: Meeting, session: Session) -> tuple[Statement, Statement]:
    open_for(meeting, session)
    left = _agreed_at(meeting, 0)
    against = {point.pk: doubts for point, doubts in zip(left, LASTING_DOUBTS, strict=True)}
    ask(meeting, session, _agreed_at(meeting, 0, 2), against, STILL_OPEN)
    write = partial(write_statement, meeting, session)
    envoy = write(
        ("بيان إلى المبعوث الخاص", "Statement to the Special Envoy"),
        ("المبعوث الخاص", "The Special Envoy"),
        TO_THE_ENVOY,
    )
    donors = write(
        ("بيان إلى مانحي الغرفة", "Statement to the room's donors"),
        ("مانحو الغرفة", "The room's donors"),
        TO_THE_DONORS,
    )
    close_session(actor=meeting.leads, session=session)
    return envoy, donors
