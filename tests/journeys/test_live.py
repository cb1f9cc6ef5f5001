"""What several people see of one session while it goes on, and what a power cut in its middle leaves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from supportroom.demo import round_today
from tests.journeys.company import sign_in
from tests.journeys.conftest import DESKTOP, PHONE, REFUSALS, watched
from tests.journeys.server import Server

SOON_MS = 15_000
WRITTEN = "نص لم يُرسل بعد"
ANSWERED = "answered"


def board_of_today(page: Page, language: str) -> str:
    """Go to the session that is open today, from one's desk; give its address."""
    page.goto(f"/{language}/desk/")
    page.locator('main a[href*="/sessions/"]').first.click()
    expect(page.locator('[data-state="open"]')).to_have_count(1)
    return page.url


def close_check(page: Page) -> None:
    """Close the open check and confirm what it showed."""
    page.locator('#live-check button[formaction$="/checks/close/"]').click()
    result = page.locator("#live-results .result")
    expect(result).to_have_count(1)
    result.locator('input[name^="word-"]').fill("-")
    result.locator('button[value$=":remaining"]').click()
    expect(result).to_have_count(0)


def open_check(page: Page) -> str:
    """Open a check about the first point that has not been asked about; give its words."""
    row = page.locator(".points__row:has(.state--quiet)").first
    words = row.locator(".points__words").inner_text()
    row.locator('[name="point"]').check()
    page.locator('button[form="desk"][formaction$="/checks/"]').click()
    expect(page.locator("#live-check .check__close")).to_be_visible()
    return words


@pytest.fixture
def facilitator(open_page: Callable[..., Page]) -> Page:
    page = open_page(locale="ar", **DESKTOP)
    sign_in(page, "facilitator", "ar")
    return page


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_check_that_is_opened_reaches_every_phone(
    open_page: Callable[..., Page], facilitator: Page, *, javascript: bool
) -> None:
    member = open_page(locale="ar", javascript=javascript, **PHONE)
    sign_in(member, "member", "ar")
    board_of_today(member, "ar")
    board_of_today(facilitator, "ar")
    close_check(facilitator)
    if javascript:
        expect(member.locator("#live-check .ask")).to_have_count(0, timeout=SOON_MS)
        member.fill('#raise [name="text"]', WRITTEN)
    words = open_check(facilitator)
    if not javascript:
        member.reload()
    expect(member.locator("#live-check .ask")).to_have_count(1, timeout=SOON_MS)
    expect(member.locator("#live-focus")).to_contain_text(words)
    expect(member.locator(".tally")).to_have_count(0)
    if javascript:
        expect(member.locator('#raise [name="text"]')).to_have_value(WRITTEN)


def test_a_point_that_is_raised_reaches_the_projector(open_page: Callable[..., Page], facilitator: Page) -> None:
    board = board_of_today(facilitator, "ar")
    projector = open_page(locale="ar", **DESKTOP)
    sign_in(projector, "rapporteur", "ar")
    projector.goto(f"{board}projector/")
    raised = projector.locator(".counts__item b").first
    before = int(raised.inner_text())
    facilitator.fill('#raise [name="text"]', "نقطة جديدة")
    facilitator.press('#raise [name="text"]', "Enter")
    expect(raised).to_have_text(str(before + 1), timeout=SOON_MS)


@contextmanager
def cut_off(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """Open a phone whose server will go away; what the browser says of that in its console is no fault of a page."""
    context = browser.new_context(base_url=server.url, locale="ar", java_script_enabled=False, **PHONE)
    with watched(context, expected=(*REFUSALS, "net::ERR_CONNECTION_")):
        yield context


def test_a_power_cut_in_the_middle_of_a_check_loses_and_doubles_nothing(browser: Browser, server: Server) -> None:
    reason = "سبب كُتب قبل انقطاع الكهرباء"
    with cut_off(browser, server) as first, cut_off(browser, server) as second, cut_off(browser, server) as third:
        phones = {"member": first.new_page(), "shielded_member": second.new_page(), "facilitator": third.new_page()}
        boards = {}
        for who, page in phones.items():
            sign_in(page, who, "ar")
            boards[who] = board_of_today(page, "ar")
        answer(phones["member"], "cannot_accept", reason)
        answer(phones["shielded_member"], "support")
        server.kill()
        server.start()
        for who, page in phones.items():
            page.goto(boards[who])
        expect(phones["member"].locator('#live-check [value="cannot_accept"]')).to_be_checked()
        expect(phones["member"].locator("#live-check textarea")).to_have_value(reason)
        expect(phones["shielded_member"].locator('#live-check [value="support"]')).to_be_checked()
        answer(phones["member"], "cannot_accept", reason)
        page = phones["facilitator"]
        page.locator('#live-check button[formaction$="/checks/close/"]').click()
        tally = page.locator("#live-results .tally b").all_inner_texts()
        assert tally == [str(round_today.ANSWERED + 1), "0", "0", "1"], (
            "those who had answered before, and the two, once each"
        )
        expect(page.locator("#live-results .reasons")).to_contain_text(reason)


def answer(page: Page, choice: str, reason: str = "") -> None:
    """Answer the one thing that is asked; the page says that it is kept."""
    page.locator(f'#live-check [value="{choice}"]').check()
    page.fill("#live-check textarea", reason)
    page.locator('#live-check button[form="answer"]').click()
    expect(page.locator(f'[data-say="{ANSWERED}"]')).to_be_visible()
