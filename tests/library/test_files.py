"""A source's file on its way in and out: cleaned, kept, handed to who reads the library and to nobody else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from supportroom.files.cleaning import clean
from supportroom.files.keeping import path_of
from supportroom.files.models import StoredFile
from supportroom.files.vocabulary import MOST_BYTES
from supportroom.groups.actions import resign
from supportroom.groups.models import WorkingGroup
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.library.actions import attach_file
from supportroom.library.models import Source
from supportroom.people.models import Person
from tests.factories.files import CANARY, a_docx, a_jpeg
from tests.factories.personas import actor_of

SignIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    """An empty folder of files for each test."""
    settings.FILES_DIR = tmp_path / "files"
    return tmp_path / "files"


def brought(name: str, content: bytes) -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, content)}


def test_s33_a_file_is_attached_cleaned_and_handed_out(source: Source, member: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(member), f"/ar/sources/{spell(source.pk)}/"
    answer = browser.post(f"{page}file/attach/", brought("مسودة الجلسة.docx", a_docx()))
    assert answer.status_code == 302
    shown = browser.get(page.replace("/ar/", "/en/")).content.decode()
    assert "Taken out of it before it was kept" in shown
    assert "tracked changes" in shown
    handed = browser.get(f"{page}file/")
    content = b"".join(handed.streaming_content)  # type: ignore[attr-defined]
    assert content.startswith(b"PK")
    assert CANARY.encode() not in content
    assert handed["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in handed["Content-Security-Policy"]
    assert handed["Content-Disposition"] == (
        "attachment; filename=\"file.docx\"; filename*=UTF-8''"
        "%D9%85%D8%B3%D9%88%D8%AF%D8%A9%20%D8%A7%D9%84%D8%AC%D9%84%D8%B3%D8%A9.docx"
    )
    assert "no-store" in handed["Cache-Control"]
    assert int(handed["Content-Length"]) == len(content)


@pytest.mark.parametrize(
    ("persona", "status"),
    [("member", 200), ("team", 200), ("interpreter", 200), ("stranger", 404), ("office", 404), ("observer", 404),
     ("addressee", 404), ("shielded_member", 404)],
)  # fmt: skip
def test_s33_the_file_is_handed_to_who_reads_the_library(  # noqa: PLR0917
    persona: str, status: int, source: Source, member: Person, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    attach_file(actor=actor_of(member), source=source, file=clean("a.txt", b"x"))
    browser = sign_in(request.getfixturevalue(persona))
    assert browser.get(f"/en/sources/{spell(source.pk)}/file/").status_code == status
    assert Client().get(f"/en/sources/{spell(source.pk)}/file/").status_code == 302
    stored = StoredFile.objects.get()
    for guess in (f"/files/{stored.stored}", f"/static/{stored.stored}", f"/en/sources/{spell(stored.pk)}/file/"):
        assert browser.get(guess).status_code == 404


def test_s33_who_left_the_group_gets_the_file_no_more(
    group: WorkingGroup, source: Source, member: Person, sign_in: SignIn
) -> None:
    attach_file(actor=actor_of(member), source=source, file=clean("a.txt", b"x"))
    browser, page = sign_in(member), f"/en/sources/{spell(source.pk)}/file/"
    assert browser.get(page).status_code == 200
    resign(actor=actor_of(member), seat=group.seats.get(person=member))
    assert browser.get(page).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("page.html", b"<script>", "is not taken"),
        ("picture.png", b"<svg onload=alert(1)>", "its content is of another kind"),
        ("law.docx", a_docx(others={"word/vbaProject.bin": b"x"}), "holds macros"),
        ("law.pdf", b"", "empty"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_reason(  # noqa: PLR0917
    name: str, content: bytes, words: str, source: Source, member: Person, sign_in: SignIn
) -> None:
    answer = sign_in(member).post(f"/en/sources/{spell(source.pk)}/file/attach/", brought(name, content))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_large_file_is_taken_on_this_page_and_one_larger_than_all_is_told_so(
    source: Source, member: Person, sign_in: SignIn
) -> None:
    browser, page = sign_in(member), f"/en/sources/{spell(source.pk)}/file/attach/"
    photo = a_jpeg() + b"\0" * (8 * 1024 * 1024)
    assert browser.post(page, brought("photo.jpg", photo)).status_code == 302
    browser.post(page.replace("attach", "take-off"))
    answer = browser.post(page, brought("photo.jpg", photo + b"\0" * MOST_BYTES))
    assert answer.status_code == 422
    assert "larger than 20 MB" in answer.content.decode()


def test_other_forms_take_no_large_file(group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    page = f"/en/groups/{spell(group.pk)}/library/import/"
    answer = sign_in(member).post(page, brought("library.ris", b"x" * (7 * 1024 * 1024)))
    assert answer.status_code == 422
    assert "Choose a file" in answer.content.decode()


def test_s30_a_visitor_cannot_fill_the_memory(source: Source) -> None:
    answer = Client().post(f"/en/sources/{spell(source.pk)}/file/attach/", brought("a.jpg", b"x" * (8 * 1024 * 1024)))
    assert answer.status_code == 302
    assert "sign-in" in answer["Location"]


def test_one_file_a_source_and_it_can_be_taken_off(
    source: Source, member: Person, sign_in: SignIn, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    attach_file(actor=actor_of(member), source=source, file=clean("a.txt", b"x"))
    with pytest.raises(DomainError, match=r"library\.has_file"):
        attach_file(actor=actor_of(member), source=source, file=clean("b.txt", b"y"))
    path = path_of(StoredFile.objects.get().stored)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        sign_in(member).post(f"/en/sources/{spell(source.pk)}/file/take-off/")
    assert not path.exists()
    assert not StoredFile.objects.exists()
    assert sign_in(member).get(f"/en/sources/{spell(source.pk)}/file/").status_code == 404


def test_the_same_form_twice_keeps_one_file(source: Source, member: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(member), f"/en/sources/{spell(source.pk)}/file/attach/"
    for _time in range(2):
        assert browser.post(page, {**brought("a.txt", b"x"), "once": "one-key"}).status_code == 302
    assert StoredFile.objects.count() == 1


def test_s32_a_file_that_waits_for_the_scanner_is_not_handed_out(
    source: Source, member: Person, sign_in: SignIn, settings: Settings
) -> None:
    settings.CLAMD = "/nowhere/clamd.sock"
    browser, page = sign_in(member), f"/en/sources/{spell(source.pk)}/"
    browser.post(f"{page}file/attach/", brought("a.txt", b"x"))
    assert "waits for the scanner" in browser.get(page).content.decode()
    assert browser.get(f"{page}file/").status_code == 422


def test_a_file_whose_bytes_are_lost_is_missing(source: Source, member: Person, sign_in: SignIn) -> None:
    attach_file(actor=actor_of(member), source=source, file=clean("a.txt", b"x"))
    path_of(StoredFile.objects.get().stored).unlink()
    assert sign_in(member).get(f"/en/sources/{spell(source.pk)}/file/").status_code == 404
