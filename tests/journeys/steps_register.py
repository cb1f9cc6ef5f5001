"""What a statement asks for is recorded, addressed and shown; an earlier document comes in and is corrected first."""

from dataclasses import dataclass, field
from datetime import date

from playwright.sync_api import Page, expect

from supportroom.demo.today import TITLE as TODAY
from tests.journeys import steps_statements as statements
from tests.journeys import wording
from tests.journeys import wording_register as said
from tests.journeys.company import follow, key_in, send, unfold, write
from tests.journeys.steps_round import Way
from tests.journeys.wording import Said

ADDRESSEE = Said("مانحو الغرفة", "The room's donors")
OPEN, FIRST = 0, 0


@dataclass
class RegisterWay(Way):
    """From a statement to its answer: the round of today, the recommendations by their addresses, what was written."""

    recommendations: list[str] = field(default_factory=list)
    letter: str = ""
    link: str = ""
    briefing: str = ""

    def public(self, place: int = FIRST) -> Page:
        """Let somebody without an account read a recommendation's page."""
        return self.company.go("visitor", f"register/{self.recommendations[place]}/")


def lower_quorum(way: RegisterWay) -> None:
    """Let so few as can sign in here be enough for a text to be adopted."""
    page = way.company.go("team", "charter/")
    unfold(page.locator('[name="rule_quorum"]')).fill("30")
    send(page, 'main form:has([name="rule_quorum"])')
    expect(page.locator(".notice--refused")).to_have_count(0)


def come_to_today(way: RegisterWay) -> None:
    """Go to the round of today by its open session, and end the check that waits there."""
    page = way.company.go("facilitator", "desk/")
    way.sessions.append(key_in(page.locator('main a[href*="/sessions/"]').first.get_attribute("href"), "sessions"))
    page = way.company.go("facilitator", "rounds/")
    page.get_by_role("link", name=Said(*TODAY).in_(way.language)).first.click()
    way.round = key_in(page.url, "rounds")
    page = way.board("facilitator", OPEN)
    page.locator('#live-check button[formaction$="/checks/close/"]').click()
    page.locator('#live-results input[name^="word-"]').fill(wording.FURTHER.in_(way.language))
    page.locator('#live-results button[value$=":remaining"]').click()
    expect(page.locator("#live-results .result")).to_have_count(0)


def adopt_a_statement(way: RegisterWay) -> None:
    """Let a member make a statement of two agreed points; the room adopts it, and it is delivered."""
    page = way.at("member", "statements/")
    follow(page, "/statements/new/")
    write(page, "title", wording.TITLES[FIRST])
    write(page, "addressee", ADDRESSEE)
    send(page)
    way.statements.append(key_in(page.url, "statements"))
    follow(page, "/pick/")
    for tick in page.locator('[name="points"]').all()[:2]:
        tick.check()
    send(page)
    statements.adopt_statement(way, FIRST, OPEN)
    page = statements.at(way, "rapporteur", FIRST)
    follow(page, "/deliver/")
    send(page)


def record(way: RegisterWay) -> None:
    """Tick the paragraphs that ask for something, look at them, record them: nothing of it is public yet."""
    page = statements.at(way, "team", FIRST)
    follow(page, f"/statements/{way.statements[FIRST]}/register/")
    pieces = page.locator('[name="pieces"]')
    expect(pieces).to_have_count(2)
    for piece in pieces.all():
        piece.check()
    way.company.examine(page)
    page.locator('button[value="preview"]').click()
    way.company.examine(page)
    page.locator('button[value="record"]').click()
    expect(page.locator('[name="texts"]').first).to_be_visible()


def address_and_show(way: RegisterWay) -> None:
    """Address what was recorded; then show it to the public, who finds it in the register."""
    page = way.company.go("team", "register/waiting/")
    _of_statement(way, page).check()
    page.locator("main details summary").last.click()
    page.get_by_label(ADDRESSEE.in_(way.language)).check()
    page.locator('button[formaction$="/waiting/address/"]').click()
    page = way.company.go("team", "register/waiting/")
    way.company.examine(page)
    _of_statement(way, page).check()
    send(page)
    page = way.company.go("visitor", f"register/?year={date.today().year}")  # noqa: DTZ011
    way.company.examine(page)
    found = page.locator('main a[href*="/register/20"]').evaluate_all("links => links.map(link => link.href)")
    way.recommendations = list(dict.fromkeys(link.rstrip("/").rpartition("/")[2] for link in found))
    assert len(way.recommendations) == 2, found
    page = statements.at(way, "member", FIRST)
    expect(page.locator(f'a[href$="/register/{way.recommendations[FIRST]}/"]')).not_to_have_count(0)


def _of_statement(way: RegisterWay, page: Page) -> object:
    bundle = page.locator("fieldset", has_text=wording.TITLES[FIRST].in_(way.language))
    return bundle.locator('[name="texts"]')


def bring_in_a_document(way: RegisterWay) -> None:
    """Bring in an earlier document: three are understood, one is worded anew, one is left out; two are recorded."""
    page = way.company.go("team", "intake/")
    content = said.document_in(way.language)
    page.set_input_files('[name="file"]', {"name": "winter.txt", "mimeType": "text/plain", "buffer": content})
    send(page)
    items = page.locator(".beside__item")
    expect(items).to_have_count(len(said.BROUGHT))
    way.company.examine(page)
    items.nth(1).locator("a").click()
    page.fill('[name="text"]', said.CORRECTED.in_(way.language))
    send(page)
    items.last.locator('button[value^="drop:"]').click()
    expect(page.locator(".beside__item--off")).to_have_count(1)
    follow(page, "/record/")
    write(page, "title", said.HEADING)
    write(page, "by", said.BY)
    page.fill('[name="dated_on"]', "2019-01-15")
    way.company.examine(page)
    send(page)
    page = way.company.go("team", "register/waiting/")
    waiting = page.locator("main").inner_text()
    told = (said.BROUGHT[0], said.CORRECTED)
    assert all(words.in_(way.language) in waiting for words in told), waiting
    assert said.BROUGHT[-1].in_(way.language) not in waiting
