"""Pages that the public reads, and those on which they are written: to whom each answers, in each language."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.pages import actions
from supportroom.pages.models import Page
from supportroom.pages.vocabulary import ABOUT, NEWS, OF_OFFICE, OTHER, PUBLISHED, SCHEDULED
from supportroom.people.models import Person
from supportroom.texts.queries import paragraphs_of
from tests.factories.pages import a_page, a_picture_file, a_published_page, an_image, fresh
from tests.factories.rounds import words

pytestmark = pytest.mark.usefixtures("room")
SignIn = Callable[[Person], Client]
WORKING = (
    "pages/", "pages/new/", "pages/{page}/", "pages/{page}/name/", "pages/{page}/address/", "pages/{page}/preview/",
    "pages/{page}/schedule/", "pages/{page}/correct/", "pages/{page}/paragraphs/new/",
    "pages/{page}/paragraphs/{paragraph}/", "pages/{page}/images/new/", "images/{image}/", "images/{image}/words/",
)  # fmt: skip
FOR_INTERPRETERS = {WORKING[0], WORKING[2], WORKING[3], WORKING[5], WORKING[9], WORKING[11], WORKING[12]}


@pytest.fixture
def page() -> Page:
    """A published further page with an image."""
    begun = a_page(OTHER, slug="how-we-work")
    an_image(begun)
    return actions.publish_page(actor=SYSTEM, page=begun)


def ids(page: Page) -> dict[str, str]:
    """Give what stands in addresses."""
    first, image = paragraphs_of(page.text)[0], page.images.get()
    return {"page": spell(page.pk), "paragraph": spell(first.pk), "image": spell(image.pk)}


@pytest.fixture
def browsers(team: Person, interpreter: Person, office: Person, member: Person, sign_in: SignIn) -> dict[str, Client]:
    """Browsers in which somebody is signed in, by role."""
    people = {"team": team, "interpreter": interpreter, "office": office, "member": member}
    return {name: sign_in(who) for name, who in people.items()}


def test_every_working_page_answers_who_works_on_it_in_each_language(page: Page, browsers: dict[str, Client]) -> None:
    for address in WORKING:
        path = address.format(**ids(page))
        expected = {
            "team": 200,
            "interpreter": 200 if address in FOR_INTERPRETERS else 403,
            "office": 200 if address in WORKING[:2] else 404,
            "member": 403 if address in WORKING[:2] else 404,
        }
        for name, browser in browsers.items():
            for language in ("ar", "en"):
                answer = browser.get(f"/{language}/{path}")
                assert answer.status_code == expected[name], (name, path)
        assert Client().get(f"/en/{path}").status_code == 302, path


def test_the_public_reads_pages_news_and_earlier_editions_without_a_cookie(page: Page) -> None:
    a_published_page(ABOUT, title="About us")
    news = a_published_page(NEWS, voice=OF_OFFICE)
    actions.write_paragraphs(actor=SYSTEM, page=news, rows=[(words("One more."), "item", 1)])
    actions.correct_page(actor=SYSTEM, page=news, note=words("One more was forgotten.", "نُسي واحد."))
    for language in ("ar", "en"):
        for path in ("about/", "news/", "news/?of=office", f"news/{news.slug}/", f"news/{news.slug}/editions/1/",
                     "page/how-we-work/", "page/how-we-work/editions/1/"):  # fmt: skip
            answer = Client().get(f"/{language}/{path}")
            assert answer.status_code == 200, path
            assert not answer.cookies, path
            assert "csrfmiddlewaretoken" not in answer.content.decode(), path
    newest = Client().get(f"/en/news/{news.slug}/").content.decode()
    assert "One more was forgotten." in newest
    assert "One more." in newest
    earlier = Client().get(f"/en/news/{news.slug}/editions/1/").content.decode()
    assert "One more." not in earlier
    assert "You are reading an earlier edition." in earlier
    assert 'lang="ar" dir="auto"' in Client().get(f"/ar/news/{news.slug}/").content.decode()


def test_what_is_not_published_is_nowhere_and_no_link_leads_to_it(team: Person) -> None:
    standing = a_page(ABOUT, title="About us")
    draft = a_page()
    other = a_published_page(title="Out already")
    for path in ("about/", f"news/{draft.slug}/", f"news/{other.slug}/editions/9/", f"page/{other.slug}/"):
        assert Client().get(f"/en/{path}").status_code == 404, path
    front = Client().get("/en/").content.decode()
    assert 'href="/en/about/"' not in front
    actions.publish_page(actor=SYSTEM, page=standing)
    actions.take_down_page(actor=SYSTEM, page=other)
    front = Client().get("/en/news/").content.decode()
    assert "Out already" not in front


@pytest.mark.django_db(transaction=True)
def test_the_foot_of_every_page_names_the_standing_pages_that_are_published() -> None:
    standing = a_page(ABOUT, title="About us")
    assert 'href="/en/about/"' not in Client().get("/en/").content.decode()
    actions.publish_page(actor=SYSTEM, page=standing)
    assert Client().get("/en/").content.decode().count('href="/en/about/"') >= 2
    actions.take_down_page(actor=SYSTEM, page=standing)
    assert 'href="/en/about/"' not in Client().get("/en/").content.decode()


def test_a_preview_looks_as_the_page_will(team: Person, sign_in: SignIn) -> None:
    page = a_page()
    an_image(page)
    preview = sign_in(team).get(f"/en/pages/{spell(page.pk)}/preview/").content.decode()
    assert "Preview: so it will look in public." in preview
    assert "My desk" not in preview
    actions.publish_page(actor=SYSTEM, page=page)
    public = Client().get(f"/en/news/{page.slug}/").content.decode()
    assert _words_of(preview) == _words_of(public)


def _words_of(page: str) -> list[str]:
    """Give what stands in a page's article, without where images lie and what only machines read."""
    article = re.search(r"<article.*?</article>", page, re.DOTALL)
    assert article
    return re.sub(r'src="[^"]*"|<meta[^>]*>', "", article[0]).split()


def test_an_image_has_words_and_measures_and_comes_late(page: Page, published_folder: Path) -> None:
    shown = Client().get("/en/page/how-we-work/").content.decode()
    tag = re.search(r"<img[^>]*>", shown)[0]  # type: ignore[index]
    for part in ('width="1120"', 'height="630"', 'loading="lazy"', 'alt="An empty hall with chairs in a circle"'):
        assert part in tag
    assert re.search(r'src="/published/images/[0-9a-f]{32}\.jpg"', tag)


def test_markup_in_what_people_write_is_shown_and_not_obeyed() -> None:
    rows = [(words("<script>alert(1)</script> & <b>bold</b>"), "paragraph", 1)]
    page = a_published_page(title='A "title" <i>here</i>', rows=rows)
    for path in (f"/en/news/{page.slug}/", "/en/news/", "/en/"):
        shown = Client().get(path).content.decode()
        assert "<script>alert" not in shown
        assert "<i>here" not in shown
        assert "&lt;i&gt;here" in shown


def test_from_a_form_to_the_public_and_to_a_correction(team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    typed = {
        "kind": "news", "voice": "room", "title_en": "A new report", "title_ar": "تقرير جديد", "summary_en": "Short.",
        "rows_en": "# Heading\nFirst.\n\nSecond.", "rows_ar": "# عنوان\nأول.\n\nثانٍ.",
    }  # fmt: skip
    answer = browser.post("/en/pages/new/", typed)
    page = Page.objects.get()
    assert answer["Location"] == f"/en/pages/{spell(page.pk)}/"
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', browser.get(answer["Location"]).content.decode())
    assert seen
    assert browser.post(f"/en/pages/{spell(page.pk)}/publish/", {"seen": "0" * 64}).status_code == 422
    browser.post(f"/en/pages/{spell(page.pk)}/publish/", {"seen": seen[1]})
    assert "ثانٍ." in Client().get(f"/ar/news/{page.slug}/").content.decode()
    paragraph = paragraphs_of(page.text)[1]
    edit = f"/en/pages/{spell(page.pk)}/paragraphs/{spell(paragraph.pk)}/"
    browser.post(edit, {"seen": paragraph.version, "text_en": "The first.", "text_ar": "الأول."})
    stale = browser.post(edit, {"seen": paragraph.version, "text_en": "Too late.", "text_ar": "متأخر."})
    assert stale.status_code == 409
    assert b"Too late." in stale.content
    assert browser.post(f"/en/pages/{spell(page.pk)}/correct/", {"note_en": ""}).status_code == 422
    browser.post(f"/en/pages/{spell(page.pk)}/correct/", {"note_en": "The words were wrong."})
    assert "The first." in Client().get(f"/en/news/{page.slug}/").content.decode()


def test_unpaired_languages_and_bad_addresses_are_refused_with_what_was_typed_kept(
    team: Person, sign_in: SignIn
) -> None:
    browser = sign_in(team)
    typed = {"kind": "other", "voice": "room", "title_en": "How", "rows_en": "One.\n\nTwo.", "rows_ar": "واحد."}
    for wrong in (
        {**typed, "slug": "how"},
        {**typed, "rows_ar": "", "slug": ""},
        {**typed, "rows_ar": "", "slug": "../x"},
    ):
        answer = browser.post("/en/pages/new/", wrong)
        assert answer.status_code == 422
        assert b"Two." in answer.content
    assert not Page.objects.exists()


def test_a_picture_is_brought_with_words_and_anything_else_is_refused(team: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(team), a_page()
    address = f"/en/pages/{spell(page.pk)}/images/new/"
    for name, content, instead in (
        ("text.txt", b"no picture", "Words"),
        ("photo.jpg", a_picture_file().content, ""),
        ("photo.jpg", b"<svg onload=alert(1)>", "Words"),
    ):
        given: dict[str, Any] = {"picture": SimpleUploadedFile(name, content), "instead_en": instead}
        assert browser.post(address, given).status_code == 422, name
    good = SimpleUploadedFile("photo.jpg", a_picture_file().content)
    assert browser.post(address, {"picture": good, "instead_en": "Chairs"}).status_code == 302
    image = page.images.get()
    handed = browser.get(f"/en/images/{spell(image.pk)}/")
    assert (handed["X-Content-Type-Options"], "sandbox" in handed["Content-Security-Policy"]) == ("nosniff", True)
    assert browser.post(f"/en/images/{spell(image.pk)}/remove/").status_code == 302
    assert browser.get(f"/en/images/{spell(image.pk)}/").status_code == 404


def test_a_moment_is_told_by_a_citys_clock_and_hours_that_do_not_exist_are_refused(
    team: Person, sign_in: SignIn, clock: time_machine.Traveller
) -> None:
    browser, page = sign_in(team), a_page()
    address = f"/en/pages/{spell(page.pk)}/schedule/"
    for day, hour, zone, status in (
        ("2027-03-28", "02:30", "Europe/Zurich", 422),  # the clock jumps over it
        ("2026-06-01", "10:00", "Asia/Damascus", 422),  # it has passed
        ("2026-06-05", "10:00", "Asia/Damascus", 302),
    ):
        given = {"day": day, "hour": hour, "time_zone": zone}
        assert browser.post(address, given).status_code == status, given
    assert fresh(page).publish_at.isoformat() == "2026-06-05T07:00:00+00:00"  # type: ignore[union-attr]
    assert fresh(page).state == SCHEDULED
    steps = f"/en/pages/{spell(page.pk)}/steps"
    for step, status in (("unschedule", 302), ("unschedule", 422), ("trash", 302), ("restore", 302), ("no-such", 404)):
        assert browser.post(f"{steps}/{step}/").status_code == status, step


def test_standing_pages_are_begun_with_one_tap(team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    answer = browser.post("/en/pages/begin/", {"kind": "privacy"})
    page = Page.objects.get(kind="privacy")
    assert answer["Location"].endswith(f"{spell(page.pk)}/")
    assert "set no cookie" in browser.get(answer["Location"]).content.decode()
    assert browser.post("/en/pages/begin/", {"kind": "news"}).status_code == 404
    assert page.state != PUBLISHED


@pytest.mark.parametrize(("address", "who"), [("/en/news/", "visitor"), ("/en/pages/", "team")])
def test_lists_ask_the_same_number_of_questions_whatever_their_length(
    address: str, who: str, team: Person, sign_in: SignIn
) -> None:
    browser = sign_in(team) if who == "team" else Client()
    a_published_page()
    counts = []
    for _more in range(2):
        browser.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(address)
        counts.append(len(asked))
        for title in ("Two", "Three"):
            a_published_page(title=title)
    assert counts[0] == counts[1]
