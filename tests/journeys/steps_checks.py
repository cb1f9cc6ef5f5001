"""A check: opened by the facilitator, answered by those present, seen by nobody before its close, then confirmed."""

from collections.abc import Collection

from playwright.sync_api import Page, expect

from tests.journeys import wording
from tests.journeys.company import ROOM, figures, refused
from tests.journeys.steps_round import Way

AGAINST = ("rapporteur", "member", "shielded_member")


def open_check(way: Way, session: int, expected: int) -> None:
    """Tick everything that is not settled and ask the room about it."""
    page = way.board("facilitator", session)
    ticks = page.locator('.points__row:not(:has(.state--settled)) [name="point"]')
    expect(ticks).to_have_count(expected)
    for tick in ticks.all():
        tick.check()
    page.locator(f'button[form="desk"][formaction$="/sessions/{way.sessions[session]}/checks/"]').click()
    expect(page.locator("#live-check .check__close")).to_be_visible()
    expect(page.locator("#live-check .ask")).to_have_count(expected)


def answer_all(way: Way, session: int, disputed: Collection[int], places: Collection[int]) -> None:
    """Let everybody answer; three object to the disputed points. `places` are the points' places in the file."""
    for who in ROOM:
        page = way.board(who, session)
        for item, place in zip(page.locator("#live-check .ask").all(), places, strict=True):
            against = who in AGAINST and place in disputed
            item.locator(f'[value="{"cannot_accept" if against else "support"}"]').check()
            if against:
                item.locator("textarea").fill(wording.objection(place, who).in_(way.language))
        if who == "member":
            forget_a_reason(page, disputed, list(places))
        send_answer(page)
        if who == "member":
            way.company.examine(page)


def send_answer(page: Page) -> None:
    """Send what was answered; the page says that it is kept."""
    page.locator('#live-check button[form="answer"]').click()
    expect(page.locator('[data-say="answered"]')).to_be_visible()


def forget_a_reason(page: Page, disputed: Collection[int], places: list[int]) -> None:
    """Object without saying why: it is refused, all other reasons are still there, and the missing one is added."""
    boxes = page.locator("#live-check .ask textarea")
    missing, kept = (boxes.nth(places.index(place)) for place in (min(disputed), max(disputed)))
    words, left = missing.input_value(), kept.input_value()
    missing.fill("")
    place = f'[name="{kept.get_attribute("name")}"]'
    refused(page, page.locator('#live-check button[form="answer"]').click, (place, left))
    missing.fill(words)


def nobody_sees_a_tally(way: Way, session: int, disputed: Collection[int]) -> None:
    """Before the close no page holds a tally or somebody else's reason, nor does the projector."""
    for who, tab in (("facilitator", ""), ("member", ""), ("team", ""), ("facilitator", "projector/")):
        page = way.board(who, session, tab)
        content = page.content()
        assert 'class="tally"' not in content
        assert 'class="result"' not in content
        others = [key for key in AGAINST if key != who]
        told = [wording.objection(place, key).in_(way.language) for place in disputed for key in others]
        assert not any(words in content for words in told), (who, tab)


def close_and_confirm(way: Way, session: int, disputed: int, word: wording.Said) -> None:
    """Close the check, confirm what the rule says is agreed, send the rest on with a word why."""
    page = way.board("facilitator", session)
    page.locator('#live-check button[formaction$="/checks/close/"]').click()
    expect(page.locator("#live-results .tally").first).to_be_visible()
    way.company.examine(page)
    page.locator('#live-results button[name="all"]').click()
    expect(page.locator('#live-results button[value$=":agreed"]')).to_have_count(0)
    for left in range(disputed, 0, -1):
        result = page.locator("#live-results .result")
        expect(result).to_have_count(left)
        expect(result.first.locator(".reasons li")).to_have_count(len(AGAINST))
        result.first.locator('input[name^="word-"]').fill(word.in_(way.language))
        result.first.locator('button[value$=":remaining"]').click()
    expect(page.locator("#live-results .result")).to_have_count(0)


def counts_are(way: Way, session: int, expected: list[int]) -> None:
    """The same counts stand on the board, for whoever looks, and on the projector."""
    for who, tab in (("facilitator", ""), ("member", ""), ("facilitator", "projector/")):
        assert figures(way.board(who, session, tab)) == expected, (who, tab)


def adopt_by_check(way: Way, session: int) -> None:
    """Answer the check about a text that has been opened, close and confirm it."""
    for who in ROOM:
        page = way.board(who, session)
        page.locator('#live-check .ask [value="support"]').check()
        send_answer(page)
    page = way.board("facilitator", session)
    page.locator('#live-check button[formaction$="/checks/close/"]').click()
    page.locator('#live-results button[value$=":agreed"]').click()
    expect(page.locator("#live-results .result")).to_have_count(0)
