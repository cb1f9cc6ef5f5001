"""The register to take along: filters, rights, HXL tags, both languages, nothing that a spreadsheet would run."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from supportroom.followup.columns import COLUMNS
from supportroom.followup.taken import HANDFUL
from supportroom.people.models import Person
from supportroom.room.models import Room
from tests.factories.answers import answered, submission_of
from tests.factories.briefings import a_briefing, read_twice
from tests.factories.register import a_recommendation, an_addressee, an_ask, recommendations
from tests.factories.rounds import words

pytestmark = pytest.mark.django_db
Browser = Callable[..., Client]


def taken(browser: Client, kind: str, asked: str = "") -> bytes:
    answer = browser.get(f"{reverse('followup:register_file', args=[kind])}{asked}")
    assert answer.status_code == 200
    assert answer.streaming
    assert "attachment" in answer["Content-Disposition"]
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def rows(browser: Client, kind: str = "csv", asked: str = "") -> list[list[str]]:
    return list(csv.reader(io.StringIO(taken(browser, kind, asked).decode("utf-8-sig"))))


def test_a_table_has_heads_tags_and_a_line_for_each_in_every_language(
    room: Room, asked_as: Browser, clock: Traveller
) -> None:
    office, donors = an_addressee(words("The Office", "المكتب")), an_addressee(words("The Donors", "المانحون"))
    one = a_recommendation(
        addressees=[office, donors], text=words("=SUM(A1)", "نص"), themes=["women"], precision="month"
    )
    answered(submission_of(one, office), "partly")
    read_twice(one, a_briefing(symbol="S/PV.9001"), "reflected")
    heads, tags, line = rows(asked_as())
    assert tags == [column.tag for column in COLUMNS]
    assert all(tag.startswith("#") for tag in tags)
    by_tag = dict(zip(tags, line, strict=True))
    assert by_tag["#meta+code"] == "2020-1"
    assert by_tag["#meta+url"] == f"http://testserver{reverse('followup:recommendation_detail', args=[one.slug])}"
    assert by_tag["#date+asked"] == "2020-09"
    assert by_tag["#description+text+i_en"] == "'=SUM(A1)"
    assert by_tag["#description+text+i_ar"] == "نص"
    assert by_tag["#org+addressee+list"] == "المكتب / The Office | المانحون / The Donors"
    assert by_tag["#date+answered+list"].endswith(" | ")
    assert by_tag["#status+answer+list"] == "partly"
    assert by_tag["#status+briefing+list"] == "S/PV.9001: reflected"
    assert heads[0] == "Number"
    steps = rows(asked_as(), "steps")
    assert {"sent", "answered", "reflected"} <= {step[2] for step in steps[2:]}
    book = openpyxl.load_workbook(io.BytesIO(taken(asked_as(), "xlsx")))
    assert [cell.value for cell in book.worksheets[0][2]] == tags
    assert len(book.worksheets) == 2


def test_the_json_holds_the_whole_way_in_both_languages(room: Room, asked_as: Browser, clock: Traveller) -> None:
    office = an_addressee()
    one = a_recommendation(addressees=[office])
    answered(submission_of(one, office), text=words("We take this up.", "سنتناول ذلك."))
    a_recommendation(asked_on=date(2021, 1, 1))
    told = json.loads(taken(asked_as(), "json", "?order=oldest"))
    tags = {column.tag for column in COLUMNS} | {"#description+text"}
    assert set(told["hxl"].values()) <= tags
    for path in told["hxl"]:
        assert path.partition(".")[0] in told["recommendations"][0], path
    first = told["recommendations"][0]
    assert set(first["text"]) == {"ar", "en"}
    assert first["addressees"][0]["answers"][0]["text"] == {"ar": "سنتناول ذلك.", "en": "We take this up."}
    assert {"recorded", "released", "sent", "answered"} == {step["kind"] for step in first["history"]}
    assert len(told["recommendations"]) == 2
    assert json.loads(taken(asked_as(), "json", "?year=2021&state=done")) == told | {"recommendations": []}


def test_files_obey_filters_and_rights(room: Room, asked_as: Browser, member: Person) -> None:
    shown, hidden = a_recommendation(asked_on=date(2017, 1, 1)), a_recommendation(released=False)
    other = a_recommendation(asked_on=date(2021, 1, 1))
    for kind in ("csv", "json", "steps"):
        for browser, asked, expected in (
            (asked_as(), "", {shown.code, other.code}),
            (asked_as(), "?year=2017", {shown.code}),
            (asked_as(member), "", {shown.code, hidden.code, other.code}),
        ):
            text = taken(browser, kind, asked).decode()
            assert {one.code for one in (shown, hidden, other) if one.code in text} == expected, (kind, asked)


def test_more_than_a_handful_come_in_their_order_and_an_unknown_kind_is_nothing(room: Room, asked_as: Browser) -> None:
    recommendations(*(an_ask() for _number in range(HANDFUL + 5)))
    codes = [line[0] for line in rows(asked_as(), asked="?order=oldest")[2:]]
    assert codes == [f"2020-{number}" for number in range(1, HANDFUL + 6)]
    assert asked_as().get(reverse("followup:register_file", args=["pdf"])).status_code == 404
