"""Two statements out of agreed points: written in both languages, read back, adopted, delivered, replied to."""

from playwright.sync_api import Page, expect

from supportroom.demo.people import PERSONAS
from tests.journeys import wording
from tests.journeys.company import follow, key_in, press, send, write
from tests.journeys.steps_checks import adopt_by_check
from tests.journeys.steps_round import Way

PICKED = ((0, 4, 8), (1, 2))  # the first statement makes one item of its points, the second one of each


def write_statement(way: Way, number: int) -> None:
    """Let a member write a statement: points picked, words around them, an item worded anew in both languages."""
    page = way.at("member", "statements/")
    follow(page, "/statements/new/")
    write(page, "title", wording.TITLES[number])
    write(page, "addressee", wording.ADDRESSEES[number])
    send(page)
    way.statements.append(key_in(page.url, "statements"))
    follow(page, "/pick/")
    for place in PICKED[number]:
        said = wording.points()[place][1].in_(way.language)
        page.locator("label", has_text=said).locator('[name="points"]').check()
    if number == 0:
        way.company.examine(page)
        page.check('[name="together"]')
    send(page)
    follow(page, "/words/")
    write(page, "content", wording.OPENING)
    send(page)
    put_opening_first(page, len(PICKED[number]) if number else 1)
    if number == 0:
        word_an_item_anew(way, page)
    way.company.examine(page)


def put_opening_first(page: Page, items: int) -> None:
    """Move the words that were added last to the head."""
    for _step in range(items):
        place = page.locator('main section[id^="i"]', has_text=wording.OPENING.ar)
        place.locator('form[action$="/move/up/"] button').click()
    expect(page.locator('main section[id^="i"]').first).to_contain_text(wording.OPENING.ar)


def word_an_item_anew(way: Way, page: Page) -> None:
    """Change the words of an item in both languages, side by side."""
    item = page.locator('main section[id^="i"]').nth(1)
    item.locator('a[href*="/items/"]').first.click()
    page.fill('[name="text_ar"]', wording.EDITED.ar)
    page.fill('[name="text_en"]', wording.EDITED.en)
    way.company.examine(page)
    send(page, 'main form:has([name="text_ar"])')
    expect(page.get_by_text(wording.EDITED.ar)).to_be_visible()
    expect(page.get_by_text(wording.EDITED.en)).to_be_visible()


def at(way: Way, who: str, number: int) -> Page:
    """Let somebody open a statement's page."""
    return way.company.go(who, f"statements/{way.statements[number]}/")


def adopt_statement(way: Way, number: int, session: int) -> None:
    """Read a statement back, ask the group in the open session, and record that it was adopted."""
    press(at(way, "member", number), "/step/read-back/")
    page = at(way, "facilitator", number)
    press(page, f"/ask/{way.sessions[session]}/")
    expect(page.locator("#live-check")).to_contain_text(wording.TITLES[number].in_(way.language))
    adopt_by_check(way, session)
    page = at(way, "rapporteur", number)
    press(page, "/step/adopt/")
    expect(page.locator('a[href$="/deliver/"]')).to_be_visible()


def name_spokesperson(way: Way, number: int) -> None:
    """Let the writers choose who speaks; the person agrees to be named."""
    page = at(way, "member", number)
    follow(page, "/spokespersons/")
    page.select_option('[name="person"]', label=PERSONAS["member"][0])
    send(page)
    press(page, "/consent/agree/")
    expect(page.locator('form[action$="/consent/withdraw/"]')).to_be_visible()


def deliver_statement(way: Way, number: int, session: int) -> None:
    """Record in which session it was delivered and what was replied."""
    page = at(way, "rapporteur", number)
    follow(page, "/deliver/")
    page.select_option('[name="session"]', label=wording.SESSIONS[session].in_(way.language))
    send(page)
    follow(page, "/replies/new/")
    write(page, "by", wording.ADDRESSEES[number])
    write(page, "content", wording.REPLY)
    send(page)
    expect(page.get_by_text(wording.REPLY.in_(way.language))).to_be_visible()
