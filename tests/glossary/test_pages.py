"""Pages of the glossary and of the actors: for everybody, and for the team that writes them."""

import io
import json
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.glossary.models import Body, Definition, Influence, Term
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from tests.factories.glossary import a_body, a_term, both, defined_anew, influences

SignIn = Callable[[Person], Client]
pytestmark = pytest.mark.usefixtures("room")
PUBLIC = [
    "glossary/", "glossary/?q=CEASE", "glossary/{term}/", "glossary/files/csv/", "glossary/files/xlsx/",
    "glossary/files/json/", "actors/", "actors/{body}/", "actors/files/csv/", "actors/files/json/",
]  # fmt: skip
TRANSLATING = ["glossary/{term}/translate/", "actors/{body}/translate/", "influences/{influence}/translate/"]
WRITING = [
    "glossary/new/", "glossary/import/", "glossary/{term}/edit/", "glossary/{term}/define/", "actors/new/",
    "actors/{body}/edit/", "actors/{body}/influences/", "influences/{influence}/edit/",
]  # fmt: skip


@pytest.fixture
def slugs() -> dict[str, str]:
    """A term with two definitions, two actors and an influence."""
    term, body = a_term(forms={"en": ["truce"]}), a_body("A council", "مجلس", kind="un")
    defined_anew(term, "Fighting stops.", "يتوقف القتال.")
    a_term("relief", "إغاثة", released=False)
    influence = influences(body, a_body("A force", "قوة"), 3)
    return {"term": term.slug, "body": body.slug, "influence": spell(influence.pk)}


def test_every_page_answers_whom_it_should_in_each_language(
    slugs: dict[str, str], team: Person, interpreter: Person, member: Person, sign_in: SignIn
) -> None:
    browsers = {
        "visitor": Client(),
        "member": sign_in(member),
        "interpreter": sign_in(interpreter),
        "team": sign_in(team),
    }
    for pages, closed_to in (
        (PUBLIC, ()),
        (TRANSLATING, ("visitor", "member")),
        (WRITING, ("visitor", "member", "interpreter")),
    ):
        for page in pages:
            for language in ("ar", "en"):
                for name, browser in browsers.items():
                    answer = browser.get(f"/{language}/{page.format(**slugs)}")
                    refused = 302 if name == "visitor" else 403
                    assert answer.status_code == (refused if name in closed_to else 200), (name, page)
                    if page in PUBLIC and name == "visitor":
                        assert not answer.cookies, page


def test_the_public_reads_what_is_released_with_versions_and_sources_in_both_languages(slugs: dict[str, str]) -> None:
    browser = Client()
    listed = browser.get("/ar/glossary/").content.decode()
    assert "وقف إطلاق النار" in listed
    assert "إغاثة" not in listed
    page = browser.get(f"/en/glossary/{slugs['term']}/").content.decode()
    for words in (
        "Fighting stops.",
        "What is meant by ceasefire.",
        "The members asked for it.",
        "truce",
        "يتوقف القتال.",
    ):
        assert words in page
    assert "csrf" not in page
    assert "وقف" in browser.get("/en/glossary/", {"q": "وقفِ اطلاق"}).content.decode()
    assert "No term fits these words." in browser.get("/en/glossary/?q=relief").content.decode()
    for gone in ("/en/glossary/zzzzzz/", "/en/actors/zzzzzz/", "/en/glossary/files/pdf/"):
        assert browser.get(gone).status_code == 404


def test_the_picture_is_mirrored_and_says_in_words_what_it_shows(slugs: dict[str, str]) -> None:
    pages = {language: Client().get(f"/{language}/actors/").content.decode() for language in ("ar", "en")}
    for page in pages.values():
        assert page.count('class="ties__box"') == 2
        assert 'role="img"' in page
        assert "<table" in page
    starts = {
        language: page.partition('class="ties__halo" d="M')[2].partition(" ")[0] for language, page in pages.items()
    }
    assert float(starts["ar"]) < float(starts["en"])
    assert "A council influences A force: strong" in pages["en"]
    draft = a_body("Nobody yet", released=False)
    influences(draft, Body.objects.get(slug=slugs["body"]))
    assert "Nobody yet" not in Client().get("/en/actors/").content.decode()
    assert Client().get(f"/en/actors/{draft.slug}/").status_code == 404


def test_lists_ask_the_same_of_the_database_whatever_their_length(team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    counts: dict[str, list[int]] = {}
    council = a_body("Council")
    browser.get("/en/glossary/")  # the charter is read once
    for number in (1, 2, 3):
        term = a_term(f"term {number}", f"مصطلح {number}")
        defined_anew(term, "Another.")
        influences(council, a_body(f"Force {number}"))
        for page in ("glossary/", "actors/", f"actors/{council.slug}/", "glossary/files/csv/", "actors/files/csv/"):
            with CaptureQueriesContext(connection) as asked:
                browser.get(f"/en/{page}")
            counts.setdefault(page, []).append(len(asked))
    assert all(found[0] == found[-1] for found in counts.values()), counts


def test_the_team_writes_a_term_from_its_first_word_to_its_second_definition(team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    typed = {"name_en": "Truce", "name_ar": "هدنة", "forms_en": "truces\ncease-fire", "text_en": "A pause."}
    assert browser.post("/en/glossary/new/", typed).status_code == 422  # the source is missing
    typed |= {"source_en": "The room", "link": "ftp://x"}
    assert "https://" in browser.post("/en/glossary/new/", typed).content.decode()
    answer = browser.post("/en/glossary/new/", {**typed, "link": "https://example.org/a", "since": "2026-05-01"})
    term = Term.objects.get()
    assert answer["Location"].endswith(f"/en/glossary/{term.slug}/")
    assert (term.forms, term.definitions.get().since) == ({"en": ["truces", "cease-fire"]}, date(2026, 5, 1))
    base = f"/en/glossary/{term.slug}/"
    assert browser.post(f"{base}release/").status_code == 302
    assert Client().get(base).status_code == 200
    again = {"text_en": "A pause.", "source_en": "The room", "link": "https://example.org/a", "why_en": "Asked"}
    assert "says this already" in browser.post(f"{base}define/", again).content.decode()
    assert browser.post(f"{base}define/", {**again, "text_en": "A longer pause."}).status_code == 302
    assert Definition.objects.filter(term=term).count() == 2
    seen = str(Term.objects.get().version)
    assert browser.post(f"{base}edit/", {"name_en": "Truce now", "name_ar": "هدنة", "seen": seen}).status_code == 302
    overtaken = browser.post(f"{base}edit/", {"name_en": "Truce then", "seen": seen})
    assert overtaken.status_code == 409
    assert "Truce then" in overtaken.content.decode()
    translated = {"name_en": "Truce now", "name_ar": "هدنة", "text_en": "A longer pause.", "text_ar": "توقف أطول.",
                  "source_en": "The room", "why_en": "Asked"}  # fmt: skip
    assert browser.post(f"{base}translate/", translated).status_code == 302
    assert browser.post(f"{base}retire/").status_code == 302
    assert browser.post(f"{base}retire/").status_code == 422
    assert browser.post(f"{base}remove/").status_code == 422
    assert "no longer uses this term" in Client().get(base).content.decode()


def test_the_team_says_who_influences_whom(team: Person, sign_in: SignIn) -> None:
    browser, force = sign_in(team), a_body("A force", "قوة")
    typed = {"name_en": "A council", "name_ar": "مجلس", "kind": "un", "about_en": "It decides."}
    body = Body.objects.get(slug=browser.post("/en/actors/new/", typed)["Location"].split("/")[-2])
    base = f"/en/actors/{body.slug}/"
    assert browser.post(f"{base}influences/", {"on": "nobody", "strength": "3", "how_en": "x"}).status_code == 422
    assert (
        browser.post(f"{base}influences/", {"on": force.slug, "strength": "3", "how_en": "By votes"}).status_code == 302
    )
    influence = f"/en/influences/{spell(Influence.objects.get().pk)}/"
    assert browser.post(f"{influence}edit/", {"strength": "1", "how_en": "By votes"}).status_code == 302
    assert Influence.objects.get().strength == 1
    assert browser.post(f"{base}release/").status_code == 302
    assert "By votes" in Client().get("/en/actors/").content.decode()
    assert browser.post(f"{base}edit/", {**typed, "about_en": "It debates."}).status_code == 302
    assert browser.post(f"{base}retire/").status_code == 302
    assert Client().get(base).status_code == 404
    assert browser.post(f"{influence}withdraw/").status_code == 302
    assert not Influence.objects.exists()


def brought(browser: Client, name: str, content: bytes) -> tuple[int, str]:
    """Bring a file; give status and page."""
    answer = browser.post("/en/glossary/import/", {"file": SimpleUploadedFile(name, content)})
    return answer.status_code, answer.content.decode()


def kept(browser: Client, page: str, rows: list[int], **typed: str) -> int:
    """Confirm a preview with these rows ticked; give the status."""
    parcel = page.partition('name="parcel" value="')[2].partition('"')[0]
    return browser.post("/en/glossary/import/", {"parcel": parcel, "row": rows, **typed}).status_code


TABLE = """forms ar,name en,Term (ar),text en,text ar,source en,link
هُدن; هدنات,Truce,هدنة,A pause.,توقف.,The room,https://example.org/a
,ceasefire,,Fighting stops.,,The room,
,,,Nothing,,The room,
,TRUCE,,Twice,,The room,
,Bare,,,,,
,Linked,,Has a link,,Room,javascript:1
"""


def test_terms_come_in_from_a_table_after_somebody_looked(team: Person, sign_in: SignIn) -> None:
    browser, term = sign_in(team), a_term()
    status, page = brought(browser, "terms.csv", TABLE.encode())
    assert status == 200, page[page.find("form-errors") :][:900]
    for words in ("The file has this term twice.", "It has no term.", "It has no definition.", "no web address",
                  "would become its next definition"):  # fmt: skip
        assert words in page
    assert page.count(" checked") == 1  # what is new; what would change a definition is left to the team
    assert Term.objects.count() == 1
    assert kept(browser, page, [2, 3]) == 422  # a definition is changed: why?
    assert Term.objects.count() == 1
    assert kept(browser, page, [2, 3], why_en="Shorter") == 302
    truce = Term.objects.exclude(pk=term.pk).get()
    assert (truce.state, truce.forms, truce.name.texts["ar"]) == ("draft", {"ar": ["هُدن", "هدنات"]}, "هدنة")
    assert [str(each.text) for each in term.definitions.all()] == ["Fighting stops.", "What is meant by ceasefire."]
    assert kept(browser, page.replace('value="', 'value="x', 3), [2]) in (403, 422)


def test_what_is_taken_along_comes_in_again(team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    a_term(forms={"ar": ["هدنة"]}, means=both("=1+1 stops.", "توقف"))
    for language in ("en", "ar"):
        for kind in ("csv", "xlsx", "json"):
            taken = browser.get(f"/{language}/glossary/files/{kind}/").content
            status, page = brought(browser, f"terms.{kind}", taken)
            assert status == 200, (language, kind)
            assert "ceasefire" in page
            assert "would become its next definition" in page
    sheet = openpyxl.load_workbook(io.BytesIO(browser.get("/en/glossary/files/xlsx/").content)).active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    listed = json.loads(browser.get("/en/glossary/files/json/").content)["terms"]
    assert [each["definitions"][0]["number"] for each in listed] == [1]
    actors = json.loads(browser.get("/en/actors/files/json/").content)
    assert actors == {"actors": [], "influences": []}


def test_files_that_are_no_list_of_terms_are_refused_in_words(team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    for name, content, words in (
        ("a.json", b"{", "no list of terms"),
        ("a.json", b'{"terms": [1]}', "no list of terms"),
        ("a.json", b'{"terms": []}', "No terms were found"),
        ("a.json", b'[{"name": 3, "forms": [], "definitions": {"a": 1}}]', "It has no term."),
        ("a.json", json.dumps([{"name": {"en": f"t{n}"}} for n in range(301)]).encode(), "More than 300"),
        ("a.csv", b"\x00\x01", ""),
        ("a.txt", b"hello", ""),
        ("a.csv", b"a,b\n1,2\n", "It has no term."),
    ):
        status, page = brought(browser, name, content)
        assert status == 422, (name, content)
        assert words in page
    assert not Term.objects.exists()
