"""The joint paper before the members, an opposing opinion inside it, the office's review, the decision to publish."""

from datetime import timedelta

from playwright.sync_api import expect

from tests.journeys import wording_papers as said
from tests.journeys.company import follow, press, refused, send, write
from tests.journeys.later import let_pass, stand_at
from tests.journeys.steps_groups import PaperWay, name_of
from tests.journeys.steps_topics import today

ANSWERS = {"facilitator": "for", "rapporteur": "for", "shielded_member": "abstain", "member": "against"}
CHECK_DAYS, OFFICE_DAYS = 31, 20


def make_joint(way: PaperWay) -> None:
    """Put it before the members."""
    page = way.on_paper("facilitator", "adoption/ask/")
    way.company.examine(page)
    send(page)
    expect(page.locator(".members-check")).to_be_visible()


def members_answer(way: PaperWay, tab: str = "adoption/") -> None:
    """Let the members answer; nobody sees a tally before the close."""
    for who, choice in ANSWERS.items():
        page = way.on_paper(who, tab)
        if who == "member":
            way.company.examine(page)
        page.check(f'.members-check [name="choice"][value="{choice}"]')
        page.locator(".members-check form button").click()
        expect(page.locator(f'.members-check [value="{choice}"]')).to_be_checked()
        expect(page.locator("dl.tally")).to_have_count(0)


def oppose(way: PaperWay) -> None:
    """File an opposing opinion by name; another joins it and is only counted."""
    page = way.on_paper("member", "adoption/opinions/new/")
    write(page, "title", said.OPINION)
    write(page, "text", said.OPINION_TEXT)
    page.check('[name="is_named"]')
    way.company.examine(page)
    send(page)
    page = way.on_paper("shielded_member", "adoption/")
    entry = page.locator("article.entry", has_text=way.words("shielded_member", said.OPINION))
    entry.locator('form[action$="/join/"]:not(:has([name="named"])) button').click()
    expect(entry.locator('form[action$="/leave/"]')).to_be_visible()
    page = way.on_paper("rapporteur", "adoption/")
    expect(page.locator("article.entry")).to_contain_text(name_of("member"))
    assert name_of("shielded_member") not in page.locator("article.entry").inner_text()
    way.company.examine(page)


def settle(way: PaperWay) -> None:
    """Let one file an opinion one second late, which is refused; then the check is counted and the paper adopted."""
    page = way.on_paper("rapporteur", "adoption/opinions/new/")
    write(page, "title", said.OPINION)
    write(page, "text", said.TOO_LATE)
    stand_at(way.server, "adoption_adoption", "opinions_until", "state = 'asked'", seconds=1)
    refused(page, lambda: send(page), ('[name="text_ar"]', said.TOO_LATE.ar), ('[name="text_en"]', said.TOO_LATE.en))
    let_pass(way.server, days=CHECK_DAYS)
    page = way.on_paper("member", "adoption/")
    expect(page.locator("dl.tally")).to_be_visible()
    assert [int(figure) for figure in page.locator("dl.tally b").all_inner_texts()] == [2, 1, 1]
    way.company.examine(page)


def send_to_office(way: PaperWay) -> None:
    """Send it to the office with a date; the office gives a note and says that this is all."""
    page = way.on_paper("facilitator", "review/send/")
    page.fill('[name="due_on"]', (today() + timedelta(days=OFFICE_DAYS)).isoformat())
    send(page)
    page = way.on_paper("office", "review/")
    way.company.examine(page)
    follow(page, "/notes/new/")
    write(page, "text", said.OFFICE_NOTE)
    send(page)
    press(page, "/that-is-all/")
    expect(page.get_by_text(said.OFFICE_NOTE.en)).to_be_visible()


def answer_note(way: PaperWay) -> None:
    """Answer the note; both sides agree to words for the public."""
    page = way.on_paper("facilitator", "review/")
    page.locator('a[href*="/office-notes/"][href$="/answer/"]').click()
    page.check('[name="verdict"][value="accepted"]')
    write(page, "reason", said.ANSWER)
    way.company.examine(page)
    send(page)
    follow(page, "/review/words/")
    write(page, "text", said.RELEASED)
    send(page)
    page = way.on_paper("office", "review/")
    expect(page.get_by_text(said.ANSWER.en)).to_be_visible()
    press(page, "/words/agree/")
    expect(page.locator('form[action$="/words/agree/"]')).to_have_count(0)
    way.company.examine(page)


def release(way: PaperWay) -> None:
    """Ask the members whether it is published; they say so."""
    page = way.on_paper("facilitator", "release/")
    press(page, "/release/ask/")
    members_answer(way, "release/")
    let_pass(way.server, days=CHECK_DAYS)
    page = way.on_paper("team", "release/")
    expect(page.locator("dl.tally")).to_be_visible()
    way.company.examine(page)
