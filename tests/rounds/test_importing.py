"""A list of participants: understood, refused row by row, confirmed whole or not at all."""

import io
import re
from collections.abc import Callable

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override
from time_machine import Traveller

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.people.actions import add_person
from supportroom.people.by_name import exactly_called
from supportroom.people.models import Organisation, Person
from supportroom.reading.reader import read_table
from supportroom.rounds.actions import import_participants
from supportroom.rounds.models import Participant, Round
from supportroom.rounds.queries import group_names, roll_about
from supportroom.rounds.roster import Entry, Roster, names_in, read_roster
from supportroom.rounds.sample import sample_csv, sample_xlsx
from supportroom.web.parcel import seal, unseal
from tests.factories.rounds import make_round

SignIn = Callable[[Person], Client]


def understood(draft: Round, text: str, encoding: str = "utf-8") -> Roster:
    grid = read_table("people.csv", text.encode(encoding))
    return read_roster(grid, group_names(draft), roll_about(draft, names_in(grid)))


def wrong(roster: Roster) -> list[tuple[int, str, str]]:
    return [(each.line, each.column, each.code) for each in roster.problems]


def test_a_list_in_arabic_is_understood(draft: Round) -> None:
    text = "الاسم,المنظمة,المجموعة,الجنس,مكان الإقامة\nسلمى المخترعة,جمعية الياسمين,المجموعة ١,أنثى,الشمال\n"
    (entry,) = understood(draft, text).entries
    assert (entry.name, entry.organisation, entry.gender, entry.residence) == (
        "سلمى المخترعة",
        "جمعية الياسمين",
        "woman",
        "الشمال",
    )
    assert entry.group_id == draft.groups.first().pk  # type: ignore[union-attr]


def test_letters_of_old_windows_are_understood(draft: Round) -> None:
    rows = "".join(f"سلمى المخترعة {number},جمعية الياسمين\n" for number in range(9))
    roster = understood(draft, "الاسم,المنظمة\n" + rows, "cp1256")
    assert len(roster.entries) == 9
    assert roster.entries[0].organisation == "جمعية الياسمين"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",Circle,Group 1,woman", (2, "name", "empty")),
        ("Rima,Circle,Group 9,woman", (2, "group", "no_such_group")),
        ("Rima,Circle,Group 1,queen", (2, "gender", "not_understood")),
        ('=HYPERLINK("http://x"),Circle,,', (2, "name", "formula")),
        ("Rima,@SUM(A1),,", (2, "organisation", "formula")),
        ("R" * 201 + ",,,", (2, "name", "too_long")),
        ("Participant 1 Invented,,,", None),
    ],
)
def test_each_thing_that_is_wrong_names_its_row_and_column(
    row: str, problem: tuple[int, str, str] | None, draft: Round
) -> None:
    roster = understood(draft, f"Name,Organisation,Group,Gender\n{row}\n")
    assert wrong(roster) == ([problem] if problem else [])


def test_a_list_without_names_says_so_at_its_head(draft: Round) -> None:
    assert wrong(understood(draft, "Who,Where\nRima,Amman\n")) == [(1, "name", "column_missing")]


def test_somebody_twice_in_a_list_is_told_with_both_rows(draft: Round) -> None:
    roster = understood(draft, "Name,Organisation\nأسماء,Circle\nRima,Circle\nاسماء ,circle\n")
    assert wrong(roster) == [(4, "name", "twice")]
    assert roster.problems[0].params == {"earlier": 2}


def test_the_roll_is_known_and_who_takes_part_already_is_left_out(draft: Round) -> None:
    known = add_person(actor=SYSTEM, name="Rima Known", organisation="Jasmine Circle")
    text = "Name,Organisation\nrima known,Jasmine Circle\nParticipant 1 Invented,\nNew Person,\n"
    roster = understood(draft, text)
    assert [entry.person_id for entry in roster.entries][0::2] == [known.pk, None]
    assert [entry.is_in for entry in roster.entries] == [False, True, False]
    assert len(roster.new) == 2


def test_two_on_the_roll_of_one_name_are_asked_about(draft: Round) -> None:
    for organisation in ("One", "Two"):
        add_person(actor=SYSTEM, name="Rima Same", organisation=organisation)
    assert wrong(understood(draft, "Name\nRima Same\n")) == [(2, "name", "ambiguous")]
    assert wrong(understood(draft, "Name,Organisation\nRima Same,Two\n")) == []


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_sample_is_understood_in_each_language(kind: str, language: str, draft: Round) -> None:
    with override(language):
        groups = [str(group.name.said_in(language)) for group in draft.groups.all()]
        content = sample_csv(groups) if kind == "csv" else sample_xlsx(groups, right_to_left=language == "ar")
        grid = read_table(f"sample.{kind}", content)
        roster = read_roster(grid, group_names(draft), roll_about(draft, names_in(grid)))
    assert wrong(roster) == []
    assert [entry.gender for entry in roster.entries] == ["woman", "man"]
    assert [entry.language for entry in roster.entries] == ["ar", "en"]
    assert all(entry.group_id for entry in roster.entries)


def upload(browser: Client, draft: Round, content: bytes, name: str = "people.csv") -> str:
    path = f"/en/rounds/{spell(draft.pk)}/participants/import/"
    answer = browser.post(path, {"file": SimpleUploadedFile(name, content)})
    return answer.content.decode()


def parcel_in(page: str) -> str:
    found = re.search(r'name="parcel" value="([^"]+)"', page)
    assert found, page
    return found[1]


def test_a_list_is_previewed_then_kept_and_sent_twice_counts_once(draft: Round, team: Person, sign_in: SignIn) -> None:
    browser, path = sign_in(team), f"/en/rounds/{spell(draft.pk)}/participants/import/"
    before = Person.objects.count()
    page = upload(browser, draft, b"Name,Organisation,Group,Gender\nRima New,Circle,Group 2,woman\nSami New,Circle,,\n")
    assert "2 people would be added." in page
    assert Person.objects.count() == before, "a preview keeps nothing"
    sent = {"parcel": parcel_in(page), "once": "form-1"}
    for _twice in range(2):
        assert browser.post(path, sent).status_code == 302
    assert Participant.objects.filter(round=draft).count() == 4
    assert Organisation.objects.filter(name="Circle").count() == 1
    (rima,) = [each for each in Participant.objects.all() if each.person.name == "Rima New"]
    assert (rima.gender, str(rima.group)) == ("woman", "Group 2")
    again = browser.post(path, {"parcel": sent["parcel"], "once": "form-2"})
    assert again.status_code == 302 or "already" in again.content.decode()


def test_nothing_is_kept_of_a_list_with_one_wrong_row(draft: Round, team: Person, sign_in: SignIn) -> None:
    page = upload(sign_in(team), draft, b"Name,Gender\nRima New,woman\nSami New,king\n")
    assert "Row 3, Gender: “king” is not understood here" in page.replace("&#34;", '"')
    assert 'name="parcel"' not in page
    assert exactly_called("Rima New") == []


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "people.csv"),
        (b"PK\x03\x04 broken", "people.xlsx"),
        (b"%PDF-1.7", "people.pdf"),
        (b"%PDF-1.7", "people.csv"),
        (b"Name\n" + b"Rima\n" * 5001, "people.csv"),
        (b"\x00\x01\x02\x03" * 50, "people.csv"),
        (b"Name\n" + b"x" * (5 * 1024 * 1024), "people.csv"),
    ],
    ids=["empty", "broken", "pdf", "lies", "5001 rows", "binary", "too large"],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    content: bytes, name: str, draft: Round, team: Person, sign_in: SignIn
) -> None:
    page = upload(sign_in(team), draft, content, name)
    assert 'role="alert"' in page
    assert 'name="parcel"' not in page


def test_no_file_at_all_is_refused(draft: Round, team: Person, sign_in: SignIn) -> None:
    answer = sign_in(team).post(f"/en/rounds/{spell(draft.pk)}/participants/import/", {"once": "x"})
    assert answer.status_code == 422


def test_five_thousand_people_are_previewed_and_kept(draft: Round, team: Person, sign_in: SignIn) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["Name", "Organisation"])
    for number in range(5000):
        sheet.append([f"Person {number}", f"Circle {number % 40}"])
    content = io.BytesIO()
    book.save(content)
    browser = sign_in(team)
    page = upload(browser, draft, content.getvalue(), "people.xlsx")
    assert "The first 200 of 5000 are shown." in page
    answer = browser.post(
        f"/en/rounds/{spell(draft.pk)}/participants/import/", {"parcel": parcel_in(page), "once": "form"}
    )
    assert answer.status_code == 302
    assert Participant.objects.filter(round=draft).count() == 5002


def test_a_preview_is_good_for_two_hours_and_its_own_round_alone(draft: Round, clock: Traveller) -> None:
    parcel = seal(draft, [Entry(line=2, name="Rima").as_row()])
    assert unseal(draft, parcel, "rounds.preview_over")[0]["name"] == "Rima"
    other = make_round(others=0, running=False)
    for of, sealed in ((other, parcel), (draft, parcel[:-3] + "abc"), (draft, "")):
        with pytest.raises(DomainError, match=r"rounds\.preview_over"):
            unseal(of, sealed, "rounds.preview_over")
    clock.shift(2 * 60 * 60 + 1)
    with pytest.raises(DomainError, match=r"rounds\.preview_over"):
        unseal(draft, parcel, "rounds.preview_over")


def test_all_or_none_are_kept_when_somebody_was_added_meanwhile(draft: Round) -> None:
    inside = draft.participants.first()
    assert inside
    with pytest.raises(DomainError, match=r"rounds\.already_in"):
        import_participants(actor=SYSTEM, round=draft, rows=[{"name": "New"}, {"person_id": inside.person_id}])
    with pytest.raises(DomainError, match=r"rounds\.nothing_to_import"):
        import_participants(actor=SYSTEM, round=draft, rows=[])


@pytest.mark.django_db(transaction=True)
def test_a_refused_list_leaves_no_person_behind(room: None) -> None:
    draft = make_round(others=1, running=False)
    inside = draft.participants.get()
    before = Person.objects.count()
    with pytest.raises(DomainError, match=r"rounds\.already_in"):
        import_participants(actor=SYSTEM, round=draft, rows=[{"name": "New"}, {"person_id": inside.person_id}])
    assert Person.objects.count() == before


@pytest.mark.parametrize("persona", ["member", "office", "stranger"])
def test_nobody_but_the_team_brings_lists(
    persona: str, draft: Round, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    browser = sign_in(request.getfixturevalue(persona))
    for page in ("import/", "sample.csv", "sample.xlsx", "new/"):
        assert browser.get(f"/en/rounds/{spell(draft.pk)}/participants/{page}").status_code == 404
