"""From an adopted statement to a public answer and a confirmed reflection; from home to what became of 2020."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps_answers as answers
from tests.journeys import steps_briefings as briefings
from tests.journeys import steps_register as register
from tests.journeys.company import Company
from tests.journeys.steps_register import RegisterWay
from tests.journeys.test_main_job import WAYS

STEPS: tuple[Callable[[RegisterWay], None], ...] = (
    register.lower_quorum,
    register.come_to_today,
    register.adopt_a_statement,
    register.record,
    register.address_and_show,
    answers.send_letter,
    answers.acknowledge,
    answers.answer,
    answers.public_reads_answer,
    briefings.log_briefing,
    briefings.read_first,
    briefings.read_again,
    briefings.public_reads_reflection,
    register.bring_in_a_document,
    answers.ask_and_answer,
    answers.publish_news,
    answers.ask_for_newsletter,
)


@pytest.mark.parametrize(("language", "device", "is_phone"), WAYS)
def test_what_was_adopted_is_answered_and_reflected_in_public(
    open_page: Callable[..., Page], language: str, device: dict[str, Any], *, is_phone: bool
) -> None:
    company = Company(open_page, language, device, is_phone=is_phone, schemes=("light",))
    way = RegisterWay(company)
    for step in STEPS:
        step(way)


@pytest.mark.parametrize(("language", "device", "is_phone"), WAYS)
def test_a_visitor_finds_in_three_taps_what_became_of_a_recommendation_of_2020(
    open_page: Callable[..., Page], language: str, device: dict[str, Any], *, is_phone: bool
) -> None:
    company = Company(open_page, language, device, is_phone=is_phone, schemes=("light",))
    page = company.go("visitor", "")
    for link in ('main a[href$="/register/"]', 'a[href$="/register/?year=2020"]', 'main a[href*="/register/2020-"]'):
        company.examine(page)
        page.locator(link).locator("visible=true").first.click()
        page.wait_for_load_state()
    company.examine(page)
    expect(page.locator("main .way__step").first).to_be_visible()
    assert page.context.cookies() == []
