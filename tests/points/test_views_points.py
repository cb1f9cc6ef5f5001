"""Points from their pages: raised, listed, taken along, reworded, translated, moved, merged, split, withdrawn."""

import csv
import io
import json

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from supportroom.people.models import Person
from supportroom.points.actions import reword_point
from supportroom.points.models import Point
from supportroom.rounds.models import Session
from tests.factories.points import leader, raised, settle
from tests.factories.rounds import pillar_of
from tests.points.pages import key, place, signed_in, words_of


def listing(session: Session, query: str = "") -> str:
    return f"/en/rounds/{key(session.round)}/points/{query}"


def page_of(point: Point, part: str = "") -> str:
    return f"/en/points/{key(point)}/{part}"


def test_a_participant_raises_a_point_in_arabic(session: Session, member: Person) -> None:
    form = {"text": "إبقاء العيادات مفتوحة", "pillar": pillar_of(session.round).pk, "language": "ar"}
    answer = signed_in(member).post(place(session, "points/"), form)
    assert answer.status_code == 302
    assert answer["Location"].endswith("#raise")
    assert Point.objects.get().content.original == "ar"


def test_what_was_typed_stays_when_a_point_is_refused(session: Session, member: Person) -> None:
    form = {"text": "b" * 5001, "pillar": pillar_of(session.round).pk, "language": "ar"}
    answer = signed_in(member).post(place(session, "points/"), form)
    assert answer.status_code == 422
    assert "b" * 5001 in answer.content.decode()


def test_the_rapporteur_adds_a_pillar_on_the_spot_with_its_first_point(session: Session, rapporteur: Person) -> None:
    form = {"text": "Exchange prisoners", "pillar": "", "new_pillar": "Building confidence", "language": "en"}
    form["pillar"] = str(pillar_of(session.round).pk)
    assert signed_in(rapporteur).post(place(session, "points/"), form).status_code == 302
    assert str(Point.objects.get().pillar) == "Building confidence"


def test_the_list_stands_by_pillar_and_narrows(session: Session, member: Person) -> None:
    settle(session, {raised(session, text="Clinics stay open").pk: True})
    raised(session, text="Schools open", pillar=pillar_of(session.round, 1))
    browser = signed_in(member)
    assert "Clinics stay open" in words_of(browser.get(listing(session)))
    narrowed = words_of(browser.get(listing(session, "?state=raised&words=SCHOOLS")))
    assert "Schools open" in narrowed
    assert "Clinics stay open" not in narrowed
    assert browser.get(listing(session, "?state=nonsense&pillar=x")).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_the_same_queries_whatever_its_length(session: Session, member: Person, number: int) -> None:
    for n in range(number):
        raised(session, text=f"Point {n}")
    browser = signed_in(member)
    browser.get(listing(session))
    with CaptureQueriesContext(connection) as queries:
        browser.get(listing(session))
    assert len(queries) == 7


def test_s46_the_export_obeys_the_filter_names_nobody_and_holds_no_formula(session: Session, member: Person) -> None:
    raised(session, member, text="=1+1")
    raised(session, member, text="Schools open")
    browser = signed_in(member)
    table = browser.get(listing(session, "?format=csv")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert [row[-1] for row in rows[1:]] == ["'=1+1", "Schools open"]
    assert member.name not in table
    sheet = openpyxl.load_workbook(io.BytesIO(browser.get(listing(session, "?format=xlsx")).content)).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s", "n"}
    points = json.loads(browser.get(listing(session, "?format=json&words=schools")).content)
    assert [point["words"]["en"] for point in points] == ["Schools open"]


def test_a_points_page_shows_its_versions_with_what_changed(session: Session, member: Person) -> None:
    point = raised(session, text="Clinics stay open")
    reword_point(actor=leader(session), point=point, session=session, language="en", text="Clinics stay open at night",
                 seen=1)  # fmt: skip
    page = signed_in(member).get(page_of(point)).content.decode()
    assert "<ins>at night</ins>" in page


def test_a_points_page_shows_its_checks_with_reasons_and_no_names(session: Session, member: Person) -> None:
    point = raised(session, member)
    settle(session, {point.pk: False})
    page = signed_in(member).get(page_of(point))
    assert "Not like this." in words_of(page)
    assert "The room is divided." in words_of(page)
    assert member.name not in words_of(page).replace("Sign out", "")


def test_two_rewordings_at_once_show_both_texts(session: Session, rapporteur: Person) -> None:
    point = raised(session, text="Clinics stay open")
    browser = signed_in(rapporteur)
    first = {"language": "en", "text": "Clinics stay open at night", "seen": "1"}
    assert browser.post(page_of(point, "words/"), first).status_code == 302
    second = browser.post(page_of(point, "words/"), {**first, "text": "Clinics stay open in winter"})
    assert second.status_code == 409
    assert "Clinics stay open in winter" in second.content.decode()
    assert "Clinics stay open at night" in second.content.decode()
    again = {"language": "en", "text": "Open at night, in winter", "seen": "2"}
    assert browser.post(page_of(point, "words/"), again).status_code == 302


def test_a_translation_is_written_beside_the_original(session: Session, interpreter: Person, team: Person) -> None:
    point = raised(session, text="Clinics stay open")
    form = {"language": "ar", "text": "تبقى العيادات مفتوحة", "seen": "1"}
    browser = signed_in(team)
    assert browser.post(page_of(point, "words/"), form).status_code == 302
    point.refresh_from_db()
    assert point.content.state("ar") == "draft"
    assert browser.post(page_of(point, "translation/"), {"language": "ar"}).status_code == 302
    point.refresh_from_db()
    assert point.content.state("ar") == "current"


def test_the_rapporteur_moves_splits_withdraws_and_brings_back(session: Session, rapporteur: Person) -> None:
    point, other = raised(session, text="One"), raised(session, text="Two")
    browser, second = signed_in(rapporteur), pillar_of(session.round, 1)
    assert browser.post(page_of(point, "move/"), {"pillar": second.pk, "before": ""}).status_code == 302
    point.refresh_from_db()
    assert point.pillar == second
    assert browser.post(page_of(point, "step/"), {"verb": "withdraw"}).status_code == 302
    assert browser.post(page_of(point, "step/"), {"verb": "restore"}).status_code == 302
    parts = {"language": "en", "part-1": "One and a half", "part-2": "The other half"}
    assert browser.post(page_of(other, "split/"), parts).status_code == 302
    other.refresh_from_db()
    assert other.state == "split"
    assert browser.post(page_of(other, "step/"), {"verb": "burn"}).status_code == 404


def test_one_part_is_no_split_and_what_was_typed_stays(session: Session, rapporteur: Person) -> None:
    form = {"language": "en", "part-1": "All of it", "part-2": ""}
    answer = signed_in(rapporteur).post(page_of(raised(session), "split/"), form)
    assert answer.status_code == 422
    assert "All of it" in answer.content.decode()


def test_the_rapporteur_merges_after_choosing_which_one_goes_on(session: Session, rapporteur: Person) -> None:
    one, two = raised(session, text="One"), raised(session, text="Two")
    browser, form = signed_in(rapporteur), {"point": [key(one), key(two)]}
    assert "Which one goes on?" in words_of(browser.post(place(session, "merge/"), form))
    assert browser.post(place(session, "merge/"), {**form, "into": ""}).status_code == 422
    assert browser.post(place(session, "merge/"), {**form, "into": str(two.pk)}).status_code == 302
    one.refresh_from_db()
    assert one.merged_into == two
    assert browser.post(place(session, "merge/"), {"point": key(two)}).status_code == 422


def test_a_member_changes_their_own_point_and_nobody_elses(
    session: Session, member: Person, shielded_member: Person
) -> None:
    point = raised(session, member)
    form = {"language": "en", "text": "Said better", "seen": "1"}
    assert signed_in(shielded_member).post(page_of(point, "words/"), form).status_code == 403
    assert signed_in(member).post(page_of(point, "words/"), form).status_code == 302


def test_a_stranger_finds_neither_point_nor_list(session: Session, stranger: Person) -> None:
    point = raised(session)
    assert signed_in(stranger).get(page_of(point)).status_code == 404
    assert signed_in(stranger).get(listing(session)).status_code == 404
