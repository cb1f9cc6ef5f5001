"""The main job, as people do it: from a round that does not exist to a report that anybody can read."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys import steps_checks as checks
from tests.journeys import steps_points as points
from tests.journeys import steps_report as report
from tests.journeys import steps_round as rounds
from tests.journeys import steps_statements as statements
from tests.journeys import wording
from tests.journeys.company import Company
from tests.journeys.conftest import DESKTOP, PHONE

FIRST, SECOND = 0, 1
WAYS = [
    pytest.param("en", DESKTOP, False, id="in English on a desktop"),
    pytest.param("ar", {**PHONE, "javascript": False}, True, id="in Arabic on a phone without JavaScript"),
]


@pytest.mark.parametrize(("language", "device", "is_phone"), WAYS)
def test_s48_a_round_becomes_a_published_report(
    open_page: Callable[..., Page], language: str, device: dict[str, Any], *, is_phone: bool
) -> None:
    company = Company(open_page, language, device, is_phone=is_phone)
    way = rounds.prepare_round(company)
    rounds.add_group(way)
    rounds.plan_sessions(way)
    rounds.add_people(way)
    rounds.start_round(way)
    first_session(way)
    second_session(way)
    report.draft_report(way)
    report.adopt_report(way)
    points.close_session(way, report.READING)
    report.publish_report(way)
    report.visitor_reads(company)


def first_session(way: rounds.Way) -> None:
    points.open_session(way, FIRST)
    points.bring_points_from_file(way)
    withdrawn = points.raise_and_withdraw(way)
    checks.open_check(way, FIRST, 33)
    checks.answer_all(way, FIRST, wording.DISPUTED, range(33))
    checks.nobody_sees_a_tally(way, FIRST, wording.DISPUTED)
    checks.close_and_confirm(way, FIRST, 8, wording.FURTHER)
    checks.counts_are(way, FIRST, [33, 25, 8])
    points.close_session(way, FIRST)
    points.nobody_is_told(way, withdrawn)


def second_session(way: rounds.Way) -> None:
    points.open_session(way, SECOND)
    checks.open_check(way, SECOND, 8)
    checks.answer_all(way, SECOND, wording.STILL_DISPUTED, wording.DISPUTED)
    checks.nobody_sees_a_tally(way, SECOND, wording.STILL_DISPUTED)
    checks.close_and_confirm(way, SECOND, 2, wording.UNSETTLED)
    checks.counts_are(way, SECOND, [33, 31, 2])
    points.translate_pillars(way)
    points.translate_points(way)
    for number in (0, 1):
        statements.write_statement(way, number)
        statements.adopt_statement(way, number, SECOND)
    statements.name_spokesperson(way, 0)
    for number in (0, 1):
        statements.deliver_statement(way, number, SECOND)
    points.close_session(way, SECOND)
    rounds.go_over_to_report(way)
