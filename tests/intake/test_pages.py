"""The way in by its pages: bring a document, look it through, correct it, record it; nothing half done."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.files.models import StoredFile
from supportroom.intake.models import Intake, IntakeGroup, IntakeItem
from supportroom.intake.vocabulary import CANCELLED, RECORDED
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.register.models import Document, Recommendation
from tests.factories.intake import ARABIC, REPORT, an_intake, groups_of, taken_in
from tests.factories.pdfs import a_pdf
from tests.factories.register import an_addressee
from tests.permission_tables import PERSONAS

SignIn = Callable[[Person], Client]
DETAILS = {
    "title_en": "Meeting of the northern committees", "kind": "report", "dated_on": "2019-05-12", "precision": "month",
    "language": "en",
}  # fmt: skip


def bring(
    browser: Client, words: str | bytes = REPORT, name: str = "northern-2019-05.txt", language: str = "en"
) -> object:
    content = words if isinstance(words, bytes) else words.encode()
    return browser.post(f"/{language}/intake/", {"file": SimpleUploadedFile(name, content)})


def page_of(intake: Intake, step: str = "", language: str = "en") -> str:
    return f"/{language}/intake/{spell(intake.pk)}/{step}"


def press(browser: Client, intake: Intake, verb: str, thing: IntakeItem | IntakeGroup | str) -> object:
    words = thing if isinstance(thing, str) else spell(thing.pk)
    return browser.post(page_of(intake, "correct/"), {"do": f"{verb}:{words}", "page": "1"})


def test_a_document_goes_from_the_file_to_the_register(browser: Client) -> None:
    answer = bring(browser)
    intake = Intake.objects.get()
    assert answer.headers["Location"] == page_of(intake)
    shown = browser.get(page_of(intake)).content.decode()
    assert shown.count("beside__item--off") == 5  # names and points of discussion
    assert "Repairing the pumps of the eastern villages" in shown
    assert "line 18" in shown
    assert "The sentence before the list says that something is asked." in shown
    form = browser.get(page_of(intake, "record/")).content.decode()
    assert 'value="Meeting of the northern committees"' in form
    assert 'value="2019-05-01"' in form  # what its name says, before what stands inside
    body = an_addressee()
    answer = browser.post(page_of(intake, "record/"), DETAILS | {"addressees": [str(body.pk)], "themes": ["youth"]})
    document = Document.objects.get()
    assert answer.headers["Location"] == f"/en/register/earlier/{spell(document.pk)}/"
    rows = Recommendation.objects.order_by("number")
    assert [(str(row.heading), row.place) for row in rows] == [
        ("Water", "l20"), ("Water", "l21"), ("Water", "l22"), ("Schools", "l28"), ("Schools", "l29"),
    ]  # fmt: skip
    assert all(row.text.original == "en" and row.themes == ["youth"] and row.released_on is None for row in rows)
    assert {row.submissions.get().addressee for row in rows} == {body}
    assert "page" not in browser.get(answer.headers["Location"]).content.decode().split("line 20")[0][-20:]
    intake.refresh_from_db()
    assert (intake.state, intake.lines, intake.document) == (RECORDED, [], document)
    assert browser.get(page_of(intake)).headers["Location"] == answer.headers["Location"]


def test_what_was_understood_is_corrected_before_it_is_recorded(browser: Client) -> None:
    intake = an_intake()
    first, second, third, *_schools = taken_in(intake)
    press(browser, intake, "drop", first)
    press(browser, intake, "join", third)
    answer = press(browser, intake, "add", "2-2")
    assert answer.headers["Location"].startswith(f"{page_of(intake)}?page=1#item-")
    names = next(group for group in groups_of(intake) if group.heading == "Participants")
    press(browser, intake, "take-all", names)
    press(browser, intake, "drop-all", names)
    browser.post(f"/en/intake/items/{spell(second.pk)}/", {"text": "Repair the pumps.", "seen": 2})
    schools = groups_of(intake)[-1]
    browser.post(f"/en/intake/groups/{spell(schools.pk)}/", {"heading": "Teachers", "themes": ["women"]})
    lone = taken_in(intake)[-1]
    browser.post(f"/en/intake/items/{spell(lone.pk)}/", {"text": "One school.\n\nAnother school.", "split": "1"})
    browser.post(page_of(intake, "record/"), DETAILS | {"themes": ["youth"]})
    rows = Recommendation.objects.order_by("number")
    assert [(str(row.text), str(row.heading), row.themes) for row in rows] == [
        ("12-13 May 2019", "Water", ["youth"]),
        ("Repair the pumps.", "Water", ["youth"]),
        ("Pay teachers by the term instead of by the month.", "Teachers", ["women"]),
        ("One school.", "Teachers", ["women"]),
        ("Another school.", "Teachers", ["women"]),
    ]


def test_a_document_given_up_leaves_nothing(browser: Client) -> None:
    bring(browser)
    intake = Intake.objects.get()
    browser.post(page_of(intake, "cancel/"))
    intake.refresh_from_db()
    assert (intake.state, intake.name, intake.digest, intake.lines, intake.sketch) == (CANCELLED, "", "", [], [])
    left = (IntakeItem, IntakeGroup, StoredFile, Recommendation, Document)
    assert [model.objects.count() for model in left] == [0] * 5
    assert browser.get(page_of(intake)).status_code == 404
    assert bring(browser).status_code == 302  # it may come again


def test_the_same_document_is_refused_with_a_way_to_the_first(browser: Client) -> None:
    bring(browser)
    intake = Intake.objects.get()
    again = bring(browser, name="another-name.txt")
    assert again.status_code == 422
    assert f'href="{page_of(intake)}"' in again.content.decode()
    browser.post(page_of(intake, "record/"), DETAILS)
    again = bring(browser).content.decode()
    assert f"/en/register/earlier/{spell(Document.objects.get().pk)}/" in again
    assert Intake.objects.count() == 1


def test_a_document_that_is_nearly_the_same_is_pointed_out(browser: Client) -> None:
    first = an_intake()
    bring(browser, REPORT.replace("two in three", "half").replace("winter", "snow"))
    second = Intake.objects.exclude(pk=first.pk).get()
    assert page_of(first) in browser.get(page_of(second)).content.decode()
    bring(browser, ARABIC, "other.txt")
    third = Intake.objects.exclude(pk__in=[first.pk, second.pk]).get()
    assert third.like is None


def test_what_stands_in_the_register_already_is_pointed_out(browser: Client) -> None:
    first = an_intake()
    browser.post(page_of(first, "record/"), DETAILS)
    known = Recommendation.objects.get(number=2)
    words = (
        "# Notes\n\nWe recommend:\n\n- Repairing the pumps of the eastern villages before autumn comes.\n- Free buses."
    )
    second = an_intake(words, name="notes.txt")
    assert [item.like for item in taken_in(second)] == [known, None]
    assert known.code in browser.get(page_of(second)).content.decode()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("scan.pdf", a_pdf(), "holds no text that can be read"),
        ("locked.pdf", a_pdf(password="x"), "locked with a password"),
        ("lies.pdf", b"PK\x03\x04 not a PDF", "its content is of another kind"),
        ("broken.pdf", b"%PDF-1.7 nothing follows", "damaged"),
        ("empty.txt", b"", "empty"),
        ("letters.txt", bytes(range(128, 256)) * 20, "could not be recognised"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "old format"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_in_words(
    browser: Client, name: str, content: bytes, words: str
) -> None:
    answer = bring(browser, content, name)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Intake.objects.count() == StoredFile.objects.count() == 0


def test_what_cannot_be_done_is_refused_and_changes_nothing(browser: Client) -> None:
    intake = an_intake()
    first = taken_in(intake)[0]
    before = [(item.pk, item.text, item.is_taken) for item in taken_in(intake)]
    assert b"nothing before it" in press(browser, intake, "join", first).content
    assert b"not in the document" in press(browser, intake, "add", "900-901").content
    assert press(browser, intake, "add", "x-1").status_code == 404
    assert press(browser, intake, "drop", "no-such-item").status_code == 404
    assert press(browser, intake, "leap", first).status_code == 404
    item = f"/en/intake/items/{spell(first.pk)}/"
    assert b"empty line" in browser.post(item, {"text": "One.", "split": "1"}).content
    assert browser.post(item, {"text": ""}).status_code == 422
    assert browser.post(item, {"text": "Mine.", "seen": 99}).status_code == 409
    assert [(item.pk, item.text, item.is_taken) for item in taken_in(intake)] == before
    assert b"day" in browser.post(page_of(intake, "record/"), DETAILS | {"dated_on": "2199-01-01"}).content
    for group in groups_of(intake):
        press(browser, intake, "drop-all", group)
    answer = browser.post(page_of(intake, "record/"), DETAILS)
    assert b"Nothing is marked" in answer.content
    assert Document.objects.count() == Recommendation.objects.count() == 0


def test_too_long_words_are_named_by_their_place_and_nothing_is_recorded(browser: Client) -> None:
    intake = an_intake(f"We recommend:\n\n- Short.\n- {'Water for every village, ' * 260}\n", name="long.txt")
    answer = browser.post(page_of(intake, "record/"), DETAILS)
    assert b"longer than 5000" in answer.content.replace(b",", b"")
    assert Document.objects.count() == 0


def test_each_page_answers_the_team_in_both_languages_and_nobody_else(
    request: pytest.FixtureRequest, sign_in: SignIn, client: Client
) -> None:
    intake = an_intake(ARABIC, language="ar")
    item, group = taken_in(intake)[0], groups_of(intake)[0]
    paths = ["", f"{spell(intake.pk)}/", f"{spell(intake.pk)}/record/", f"items/{spell(item.pk)}/"]
    paths.append(f"groups/{spell(group.pk)}/")
    for persona in PERSONAS:
        who = request.getfixturevalue(persona)
        browser = sign_in(who) if isinstance(who, Person) else client
        expected = {200} if persona == "team" else {302} if persona == "visitor" else {403, 404}
        for language in ("ar", "en"):
            for path in paths:
                found = browser.get(f"/{language}/intake/{path}").status_code
                assert found in expected, (persona, path, found)
    shown = sign_in(request.getfixturevalue("team")).get(page_of(intake, language="ar")).content.decode()
    assert re.search(r'<p class="beside__words" lang="ar" dir="auto">نشر جدول', shown)


def test_the_preview_asks_as_often_for_three_items_as_for_thirty(browser: Client) -> None:
    few = an_intake("We recommend:\n\n- One well.\n- Two wells.\n- Three wells.", name="few.txt")
    lists = "\n\n".join(f"## Part {n}\n\nWe recommend:\n\n- One well.\n- Two wells.\n- Three wells." for n in range(10))
    many = an_intake(lists, name="many.txt")
    counts = []
    browser.get(page_of(few))  # whatever a process keeps is read now
    for intake in (few, many):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert browser.get(page_of(intake)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
