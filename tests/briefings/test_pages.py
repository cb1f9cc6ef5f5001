"""The pages of briefings, in both languages, for everybody whom they concern."""

import io
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from supportroom.briefings.actions import send_absent, trash_briefing
from supportroom.briefings.coverage import table
from supportroom.briefings.models import Briefing, Reflection
from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from tests.factories.briefings import GIVEN, TEXT, a_briefing, a_reading, read_twice
from tests.factories.personas import make_person
from tests.factories.register import a_recommendation
from tests.factories.rounds import make_round, words

pytestmark = pytest.mark.usefixtures("room", "clock")
SignIn = Callable[[Person], Client]
VISITED = ("briefings/", "briefings/coverage/", "briefings/{b}/")
OF_THE_ROOM = ("briefings/{b}/text/", "absent-lists/{l}/", "absent-lists/{l}/list.csv", "absent-lists/{l}/list.docx")
OF_READERS = ("briefings/new/", "briefings/trash/", "briefings/{b}/edit/", "briefings/{b}/reading/{r}/")
OF_THE_TEAM = ("briefings/{b}/absent/",)


def browser(sign_in: SignIn, person: Person | None) -> Client:
    return sign_in(person) if person else Client()


def reading_page(briefing: Briefing, slug: str) -> str:
    return f"/en/briefings/{spell(briefing.pk)}/reading/{slug}/"


def test_each_page_is_there_for_whom_it_concerns_in_both_languages(
    sign_in: SignIn, team: Person, office: Person, member: Person, observer: Person
) -> None:
    briefing, recommendation = a_briefing(), a_recommendation()
    a_reading(recommendation, briefing, team, "reflected")
    read_twice(a_recommendation(), briefing, "absent")
    read_twice(a_recommendation(), briefing, "absent", "partly", note=words("Look at the third passage."))
    sent = send_absent(actor=SYSTEM, briefing=briefing, words=words("We ask why."))
    named = {"b": spell(briefing.pk), "l": spell(sent.pk), "r": recommendation.slug}
    allowed = (
        (team, VISITED + OF_THE_ROOM + OF_READERS + OF_THE_TEAM, ()),
        (office, VISITED + OF_THE_ROOM + OF_READERS, OF_THE_TEAM),
        (member, VISITED + OF_THE_ROOM, OF_READERS + OF_THE_TEAM),
        (observer, VISITED, OF_THE_ROOM + OF_READERS + OF_THE_TEAM),
        (None, VISITED, ()),
    )
    for person, open_pages, closed_pages in allowed:
        client = browser(sign_in, person)
        for path in open_pages:
            for language in ("ar", "en"):
                answer = client.get(f"/{language}/{path.format(**named)}")
                assert answer.status_code == 200, (person, path)
        for path in closed_pages:
            assert client.get(f"/en/{path.format(**named)}").status_code in (403, 404), (person, path)
    assert Client().get(f"/en/briefings/{named['b']}/text/").status_code == 302


def test_the_public_reads_of_released_ones_alone_and_never_who_read(
    sign_in: SignIn, team: Person, office: Person, member: Person
) -> None:
    briefing = a_briefing()
    shown, hidden = a_recommendation(), a_recommendation(released=False)
    a_reading(shown, briefing, team, "reflected", quotation="food and medicine")
    a_reading(hidden, briefing, team)
    pages = {}
    for name, person in (("visitor", None), ("member", member), ("office", office)):
        client = browser(sign_in, person)
        pages[name] = " ".join(
            client.get(f"/en/{path.format(b=spell(briefing.pk))}").content.decode() for path in VISITED
        )
        assert team.name in pages[name] if name == "office" else team.name not in pages[name]
        assert (hidden.code + "<" in pages[name]) is (name != "visitor")
        assert "food and medicine" in pages[name]
        assert "read once" in pages[name]
    assert [cell.total for cell in table(VISITOR, [briefing]).sums] == [1]


def test_a_briefing_is_logged_by_hand_or_out_of_a_file_and_nothing_typed_is_lost(
    sign_in: SignIn, office: Person
) -> None:
    client = sign_in(office)
    form = {"given_on": "2021-03-15", "symbol": "S/PV.8725", "language": "en", "title_en": "Syria", "text": TEXT}
    refused = client.post("/en/briefings/new/", {**form, "given_on": "2030-01-01", "once": "a" * 12})
    assert refused.status_code == 422
    assert "Prices of bread and fuel" in refused.content.decode()
    logged = client.post("/en/briefings/new/", {**form, "once": "b" * 12})
    assert logged.status_code == 302
    twice = client.post("/en/briefings/new/", {**form, "once": "c" * 12})
    assert "This text is logged already." in twice.content.decode()
    file = SimpleUploadedFile(
        "S-PV-8725.txt", "\n\n".join(["A passage out of a file, long enough to stand."] * 2).encode()
    )
    brought = client.post("/en/briefings/new/", {**form, "text": "", "file": file, "given_on": "", "once": "d" * 12})
    for kept in ("A passage out of a file", "S/PV.8725"):
        assert kept in brought.content.decode(), "what was typed, and what was read, stand in the boxes"
    picture = SimpleUploadedFile("scan.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    assert client.post("/en/briefings/new/", {**form, "text": "", "file": picture, "once": "e" * 12}).status_code == 422
    assert client.post("/en/briefings/new/", {**form, "text": "", "once": "f" * 12}).status_code == 422
    assert Briefing.objects.count() == 1
    briefing = Briefing.objects.get()
    edit = f"/en/briefings/{spell(briefing.pk)}/edit/"
    amended = client.post(edit, {**form, "symbol": "S/PV.8726", "seen": "1", "once": "g" * 12})
    assert amended.status_code == 302
    late = client.post(edit, {**form, "symbol": "S/PV.9", "seen": "1", "once": "h" * 12})
    assert late.status_code == 409
    assert "S/PV.8726" in late.content.decode()


def test_a_briefing_thrown_away_is_taken_back_on_the_page(sign_in: SignIn, team: Person) -> None:
    briefing = a_briefing()
    client, place = sign_in(team), f"/en/briefings/{spell(briefing.pk)}/"
    assert client.post(f"{place}trash/", {"once": "a" * 12, "seen": "1"}).status_code == 302
    assert client.get(place).status_code == 404
    assert f"{place}restore/" in client.get("/en/briefings/trash/").content.decode()
    assert client.post(f"{place}restore/", {"once": "b" * 12}).status_code == 302
    assert client.get(place).status_code == 200
    assert client.post(f"{place}restore/", {"once": "c" * 12}).status_code == 404


def test_one_press_reads_a_recommendation_and_leads_to_the_next(sign_in: SignIn, team: Person, office: Person) -> None:
    briefing = a_briefing()
    first, second, third = (a_recommendation(text=words(text)) for text in (
        "Release detained people.", "Let trucks with food pass the lines.", "Protect the olive trees.",
    ))  # fmt: skip
    client, start = sign_in(team), f"/en/briefings/{spell(briefing.pk)}/reading/"
    assert client.get(start).headers["Location"] == reading_page(briefing, first.slug)
    page = client.get(reading_page(briefing, second.slug)).content.decode()
    offered = page.index("<mark>Trucks</mark> with <mark>food</mark>")
    assert offered < page.index("The rest of the text") < page.index("Mr. President")
    quoted = {
        "verdict": "reflected",
        "passage": spell(briefing.passages.get(number=3).pk),
        "seen": "0",
        "once": "a" * 12,
    }
    pressed = client.post(reading_page(briefing, first.slug), quoted)
    assert pressed.headers["Location"] == f"{start}?after={first.slug}"
    assert client.get(pressed.headers["Location"]).headers["Location"] == reading_page(briefing, second.slug)
    client.post(reading_page(briefing, second.slug), {"verdict": "absent", "seen": "0", "once": "b" * 12})
    client.post(reading_page(briefing, third.slug), {"verdict": "absent", "seen": "0", "once": "c" * 12})
    assert client.get(start).headers["Location"] == f"/en/briefings/{spell(briefing.pk)}/", "nothing is left for them"
    other = sign_in(office)
    assert other.get(f"{start}?after={second.slug}").headers["Location"] == reading_page(briefing, third.slug)
    again = f"/en/reflections/{spell(Reflection.objects.get(recommendation=third).pk)}/read-again/"
    confirmed = other.post(again, {"verdict": "absent", "seen": "1", "once": "d" * 12})
    assert confirmed.status_code == 302
    assert Reflection.objects.get(recommendation=third).state == "confirmed"
    assert client.post(again, {"verdict": "absent", "seen": "1", "once": "e" * 12}).status_code == 409


def test_what_is_refused_or_overtaken_keeps_what_was_typed(sign_in: SignIn, team: Person, office: Person) -> None:
    briefing, recommendation = a_briefing(), a_recommendation()
    client, place = sign_in(team), reading_page(briefing, recommendation.slug)
    typed = {"verdict": "partly", "quotation": "words that stand nowhere", "note_en": "See below.", "seen": "0"}
    refused = client.post(place, {**typed, "once": "a" * 12})
    assert refused.status_code == 422
    for kept in ("words that stand nowhere", "See below.", "do not stand in the briefing"):
        assert kept in refused.content.decode()
    assert client.post(place, {"seen": "0", "once": "b" * 12}).status_code == 422
    a_reading(recommendation, briefing, office, "reflected")
    overtaken = client.post(place, {**typed, "quotation": "food and medicine", "once": "c" * 12})
    assert overtaken.status_code == 409
    for kept in ("food and medicine", "See below.", office.name, "Confirm"):
        assert kept in overtaken.content.decode()
    assert Reflection.objects.get().verdict == "reflected"
    own = sign_in(office)
    again = f"/en/reflections/{spell(Reflection.objects.get().pk)}/read-again/"
    asked = own.post(again, {"verdict": "absent", "note_en": "My own.", "seen": "1", "once": "d" * 12})
    assert asked.status_code == 422
    assert "somebody else reads it again" in asked.content.decode()
    withdrawn = own.post(f"/en/reflections/{spell(Reflection.objects.get().pk)}/withdraw/", {"once": "e" * 12})
    assert withdrawn.status_code == 302
    assert not Reflection.objects.exists()


def test_a_reading_of_what_one_may_not_read_is_not_there(sign_in: SignIn, team: Person) -> None:
    briefing, recommendation = a_briefing(), a_recommendation()
    reflection = a_reading(recommendation, briefing)
    trash_briefing(actor=SYSTEM, briefing=briefing)
    client = sign_in(team)
    for path in (f"reflections/{spell(reflection.pk)}/read-again/", f"reflections/{spell(reflection.pk)}/withdraw/"):
        assert client.post(f"/en/{path}", {"verdict": "absent", "once": "a" * 12}).status_code == 404
    later = a_briefing(given_on=GIVEN.replace(year=2019))
    assert client.get(reading_page(later, recommendation.slug)).status_code == 404, "it was asked afterwards"


def test_the_list_goes_to_the_office_and_is_taken_along(sign_in: SignIn, team: Person, office: Person) -> None:
    briefing, recommendation = a_briefing(), a_recommendation(round=make_round(others=1), precision="month")
    client = sign_in(team)
    place = f"/en/briefings/{spell(briefing.pk)}/absent/"
    assert client.post(place, {"once": "a" * 12}).status_code == 422
    read_twice(recommendation, briefing)
    sent = client.post(place, {"words_en": "What stood in the way?", "once": "b" * 12})
    assert sent.status_code == 302
    page = sign_in(office).get(sent.headers["Location"]).content.decode()
    assert "What stood in the way?" in page
    for kind in ("csv", "xlsx", "docx"):
        assert client.get(f"{sent.headers['Location']}list.{kind}").status_code == 200
    assert client.get(f"{sent.headers['Location']}list.exe").status_code == 404
    sheet = client.get(f"{sent.headers['Location']}list.csv").content.decode("utf-8-sig")
    assert f"{recommendation.code}," in sheet
    assert "September 2020" in sheet
    with zipfile.ZipFile(io.BytesIO(client.get(f"/ar{sent.headers['Location'][3:]}list.docx").content)) as word:
        assert "w:bidi" in word.read("word/document.xml").decode()


def test_the_table_counts_rounds_by_briefings_and_who_read(team: Person) -> None:
    june, first, last = make_round(others=1), a_briefing(), a_briefing(given_on=GIVEN.replace(year=2022))
    of_june = [a_recommendation(round=june) for _number in range(4)]
    without = a_recommendation()
    read_twice(of_june[0], first, "reflected")
    read_twice(of_june[1], first, "absent", "partly")
    a_reading(of_june[2], first, team, "absent")
    counted = table(SYSTEM, [last, first])
    assert [row.round for row in counted.rows] == [june, None]
    cell = counted.rows[0].cells[1]
    assert cell.counts == {"reflected": 1, "disputed": 1, "absent": 1, "unread": 1}
    assert (cell.total, cell.read, cell.share, cell.once) == (4, 3, 50, 1)
    assert [each.total for each in counted.sums] == [5, 5]
    assert counted.rows[0].cells[0].share is None
    assert without.round is None


def test_lists_and_the_reading_ask_the_database_as_often_for_many_as_for_few(
    sign_in: SignIn, team: Person, office: Person
) -> None:
    briefing, client = a_briefing(), sign_in(team)
    slug = ""

    def asked() -> list[int]:
        counts = []
        for path in (*VISITED, f"briefings/{{b}}/reading/{slug}/"):
            with (
                CaptureQueriesContext(
                    connection,
                ) as captured,
                override("en"),
            ):
                assert client.get(f"/en/{path.format(b=spell(briefing.pk))}").status_code == 200
            # the frame asks for the charter and the standing pages again after some seconds
            kept = ('FROM "room_room"', 'FROM "pages_pageedition"')
            counts.append(sum(not any(of in query["sql"] for of in kept) for query in captured.captured_queries))
        return counts

    slug = a_recommendation(round=make_round(others=1)).slug
    a_reading(a_recommendation(), briefing, office, "reflected")
    few = asked()
    for number in range(3):
        second = make_person(f"Reader Invented {number}", "team")
        a_reading(a_recommendation(round=make_round(others=1)), briefing, second, "partly")
        a_briefing()
    assert asked() == few
    assert max(few) <= 14
