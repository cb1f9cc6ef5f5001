"""The comment window: its bounds, comments by name and hidden, support, a late one; then every comment is answered."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.journeys import wording_papers as said
from tests.journeys.company import figures, follow, key_in, press, refused, send, unfold, write
from tests.journeys.later import let_pass
from tests.journeys.steps_groups import PaperWay, name_of
from tests.journeys.steps_papers import FIRST, SECOND, save, take_up
from tests.journeys.steps_topics import today
from tests.journeys.wording import Said

TOO_SHORT, TOO_LONG, LONG_ENOUGH = 6, 12, 8  # at midnight: at least seven days, whatever the hour is now
PASSED = 9
ABOUT = {"member": FIRST, "shielded_member": SECOND, "facilitator": SECOND, "rapporteur": None}
ALL = len(ABOUT)


def open_window(way: PaperWay) -> None:
    """Open the paper to comments: a window that is too short or too long is refused."""
    page = way.on_paper("facilitator", "comments/window/")
    page.fill('[name="closes_hour"]', "00:00")
    for days in (TOO_SHORT, TOO_LONG):
        _closing(page, days)
        refused(page, lambda: send(page), ('[name="closes_hour"]', "00:00"))
    way.company.examine(page)
    _closing(page, LONG_ENOUGH)
    send(page)
    expect(page.locator(".deadline")).to_be_visible()
    page = way.on_paper("rapporteur")
    expect(page.locator('a[href$="/paragraphs/new/"]')).to_have_count(0)


def _closing(page: Page, days: int) -> None:
    page.fill('[name="closes_day"]', (today() + timedelta(days=days)).isoformat())


def comment(way: PaperWay) -> None:
    """Let four comment: one by name with other words for the paragraph, three hidden; one is supported."""
    for who, place in ABOUT.items():
        page = way.on_paper(who, "comments/")
        if place is None:
            page.locator('.actions a[href$="/comments/new/"]').click()
        else:
            page.locator('a[href*="/comments/new/?paragraph="]').nth(place).click()
        page.fill('[name="text"]', way.words(who, said.COMMENTS[who]))
        if who == "member":
            page.fill('[name="proposed"]', way.words(who, said.PROPOSED))
            page.check('[name="naming"][value="named"]')
            way.company.examine(page)
        send(page, 'main form:has([name="proposed"])')
        own = page.locator('aside a[href*="/comments/"]:not([href*="/papers/"])')
        expect(own).to_have_count(1)
        way.comments[who] = key_in(own.get_attribute("href"), "comments")
    page = way.company.go("member", f"comments/{way.comments['shielded_member']}/")
    press(page, "/support/")
    expect(page.locator('form[action$="/withdraw-support/"]')).to_be_visible()


def nobody_reads_who(way: PaperWay) -> None:
    """Whose a hidden comment is stands on no page; whose the named one is stands for all."""
    for who in ("team", "rapporteur", "member"):
        page = way.on_paper(who, "comments/table/")
        card = page.locator("article.entry", has_text=said.COMMENTS["member"].in_("ar"))
        if who != "member":
            expect(card).to_contain_text(name_of("member"))
        hidden = page.locator("article.entry", has_text=way.words("facilitator", said.COMMENTS["shielded_member"]))
        expect(hidden).to_have_count(1)
        content = page.locator("main").inner_text()
        assert not any(name_of(each) in content for each in ("shielded_member", "facilitator", "rapporteur")), who
    way.company.examine(page)
    assert way.company.page("office").request.get(page.url.replace("/ar/", "/en/")).status == 404


def put_on_agenda(way: PaperWay) -> None:
    """Put a comment on the agenda of the meeting."""
    page = way.on_paper("rapporteur", "comments/answering/")
    card = page.locator("article.entry", has_text=way.words("rapporteur", said.COMMENTS["rapporteur"]))
    card.locator('[name="comment"]').check()
    page.locator('button[formaction$="/agenda/"]').click()
    page.locator('[name="meeting"]').first.check()
    send(page, 'main form:has([name="meeting"])')
    expect(page.locator(".notice--refused")).to_have_count(0)


def close_window(way: PaperWay) -> None:
    """Days pass. What was begun before the close is kept as a late comment, apart from the others, if one wishes."""
    page = way.on_paper("member", "comments/new/")
    words = way.words("member", said.LATE)
    page.fill('[name="text"]', words)
    let_pass(way.server, days=PASSED)
    form = 'main form:has([name="proposed"])'
    refused(page, lambda: send(page, form), ('[name="text"]', words))
    way.company.examine(page)
    send(page, form)
    page = way.on_paper("member", "comments/table/")
    late = page.locator("article.entry", has_text=words)
    expect(late.locator(".state--quiet")).to_have_count(1)
    assert figures(page)[:4] == [ALL, 0, ALL, 1]


def stop_while_open(way: PaperWay) -> None:
    """While a comment is open the paper cannot go on."""
    page = way.on_paper("facilitator", "adoption/ask/")
    expect(page.locator(".notice--waiting").first).to_be_visible()
    expect(page.locator("main form.form button")).to_have_count(0)
    way.company.examine(page)


def answer(way: PaperWay) -> None:
    """Answer two alike in one go, after the words were changed; then the others, each in its own way."""
    page = take_up(way, "facilitator", SECOND)
    for code in ("ar", "en"):
        page.fill(f'[name="text_{code}"]', said.CHANGED.in_(code))
    save(page)
    _answer(way, ("shielded_member", "facilitator"), "accepted", said.CHANGE)
    _answer(way, ("member",), "not_accepted")
    _answer(way, ("rapporteur",), "out_of_scope")
    page = way.on_paper("rapporteur", "comments/table/")
    assert figures(page)[:4] == [ALL, ALL, 0, 1]
    way.company.examine(page)


def _answer(way: PaperWay, whose: tuple[str, ...], verdict: str, change: Said | None = None) -> None:
    page = way.on_paper("facilitator", "comments/answering/")
    for who in whose:
        words = way.words(who, said.COMMENTS[who])
        page.locator("article.entry", has_text=words).locator('[name="comment"]').check()
    page.locator('form[action$="/comments/answer/"] button').first.click()
    page.check(f'[name="verdict"][value="{verdict}"]')
    write(page, "reason", said.REASONS[verdict])
    if change:
        write(page, "change", change)
    way.company.examine(page)
    send(page, 'main form:has([name="verdict"][type="radio"])')
    expect(page.locator("h2").first).to_be_visible()


def judge(way: PaperWay) -> None:
    """Let one be satisfied with the answer, and another insist; neither holds the paper up."""
    page = way.company.go("shielded_member", f"comments/{way.comments['shielded_member']}/")
    expect(page.get_by_text(way.words("shielded_member", said.REASONS["accepted"]))).to_be_visible()
    press(page, "/satisfied/")
    page = way.company.go("member", f"comments/{way.comments['member']}/")
    words = way.words("member", said.INSISTENCE)
    unfold(page.locator('[name$="reason_ar"]')).fill(words)
    page.locator('form[action$="/insist/"] button').click()
    expect(page.locator(".version", has_text=words)).to_be_visible()
    way.company.examine(page)
    page = way.on_paper("facilitator", "comments/")
    follow(page, "/comments/table/")
    expect(page.get_by_text(words)).to_be_visible()
