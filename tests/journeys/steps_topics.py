"""A round with two groups is made; members say what it is to speak about, the team what becomes of each proposal."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from supportroom.demo.people import PERSONAS
from tests.journeys import wording_preparing as said
from tests.journeys.company import Company, follow, key_in, press, refused, send, write
from tests.journeys.steps_round import Way

CLOCK = ZoneInfo("Asia/Damascus")
BEGINS_IN, LASTS, MARKS = 2, 2, 2
SANCTIONS, LIBRARIES, WELLS = range(3)
PROPOSERS = ("member", "shielded_member", "rapporteur")
OPENS, CLOSES = ("opens_day", "opens_hour"), ("closes_day", "closes_hour")


@dataclass
class Preparation(Way):
    """A round that is being prepared: besides, where its topics and somebody's invitation are."""

    topics: list[str] = field(default_factory=list)
    invitations: dict[str, str] = field(default_factory=dict)

    def topic(self, who: str, number: int, tab: str = "") -> Page:
        """Let somebody open a page of a topic."""
        return self.company.go(who, f"topics/{self.topics[number]}/{tab}")

    def words(self, words: said.Said) -> str:
        """Give words in the language of the journey."""
        return words.in_(self.language)


def today() -> date:
    """Give the day that it is by the round's clock."""
    return datetime.now(CLOCK).date()


def choose_moment(page: Page, names: tuple[str, str], days: int, hour: str) -> None:
    """Fill in a day, counted from today, and an hour."""
    page.fill(f'[name="{names[0]}"]', (today() + timedelta(days=days)).isoformat())
    page.fill(f'[name="{names[1]}"]', hour)


def make_round(company: Company) -> Preparation:
    """Write down a round that begins in two days, with two groups."""
    way = Preparation(company)
    page = company.go("team", "rounds/new/")
    write(page, "title", said.TITLE)
    page.fill('[name="starts_on"]', (today() + timedelta(days=BEGINS_IN)).isoformat())
    page.fill('[name="ends_on"]', (today() + timedelta(days=BEGINS_IN + LASTS)).isoformat())
    for code in ("ar", "en"):
        page.check(f'[name="languages"][value="{code}"]')
    send(page)
    expect(page.locator("h1")).to_contain_text(way.words(said.TITLE))
    way.round = key_in(page.url, "rounds")
    for name in said.GROUPS:
        page = way.at("team", "groups/new/")
        write(page, "name", name)
        send(page)
    company.examine(page)
    return way


def call_for_topics(way: Preparation) -> None:
    """Open the call; one that ends before it begins is refused, with what was typed kept."""
    page = way.at("team", "topics/call/")
    write(page, "text", said.CALL)
    page.fill('[name="marks"]', str(MARKS))
    choose_moment(page, OPENS, 1, "18:00")
    choose_moment(page, CLOSES, 1, "17:00")
    refused(page, lambda: send(page), ('[name="text_ar"]', said.CALL.ar), ('[name="text_en"]', said.CALL.en))
    expect(page.locator('[name="closes_hour"]')).to_have_value("17:00")
    way.company.examine(page)
    choose_moment(page, OPENS, 0, "00:00")
    send(page)
    expect(page.get_by_text(way.words(said.CALL))).to_be_visible()


def propose_topics(way: Preparation) -> None:
    """Let three members propose a topic each; the first takes up what an earlier round left open, as it is offered."""
    for who, title in zip(PROPOSERS, said.TOPICS, strict=True):
        page = way.at(who, "topics/")
        follow(page, "/topics/new/")
        write(page, "title", title)
        write(page, "why", said.WHY)
        if who == PROPOSERS[0]:
            write(page, "questions", said.QUESTIONS)
            page.click('[name="look"]')
            expect(page.locator('[name="title_ar"]')).to_have_value(title.ar)
            offered = page.locator("main li", has=page.locator('[name="sources"]')).first
            expect(offered).to_contain_text("لعقوبات" if way.language == "ar" else "sanctions")
            offered.locator('[name="sources"]').check()
            way.company.examine(page)
        page.locator("main form.form .actions button").click()
        expect(page.locator("h2").first).to_contain_text(way.words(title))
        way.topics.append(key_in(page.url, "topics"))
    linked = way.topic("member", SANCTIONS).locator('form[action*="/topic-links/"][action$="/remove/"]')
    expect(linked).to_have_count(1)


def support_topics(way: Preparation) -> None:
    """Let members give their marks; one more than each has is refused in words, in a window that was open before."""
    late = way.topic("member", WELLS)
    window = late.context.new_page()
    for number in (SANCTIONS, LIBRARIES):
        window.goto(f"/{way.language}/topics/{way.topics[number]}/")
        press(window, "/support/")
        expect(window.locator('form[action$="/take-mark-back/"]')).to_be_visible()
    window.close()
    refused(late, lambda: press(late, "/support/"))
    for who, number in (("shielded_member", SANCTIONS), ("rapporteur", SANCTIONS), ("rapporteur", WELLS)):
        press(way.topic(who, number), "/support/")
    first = way.at("member", "topics/").locator("main article.entry").first
    expect(first).to_contain_text(way.words(said.TOPICS[SANCTIONS]))


def discuss(way: Preparation) -> None:
    """Let a member say something, and two contribute points; nobody reads who did."""
    page = way.topic("rapporteur", SANCTIONS)
    page.fill('[name="remark-text"]', way.words(said.REMARK))
    page.locator('form[action$="/remarks/"]').last.locator("button").click()
    expect(page.locator("#remarks ~ .entry")).to_contain_text(way.words(said.REMARK))
    for who, point in zip(("member", "shielded_member"), said.POINTS, strict=True):
        page = way.topic(who, SANCTIONS)
        contribute(page, way.words(point))
    way.company.examine(page)
    for reader in ("team", "facilitator"):
        told = way.topic(reader, SANCTIONS).locator("main").inner_text()
        assert way.words(said.POINTS[1]) in told
        assert not any(PERSONAS[who][0] in told for who in PROPOSERS), reader


def contribute(page: Page, words: str) -> None:
    """Contribute a discussion point."""
    form = page.locator('form:has([name="point-text"])')
    page.locator("details", has=form).locator("summary").click()
    form.locator("textarea").fill(words)
    form.locator("button").click()
    expect(page.locator(".entry", has_text=words)).to_be_visible()


def settle(way: Preparation, number: int, words: str, verb: str, reason: said.Said | None = None) -> None:
    """Let the team say what becomes of a discussion point; leaving it out without a reason is refused."""
    page = way.topic("team", number)
    page.locator(".entry", has_text=words).locator('a[href$="/settle/"]').click()
    page.check(f'[name="verb"][value="{verb}"]')
    if reason:
        refused(page, lambda: send(page))
        expect(page.locator(f'[name="verb"][value="{verb}"]')).to_be_checked()
        write(page, "reason", reason)
    send(page)
    expect(page.locator(".entry", has_text=words)).to_be_visible()


def answer_proposals(way: Preparation) -> None:
    """End the call; take one point up and leave one out, put two topics on the agenda, defer one and say why."""
    settle(way, SANCTIONS, way.words(said.POINTS[0]), "take_up")
    settle(way, SANCTIONS, way.words(said.POINTS[1]), "leave_out", said.LEFT_OUT)
    page = way.at("team", "topics/")
    press(page, "/topics/call/end/")
    expect(page.locator('form[action$="/topics/call/end/"]')).to_have_count(0)
    for number in (SANCTIONS, WELLS):
        page = way.topic("team", number)
        press(page, "/put-on-agenda/")
        expect(page.locator('form[action$="/put-on-agenda/"]')).to_have_count(0)
    page = way.topic("team", LIBRARIES, "defer/")
    refused(page, lambda: send(page))
    way.company.examine(page)
    write(page, "reason", said.DEFERRED)
    send(page)
    expect(page.get_by_text(way.words(said.DEFERRED))).to_be_visible()


def name_contact(way: Preparation, number: int, who: str) -> None:
    """Name the contact person of a topic, with what they know of it."""
    page = way.topic("team", number, "contact/")
    name, _role, _language, organisation = PERSONAS[who]
    page.fill('[name="q"]', organisation)
    page.locator("form.filter button").click()
    page.locator("label", has_text=name).locator("input").check()
    write(page, "competence", said.COMPETENCE)
    way.company.examine(page)
    send(page)
    expect(page.locator("bdi", has_text=name)).to_be_visible()


def read_what_became(way: Preparation) -> None:
    """Members read what became of their proposals and points; the call is over, and nothing more is taken."""
    page = way.at("shielded_member", "topics/")
    deferred = page.locator("article.entry", has_text=way.words(said.TOPICS[LIBRARIES]))
    expect(deferred).to_contain_text(way.words(said.DEFERRED))
    expect(page.locator('a[href$="/topics/new/"]')).to_have_count(0)
    way.company.examine(page)
    page = way.topic("shielded_member", SANCTIONS)
    expect(page.locator(".entry", has_text=way.words(said.POINTS[1]))).to_contain_text(way.words(said.LEFT_OUT))
    way.company.examine(page)
