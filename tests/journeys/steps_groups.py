"""A member calls for a group; the team opens it, members stand, the team appoints; the seats name who coordinates."""

from dataclasses import dataclass, field
from datetime import timedelta

from playwright.sync_api import Locator, Page, expect

from supportroom.demo.people import PERSONAS
from tests.journeys import wording_papers as said
from tests.journeys.company import Company, follow, key_in, press, refused, send, unfold, write
from tests.journeys.server import Server
from tests.journeys.steps_topics import today
from tests.journeys.wording import Said

CANDIDATES_FOR = 10
LEAST_QUORUM = "1"


@dataclass
class PaperWay:
    """A group and its paper on their way: the people, the room's server, where things are."""

    company: Company
    server: Server
    group: str = ""
    paper: str = ""
    source: str = ""
    citation: str = ""
    meeting: str = ""
    paragraphs: list[str] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)

    def at(self, who: str, tab: str = "") -> Page:
        """Let somebody open a page of the group."""
        return self.company.go(who, f"groups/{self.group}/{tab}")

    def on_paper(self, who: str, tab: str = "") -> Page:
        """Let somebody open a page of the paper."""
        return self.company.go(who, f"papers/{self.paper}/{tab}")

    def words(self, who: str, words: Said) -> str:
        """Give words in the language in which somebody reads."""
        return words.in_(self.company.reader(who).language)


def name_of(who: str) -> str:
    """Give the name of a persona."""
    return PERSONAS[who][0]


def lower_quorum(way: PaperWay) -> None:
    """Let so few members as can sign in here be enough."""
    page = way.company.go("team", "charter/")
    unfold(page.locator('[name="members_quorum"]')).fill(LEAST_QUORUM)
    send(page, 'main form:has([name="members_quorum"])')
    expect(page.locator(".notice--refused")).to_have_count(0)


def call_for_group(way: PaperWay) -> None:
    """Call for a group; without saying what it is to do it is refused, with what was typed kept."""
    company = way.company
    page = company.go("member", "groups/")
    company.examine(page)
    follow(page, "/groups/new/")
    write(page, "title", said.GROUP)
    refused(page, lambda: send(page), ('[name="title_ar"]', said.GROUP.ar), ('[name="title_en"]', said.GROUP.en))
    write(page, "task", said.TASK)
    page.locator('[name="fields_wanted"]').first.check()
    page.select_option('[name="seats_wanted"]', "3")
    company.examine(page)
    send(page)
    expect(page.locator("h1")).to_contain_text(way.words("member", said.GROUP))
    way.group = key_in(page.url, "groups")


def open_group(way: PaperWay) -> None:
    """Let the team open it to candidates."""
    page = way.at("team", "open/")
    page.fill('[name="day"]', (today() - timedelta(days=1)).isoformat())
    page.fill('[name="hour"]', "12:00")
    refused(page, lambda: send(page), ('[name="hour"]', "12:00"))
    page.fill('[name="day"]', (today() + timedelta(days=CANDIDATES_FOR)).isoformat())
    send(page)
    expect(page.locator('form[action$="/candidates/end/"]')).to_have_count(1)


def stand(way: PaperWay) -> None:
    """Let four stand, with what they know and where they live; none of them reads of the others."""
    for who, (years, country, why) in said.STANDING.items():
        page = way.at(who, "stand/")
        page.locator('[name="fields_known"]').first.check()
        page.fill('[name="years"]', str(years))
        page.fill(f'[name="statement_{way.company.reader(who).language}"]', way.words(who, why))
        page.select_option('[name="lives_in"]', country)
        if who == "member":
            way.company.examine(page)
        send(page, 'main form:has([name="years"])')
        expect(page.locator('a[href$="/stand/"]')).to_have_count(1)
        assert not any(name_of(other) in page.locator("main").inner_text() for other in said.STANDING)
    assert way.company.page("member").request.get(f"{page.url}candidates/").status in (403, 404)


def appoint(way: PaperWay) -> None:
    """Take the ranking but for one seat, which is refused until there is a reason for each of the two."""
    page = way.at("team", "candidates/")
    for who in said.STANDING:
        expect(page.locator("h3", has_text=name_of(who))).to_have_count(1)
    way.company.examine(page)
    page = way.at("team")
    press(page, "/candidates/end/")
    page = way.at("team", "appointment/")
    for who in said.STANDING:
        tick = _row(page, who).locator('[name^="seat_"]')
        expect(tick).to_be_checked(checked=who != "shielded_member")
    _row(page, "member").locator('[name^="seat_"]').uncheck()
    _row(page, "shielded_member").locator('[name^="seat_"]').check()
    refused(page, lambda: send(page, "main form.form"))
    for who, why in (("member", said.PASSED_OVER), ("shielded_member", said.INSTEAD)):
        row = _row(page, who)
        unfold(row.locator('[name^="departure_"]')).fill(way.words(who, why))
    way.company.examine(page)
    send(page, "main form.form")
    expect(page.locator('a[href$="/appointment/"]')).to_have_count(0)
    page = way.at("member")
    expect(page.get_by_text(said.PASSED_OVER.in_("ar"))).to_be_visible()
    assert not any(name_of(who) in page.content() for who in said.SEATED), "a seat has no name for other members"


def _row(page: Page, who: str) -> Locator:
    return page.locator("article.entry", has=page.locator("h3", has_text=name_of(who)))


def name_coordinator(way: PaperWay) -> None:
    """Let two of the three seats name the same one: it coordinates."""
    chosen = name_of("facilitator")
    for who in ("facilitator", "rapporteur"):
        page = way.at(who)
        form = page.locator('form[action$="/coordinator/"]')
        radio = form.locator("label", has_text=chosen).locator("input")
        unfold(radio).check()
        form.locator("button").click()
    expect(page.locator("article.entry", has_text=chosen).locator(".state--settled")).to_have_count(1)
    way.company.examine(page)
