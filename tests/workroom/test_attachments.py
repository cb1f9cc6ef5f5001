"""Files that go with a post: made harmless, handed out to who reads the thread, gone with the post."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from supportroom.files.cleaning import Cleaned
from supportroom.files.models import StoredFile
from supportroom.groups.actions import resign
from supportroom.groups.models import Seat
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.workroom.actions import remove_post
from supportroom.workroom.models import Attachment, Post, Thread
from tests.factories.personas import actor_of
from tests.factories.workroom import posted

SignIn = Callable[[Person], Client]
LAW = Cleaned("law.txt", "txt", b"Article 1")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    """A folder of files of this test's own."""
    settings.FILES_DIR = tmp_path
    return tmp_path


def lying(folder: Path) -> int:
    return len([path for path in folder.glob("*/*") if path.is_file()])


def picture() -> SimpleUploadedFile:
    drawn, content = Image.new("RGB", (8, 8)), BytesIO()
    exif = drawn.getexif()
    exif[0x013B] = "Photographed by Nour"
    drawn.save(content, "JPEG", exif=exif)
    return SimpleUploadedFile("square.jpg", content.getvalue())


def test_files_are_sent_with_a_post_and_made_harmless(thread: Thread, member: Person, sign_in: SignIn) -> None:
    browser, address = sign_in(member), f"/en/threads/{spell(thread.pk)}/"
    files = [picture(), SimpleUploadedFile("note.txt", "ملاحظة".encode())]
    assert browser.post(address, {"text": "", "files": files}).status_code == 302
    kept = {file.name: file for file in StoredFile.objects.all()}
    assert set(kept) == {"square.jpg", "note.txt"}
    page = browser.get(address).content.decode()
    assert "square.jpg" in page
    hung = Attachment.objects.get(file=kept["square.jpg"])
    answer = browser.get(f"/en/attachments/{spell(hung.pk)}/")
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert content.startswith(b"\xff\xd8")
    assert b"Nour" not in content
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_kind_that_is_not_taken_is_refused_and_the_words_stay(
    thread: Thread, member: Person, sign_in: SignIn
) -> None:
    sent = {"text": "Look at this", "files": [SimpleUploadedFile("run.exe", b"MZ")]}
    answer = sign_in(member).post(f"/en/threads/{spell(thread.pk)}/", sent)
    assert answer.status_code == 422
    assert b"Look at this" in answer.content
    assert not Post.objects.exists()


def test_too_many_files_are_refused(thread: Thread, member: Person, sign_in: SignIn) -> None:
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(6)]
    answer = sign_in(member).post(f"/en/threads/{spell(thread.pk)}/", {"text": "All", "files": files})
    assert answer.status_code == 422
    with pytest.raises(DomainError, match="too_many_files"):
        posted(thread, member, files=[LAW] * 6)
    assert not StoredFile.objects.exists()


def test_a_guessed_address_of_a_file_leads_nowhere(
    thread: Thread, member: Person, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    posted(thread, member, files=[LAW])
    address = f"/en/attachments/{spell(Attachment.objects.get().pk)}/"
    for persona in ("stranger", "office", "interpreter", "observer", "addressee"):
        assert sign_in(request.getfixturevalue(persona)).get(address).status_code == 404, persona
    assert Client().get(address).status_code == 302
    assert sign_in(member).get(f"/en/attachments/{spell(StoredFile.objects.get().pk)}/").status_code == 404
    for persona in ("rapporteur", "team"):
        assert sign_in(request.getfixturevalue(persona)).get(address).status_code == 200, persona


def test_who_gave_a_seat_up_gets_no_file(thread: Thread, member: Person, rapporteur: Person, sign_in: SignIn) -> None:
    posted(thread, rapporteur, files=[LAW])
    resign(actor=actor_of(member), seat=Seat.objects.get(group=thread.group, person=member))
    assert sign_in(member).get(f"/en/attachments/{spell(Attachment.objects.get().pk)}/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_files_bytes_go_with_its_post(thread: Thread, member: Person, folder: Path) -> None:
    post = posted(thread, member, files=[LAW, LAW])
    assert lying(folder) == 2
    remove_post(actor=actor_of(member), post=post)
    assert (Attachment.objects.count(), StoredFile.objects.count(), lying(folder)) == (0, 0, 0)
