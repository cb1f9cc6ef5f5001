"""The programme: sessions with their topics, a conflict pointed out and mended, published in versions; a calendar."""

from datetime import timedelta
from urllib.error import HTTPError
from urllib.request import urlopen

from playwright.sync_api import Page, expect

from supportroom.demo.people import PERSONAS
from tests.journeys import wording_preparing as said
from tests.journeys.company import follow, key_in, press, send, write
from tests.journeys.steps_topics import (
    BEGINS_IN,
    SANCTIONS,
    WELLS,
    Preparation,
    contribute,
    name_contact,
    settle,
    today,
)

PLENARY, FIRST_GROUP, SECOND_GROUP = range(3)
HOURS = (("10:00", "12:00"), ("14:00", "17:00"), ("14:00", "17:00"))
SPEAKS_OF = {FIRST_GROUP: SANCTIONS, SECOND_GROUP: WELLS}
PRESENT = ("facilitator", "rapporteur", "member")


def plan_sessions(way: Preparation) -> None:
    """Plan a session of everybody and one of each group, at once and by mistake in the same hall."""
    day = (today() + timedelta(days=BEGINS_IN)).isoformat()
    for number, title in enumerate(said.SESSIONS):
        page = way.at("team", "sessions/new/")
        write(page, "title", title)
        write(page, "place", said.HALLS[0])
        page.select_option('[name="kind"]', "plenary" if number == PLENARY else "closed_consultation")
        page.select_option('[name="group"]', index=number)
        page.fill('[name="day"]', day)
        for name, hour in zip(("starts", "ends"), HOURS[number], strict=True):
            page.fill(f'[name="{name}"]', hour)
        send(page)
    page = way.at("team", "programme/")
    boards = page.locator("h4 a[href*='/sessions/']")
    expect(boards).to_have_count(len(said.SESSIONS))
    links = {link.inner_text(): link.get_attribute("href") for link in boards.all()}
    way.sessions = [key_in(links[way.words(title)], "sessions") for title in said.SESSIONS]


def give_topics(way: Preparation) -> None:
    """Say which topic each group speaks of, and of which of its points."""
    for session, topic in SPEAKS_OF.items():
        page = way.board("team", session, "topics/")
        page.check(f'[name="topic_{way.topics[topic]}"]')
        for box in page.locator(f'[name="points_{way.topics[topic]}"]').all():
            box.check()
        send(page)
    expect(page.locator(".programme__topics", has_text=way.words(said.POINTS[0]))).to_have_count(1)


def mend_and_publish(way: Preparation) -> None:
    """Read that two groups meet in one hall at once, move one of them, publish."""
    page = way.at("team", "programme/")
    expect(page.locator("#warnings")).to_contain_text(way.words(said.HALLS[0]))
    way.company.examine(page)
    page = way.board("team", SECOND_GROUP, "edit/")
    write(page, "place", said.HALLS[1])
    send(page)
    publish(way)
    page = way.at("facilitator", "programme/")
    expect(page.get_by_text(way.words(said.SESSIONS[SECOND_GROUP])).first).to_be_visible()
    expect(page.get_by_text(way.words(said.POINTS[0])).first).to_be_visible()
    way.company.examine(page)


def publish(way: Preparation, note: said.Said | None = None) -> None:
    """Publish the programme as it stands; nothing in it is in conflict."""
    page = way.at("team", "programme/")
    expect(page.locator("#warnings")).to_have_count(0)
    follow(page, "/programme/publish/")
    if note:
        write(page, "note", note)
    send(page)
    expect(page.locator('a[href$="/programme/versions/"]')).to_be_visible()
    expect(page.locator('a[href$="/programme/publish/"]')).to_have_count(0)


def complete_second_topic(way: Preparation) -> None:
    """Give the second topic what the checklist misses: a point taken up, and a contact person who knows it."""
    contribute(way.topic("rapporteur", WELLS), way.words(said.LATER_POINT))
    settle(way, WELLS, way.words(said.LATER_POINT), "take_up")
    name_contact(way, WELLS, "office")
    page = way.board("team", SECOND_GROUP, "topics/")
    page.locator(f'[name="points_{way.topics[WELLS]}"]').check()
    send(page)


def use_calendar(way: Preparation) -> None:
    """Let the member have her meetings in her own calendar, by an address that dies when she revokes it."""
    page = way.company.go("member", "calendar/")
    page.locator('form[action$="/calendar/"] button').click()
    address = page.locator("main #address").input_value()
    with urlopen(address) as answer:
        calendar = answer.read().decode()
    assert "BEGIN:VEVENT" in calendar
    assert not any(words in calendar for canary in said.CANARIES for words in canary)
    way.company.examine(page)
    press(page, "/calendar/revoke/")
    expect(page.locator('form[action$="/calendar/revoke/"]')).to_have_count(0)
    assert is_dead(address)


def is_dead(address: str) -> bool:
    """Tell whether an address leads nowhere."""
    try:
        urlopen(address).close()
    except HTTPError as error:
        return error.code == 404
    return False


def bring_forward(way: Preparation) -> None:
    """Let the round begin today, with the first group's session; those concerned read what changed, and why."""
    page = way.at("team", "edit/")
    page.fill('[name="starts_on"]', today().isoformat())
    send(page)
    page = way.board("team", FIRST_GROUP, "edit/")
    page.fill('[name="day"]', today().isoformat())
    send(page)
    publish(way, said.MOVED)
    page = way.at("member", "programme/versions/")
    expect(page.locator("#version-3, #version-2").first).to_contain_text(way.words(said.MOVED))
    way.company.examine(page)


def check_in(way: Preparation) -> None:
    """Start the round; check in the first group's three, one of them by herself."""
    press(way.at("team"), "/start/")
    page = way.at("member", "attendance/")
    expect(page.locator('button[name="come"]')).to_have_count(1)
    page.click('button[name="come"]')
    expect(page.locator('button[name="undo"]')).to_have_count(1)
    page = way.at("team", "attendance/")
    way.company.examine(page)
    for who in PRESENT[:2]:
        row(page, who).locator('button[name="come"]').click()
        expect(row(page, who).locator('button[name="undo"]')).to_be_visible()
    expect(page.locator('button[name="undo"]')).to_have_count(len(PRESENT))


def row(page: Page, who: str) -> Page:
    """Give the line of somebody in a list."""
    return page.locator("main li", has_text=PERSONAS[who][0])  # type: ignore[return-value]


def open_session(way: Preparation) -> None:
    """Open the first group's session with those it chose; who was checked in is counted; the board stands."""
    page = way.board("team", FIRST_GROUP)
    follow(page, "/open/")
    for role in ("facilitator", "rapporteur"):
        page.select_option(f'[name="{role}"]', label=PERSONAS[role][0])
    expect(page.locator('[name="present"]')).to_have_value(str(len(PRESENT)))
    send(page)
    expect(page.locator('[data-state="open"]')).to_have_count(1)
    page = way.board("member", FIRST_GROUP)
    expect(page.locator("#raise form")).to_have_count(1)
    way.company.examine(page)
