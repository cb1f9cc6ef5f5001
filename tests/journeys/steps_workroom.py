"""What a group works with: sources, a discussion with files, tasks, meetings and their minutes."""

import io
import zipfile
from datetime import timedelta

from docx import Document
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys import wording_papers as said
from tests.journeys.company import follow, key_in, refused, send, unfold, write
from tests.journeys.steps_groups import PaperWay, name_of
from tests.journeys.steps_topics import today

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def collect_sources(way: PaperWay) -> None:
    """Add a source by hand, note something on it, and bring two from a file that is looked at first."""
    page = way.at("facilitator", "library/new/")
    title = way.words("facilitator", said.SOURCE)
    page.fill('[name="title"]', title)
    page.select_option('[name="kind"]', "report")
    page.fill('[name="authors"]', said.AUTHOR)
    page.fill('[name="issued"]', "2020")
    way.company.examine(page)
    send(page)
    way.source = key_in(page.url, "sources")
    way.citation = page.locator("code.key").first.inner_text().strip()
    note = page.locator('form[action$="/notes/"]')
    unfold(note.locator("textarea")).fill(way.words("facilitator", said.NOTE))
    note.locator("button").click()
    expect(page.get_by_text(way.words("facilitator", said.NOTE))).to_be_visible()
    way.company.examine(page)
    _bring_references(way)


def _bring_references(way: PaperWay) -> None:
    page = way.at("rapporteur", "library/import/")
    file = FilePayload(name="references.bib", mimeType="text/x-bibtex", buffer=said.BIBTEX.encode())
    page.set_input_files('[name="file"]', file)
    send(page)
    expect(page.locator('[name="row"]')).to_have_count(len(said.IN_FILE))
    way.company.examine(page)
    send(page, 'main form:has([name="parcel"])')
    page = way.at("rapporteur", "library/")
    for title in (*said.IN_FILE, way.words("facilitator", said.SOURCE)):
        expect(page.get_by_text(title)).to_be_visible()


def discuss(way: PaperWay) -> None:
    """Write a post; quote it in a reply that speaks to somebody and brings a file, which is cleaned."""
    page = way.at("facilitator", "discussion/general/")
    page.fill('#write [name="text"]', way.words("facilitator", said.POST))
    page.locator("#write button").first.click()
    first = page.locator("article.post").last
    expect(first).to_contain_text(way.words("facilitator", said.POST))
    page = way.at("rapporteur", "discussion/")
    page.locator('.threads a[href*="/threads/"]').first.click()
    page.locator("a.post__answer").last.click()
    expect(page.locator('#write [name="quote"]')).to_be_visible()
    page.fill('#write [name="text"]', f"@{name_of('facilitator')} {way.words('rapporteur', said.REPLY)}")
    file = FilePayload(name="draft.docx", mimeType=WORD, buffer=draft_of(said.HIDDEN_AUTHOR))
    unfold(page.locator('#write [name="files"]')).set_input_files(file)
    page.locator("#write button.button--primary").click()
    reply = page.locator("article.post").last
    expect(reply.locator("blockquote")).to_contain_text(way.words("facilitator", said.POST))
    expect(reply.locator("b.post__name")).to_have_text(f"@{name_of('facilitator')}")
    expect(reply.locator(".post__file .note")).to_contain_text(":")  # what was taken out of it
    link = reply.locator(".post__file a")
    kept = page.request.get(link.evaluate("link => link.href")).body()
    assert said.HIDDEN_AUTHOR not in words_in(kept)
    way.company.examine(page)
    assert way.company.page("member").request.get(page.url).status == 404


def draft_of(author: str) -> bytes:
    """Write a Word file that says who wrote it."""
    document, content = Document(), io.BytesIO()
    document.core_properties.author = author
    document.add_paragraph("Register")
    document.save(content)
    return content.getvalue()


def words_in(docx: bytes) -> str:
    """Give all that stands in a Word file, wherever."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def add_task(way: PaperWay) -> None:
    """Give somebody a task with a date; it is done."""
    page = way.at("facilitator", "tasks/new/")
    page.fill('[name="title"]', way.words("facilitator", said.TASK_OF_GROUP))
    page.fill('[name="due_on"]', (today() + timedelta(days=5)).isoformat())
    page.select_option('[name="whose"]', label=name_of("rapporteur"))
    send(page)
    page = way.at("rapporteur", "meetings/")
    task = page.locator("article.task", has_text=way.words("facilitator", said.TASK_OF_GROUP))
    task.locator('form[action$="/finish/"] button').click()
    expect(page.locator("article.task--done")).to_have_count(1)


def find_time(way: PaperWay) -> None:
    """Propose two times; two answer, and the one that suits is set."""
    page = way.at("facilitator", "meetings/new/")
    write(page, "title", said.MEETING)
    for number, days in ((1, 1), (2, 2)):
        page.fill(f'[name="day_{number}"]', (today() + timedelta(days=days)).isoformat())
        page.fill(f'[name="hour_{number}"]', "17:00")
    way.company.examine(page)
    page.locator("main form.form button.button--primary").click()
    way.meeting = key_in(page.url, "meetings")
    for who, answers in (("rapporteur", ("no", "yes")), ("shielded_member", ("if_needed", "yes"))):
        page = way.company.go(who, f"meetings/{way.meeting}/")
        form = page.locator('form[action$="/answer/"]')
        for group, answer in zip(form.locator("fieldset").all(), answers, strict=True):
            group.locator(f'[value="{answer}"]').check()
        form.locator("button").click()
    page = way.company.go("facilitator", f"meetings/{way.meeting}/")
    best = page.locator("tbody tr", has=page.locator(".state--settled"))
    expect(best).to_have_count(1)
    way.company.examine(page)
    best.locator("button").click()
    expect(page.locator('a[href$="/meeting.ics"]')).to_be_visible()


def write_minutes(way: PaperWay) -> None:
    """Write what the meeting came to, which had comments on its agenda."""
    page = way.company.go("rapporteur", f"meetings/{way.meeting}/")
    expect(page.locator("ol.agenda li")).to_have_count(1)
    follow(page, "/minutes/")
    write(page, "minutes", said.MINUTES)
    send(page)
    expect(page.get_by_text(way.words("rapporteur", said.MINUTES))).to_be_visible()
    way.company.examine(page)


def too_early(way: PaperWay) -> None:
    """Minutes of a meeting that lies ahead are refused."""
    page: Page = way.company.go("rapporteur", f"meetings/{way.meeting}/minutes/")
    write(page, "minutes", said.MINUTES)
    refused(page, lambda: send(page), ('[name="minutes_ar"]', said.MINUTES.ar))
