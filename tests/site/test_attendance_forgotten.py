"""Who came is gone once the report is published; its figures are those adopted, in corrections too."""

import pytest
import time_machine
from django.utils.translation import override

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.people.models import Person
from supportroom.room.models import Room
from supportroom.rounds.actions import amend_participant, begin_reporting, check_in
from supportroom.rounds.models import CheckIn
from supportroom.site.actions import correct_report, publish_report
from supportroom.site.preparing import prepare_edition
from supportroom.statements.composing import report_document
from supportroom.statements.figures import figures_of
from supportroom.statements.models import Report
from tests.factories.statements import held_meeting, report_adopted

COME, ABSENT = 11, 5


@pytest.fixture
def adopted(room: Room, clock: time_machine.Traveller, member: Person) -> Report:
    """A report adopted after eleven of sixteen were checked in: six women and five men from two places."""
    meeting = held_meeting(member, others=COME + ABSENT - 3)
    rows = list(meeting.round.participants.select_related("round").order_by("pk"))
    assert len(rows) == COME + ABSENT
    for place, row in enumerate(rows):
        said = {"gender": "woman" if place < 6 else "man", "residence": "TR-27" if place < COME else "LB-BA"}
        amend_participant(actor=SYSTEM, participant=row, **said)
    for row in rows[:COME]:
        check_in(actor=SYSTEM, participant=row)
    report = report_adopted(meeting)
    begin_reporting(actor=SYSTEM, round=report.round)
    return report


def facts_of(report: Report, language: str = "en") -> dict[str, str]:
    document = report_document(Report.objects.select_related("round", "text").get(pk=report.pk), language)
    return dict(next(block.pairs for block in document.blocks if hasattr(block, "pairs")))


def test_the_report_counts_who_came(adopted: Report) -> None:
    facts = facts_of(adopted)
    assert facts["Participants"] == str(COME)
    assert facts["Of them"] == "6 women and 5 men"
    with override("en"):
        assert figures_of(adopted.round).places == ("Gaziantep",)


def test_s16_s20_check_ins_are_gone_when_it_is_published_and_figures_stay_in_every_edition(
    adopted: Report, team: Person
) -> None:
    before = facts_of(adopted)
    nothing = MultilingualText()
    publish_report(actor=SYSTEM, report=adopted, prepared=prepare_edition(adopted, 1, ["en"], nothing))
    assert not CheckIn.objects.exists()
    published = Report.objects.select_related("round", "text").get(pk=adopted.pk)
    assert facts_of(published) == before
    note = multilingual("en", en="A date was wrong.")
    correct_report(actor=SYSTEM, report=published, prepared=prepare_edition(published, 2, ["en"], note), note=note)
    assert facts_of(published) == before


def test_s19_what_is_kept_holds_protected_figures_and_nobody(adopted: Report) -> None:
    assert set(adopted.figures) == {"count", "gender", "places"}
    assert adopted.figures["gender"] == [["woman", 6], ["man", 5]]
    assert "LB-BA" not in str(adopted.figures)
    assert set(adopted.figures["places"]) == {"ar", "en"}


def test_nobody_is_checked_in_after_the_report_is_published(adopted: Report) -> None:
    row = adopted.round.participants.select_related("round").first()
    assert row
    prepared = prepare_edition(adopted, 1, ["en"], MultilingualText())
    publish_report(actor=SYSTEM, report=adopted, prepared=prepared)
    with pytest.raises(DomainError, match=r"rounds\.round_over"):
        check_in(actor=SYSTEM, participant=row)
