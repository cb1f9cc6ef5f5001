"""From a name and bytes to a harmless copy: what is refused, what the child may not do, what the scanner says."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pytest_django import Settings

from supportroom.files import asking
from supportroom.files.cleaning import Cleaned, clean, plain_name
from supportroom.files.vocabulary import CLEAN, MOST_BYTES, QUARANTINED, REMOVED, removed_words
from supportroom.kernel.errors import DomainError
from tests.factories.files import BODY, CANARY, EICAR, a_docx, a_jpeg, a_pixel_flood, a_png, part, zipped
from tests.factories.pdfs import a_pdf

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
XXE = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml")
        archive.writestr("word/document.xml", b" " * 60_000_000)
    return file.getvalue()


def linked() -> bytes:
    """An archive with a symbolic link in it, and a part that would land outside."""
    link = zipfile.ZipInfo("word/link")
    link.external_attr = 0o120777 << 16
    file = io.BytesIO(a_docx())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("../../../../tmp/outside", CANARY)
    return file.getvalue()


REFUSED = {
    "an SVG with a script": ("picture.svg", SVG, "files.kind"),
    "an SVG that says it is a PNG": ("picture.png", SVG, "reading.lies"),
    "a page of HTML": ("page.html", b"<html>", "files.kind"),
    "a page that says it is a PDF": ("law.pdf", b"<html>%PDF-1.4", "reading.lies"),
    "a program": ("setup.exe", b"MZ\x90", "files.kind"),
    "a program that says it is a text": ("notes.txt", b"MZ\x90\x00\x03" + bytes(range(256)) * 9, "reading.lies"),
    "two endings": ("law.pdf.exe", a_pdf(), "files.kind"),
    "no ending": ("law", b"%PDF-", "files.kind"),
    "nothing": ("law.pdf", b"", "reading.empty"),
    "a PDF with a beginning only": ("law.pdf", b"%PDF-1.7\n", "reading.broken"),
    "a locked PDF": ("law.pdf", a_pdf(password="secret"), "reading.encrypted"),
    "a Word document of before": ("law.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "reading.legacy"),
    "a Word document with macros": ("law.docm", b"PK\x03\x04", "reading.macros"),
    "macros under another name": ("law.docx", a_docx(others={"word/vbaProject.bin": b"x"}), "reading.macros"),
    "a locked Word document": ("law.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
                               "reading.encrypted"),
    "an archive of something else": ("law.docx", zipped({"a.txt": "x"}), "reading.lies"),
    "entities from outside": ("law.docx", a_docx(others={"word/document.xml": XXE}), "reading.unsafe"),
    "a zip bomb": ("law.docx", bomb(), "reading.bomb"),
    "a pixel flood": ("picture.png", a_pixel_flood(), "files.too_many_pixels"),
    "a picture cut short": ("picture.jpg", a_jpeg()[:400], "reading.broken"),
    "half a Word document": ("law.docx", a_docx()[:3000], "reading.broken"),
    "too large": ("law.pdf", b"%PDF-" + b"0" * MOST_BYTES, "files.too_large"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_s30_what_is_refused_is_refused_for_its_reason_and_the_next_file_is_cleaned(what: str) -> None:
    name, content, code = REFUSED[what]
    with pytest.raises(DomainError) as refused:
        clean(name, content)
    assert refused.value.code == code
    assert refused.value.wording != code
    assert clean("notes.txt", b"still at work").content == b"still at work"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("polyglot.pdf", a_pdf() + zipped({"x.html": SVG})),
        ("polyglot.png", a_png() + SVG),
        ("polyglot.jpg", a_jpeg() + b"<?php echo 1;"),
        ("slip.docx", linked()),
        ("page.txt", b"<html><script>alert(1)</script>"),
    ],
)
def test_s30_what_is_two_things_at_once_comes_out_as_one(name: str, content: bytes) -> None:
    cleaned = clean(name, content)
    assert cleaned.state == CLEAN
    if not name.endswith("txt"):  # a text stays a text: it is handed out as one
        assert b"<script" not in cleaned.content
        assert b"<?php" not in cleaned.content
        assert b"x.html" not in cleaned.content
    assert not Path("/tmp/outside").exists()


def test_s31_a_word_document_is_cleaned_in_the_child_and_tells_what_was_removed() -> None:
    cleaned = clean("مسودة المياه.docx", a_docx())
    assert (cleaned.name, cleaned.kind) == ("مسودة المياه.docx", "docx")
    assert CANARY.encode() not in cleaned.content
    assert len(removed_words(cleaned.removed)) == len(cleaned.removed)
    assert cleaned.removed == tuple(sorted(cleaned.removed))
    assert repr(cleaned) == repr(clean("مسودة المياه.docx", a_docx()))
    assert CANARY not in repr(cleaned)


def test_every_code_has_words() -> None:
    assert removed_words(["author", "nothing of ours"]) == [str(REMOVED["author"])]


@pytest.mark.parametrize(
    ("brought", "shown"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\Salma\\law.TXT", "law.txt"),
        ('a"b<c>|d?.txt', "a b c d.txt"),
        ("قانون\u202etxt.txt", "قانونtxt.txt"),
        ("....txt", "file.txt"),
        ("x" * 300 + ".txt", "x" * 116 + ".txt"),
        ("line\nbreak\r.txt", "line break.txt"),
    ],
)
def test_a_name_is_made_plain(brought: str, shown: str) -> None:
    assert plain_name(brought, "txt") == shown


def in_child(code: str) -> str:
    """Run lines in a process that was confined as the child is."""
    root = Path(asking.CHILD).parents[2]
    lines = f"import sys; sys.path.insert(0, {str(root)!r})\n"
    lines += "from supportroom.files.child import confine\nlost = confine()\n"
    done = subprocess.run([sys.executable, "-I", "-c", lines + code], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_s30_the_child_may_neither_eat_memory_nor_write_files() -> None:
    assert "MemoryError" in in_child("bytearray(700_000_000)")
    assert "File too large" in in_child("open('/tmp/supportroom-test-file', 'w').write('x' * 10_000)")
    Path("/tmp/supportroom-test-file").unlink()


def test_s30_the_child_has_no_network_where_the_system_lets_it_lose_it() -> None:
    told = in_child(
        "import socket\nprint('lost' if lost else 'kept')\n"
        "try:\n    socket.create_connection(('127.0.0.1', 9), 1)\n"
        "except OSError as error:\n    print(error.errno)\n"
    )
    assert told.split() in (["lost", "101"], ["kept", "111"])


def test_s30_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "child.py"
    slow.write_text("import time; time.sleep(30)")
    monkeypatch.setattr(asking, "CHILD", slow)
    monkeypatch.setattr(asking, "CHILD_SECONDS", 0.5)
    with pytest.raises(DomainError, match=r"files\.too_heavy"):
        clean("a.txt", b"x")


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("import os; os.abort()", "files.too_heavy"),
        ("raise SystemExit(3)", "reading.broken"),
        ("pass", "reading.broken"),
    ],
)
def test_s30_a_child_that_dies_is_a_refusal(
    code: str, answer: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    child = tmp_path / "child.py"
    child.write_text(code)
    monkeypatch.setattr(asking, "CHILD", child)
    with pytest.raises(DomainError, match=answer):
        clean("a.txt", b"x")


def test_a_third_file_at_once_waits_and_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "WAIT_SECONDS", 0.05)
    with asking._a_place(), asking._a_place(), pytest.raises(DomainError, match=r"files\.busy"):
        clean("a.txt", b"x")
    assert clean("a.txt", b"x").content == b"x"


def test_s32_the_scanner_sees_the_file_before_and_after(scanner: list[int]) -> None:
    cleaned = clean("a.docx", a_docx())
    assert cleaned.state == CLEAN
    assert scanner == [len(a_docx()), len(cleaned.content)]


@pytest.mark.usefixtures("scanner")
@pytest.mark.parametrize(("name", "content"), [("a.txt", EICAR), ("a.pdf", a_pdf() + EICAR)])
def test_s32_what_the_scanner_finds_is_not_kept(name: str, content: bytes) -> None:
    with pytest.raises(DomainError, match=r"files\.infected"):
        clean(name, content)


@pytest.mark.parametrize("place", ["/nowhere/clamd.sock", "127.0.0.1:9"])
def test_s32_a_scanner_that_does_not_answer_lets_nothing_through(place: str, settings: Settings) -> None:
    settings.CLAMD = place
    assert clean("a.txt", b"x").state == QUARANTINED


def test_s32_without_a_scanner_nothing_waits() -> None:
    assert clean("a.txt", b"x") == Cleaned("a.txt", "txt", b"x")


def test_the_parts_of_a_document_are_as_word_writes_them() -> None:
    assert part("document", BODY).startswith("<?xml")
