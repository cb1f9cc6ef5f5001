"""The pages of the library, in both languages, as who may read them and who may not."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.ids import spell
from supportroom.library.models import Source
from supportroom.people.models import Person
from tests.answering import unanswered
from tests.factories.library import a_note, a_source, three_sources

SignIn = Callable[[Person], Client]
PAGES = [
    "groups/{group}/library/",
    "groups/{group}/library/?q=%D8%A7%D9%84%D8%A8%D9%84%D8%AF%D9%8A%D8%A7%D8%AA&order=newest&kind=article",
    "groups/{group}/library/bibliography/",
    "groups/{group}/library/bibliography/?style=year_in_brackets",
    "sources/{source}/",
    "groups/{group}/library/new/",
    "groups/{group}/library/import/",
    "sources/{source}/edit/",
]
FOR_READERS = PAGES[:5]


@pytest.fixture
def ids(group: WorkingGroup, member: Person) -> dict[str, str]:
    sources = three_sources(group)
    a_note(sources[0], member)
    return {"group": spell(group.pk), "source": spell(sources[0].pk)}


def test_every_page_answers_a_seat_in_each_language(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    assert unanswered(sign_in(member), PAGES, ids) == []


def test_an_interpreter_reads_and_others_of_the_room_do_not(
    ids: dict[str, str], interpreter: Person, stranger: Person, office: Person, sign_in: SignIn
) -> None:
    reader, others = sign_in(interpreter), [sign_in(stranger), sign_in(office)]
    for page in PAGES:
        address = f"/en/{page.format(**ids)}"
        assert reader.get(address).status_code == (200 if page in FOR_READERS else 403), page
        assert {other.get(address).status_code for other in others} <= {403, 404}, page


def test_a_reader_finds_what_fits_and_an_empty_list_says_so(
    ids: dict[str, str], member: Person, sign_in: SignIn
) -> None:
    browser, page = sign_in(member), f"/en/groups/{ids['group']}/library/"
    assert "3 sources" in browser.get(page).content.decode()
    found = browser.get(f"{page}?q=%D8%A8%D9%84%D8%AF%D9%8A%D8%A7%D8%AA").content.decode()
    assert "البلديات" in found
    assert "The town as a well" not in found
    assert "No sources fit" in browser.get(f"{page}?kind=chapter").content.decode()
    assert browser.get(f"{page}?kind=zzz&page=x&order=%00&q=%00").status_code == 200


def test_notes_are_for_the_group_and_the_team(
    ids: dict[str, str], member: Person, team: Person, interpreter: Person, sign_in: SignIn
) -> None:
    page = f"/en/sources/{ids['source']}/"
    assert "The third chapter" in sign_in(member).get(page).content.decode()
    shown = sign_in(team).get(page).content.decode()
    assert "The third chapter" in shown
    assert member.name in shown
    assert "The third chapter" not in sign_in(interpreter).get(page).content.decode()


ADDED = {
    "title": "Wells of the plain",
    "kind": "report",
    "authors": "Olive Branch Circle",
    "issued": "2020-05",
    "address": "https://example.org/wells",
}


def test_a_source_is_added_by_its_form_and_cited_as_the_page_says(
    group: WorkingGroup, member: Person, sign_in: SignIn
) -> None:
    browser, page = sign_in(member), f"/en/groups/{spell(group.pk)}/library/new/"
    answer = browser.post(page, ADDED)
    assert answer.status_code == 302
    shown = browser.get(answer["Location"]).content.decode()
    assert "[@olive2020]" in shown
    assert "Olive Branch Circle. Wells of the plain. May 2020. https://example.org/wells." in shown


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": ""}, "required"),
        ({"doi": "nothing"}, "This is no DOI"),
        ({"isbn": "9780306406158"}, "This is no ISBN"),
        ({"issued": "soon"}, "Write a year"),
        ({"address": "javascript:alert(1)"}, "A web address begins"),
        ({"key": "two words"}, "no spaces"),
        ({"kind": "zzz"}, "valid choice"),
    ],
)
def test_what_is_refused_comes_again_with_what_was_typed(
    wrong: dict[str, str], words: str, group: WorkingGroup, member: Person, sign_in: SignIn
) -> None:
    answer = sign_in(member).post(f"/en/groups/{spell(group.pk)}/library/new/", {**ADDED, **wrong})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Olive Branch Circle" in answer.content.decode()


def test_the_same_number_is_asked_about_once(group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    a_source(group)
    browser, page = sign_in(member), f"/en/groups/{spell(group.pk)}/library/new/"
    typed = {**ADDED, "isbn": "0306406152"}
    assert 'name="again"' not in browser.get(page).content.decode()
    asked = browser.post(page, typed)
    assert asked.status_code == 422
    assert "This library has it already, as doe2019" in asked.content.decode()
    assert 'name="again"' in asked.content.decode()
    kept = browser.post(page, {**typed, "again": "on"})
    assert kept.status_code == 302
    assert "has another source with the same number" in browser.get(kept["Location"]).content.decode()


def test_who_was_faster_is_shown_beside_what_was_typed(source: Source, member: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(member), f"/en/sources/{spell(source.pk)}/edit/"
    typed = {"title": "Mine", "kind": "book", "authors": "Doe, Jane", "issued": "2019", "seen": "1"}
    assert browser.post(page, typed).status_code == 302
    answer = browser.post(page, {**typed, "title": "Theirs"})
    assert answer.status_code == 409
    assert "What stands now: Mine" in answer.content.decode()
    assert 'value="Theirs"' in answer.content.decode()


def test_a_source_is_taken_out_and_put_back_and_notes_go_by_their_buttons(
    source: Source, member: Person, sign_in: SignIn
) -> None:
    browser, page = sign_in(member), f"/en/sources/{spell(source.pk)}/"
    assert browser.post(f"{page}notes/", {"note-text": ""}).status_code == 422
    assert browser.post(f"{page}notes/", {"note-text": "Chapter three"}).status_code == 302
    note = f"/en/source-notes/{spell(source.notes.get().pk)}/"
    assert browser.get(f"{note}edit/").status_code == 200
    assert browser.post(f"{note}edit/", {"text": "Chapter four"}).status_code == 302
    assert "Chapter four" in browser.get(page).content.decode()
    assert browser.post(f"{note}remove/").status_code == 302
    assert browser.post(f"{page}remove/").status_code == 302
    assert "was taken out of the library" in browser.get(page).content.decode()
    assert browser.post(f"{page}restore/").status_code == 302
    assert browser.get(f"{page}remove/").status_code == 405


def test_hostile_words_stay_words(group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    evil = '<script>alert("x")</script>\u202e'
    browser = sign_in(member)
    typed = {**ADDED, "title": evil, "authors": evil, "abstract": evil, "container": evil}
    answer = browser.post(f"/en/groups/{spell(group.pk)}/library/new/", typed)
    for page in (
        answer["Location"],
        f"/ar/groups/{spell(group.pk)}/library/",
        f"/ar/groups/{spell(group.pk)}/library/bibliography/",
    ):
        shown = browser.get(page).content.decode()
        assert "<script>alert" not in shown
        assert "\u202e" not in shown


def test_a_bibliography_is_taken_along_as_text(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    answer = sign_in(member).get(f"/ar/groups/{ids['group']}/library/bibliography/?style=author_date&as=text")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"].startswith("text/plain")
    assert len(lines) == 3
    assert lines[0].startswith("حمدان، ليلى ونور سالم. 2021.")


def queries_for(browser: Client, path: str) -> int:
    browser.get(path)
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(path).status_code == 200
    return len(seen)


def test_a_list_asks_as_much_for_three_sources_as_for_one(group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    browser, path = sign_in(member), f"/en/groups/{spell(group.pk)}/library/"
    a_note(a_source(group), member)
    before = queries_for(browser, path)
    for title in ("Two", "Three"):
        a_note(a_source(group, title=title, again=True), member)
    assert queries_for(browser, path) == before
    assert queries_for(browser, f"{path}bibliography/") <= before


def test_a_source_asks_as_much_for_three_notes_as_for_one(source: Source, member: Person, sign_in: SignIn) -> None:
    browser, path = sign_in(member), f"/en/sources/{spell(source.pk)}/"
    a_note(source, member)
    before = queries_for(browser, path)
    a_note(source, member)
    a_note(source, member)
    assert queries_for(browser, path) == before
