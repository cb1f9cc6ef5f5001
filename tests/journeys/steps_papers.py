"""A paper is begun and written: two at once on one paragraph, another language, a footnote, versions."""

from playwright.sync_api import Page, expect

from tests.journeys import wording_papers as said
from tests.journeys.company import follow, key_in, send, write
from tests.journeys.steps_groups import PaperWay, name_of
from tests.journeys.wording import Said, other

FIRST, SECOND, THIRD = range(3)


def begin_paper(way: PaperWay) -> None:
    """Begin the paper; write a heading and three paragraphs, the last in one language alone, with a footnote."""
    page = way.at("facilitator", "paper/")
    write(page, "title", said.TITLE)
    way.company.examine(page)
    send(page)
    expect(page.locator(".paper-title h2")).to_have_count(2)
    way.paper = key_in(page.url, "papers")
    _add(way, "facilitator", said.HEADING, shape="heading1")
    for place, words in enumerate(said.PARAGRAPHS):
        _add(way, ("facilitator", "rapporteur")[place % 2], words, only_one=place == THIRD)
    page = way.on_paper("facilitator")
    acts = page.locator(".paper__row:has(.paper__number) .paper__acts button")
    way.paragraphs = [button.get_attribute("value") or "" for button in acts.all()]
    assert len(way.paragraphs) == len(said.PARAGRAPHS)
    assert way.company.page("member").request.get(page.url).status == 404, "a draft is the group's"
    way.company.examine(page)


def _add(way: PaperWay, who: str, words: Said, shape: str = "", *, only_one: bool = False) -> None:
    page = way.on_paper(who, "paragraphs/new/")
    if shape:
        page.select_option('[name="shape"]', shape)
    if only_one:
        language = way.company.reader(who).language
        page.fill(f'[name="content_{language}"]', f"{words.in_(language)} {way.citation}")
    else:
        write(page, "content", words)
    send(page)
    expect(page.get_by_text(way.words(who, words)).first).to_be_visible()


def take_up(way: PaperWay, who: str, place: int) -> Page:
    """Let somebody begin to change a paragraph."""
    page = way.on_paper(who)
    page.locator(f'.paper__acts button[value="{way.paragraphs[place]}"]').click()
    expect(page.locator('[name="text_ar"]')).to_be_visible()
    return page


def save(page: Page) -> None:
    """Save the wording."""
    page.locator('main form:has([name="text_ar"]) button').first.click()


def write_at_once(way: PaperWay) -> None:
    """Let two write on one paragraph at once: who saves second reads both texts, and neither is lost."""
    language = way.company.language
    field_ = f'[name="text_{language}"]'
    first, second = take_up(way, "facilitator", FIRST), take_up(way, "rapporteur", FIRST)
    expect(second.locator(".notice--waiting")).to_contain_text(name_of("facilitator"))
    for page, words in zip((first, second), said.AT_ONCE, strict=True):
        page.fill(field_, words.in_(language))
    save(first)
    expect(first.get_by_text(said.AT_ONCE[0].in_(language))).to_be_visible()
    with second.expect_response(lambda answer: answer.status == 409):
        save(second)
    expect(second.locator(f"form.conflict {field_}")).to_have_value(said.AT_ONCE[1].in_(language))
    expect(second.locator("form.conflict")).to_contain_text(said.AT_ONCE[0].in_(language))
    way.company.examine(second)
    second.fill(f"form.conflict {field_}", said.TOGETHER.in_(language))
    second.locator("form.conflict button").click()
    expect(second.get_by_text(said.TOGETHER.in_(language))).to_be_visible()


def translate(way: PaperWay) -> None:
    """Write the other language where it is out of date or missing; then nothing is missing."""
    language = other(way.company.language)
    texts = ((FIRST, said.TOGETHER.in_(language)), (THIRD, f"{said.PARAGRAPHS[THIRD].in_(language)} {way.citation}"))
    for place, words in texts:
        page = take_up(way, "shielded_member", place)
        page.fill(f'[name="text_{language}"]', words)
        save(page)
        expect(page.locator(".paper__row").first).to_be_visible()
    expect(page.locator(".paper__notes li").first).to_contain_text(said.AUTHOR.split(",")[0])
    expect(page.locator(".paper__row .state")).to_have_count(0)


def keep_version(way: PaperWay) -> None:
    """Keep the text by a name, change it, and read word by word what differs."""
    page = way.on_paper("rapporteur", "versions/")
    page.fill('[name="name"]', way.words("rapporteur", said.VERSION))
    page.locator('main form:has([name="name"]) button').click()
    expect(page.locator("article.entry")).to_contain_text(way.words("rapporteur", said.VERSION))
    page = take_up(way, "facilitator", SECOND)
    for code in ("ar", "en"):
        words = page.input_value(f'[name="text_{code}"]')
        page.fill(f'[name="text_{code}"]', words.removesuffix(".") + said.LATER.in_(code) + ".")
    save(page)
    page = way.on_paper("rapporteur", "versions/")
    page.locator('form[action$="/differences/"] button').click()
    added = page.locator("ins")
    expect(added.first).to_contain_text(said.LATER.in_(way.company.language).split()[-1])
    expect(page.locator("section.change")).to_have_count(1)
    way.company.examine(page)
    follow(page, "/versions/")
    page.locator('article.entry a[href*="/versions/"]').first.click()
    expect(page.locator(".paper__row").first).to_be_visible()
    way.company.examine(page)
