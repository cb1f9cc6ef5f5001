"""A session opens, thirty-three points come from a file, one more is raised and withdrawn, all are translated."""

from playwright.sync_api import Page, expect

from supportroom.demo.people import PERSONAS
from tests.journeys import wording
from tests.journeys.company import figures, follow, key_in, refused, send, write
from tests.journeys.steps_round import Way

PRESENT = 8
KEEP = "form.preview"


def open_session(way: Way, session: int) -> None:
    """Open a session with the facilitator and the rapporteur whom it chose."""
    page = way.board("team", session)
    follow(page, "/open/")
    for role in ("facilitator", "rapporteur"):
        page.select_option(f'[name="{role}"]', label=PERSONAS[role][0])
    page.fill('[name="present"]', str(PRESENT))
    send(page)
    expect(page.locator('[data-state="open"]')).to_have_count(1)


def bring_points_from_file(way: Way) -> None:
    """Let the rapporteur bring the points from a file, mend a slip, leave out what is no point, and keep the rest."""
    page = way.board("rapporteur", 0)
    follow(page, "/import/")
    way.company.examine(page)
    page.select_option('[name="language"]', way.language)
    name = "points.md" if way.language == "en" else "النقاط.txt"
    content = wording.file_of_points(way.language)
    page.set_input_files('[name="file"]', {"name": name, "mimeType": "text/plain", "buffer": content})
    send(page)
    expect(page.locator(".preview__line")).to_have_count(34)
    assert figures(page)[0] == 34
    way.company.examine(page)
    first = page.locator('[name="text-0"]')
    assert wording.MISTAKE.in_(way.language) in first.input_value()
    mended = first.input_value().replace(wording.MISTAKE.in_(way.language), "")
    first.fill(mended)
    assert wording.LUNCH.in_(way.language) in page.locator('[name="text-33"]').input_value()
    page.uncheck('[name="keep-33"]')
    page.fill('[name="pillar-0"]', "")
    refused(page, lambda: send(page, KEEP), ('[name="text-0"]', mended))
    page.fill('[name="pillar-0"]', wording.PILLARS[0].in_(way.language))
    send(page, KEEP)
    expect(page.locator(".points__row")).to_have_count(33)
    assert figures(page) == [33, 0, 33]


def raise_and_withdraw(way: Way) -> str:
    """Let a member raise one more point, which counts once though it is sent twice, and withdraw it; give its id."""
    page = way.board("member", 0)
    page.fill('#raise [name="text"]', wording.WITHDRAWN.in_(way.language))
    page.select_option('#raise [name="language"]', way.language)
    send_twice(page, "#raise form")
    page = way.board("member", 0)
    assert figures(page) == [34, 0, 34]
    link = page.get_by_role("link", name=wording.WITHDRAWN.in_(way.language))
    expect(link).to_have_count(1)
    point = key_in(link.get_attribute("href"), "points")
    link.click()
    way.company.examine(page)
    page.locator("details.confirm", has=page.locator('[value="withdraw"]')).locator("summary").click()
    page.locator("form", has=page.locator('[value="withdraw"]')).locator("button").click()
    expect(page.locator('[value="withdraw"]')).to_have_count(0)
    assert figures(way.board("member", 0)) == [33, 0, 33]
    return point


def send_twice(page: Page, form: str) -> None:
    """Send a form as it is filled in twice, as an impatient finger does."""
    place = page.locator(form)
    fields = place.evaluate("form => Object.fromEntries(new FormData(form))")
    address = place.evaluate("form => form.action")
    for _time in range(2):
        answer = page.request.post(address, form=fields, headers={"Referer": page.url})
        assert answer.ok, answer.status


def translate_pillars(way: Way) -> None:
    """Let the interpreter give the pillars, which came with the file, their names in the other language."""
    page = way.at("interpreter")
    links = page.locator('main a[href*="/charter/pillars/"]').all()
    addresses = [link.get_attribute("href") or "" for link in links]
    assert len(addresses) == len(wording.PILLARS)
    said = {pillar.in_(way.language): pillar for pillar in wording.PILLARS}
    for address in addresses:
        page.goto(address)
        write(page, "name", said[page.input_value(f'[name="name_{way.language}"]')])
        send(page)
        expect(page.locator(".notice--refused")).to_have_count(0)


def translate_points(way: Way) -> None:
    """Let the interpreter write every point in the other language and say that it says what the original says."""
    page = way.at("interpreter", "points/")
    links = page.locator(".points__words").all()
    addresses = [link.get_attribute("href") or "" for link in links]
    target = wording.other(way.language)
    said = {point.in_(way.language): point.in_(target) for _pillar, point in wording.points()}
    for place, address in enumerate(addresses):
        page.goto(address)
        words = page.locator(f"#words-{way.language} .point__words").inner_text().strip().removesuffix(".")
        side = page.locator(f"#words-{target}")
        side.locator("summary").click()
        side.locator("textarea").fill(said[words])
        side.locator('[name="is_final"]').check()
        side.locator("button").click()
        expect(side.locator(".point__words")).to_contain_text(said[words])
        if place == 0:
            way.company.examine(page)


def close_session(way: Way, session: int) -> None:
    """Let the facilitator close the session for good."""
    page = way.board("facilitator", session)
    summary = page.locator("details.confirm summary").last
    summary.click()
    page.locator(f'form[action$="/sessions/{way.sessions[session]}/close/"]').locator("button").click()
    expect(page.locator('[data-state="closed"]')).to_have_count(1)


def nobody_is_told(way: Way, point: str) -> None:
    """After the close no page says who raised or answered what: neither to the team nor to the person themselves."""
    for who in ("team", "facilitator", "member"):
        page = way.company.go(who, f"points/{point}/")
        names = [PERSONAS[key][0] for key in ("member", "shielded_member")]
        assert not any(name in page.locator("main").inner_text() for name in names), who
        page = way.board(who, 0)
        assert not any(name in page.locator("main").inner_text() for name in names), who
    way.company.examine(page)
