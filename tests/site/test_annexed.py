"""Statements as annexes of published reports: each edition holds those that were adopted when it was made."""

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.rounds.actions import begin_reporting
from supportroom.site.actions import correct_report, publish_report
from supportroom.site.models import Edition
from supportroom.site.preparing import prepare_edition
from supportroom.site.rounds import annexed
from supportroom.statements.actions import adopt_statement
from supportroom.statements.models import Report, Statement
from tests.factories.personas import actor_of
from tests.factories.rounds import close_a_session, words
from tests.factories.statements import adopted, ask, held_meeting, new_session, read_back, report_adopted

pytestmark = pytest.mark.django_db


def put_out(report: Report, note: MultilingualText | None = None) -> Edition:
    number, said = (2, note) if note else (1, MultilingualText())
    prepared = prepare_edition(report, number, ["en"], said)
    if note:
        return correct_report(actor=SYSTEM, report=report, prepared=prepared, note=note)
    return publish_report(actor=SYSTEM, report=report, prepared=prepared)


def told(edition: Edition, language: str = "en") -> list[tuple[Statement, str, str]]:
    return [(each.statement, each.address.rpartition("#")[2], each.language) for each in annexed([edition], language)]


def test_what_is_adopted_after_the_report_came_out_is_in_its_next_edition_alone(
    room: object, clock: object, member: Person
) -> None:
    meeting = held_meeting(member)
    late = read_back(meeting)  # begun first, so that it comes before the other one
    session = new_session(meeting, days=5)
    ask(session, late)
    close_a_session(session)
    first = adopted(meeting)
    report = report_adopted(meeting)
    begin_reporting(actor=SYSTEM, round=report.round)
    report = Report.objects.get(pk=report.pk)
    edition = put_out(report)
    adopt_statement(actor=actor_of(meeting.writer), statement=late)
    assert told(edition) == [(first, "annex-1", "en")]
    second = put_out(Report.objects.get(pk=report.pk), note=words("A statement was adopted."))
    assert told(second, "ar") == [(late, "annex-1", "en"), (first, "annex-2", "en")]
    assert told(edition) == [(first, "annex-1", "en")]


def test_an_edition_made_before_its_annexes_were_kept_has_all_that_were_adopted(
    room: object, clock: object, member: Person
) -> None:
    meeting = held_meeting(member)
    first = adopted(meeting)
    report = report_adopted(meeting)
    begin_reporting(actor=SYSTEM, round=report.round)
    edition = put_out(Report.objects.get(pk=report.pk))
    del edition.files["annexes"]
    assert told(edition) == [(first, "annex-1", "en")]
