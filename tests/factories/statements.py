"""Statements and reports, built by the product's own actions: a round with agreed points, and texts in each state."""

from dataclasses import dataclass
from datetime import date

from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.people.models import Person
from supportroom.points.actions import close_check, confirm_outcome, open_check, take_position
from supportroom.points.models import CheckItem, Point
from supportroom.points.vocabulary import AGREED, CANNOT_ACCEPT, REMAINING, SUPPORT
from supportroom.rounds.models import Round, Session
from supportroom.statements.actions import (
    add_items,
    adopt_report,
    adopt_statement,
    deliver_statement,
    draft_report,
    read_back_report,
    read_back_statement,
    record_reply,
    start_statement,
)
from supportroom.statements.asking import subject_of
from supportroom.statements.models import Report, Statement
from tests.factories.personas import actor_of, make_person
from tests.factories.points import actors_of, imported, leader, settle
from tests.factories.rounds import (
    MORNING,
    close_a_session,
    first_group,
    make_session,
    open_a_session,
    words,
)


@dataclass
class Meeting:
    """A running round with a closed session in which points were agreed, and whoever led it."""

    round: Round
    session: Session
    facilitator: Person
    rapporteur: Person
    writer: Person

    @property
    def agreed(self) -> list[Point]:
        """The agreed points."""
        return list(Point.objects.filter(round=self.round, state=AGREED).order_by("number"))


def held_meeting(*people: Person, agreed: int = 3, remaining: int = 1, others: int = 3) -> Meeting:
    """Hold a session in which so many points are agreed and so many remain; the first of `people` writes."""
    facilitator = make_person("Fadi Leads-Invented", "member")
    rapporteur = make_person("Rima Records-Invented", "member")
    writer = people[0] if people else make_person("Widad Writes-Invented", "member")
    session = open_a_session(facilitator, rapporteur, people=[writer, *people[1:]], others=others)
    points = imported(session, agreed + remaining)
    settle(session, {point.pk: place < agreed for place, point in enumerate(points)})
    close_a_session(session)
    return Meeting(session.round, session, facilitator, rapporteur, writer)


def new_session(meeting: Meeting, *, is_open: bool = True, days: int = 1) -> Session:
    """Plan a further session of the group, and open it."""
    session = make_session(meeting.round, starts_at=MORNING.replace(day=2 + days), title=words("Second meeting"))
    return open_a_session(meeting.facilitator, meeting.rapporteur, session=session) if is_open else session


def started(meeting: Meeting, by: Actor | None = None) -> Statement:
    """Start a statement of the meeting's group, by its writer."""
    return start_statement(
        actor=by or actor_of(meeting.writer),
        round=meeting.round,
        group=first_group(meeting.round),
        title=words("Statement to the Envoy", "بيان إلى المبعوث"),
        addressee=words("Office of the Special Envoy", "مكتب المبعوث الخاص"),
    )


def written(meeting: Meeting, number: int = 2) -> Statement:
    """Start a statement and give it so many items."""
    statement = started(meeting)
    add_items(actor=actor_of(meeting.writer), statement=statement, points=meeting.agreed[:number])
    return Statement.objects.get(pk=statement.pk)


def ask(session: Session, thing: Statement | Report, *, agrees: bool = True) -> CheckItem:
    """Ask an open session about a text as it is now, let everybody answer, close and confirm."""
    thing.text.refresh_from_db()
    check = open_check(actor=leader(session), session=session, subjects=[subject_of(thing)])
    item = CheckItem.objects.select_related("check_asked__session").get(check_asked=check)
    for actor in actors_of(session):
        choice = SUPPORT if agrees else CANNOT_ACCEPT
        take_position(actor=actor, item=item, choice=choice, reason="" if agrees else "Not yet.", language="en")
    close_check(actor=leader(session), check=check)
    item = CheckItem.objects.select_related("check_asked__session").get(pk=item.pk)
    outcome, word = (AGREED, "") if agrees else (REMAINING, "Not yet.")
    confirm_outcome(actor=leader(session), item=item, outcome=outcome, word=word)
    return item


def read_back(meeting: Meeting) -> Statement:
    """Write a statement and read it back."""
    return read_back_statement(actor=actor_of(meeting.writer), statement=written(meeting))


def adopted(meeting: Meeting) -> Statement:
    """Write a statement, read it back, and let the group adopt it in a further session, which is closed then."""
    statement = read_back(meeting)
    session = new_session(meeting)
    ask(session, statement)
    close_a_session(session)
    return adopt_statement(actor=actor_of(meeting.writer), statement=statement)


def delivered(meeting: Meeting) -> Statement:
    """Let a statement be adopted and delivered."""
    return deliver_statement(actor=actor_of(meeting.writer), statement=adopted(meeting), session=meeting.session)


def replied(meeting: Meeting) -> Statement:
    """Let a statement be delivered and answered."""
    statement = delivered(meeting)
    record_reply(
        actor=actor_of(meeting.writer),
        statement=statement,
        by=words("Office of the Special Envoy", "مكتب المبعوث الخاص"),
        content=words("The office will raise it.", "سيطرح المكتب الأمر."),
        received_on=date(2026, 6, 9),
    )
    return statement


def drafted(meeting: Meeting) -> Report:
    """Put the report together."""
    return draft_report(actor=SYSTEM, round=meeting.round)


def report_read_back(meeting: Meeting) -> Report:
    """Put the report together and read it back."""
    return read_back_report(actor=SYSTEM, report=drafted(meeting))


def report_adopted(meeting: Meeting) -> Report:
    """Let the participants adopt the report in a further session, which is closed then."""
    report = report_read_back(meeting)
    session = new_session(meeting, days=3)
    ask(session, report)
    close_a_session(session)
    return adopt_report(actor=SYSTEM, report=report)
