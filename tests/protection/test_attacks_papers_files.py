"""Files that lie or name somebody, through the forms that people use: what is handed out again names nobody."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.comments.models import Comment
from supportroom.files.models import StoredFile
from supportroom.kernel.once import fresh_key
from supportroom.library.models import Source
from supportroom.people.models import Person
from supportroom.workroom.models import Attachment
from tests.comments.test_files import WORD, a_file
from tests.factories.comments import in_comment
from tests.factories.files import CANARY, a_docx, a_jpeg
from tests.factories.groups import a_group_at_work
from tests.factories.library import a_source
from tests.factories.pdfs import a_pdf
from tests.factories.workroom import a_thread
from tests.files.test_cleaning import REFUSED

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
SignIn = Callable[[Person], Client]
LIES = [name for name in REFUSED if name not in {"too large", "a zip bomb"}]


def to(name: str, *parts: Any) -> str:
    with override("en"):
        return reverse(name, args=parts)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    """Keep files where nothing stays."""
    settings.FILES_DIR = tmp_path / "files"
    return tmp_path


def brought(client: Client, address: str, content: bytes, name: str, field: str = "file", **more: str) -> Any:
    return client.post(address, {"once": fresh_key(), field: SimpleUploadedFile(name, content), **more})


def inside(content: bytes) -> bytes:
    """Give the bytes of a file with those of what is packed in it."""
    if content[:2] != b"PK":
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"".join(name.encode() + package.read(name) for name in package.namelist())


@pytest.mark.parametrize("what", LIES)
def test_s30_a_file_that_lies_comes_in_by_no_form(what: str, rapporteur: Person, sign_in: SignIn, room: Any) -> None:
    name, content, _code = REFUSED[what]
    group = a_group_at_work(rapporteur)
    source, thread = a_source(group), a_thread(group)
    client = sign_in(rapporteur)
    forms = [
        (to("library:file_attach", source.pk), "file"),
        (to("workroom:thread_detail", thread.pk), "files"),
    ]
    for address, field in forms:
        answer = brought(client, address, content, name, field, text="Look")
        assert answer.status_code == 422, address
    assert not StoredFile.objects.exists()
    assert Source.objects.get().file is None


@pytest.mark.parametrize(("name", "content"), [("law.docx", a_docx()), ("law.pdf", a_pdf()), ("law.jpg", a_jpeg())])
def test_s31_what_is_handed_out_again_names_nobody(  # noqa: PLR0917
    name: str, content: bytes, rapporteur: Person, facilitator: Person, sign_in: SignIn, room: Any
) -> None:
    group = a_group_at_work(rapporteur, facilitator)
    source, thread = a_source(group), a_thread(group)
    client = sign_in(rapporteur)
    assert CANARY.encode() in inside(content)
    brought(client, to("library:file_attach", source.pk), content, name)
    brought(client, to("workroom:thread_detail", thread.pk), content, name, "files", text="Look")
    attached = Attachment.objects.get()
    reader = sign_in(facilitator)
    for address in (to("library:source_file", source.pk), to("workroom:attachment_detail", attached.pk)):
        answer = reader.get(address)
        given = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
        assert given[:2] == content[:2]
        assert CANARY.encode() not in inside(given)
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_s33_a_file_of_another_group_is_handed_to_nobody(
    rapporteur: Person, facilitator: Person, office: Person, observer: Person, sign_in: SignIn
) -> None:
    group = a_group_at_work(rapporteur)
    a_group_at_work(facilitator, title="Another group")
    source, thread = a_source(group), a_thread(group)
    client = sign_in(rapporteur)
    brought(client, to("library:file_attach", source.pk), b"Plain words.", "law.txt")
    brought(client, to("workroom:thread_detail", thread.pk), b"Plain words.", "law.txt", "files", text="Look")
    addresses = [to("library:source_file", source.pk), to("workroom:attachment_detail", Attachment.objects.get().pk)]
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    for person in (facilitator, office, observer):
        other = sign_in(person)
        assert [other.get(address).status_code for address in addresses] == [404, 404]
    visitor = Client()
    assert {visitor.get(address).status_code for address in addresses} == {302}


@pytest.mark.parametrize("what", ["macros under another name", "entities from outside", "half a Word document"])
def test_a_file_of_comments_that_lies_leaves_no_comment(
    what: str, clock: Any, rapporteur: Person, member: Person, sign_in: SignIn
) -> None:
    name, content, _code = REFUSED[what]
    window = in_comment(rapporteur)
    address = to("comments:file_import", window.paper_id)
    assert brought(sign_in(member), address, content, name, language="en").status_code == 422
    assert not Comment.objects.exists()


def test_the_name_in_a_file_of_comments_reaches_no_page(
    clock: Any, rapporteur: Person, member: Person, sign_in: SignIn
) -> None:
    window = in_comment(rapporteur)
    address = to("comments:file_import", window.paper_id)
    content = a_file((WORD, "Say it more plainly."), author=CANARY, track="registers")
    answer = brought(sign_in(member), address, content, "mine.docx", language="en")
    assert answer.status_code == 200
    assert b"Say it more plainly." in answer.content
    assert CANARY.encode() not in answer.content
