"""The team prepares a round: its particulars, a group, three sessions, who takes part; then it starts."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from supportroom.demo.people import PERSONAS
from tests.journeys import wording
from tests.journeys.company import ROOM, Company, follow, key_in, press, refused, send, write

DAYS = (0, 1, 6)  # the report is read after the round's own days
LAST_DAY = 2
WOMEN = ("facilitator", "member")


@dataclass
class Way:
    """A round on its way: the people, where its pages are, its sessions in order."""

    company: Company
    round: str = ""
    sessions: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language in which everybody reads and writes first."""
        return self.company.language

    def at(self, who: str, tab: str = "") -> Page:
        """Let somebody open a page of the round."""
        return self.company.go(who, f"rounds/{self.round}/{tab}")

    def board(self, who: str, session: int, tab: str = "") -> Page:
        """Let somebody open the board of a session."""
        return self.company.go(who, f"sessions/{self.sessions[session]}/{tab}")


def prepare_round(company: Company) -> Way:
    """Write down the round's particulars; one that ends before it begins is refused with all that was typed."""
    way = Way(company)
    page = company.go("team", "rounds/")
    company.examine(page)
    follow(page, "/rounds/new/")
    company.examine(page)
    today = date.today()  # noqa: DTZ011 - the machine's own day is what the browser shows
    for name, words in (("title", wording.TITLE), ("place", wording.PLACE), ("purpose", wording.PURPOSE)):
        write(page, name, words)
    write(page, "organisers", wording.ORGANISERS)
    page.fill('[name="starts_on"]', today.isoformat())
    page.fill('[name="ends_on"]', (today - timedelta(days=1)).isoformat())
    page.select_option('[name="hub"]', "Gaziantep")
    page.check('[name="is_online"]')
    for code in ("ar", "en"):
        page.check(f'[name="languages"][value="{code}"]')
        page.check(f'[name="interpretation"][value="{code}"]')
    refused(page, lambda: send(page), ('[name="title_ar"]', wording.TITLE.ar), ('[name="place_en"]', wording.PLACE.en))
    page.fill('[name="ends_on"]', (today + timedelta(days=LAST_DAY)).isoformat())
    send(page)
    expect(page.locator("h1")).to_contain_text(wording.TITLE.in_(company.language))
    way.round = key_in(page.url, "rounds")
    return way


def add_group(way: Way) -> None:
    """Add the one group."""
    page = way.at("team")
    follow(page, "/groups/new/")
    write(page, "name", wording.GROUP)
    send(page)
    expect(page.get_by_text(wording.GROUP.in_(way.language)).first).to_be_visible()


def plan_sessions(way: Way) -> None:
    """Plan two closed consultations of the group and a plenary of the round."""
    today = date.today()  # noqa: DTZ011
    for place, (title, days) in enumerate(zip(wording.SESSIONS, DAYS, strict=True)):
        page = way.at("team", "sessions/new/")
        write(page, "title", title)
        is_plenary = place == len(DAYS) - 1
        page.select_option('[name="kind"]', "plenary" if is_plenary else "closed_consultation")
        page.select_option('[name="group"]', **({"value": ""} if is_plenary else {"index": 1}))
        page.fill('[name="day"]', (today + timedelta(days=days)).isoformat())
        page.fill('[name="starts"]', "10:00")
        page.fill('[name="ends"]', "13:00")
        send(page)
    page = way.at("team", "programme/")
    way.company.examine(page)
    boards = page.locator('h4 a[href*="/sessions/"]')
    expect(boards).to_have_count(len(DAYS))
    way.sessions = [key_in(link.get_attribute("href"), "sessions") for link in boards.all()]


def add_people(way: Way) -> None:
    """Type in the four personas, bring six others from a table."""
    for who in ROOM:
        page = way.at("team", "participants/new/")
        name, _role, _language, organisation = PERSONAS[who]
        page.fill('[name="name"]', name)
        page.fill('[name="organisation"]', organisation)
        page.select_option('[name="gender"]', "woman" if who in WOMEN else "man")
        page.fill('[name="residence"]', "Gaziantep")
        send(page)
        expect(page.locator("table").get_by_text(name).first).to_be_visible()
    follow(page, "/participants/import/")
    content = wording.file_of_people(way.language)
    page.set_input_files('[name="file"]', {"name": "people.csv", "mimeType": "text/csv", "buffer": content})
    send(page)
    expect(page.locator("tbody tr")).to_have_count(6)
    way.company.examine(page)
    page.locator('form:has([name="parcel"]) button').click()
    expect(page.locator("tbody tr")).to_have_count(10)


def start_round(way: Way) -> None:
    """Start it."""
    page = way.at("team")
    press(page, "/start/")
    expect(page.locator('form[action$="/start/"]')).to_have_count(0)
    way.company.examine(page)


def go_over_to_report(way: Way) -> None:
    """Leave the consultation for the report."""
    page = way.at("team")
    press(page, "/to-report/")
    expect(page.locator('form[action$="/resume/"]')).to_be_visible()
