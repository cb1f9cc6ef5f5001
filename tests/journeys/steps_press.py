"""The press pack, the publication, and a visitor who was not there and reads how the paper came about."""

import io
import re

from docx import Document
from playwright.sync_api import Page, expect

from tests.journeys import wording_papers as said
from tests.journeys.company import EASTERN, follow, press, send, write
from tests.journeys.steps_groups import PaperWay, name_of
from tests.journeys.wording import Said, other

AUTHOR, OPPONENT = "facilitator", "member"
NEVER_NAMED = ("rapporteur", "shielded_member", "team", "office")
ENOUGH = 5000
STEPS = 13
HEADS = ([3], [4, 4, 4], [2, 1])  # seats; comments that came and were answered; for and against


def prepare_pack(way: PaperWay) -> None:
    """Write the summary, which two seats approve; offer somebody words, who clears them without a name."""
    page = way.on_paper("rapporteur", "press/summary/")
    write(page, "summary", said.SUMMARY)
    send(page)
    for who in (AUTHOR, "rapporteur"):
        page = way.on_paper(who, "press/")
        press(page, "/summary/approve/")
        expect(page.locator('form[action$="/summary/approve/"]')).to_have_count(0)
    page = way.on_paper(AUTHOR, "press/")
    press(page, "/press/author/")
    way.company.examine(page)
    page = way.on_paper("team", "press/quotations/new/")
    page.select_option('[name="person"]', label=name_of("rapporteur"))
    write(page, "text", said.QUOTATION)
    send(page)
    page = way.company.go("rapporteur", "press/quotations/")
    page.locator('a[href*="/press/quotations/"]', has_not_text="→").last.click()
    page.locator('form:has([value="unnamed"]) button').click()
    expect(page.locator('form:has([value="unnamed"])')).to_have_count(0)
    way.company.examine(page)


def publish(way: PaperWay) -> None:
    """Publish it in both languages; the press pack can be taken along."""
    page = way.on_paper("team", "publish/")
    for code in ("ar", "en"):
        expect(page.locator(f'[name="languages"][value="{code}"]')).to_be_checked()
    way.company.examine(page)
    send(page)
    expect(page.locator('aside a[href*="/papers/published/"]')).to_have_count(1)
    page = way.on_paper("team", "press/")
    pack = page.locator('a[href$="/press/press.zip"]').evaluate("link => link.href")
    assert page.request.get(pack).body().startswith(b"PK\x03\x04")


def visitor_reads(way: PaperWay) -> None:
    """Let somebody without an account find the paper from the front page, and read it in both languages."""
    language = way.company.language
    page = way.company.go("visitor", "")
    page.get_by_role("link", name=said.TITLE.in_(language)).first.click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    way.company.examine(page)
    _reads(way, page, language)
    page.locator(f'aside a[hreflang="{other(language)}"]').click()
    expect(page.locator("html")).to_have_attribute("lang", other(language))
    _reads(way, page, other(language))
    follow(page, "/comments/")
    _reads_comments(page, other(language))
    way.company.examine(page)


def _reads(way: PaperWay, page: Page, language: str) -> None:
    """The page holds the paper, the dissent, the review and the history, names who agreed, and gives its files."""
    words = page.locator("main").inner_text()
    told = (said.TITLE, said.TOGETHER, said.CHANGED, said.OPINION, said.OPINION_TEXT, said.RELEASED, said.SUMMARY)
    _holds(words, told, language)
    _tells_history(page)
    _files(page, told, language)


def _tells_history(page: Page) -> None:
    """The history tells in their order how many were appointed, commented, were for and against, and all the rest."""
    steps = page.locator("#history + dl dd").all_inner_texts()
    told = [[int(figure) for figure in re.findall(r"[0-9]+", step.translate(EASTERN))] for step in steps]
    assert len(told) == STEPS, steps
    places = [told.index(next(each for each in told if each[: len(head)] == head)) for head in HEADS]
    assert places == sorted(places), steps


def _holds(words: str, told: tuple[Said, ...], language: str) -> None:
    for each in told:
        assert each.in_(language) in words, each.in_(language)
    for who in (AUTHOR, OPPONENT):
        assert name_of(who) in words, f"{who} agreed to be named"
    for who in NEVER_NAMED:
        assert name_of(who) not in words, f"{who} never agreed to be named"


def _files(page: Page, told: tuple[Said, ...], language: str) -> None:
    content = {}
    for ending in ("pdf", "docx", "bib"):
        link = page.locator(f'aside a[href$="paper.{ending}"]')
        answer = page.request.get(link.evaluate("link => link.href"))
        assert answer.ok
        content[ending] = answer.body()
    assert content["pdf"].startswith(b"%PDF-")
    assert len(content["pdf"]) > ENOUGH
    written = Document(io.BytesIO(content["docx"]))
    words = "\n".join(paragraph.text for paragraph in written.paragraphs)
    _holds(words, told, language)
    assert not any(name_of(who) in content["bib"].decode() for who in NEVER_NAMED)


def _reads_comments(page: Page, language: str) -> None:
    words = page.locator("main").inner_text()
    for reason in said.REASONS.values():
        assert reason.in_(language) in words
    for who in said.STANDING:
        assert name_of(who) not in words, "a published comment has no name"
