"""A round of today: a session that is open, with points raised, some agreed, and a check that waits for answers."""

from datetime import datetime, timedelta

from supportroom.demo.meeting import ZONE, Meeting, ask, both, gather, open_for, plan, raise_all, set_pillar
from supportroom.demo.people import actor_for
from supportroom.demo.today import POINTS, TITLE
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.people.models import Person
from supportroom.points.actions import Answer, focus_point, open_check, take_positions
from supportroom.points.vocabulary import SUPPORT
from supportroom.rounds.actions import add_group, create_round, start_round
from supportroom.rounds.vocabulary import REGIONAL

ANSWERED = 5
RESIDENCE = "غازي عنتاب / Gaziantep"
PURPOSE = (
    "جولة قصيرة لتجربة اللوحة: ارفعوا نقاطاً، وأجيبوا عن الاستطلاع، وانظروا كيف تُحفظ الحصيلة ولا تُحفظ الأسماء.",
    "A short round to try the board: raise points, answer the check, see how the tally is kept and names are not.",
)


def build(people: dict[str, Person]) -> None:
    """Make the round, open its session, and leave a check open."""
    today = now().astimezone(ZONE)
    made = create_round(
        actor=actor_for(people["team"]),
        title=both(TITLE),
        purpose=both(PURPOSE),
        kind=REGIONAL,
        starts_on=today.date(),
        ends_on=today.date() + timedelta(days=2),
        hub="Gaziantep",
        is_online=True,
        languages=["ar", "en"],
        interpretation=["ar", "en"],
        time_zone=str(ZONE),
        pillars=[],
    )
    group = add_group(actor=SYSTEM, round=made, name=both(("مجموعة التجربة", "Trial group")), hub="Gaziantep")
    meeting = Meeting(made, group, people)
    gather(meeting, 7, 6, RESIDENCE, first=11)
    for arabic, english, _points in POINTS:
        set_pillar(meeting, (arabic, english))
    start = datetime(today.year, today.month, today.day, today.hour, tzinfo=ZONE)
    session = plan(meeting, ("تشاور اليوم المغلق", "Today's closed consultation"), start.date(), start.hour)
    plan(meeting, ("التشاور المغلق الثاني", "Second closed consultation"), start.date() + timedelta(days=1), 10)
    start_round(actor=actor_for(people["team"]), round=made)
    open_for(meeting, session)
    for place, (_arabic, _english, pairs) in enumerate(POINTS):
        raise_all(meeting, session, place, pairs)
    ask(meeting, session, [meeting.points[0][0], meeting.points[1][0]], {}, "")
    check = open_check(actor=meeting.leads, session=session, points=[meeting.points[0][2]])
    for actor in meeting.present[-ANSWERED:]:
        take_positions(actor=actor, check=check, answers=[Answer(check.items.get(), SUPPORT)], language="ar")
    focus_point(actor=meeting.leads, session=session, point=meeting.points[0][2])
