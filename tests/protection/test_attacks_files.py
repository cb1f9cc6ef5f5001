"""Files that are not what they say, brought through the pages themselves: a sentence, and the form stays as it was."""

import html
import io
import zipfile
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.kernel.errors import DomainError
from supportroom.people.models import Account, Person
from supportroom.points.models import Point
from supportroom.rounds.models import Participant, Session
from tests.architecture.conftest import signed_in
from tests.factories.rounds import open_a_session
from tests.reading.samples import sheet_file, with_parts, word_file

pytestmark = pytest.mark.django_db


def bomb() -> bytes:
    """A small archive whose one part is 60 MB of nothing."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * (60 << 20))
        archive.writestr("xl/workbook.xml", b"0" * (1 << 20))
    return content.getvalue()


def macro() -> bytes:
    """A text with a program in it."""
    plain = word_file(lambda document: document.add_paragraph("x"))
    return with_parts(plain, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


HOSTILE = {
    "six megabytes": ("list.csv", b"Name\n" + b"Rana,\n" * (1 << 20)),
    "fifty thousand rows": ("list.csv", b"Name\n" + b"Rana\n" * 50_001),
    "a program that says it is a list": ("list.csv", b"MZ\x90\x00" + bytes(range(256)) * 50),
    "a program that says it is a sheet": ("list.xlsx", b"\x7fELF" + bytes(300)),
    "a picture that says it is a text": ("text.docx", b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "a PDF": ("list.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"),
    "a bomb as a text": ("text.docx", bomb()),
    "a bomb as a sheet": ("list.xlsx", bomb()),
    "an empty file": ("list.csv", b""),
    "a broken sheet": ("list.xlsx", sheet_file([["Name"], ["Rana"]])[:400]),
    "no name at all": ("list", b"\x00\x00\x00\x00"),
    "a page": ("list.html", b"<script>alert(1)</script>"),
}


@pytest.fixture
def session(facilitator: Person, member: Person) -> Session:
    return open_a_session(facilitator, people=[member], others=2)


def of(person: Person) -> Client:
    return signed_in(Account.objects.get(person=person))


def to(name: str, part: int, language: str = "en") -> str:
    with override(language):
        return reverse(name, args=[part])


def brought(client: Client, place: str, name: str, content: bytes) -> Any:
    return client.post(place, {"file": SimpleUploadedFile(name, content), "language": "ar"})


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_list_that_is_none_is_refused_with_a_sentence(
    kind: str, language: str, session: Session, team: Person
) -> None:
    before = Participant.objects.count()
    answer = brought(of(team), to("rounds:participant_import", session.round_id, language), *HOSTILE[kind])
    assert answer.status_code == 422
    assert Participant.objects.count() == before
    text = answer.content.decode()
    assert "<script>alert" not in text
    assert 'type="file"' in text or "problem" in text, "one can try again at once"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_list_that_is_too_large_is_not_called_missing(language: str, session: Session, team: Person) -> None:
    place = to("rounds:participant_import", session.round_id, language)
    text = brought(of(team), place, *HOSTILE["six megabytes"]).content.decode()
    with override(language):
        assert DomainError("reading.too_large", limit=5).wording in html.unescape(text)
        assert str(forms.Field.default_error_messages["required"]) not in text


@pytest.mark.parametrize("kind", sorted(set(HOSTILE) - {"fifty thousand rows"}))
def test_a_text_that_is_none_is_refused_and_the_language_chosen_stays(
    kind: str, session: Session, facilitator: Person
) -> None:
    answer = brought(of(facilitator), to("points:point_import", session.pk), *HOSTILE[kind])
    assert answer.status_code == 422
    assert not Point.objects.exists()
    assert '<option value="ar" selected' in answer.content.decode()


def test_fifty_thousand_lines_of_points_do_not_fill_a_page(session: Session, facilitator: Person) -> None:
    answer = brought(of(facilitator), to("points:point_import", session.pk), "points.txt", b"- point\n" * 50_001)
    assert answer.status_code in (200, 422)
    assert answer.content.count(b'name="text-') <= 1500


def test_s34_a_program_inside_a_text_is_left_behind(session: Session, facilitator: Person) -> None:
    answer = brought(of(facilitator), to("points:point_import", session.pk), "minutes.docx", macro())
    assert answer.status_code in (200, 422)
    assert b"vbaProject" not in answer.content


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "windows-1256"])
def test_a_list_in_another_encoding_is_read(encoding: str, session: Session, team: Person) -> None:
    words = "الاسم;المنظمة\nرنا المخترعة;دائرة الزيتون\n"
    content = (b"\xff\xfe" if encoding == "utf-16-le" else b"") + words.encode(encoding)
    answer = brought(of(team), to("rounds:participant_import", session.round_id, "ar"), "قائمة.csv", content)
    assert answer.status_code == 200
    assert "رنا المخترعة" in answer.content.decode()


def test_s34_hidden_controls_and_formulas_in_a_list_become_no_name(session: Session, team: Person) -> None:
    content = 'Name\n=HYPERLINK("http://evil.example")\n\u202eRana\x00 Invented\n'.encode()
    answer = brought(of(team), to("rounds:participant_import", session.round_id), "list.csv", content)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "\u202e" not in text
    assert "\x00" not in text
    assert 'href="http://evil.example' not in text


def test_a_file_whose_name_is_a_path_or_markup_does_no_harm(session: Session, team: Person) -> None:
    for name in ("../../secret_key.csv", "<b>x</b>.csv", "a\x00.csv", "x" * 5000 + ".csv"):
        answer = brought(of(team), to("rounds:participant_import", session.round_id), name, b"Name\nRana Invented\n")
        assert answer.status_code in (200, 422)
        assert b"<b>x</b>" not in answer.content
