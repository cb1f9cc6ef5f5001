"""Statements and reports of the demo's rounds: written, read back, adopted by a check, published."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from supportroom.demo.meeting import Meeting, adopt_by_check, both, open_for, plan
from supportroom.demo.people import actor_for
from supportroom.journal.models import reference
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.points.subjects import Subject
from supportroom.protection.actions import give_consent
from supportroom.rounds.actions import close_session
from supportroom.rounds.models import Session
from supportroom.rounds.vocabulary import PLENARY
from supportroom.site.actions import publish_report
from supportroom.site.models import Edition
from supportroom.site.preparing import prepare_edition
from supportroom.statements.actions import (
    add_items,
    adopt_report,
    adopt_statement,
    draft_report,
    name_spokesperson,
    read_back_report,
    read_back_statement,
    reword_item,
    start_statement,
    volunteer,
)
from supportroom.statements.models import Report, Statement

Item = tuple[int, tuple[int, ...], str, str]


def write_statement(
    meeting: Meeting, session: Session, title: Sequence[str], addressee: Sequence[str], items: Sequence[Item]
) -> Statement:
    """Write a statement of these items, read it back, and have the session adopt it."""
    statement = begin_statement(meeting, title, addressee, items)
    statement = read_back_statement(actor=meeting.records, statement=statement)
    subject = Subject(reference(statement), statement.text.version, statement.title)
    adopt_by_check(meeting, session, subject, partial(adopt_statement, actor=meeting.records, statement=statement))
    return Statement.objects.get(pk=statement.pk)


def begin_statement(
    meeting: Meeting, title: Sequence[str], addressee: Sequence[str], items: Sequence[Item]
) -> Statement:
    """Write a statement of these items by the rapporteur, a member and two spokespersons, one of whom may be named."""
    statement = start_statement(
        actor=meeting.records, round=meeting.round, group=meeting.group, title=both(title), addressee=both(addressee)
    )
    volunteer(actor=actor_for(meeting.people["member"]), statement=statement)
    for pillar, places, arabic, english in items:
        points = [meeting.points[pillar][place] for place in places]
        add_items(actor=meeting.records, statement=statement, points=points, together=True)
        paragraph = statement.text.paragraphs.order_by("-position").first()
        assert paragraph
        reword_item(
            actor=meeting.records,
            statement=statement,
            paragraph=paragraph,
            seen=paragraph.version,
            wordings={"ar": arabic, "en": english},
        )
    for key in ("member", "facilitator"):
        name_spokesperson(actor=meeting.records, statement=statement, person=meeting.people[key])
    member = meeting.people["member"]
    give_consent(actor=actor_for(member), person=member, thing=statement)
    return Statement.objects.get(pk=statement.pk)


def write_report(meeting: Meeting, *, read_on: date) -> Report:
    """Put the report together and have the participants adopt it in a session after the round's days."""
    team = actor_for(meeting.people["team"])
    report = read_back_report(actor=team, report=draft_report(actor=team, round=meeting.round))
    session = plan(meeting, ("قراءة التقرير", "Reading the report"), read_on, 18, 1, kind=PLENARY, whole_round=True)
    open_for(meeting, session)
    report = Report.objects.get(pk=report.pk)
    subject = Subject(reference(report), report.text.version, meeting.round.title)
    adopt_by_check(meeting, session, subject, partial(adopt_report, actor=team, report=report))
    close_session(actor=meeting.leads, session=session)
    return Report.objects.get(pk=report.pk)


def publish(team: Person, report: Report) -> Edition:
    """Publish the first edition in both languages."""
    prepared = prepare_edition(report, 1, ["ar", "en"], MultilingualText())
    return publish_report(actor=actor_for(team), report=report, prepared=prepared)
