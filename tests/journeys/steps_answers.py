"""A letter to an addressee, its link opened without an account, an answer that everybody reads; questions, news."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.journeys import wording_register as said
from tests.journeys.company import follow, key_in, press, send, write
from tests.journeys.steps_register import ADDRESSEE, RegisterWay
from tests.journeys.wording import other


def send_letter(way: RegisterWay) -> None:
    """Write to the addressee, look at the letter, send it; take a link to hand over."""
    page = way.company.go("team", "addressees/")
    page.get_by_role("link", name=ADDRESSEE.in_(way.language)).first.click()
    follow(page, "/letters/new/")
    for slug in way.recommendations:
        year, number, _rest = slug.split("-")
        label = page.locator("#id_submissions label", has=page.get_by_text(f"{year}-{number}", exact=True))
        page.locator(f'[id="{label.get_attribute("for")}"]').check()
    write(page, "words", said.LETTER)
    way.company.examine(page)
    send(page)
    press(page, "/send/")
    expect(page.locator('form[action$="/link/"]').first).to_be_attached()
    way.letter = key_in(page.url, "letters")
    way.company.examine(page)
    press(page, "/link/")
    way.link = urlsplit(page.locator("code bdi").inner_text().strip()).path  # it names the room's own host


def acknowledge(way: RegisterWay) -> None:
    """Confirm the receipt by the link, without an account and without a cookie; the team reads that it arrived."""
    page = way.company.go("visitor", "")
    page.goto(way.link)
    expect(page.locator("main")).to_contain_text(said.LETTER.in_(way.language))
    way.company.examine(page)
    send(page)
    expect(page.locator(".state--settled").first).to_be_visible()
    assert page.context.cookies() == []
    page = way.company.go("team", f"letters/{way.letter}/")
    expect(page.locator('form[action$="/arrived/"]')).to_have_count(0)


def answer(way: RegisterWay) -> None:
    """Let a representative sign in, find what is addressed to them, and answer with evidence."""
    page = way.company.go("addressee", "addressed/")
    way.company.examine(page)
    page.locator('main a[href*="/letters/"]').first.click()
    page.locator('main a[href*="/submissions/"]').first.click()
    page.check('[name="verdict"][value="partly"]')
    page.fill(f'[name="text_{way.language}"]', said.ANSWER.in_(way.language))
    page.fill('[name="evidence"]', said.EVIDENCE.in_(way.language))
    way.company.examine(page)
    send(page)
    expect(page.locator("main")).to_contain_text(said.ANSWER.in_(way.language))


def public_reads_answer(way: RegisterWay) -> None:
    """Let anybody read the answer on the recommendation's page, in the register and in both languages' pages."""
    page = way.public()
    words = page.locator("main")
    expect(words).to_contain_text(said.ANSWER.in_(way.language))
    expect(words).to_contain_text(said.EVIDENCE.in_(way.language))
    expect(words).to_contain_text(ADDRESSEE.in_(way.language))
    way.company.examine(page)
    page.locator(f'header a[hreflang="{other(way.language)}"]').first.click()
    expect(page.locator("main")).to_contain_text(said.ANSWER.in_(way.language))


def ask_and_answer(way: RegisterWay) -> None:
    """Let somebody ask a question about it; the team answers, and everybody reads both."""
    page = way.public()
    page.locator('main a[href*="/questions-to-the-room/"]').first.click()
    page.fill('[name="text"]', said.QUESTION.in_(way.language))
    way.company.examine(page)
    send(page)
    expect(page.locator('[name="text"]')).to_have_count(0)
    page = way.company.go("team", "public-questions/")
    page.get_by_role("link", name=said.QUESTION.in_(way.language)).first.click()
    page.fill(f'[name="answer_{way.language}"]', said.REPLY.in_(way.language))
    way.company.examine(page)
    send(page)
    page = way.public()
    page.locator('main a[href*="/questions-to-the-room/"]').first.click()
    expect(page.locator("main")).to_contain_text(said.QUESTION.in_(way.language))
    expect(page.locator("main")).to_contain_text(said.REPLY.in_(way.language))
    assert page.context.cookies() == []


def publish_news(way: RegisterWay) -> None:
    """Write news in both languages and publish them; a wrong word is corrected, and the page says so."""
    page = way.company.go("team", "pages/new/")
    page.check('[name="kind"][value="news"]')
    page.check('[name="voice"][value="room"]')
    write(page, "title", said.NEWS)
    write(page, "rows", said.NEWS_WORDS)
    way.company.examine(page)
    send(page)
    detail = page.url
    press(page, "/publish/")
    page.locator('main a[href*="/paragraphs/"], main ~ * a[href*="/paragraphs/"]').first.click()
    page.fill('[name="text_ar"]', said.NEWS_CORRECTED.ar)
    page.fill('[name="text_en"]', said.NEWS_CORRECTED.en)
    send(page, 'main form:has([name="text_ar"])')
    page.goto(detail)
    follow(page, "/correct/")
    write(page, "note", said.WHY)
    way.company.examine(page)
    send(page)
    page = way.company.go("visitor", "news/")
    page.get_by_role("link", name=said.NEWS.in_(way.language)).first.click()
    words = page.locator("main")
    expect(words).to_contain_text(said.NEWS_CORRECTED.in_(way.language))
    expect(words).to_contain_text(said.WHY.in_(way.language))
    expect(words).not_to_contain_text(said.NEWS_WORDS.in_(way.language))
    way.company.examine(page)


def ask_for_newsletter(way: RegisterWay) -> None:
    """Let a reader ask for the newsletter: the page says that a mail comes, and keeps nothing in the browser."""
    page = way.company.go("visitor", "newsletter/")
    page.fill('[name="address"]', "reader@example.org")
    way.company.examine(page)
    send(page)
    expect(page.locator('[name="address"]')).to_have_count(0)
