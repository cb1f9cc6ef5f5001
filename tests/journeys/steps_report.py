"""The report: put together from the record, edited, adopted in the reading session, published, found by a visitor."""

from playwright.sync_api import Page, expect

from supportroom.demo.people import PERSONAS
from tests.journeys import wording
from tests.journeys.company import Company, figures, follow, press, send
from tests.journeys.steps_checks import adopt_by_check
from tests.journeys.steps_points import open_session
from tests.journeys.steps_round import Way

READING = 2


def draft_report(way: Way) -> None:
    """Let the team put the report together and word a paragraph anew."""
    page = way.at("team", "report/")
    press(page, "/report/draft/")
    expect(page.locator(".counts")).to_be_visible()
    assert figures(page) == [10, 2, 33, 31, 2, 2]
    page.locator('main a[href*="/report/paragraphs/"]').first.click()
    page.fill('[name="text_ar"]', f"{page.input_value('[name=text_ar]')}\n{wording.REPORTED.ar}")
    page.fill('[name="text_en"]', f"{page.input_value('[name=text_en]')}\n{wording.REPORTED.en}")
    send(page, 'main form:has([name="text_ar"])')
    expect(page.get_by_text(wording.REPORTED.in_(way.language)).first).to_be_visible()
    way.company.examine(page)
    follow(page, f"/report/preview/{way.language}/")
    expect(page.get_by_text(wording.REPORTED.in_(way.language)).first).to_be_visible()


def adopt_report(way: Way) -> None:
    """Read it back, ask everybody in the reading session, record that it was adopted."""
    press(way.at("team", "report/"), "/step/read-back/")
    open_session(way, READING)
    page = way.at("facilitator", "report/")
    press(page, f"/ask/{way.sessions[READING]}/")
    expect(page.locator("#live-check")).to_contain_text(wording.REPORTED.in_(way.language))
    adopt_by_check(way, READING)
    page = way.at("team", "report/")
    press(page, "/step/adopt/")
    expect(page.locator('a[href$="/report/publish/"]')).to_be_visible()


def publish_report(way: Way) -> None:
    """Publish it in both languages."""
    page = way.at("team", "report/publish/")
    for code in ("ar", "en"):
        expect(page.locator(f'[name="languages"][value="{code}"]')).to_be_checked()
    way.company.examine(page)
    send(page)
    expect(page.locator('a[href$="/report/publish/"]')).to_be_visible()


def visitor_reads(company: Company) -> None:
    """Let somebody without an account find the report from the front page, in both languages, as page, PDF and DOCX."""
    page = company.go("visitor", "")
    company.examine(page)
    page.get_by_role("link", name=wording.TITLE.in_(company.language)).click()
    expect(page.locator("html")).to_have_attribute("lang", company.language)
    company.examine(page)
    reads_figures(page, company.language)
    page.locator(f'aside a[hreflang="{wording.other(company.language)}"]').click()
    expect(page.locator("html")).to_have_attribute("lang", wording.other(company.language))
    reads_figures(page, wording.other(company.language))


def reads_figures(page: Page, language: str) -> None:
    """The page says what the record says, names nobody who did not agree to it, and gives its files."""
    words = page.locator("main").inner_text()
    for figure in ("33", "25", "6", "2"):
        assert figure in words.split() or f" {figure} " in words or figure in words, figure
    assert wording.REPORTED.in_(language) in words
    assert wording.EDITED.in_(language) in words
    for who in ("facilitator", "rapporteur", "shielded_member"):
        assert PERSONAS[who][0] not in page.content(), who
    for ending, head in (("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")):
        link = page.locator(f'aside a[href$="report.{ending}"]')
        answer = page.request.get(link.evaluate("link => link.href"))
        assert answer.ok
        assert answer.body().startswith(head)
        assert len(answer.body()) > 5000
