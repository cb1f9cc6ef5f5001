"""A briefing: logged and read by the office, read again by the team; the public page says that it is confirmed."""

from datetime import date

from playwright.sync_api import expect

from tests.journeys import wording_register as said
from tests.journeys.company import key_in, send, write
from tests.journeys.steps_register import FIRST, RegisterWay


def log_briefing(way: RegisterWay) -> None:
    """Let the office log a briefing with its words."""
    page = way.company.go("office", "briefings/new/")
    page.fill('[name="given_on"]', date.today().isoformat())  # noqa: DTZ011
    page.fill('[name="symbol"]', said.SYMBOL)
    write(page, "title", said.BRIEFING)
    page.select_option('[name="language"]', way.language)
    page.fill('[name="text"]', said.briefing_in(way.language))
    way.company.examine(page)
    send(page)
    way.briefing = key_in(page.url, "briefings")


def read_first(way: RegisterWay) -> None:
    """Let the office read it beside the recommendation: the passage is offered, chosen and quoted."""
    page = way.company.go("office", _reading(way))
    offered = page.locator("label.passage").first
    expect(offered).to_contain_text(said.NEAR.in_(way.language)[:20])
    offered.locator("input").check()
    page.fill('[name="quotation"]', said.NEAR.in_(way.language))
    way.company.examine(page)
    page.locator('button[name="verdict"][value="reflected"]').click()
    page = way.public()
    expect(page.locator("main")).to_contain_text(said.NEAR.in_(way.language))


def read_again(way: RegisterWay) -> None:
    """Whoever read first cannot confirm; the team reads again and does."""
    page = way.company.go("office", _reading(way))
    expect(page.locator('form[action$="/read-again/"]')).to_have_count(0)
    page = way.company.go("team", _reading(way))
    way.company.examine(page)
    page.locator('form[action$="/read-again/"] button[value="reflected"]').click()


def public_reads_reflection(way: RegisterWay) -> None:
    """Let anybody read the quotation and that it is confirmed, on the recommendation's and on the briefing's page."""
    page = way.public()
    words = page.locator("main")
    expect(words).to_contain_text(said.NEAR.in_(way.language))
    expect(words).to_contain_text(said.CONFIRMED.in_(way.language))
    way.company.examine(page)
    page.locator(f'main a[href$="/briefings/{way.briefing}/"]').first.click()
    expect(page.locator("main")).to_contain_text(said.NEAR.in_(way.language))
    way.company.examine(page)
    assert page.context.cookies() == []


def _reading(way: RegisterWay) -> str:
    return f"briefings/{way.briefing}/reading/{way.recommendations[FIRST]}/"
