"""What is published is found however it is typed; what is not public is never found."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.pages.actions import take_down_page
from supportroom.people.models import Person
from supportroom.room.models import Room
from supportroom.search import changes, filling
from supportroom.search.filling import bring_up_to_date, keep_true, rebuild
from supportroom.search.lookup import asked, findings, look_up
from supportroom.search.models import Finding
from supportroom.search.vocabulary import KINDS
from tests.factories.outlets import HIDDEN, Face, a_public_face, a_published_report
from tests.factories.register import a_recommendation
from tests.factories.rounds import words


@pytest.fixture
def face(room: Room) -> Face:
    """The public face, and the index filled with it."""
    built = a_public_face()
    bring_up_to_date()
    return built


def found(text: str, **among: str) -> list[str]:
    """Give the titles of what is found, the best first."""
    return [row.title for row in findings(look_up(asked(text, **among)).ids)]


def test_words_are_found_in_every_form_they_are_typed_in(face: Face) -> None:
    arabic = "السماح للقوافل بالوصول إلى نساء البلدات المحاصرة."
    for typed in ("القوافل", "قوافل", "قَوَافِل", "للقوافل", "محاصرة", "المحاصره", "بلدات", "نسـاء"):
        assert arabic in found(typed), typed
    english = "Let convoys reach the women of the besieged towns."
    for typed in ("convoy", "CONVOYS", "woman towns", "town's women", "besieged, the convoy"):
        assert english in found(typed), typed
    assert found("convoys submarine") == [english], "where nothing holds all words, what holds some of them"
    assert not look_up(asked("convoys submarine")).has_all
    assert found("nowheretobefound") == []
    assert found("  ") == found("ـــ") == []


def test_every_kind_is_found_and_nothing_that_is_not_public(face: Face) -> None:
    kinds = set(Finding.objects.values_list("kind", flat=True))
    assert kinds == {"recommendation", "news", "page", "term", "event", "briefing"}
    assert found(HIDDEN) == []
    assert not Finding.objects.filter(words__contains=HIDDEN).exists()
    assert not Finding.objects.filter(words__contains="hidden.example.org").exists()
    assert {row.kind for row in findings(look_up(asked("round June", kind="news")).ids)} == {"news"}
    assert {row.language for row in findings(look_up(asked("2020", language="ar")).ids)} == {"ar"}
    assert set(KINDS) >= kinds


def test_what_stands_in_a_title_comes_first(room: Room) -> None:
    a_recommendation(text=words("Ask for licences. " + "Something else is said here at length. " * 20 + "licences"))
    a_recommendation(text=words("Licences for associations."))
    bring_up_to_date()
    assert found("licence")[0] == "Licences for associations."


def test_signs_of_the_databases_languages_are_plain_words(face: Face) -> None:
    for typed in ('convoys" OR "x', "convoys*", "NEAR(convoys)", "'; DROP TABLE search_finding; --", "convoys & !town",
                  "title_stems:convoys", "-convoys", "(convoys", "\x00convoys", "%s %d convoys", "a:*"):  # fmt: skip
        look_up(asked(typed))
    assert found("convoys*")
    with pytest.raises(DomainError, match="too_long"):
        asked(" ".join(f"word{number}" for number in range(13)))


def test_the_index_follows_what_is_public_and_writes_only_what_differs(face: Face) -> None:
    before = Entry.objects.filter(action="search.fill_index").count()
    assert bring_up_to_date() == 0
    assert Entry.objects.filter(action="search.fill_index").count() == before
    a_recommendation(text=words("Ask for a lighthouse."))
    assert bring_up_to_date() == 1
    assert found("lighthouses")
    take_down_page(actor=SYSTEM, page=face.room_news)
    assert found("twenty-eight people", kind="news")
    assert bring_up_to_date() == 1
    assert [row.thing for row in Finding.objects.filter(kind="news", thing__endswith=str(face.room_news.pk))] == []
    things = set(Finding.objects.values_list("thing", "language", "words"))
    assert rebuild() > 0
    assert set(Finding.objects.values_list("thing", "language", "words")) == things


@pytest.mark.sqlite_only
def test_what_was_taken_down_leaves_no_trace_in_the_index(face: Face) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'search_stems', 'row')")
        cursor.execute("SELECT count(*) FROM temp.vocabulary WHERE term = 'twenty'")
        assert cursor.fetchone() == (1,)
    for page in (face.room_news, face.office_news, face.about):
        take_down_page(actor=SYSTEM, page=page)
    bring_up_to_date()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM temp.vocabulary WHERE term = 'twenty'")
        assert cursor.fetchone() == (0,)
        cursor.execute("DROP TABLE temp.vocabulary")


def test_the_periodic_job_looks_only_where_something_changed(face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[int] = []
    monkeypatch.setattr(filling, "bring_up_to_date", lambda: ran.append(1))
    monkeypatch.setattr(filling, "_last", {"stamp": -1, "at": 0.0})
    keep_true()
    keep_true()
    assert len(ran) == 1
    changes.touch()
    keep_true()
    assert len(ran) == 2
    filling._last["at"] -= 601
    keep_true()
    assert len(ran) == 3


def test_a_published_report_is_found_by_its_own_words(room: Room, member: Person, settings: Any, tmp_path: Any) -> None:
    settings.PUBLISHED_DIR = tmp_path
    edition = a_published_report(member)
    bring_up_to_date()
    rows = list(Finding.objects.filter(kind="report"))
    assert {row.language for row in rows} == {"ar", "en"}
    assert all(len(row.words) > 200 and "<" not in row.words for row in rows)
    assert {row.address for row in rows} == {f"/{code}/reports/{edition.publication.slug}/1/" for code in ("ar", "en")}


def test_the_page_shows_places_filters_and_pages_in_both_languages(
    face: Face, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for language, typed, marked in (("en", "convoy", "<mark>convoys</mark>"), ("ar", "قوافل", "<mark>للقوافل</mark>")):
        with override(language):
            address = reverse("search:search")
        shown = client.get(address, {"q": typed})
        assert (shown.status_code, marked in shown.content.decode()) == (200, True)
        assert not shown.cookies
        assert client.get(address, {"q": "nowheretobefound"}).status_code == 200
        assert client.get(address).status_code == 200
        for wrong in ({"kind": "secret"}, {"language": "xx"}, {"q": "x" * 201}, {"q": "a1 " * 13 + "b c d"}):
            assert client.get(address, {"q": "a", **wrong}).status_code in (200, 422), wrong
        assert client.get(address, {"q": "a", "kind": "secret"}).status_code == 422
        many = " ".join(f"w{number}" for number in range(13))
        assert client.get(address, {"q": many}).status_code == 422
        assert client.get(address, {"q": "the", "page": "999"}).status_code == 200
    hostile = client.get(reverse("search:search"), {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in hostile


def test_a_page_of_results_costs_the_same_whatever_is_found(
    face: Face, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(reverse("search:search"), {"q": "convoys"})
    with django_assert_max_num_queries(4):
        client.get(reverse("search:search"), {"q": "convoys"})
    for number in range(30):
        a_recommendation(text=words(f"A convoy, number {number}."))
    bring_up_to_date()
    with django_assert_max_num_queries(4):
        page = client.get(reverse("search:search"), {"q": "convoy"}).content.decode()
    assert page.count("<article") == 20
    assert "page=2" in page
