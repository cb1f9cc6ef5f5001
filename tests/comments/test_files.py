"""A Word file with comments: matched by words, looked through, kept as a whole or not at all; no name is read."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from supportroom.comments.docx_comments import comments_in
from supportroom.comments.models import Comment, CommentWindow
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from tests.factories.comments import paragraph_of

SignIn = Callable[[Person], Client]
DAY = 24 * 3600
WORD = "Paragraph 2: an association that asks for registers waits for 14 days."


def a_file(*remarks: tuple[str, str], author: str = "Salma Warda-Invented", track: str = "") -> bytes:
    """Build a Word file: each remark is a paragraph and the comment on it, or no comment where it is empty."""
    document = Document()
    for words, said in remarks:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(words)
        if said:
            document.add_comment(run, text=said, author=author, initials="SW")
    document.core_properties.author = author
    packed = io.BytesIO()
    document.save(packed)
    return _tracked(packed.getvalue(), track) if track else packed.getvalue()


def _tracked(content: bytes, word: str) -> bytes:
    """Strike a word out and put `nine` in, as tracked changes."""
    old, new = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    author = 'w:author="Salma Warda-Invented"'
    struck = f'<w:del w:id="91" {author}><w:r><w:delText xml:space="preserve">{word}</w:delText></w:r></w:del>'
    put_in = f'<w:ins w:id="92" {author}><w:r><w:t>nine</w:t></w:r></w:ins>'
    change = f'</w:t></w:r>{struck}{put_in}<w:r><w:t xml:space="preserve">'
    with zipfile.ZipFile(new, "w") as packed:
        for name in old.namelist():
            part = old.read(name).decode() if name == "word/document.xml" else old.read(name)
            packed.writestr(name, part.replace(word, change) if isinstance(part, str) else part)
    return new.getvalue()


def page_of(window: CommentWindow) -> str:
    return f"/en/papers/{spell(window.paper_id)}/comments/file/"


def sent(browser: Client, window: CommentWindow, content: bytes, name: str = "mine.docx") -> Any:
    upload = SimpleUploadedFile(name, content)
    return browser.post(page_of(window), {"file": upload, "language": "en"})


def confirmed(page: str, **changed: str) -> dict[str, str]:
    """Give what the preview's form would send."""
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    fields |= dict(re.findall(r'<input type="checkbox" name="([^"]+)"( checked)', page))
    fields |= dict(re.findall(r'<textarea [^>]*name="([^"]+)"[^>]*>([^<]*)<', page))
    for name, options in re.findall(r'<select [^>]*name="([^"]+)">(.*?)</select>', page):
        chosen = re.search(r'value="([^"]*)" selected', options)
        fields[name] = chosen[1] if chosen else ""
    return {**fields, "naming": "hidden", **changed}


@pytest.fixture
def browser(member: Person, sign_in: SignIn) -> Client:
    """The member's browser."""
    return sign_in(member)


def test_a_file_is_shown_first_and_then_kept(window: CommentWindow, browser: Client) -> None:
    content = a_file((WORD, "Say how you know."), ("Something of my own.", "And what of this?"), ("Nothing said.", ""))
    preview = sent(browser, window, content)
    page = preview.content.decode()
    assert preview.status_code == 200
    assert not Comment.objects.exists()
    assert "Say how you know." in page
    assert "No paragraph of the version in comment has these words" in page
    assert "Salma" not in page
    assert browser.post(page_of(window), confirmed(page)).status_code == 302
    one, two = Comment.objects.all()
    assert (one.paragraph, one.paragraph_shown, str(one.text), one.came) == (
        paragraph_of(window, 2), 2, "Say how you know.", "file",
    )  # fmt: skip
    assert (two.paragraph, str(two.text)) == (None, "And what of this?")
    assert not one.is_named


def test_a_tracked_change_becomes_other_words(window: CommentWindow, browser: Client) -> None:
    content = a_file((WORD, ""), track="waits")
    page = sent(browser, window, content).content.decode()
    assert "The wording is changed in the file." in page
    browser.post(page_of(window), confirmed(page))
    made = Comment.objects.get()
    assert (made.paragraph_shown, str(made.proposed)) == (2, WORD.replace("waits", "nine"))


def test_the_text_that_is_taken_along_comes_back(window: CommentWindow, browser: Client) -> None:
    taken = browser.get(f"/ar/papers/{spell(window.paper_id)}/comments/text.docx")
    document = Document(io.BytesIO(taken.content))
    target = next(each for each in document.paragraphs if "14 يوماً" in each.text)
    document.add_comment(target.runs[0], text="أوضحوا ذلك", author="Somebody", initials="S")
    packed = io.BytesIO()
    document.save(packed)
    page = sent(browser, window, packed.getvalue()).content.decode()
    browser.post(page_of(window), confirmed(page, language="ar"))
    made = Comment.objects.get()
    assert (made.paragraph_shown, made.text.original, str(made.text)) == (2, "ar", "أوضحوا ذلك")


def test_a_paragraph_whose_words_were_touched_is_still_found(window: CommentWindow, browser: Client) -> None:
    page = sent(browser, window, a_file((f"2. {WORD.replace('registers', 'lists')}", "Found?"))).content.decode()
    assert "are the same" in page
    browser.post(page_of(window), confirmed(page))
    assert Comment.objects.get().paragraph_shown == 2


def test_what_is_left_out_is_not_kept(window: CommentWindow, browser: Client) -> None:
    page = sent(browser, window, a_file((WORD, "One"), (WORD, "Two"))).content.decode()
    fields = confirmed(page)
    del fields["keep-1"]
    browser.post(page_of(window), fields)
    assert [str(each.text) for each in Comment.objects.all()] == ["Two"]


@pytest.mark.parametrize("changed", [{"text-2": ""}, {"text-2": "long " * 2000}, {"place-2": "", "proposed-2": "x"}])
def test_all_of_it_or_nothing(window: CommentWindow, browser: Client, changed: dict[str, str]) -> None:
    page = sent(browser, window, a_file((WORD, "One"), (WORD, "Two"))).content.decode()
    answer = browser.post(page_of(window), confirmed(page, **changed))
    assert answer.status_code == 422
    assert "Nothing was kept. Comment 2" in answer.content.decode()
    assert "One" in answer.content.decode()
    assert not Comment.objects.exists()


def test_a_file_confirmed_after_the_close_is_offered_to_be_kept_apart(
    window: CommentWindow, member: Person, sign_in: SignIn, clock: time_machine.Traveller
) -> None:
    clock.shift(7 * DAY - 60)
    browser = sign_in(member)
    page = sent(browser, window, a_file((WORD, "One"), (WORD, "Two"))).content.decode()
    clock.shift(60)
    refused = browser.post(page_of(window), confirmed(page))
    assert refused.status_code == 422
    assert not Comment.objects.exists()
    again = refused.content.decode()
    assert 'name="as_late"' in again
    assert browser.post(page_of(window), confirmed(again)).status_code == 302
    assert [each.is_late for each in Comment.objects.all()] == [True, True]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mine.docx", a_file((WORD, ""))),
        ("mine.docx", b"no file"),
        ("mine.docx", b""),
        ("mine.txt", b"plain words"),
        ("mine.docm", a_file((WORD, "One"))),
        ("mine.pdf", b"%PDF-1.4"),
    ],
)
def test_other_files_are_refused_with_a_reason(
    window: CommentWindow, browser: Client, name: str, content: bytes
) -> None:
    answer = sent(browser, window, content, name)
    assert answer.status_code == 422
    assert "field__error" in answer.content.decode()


def test_macros_and_declarations_are_refused() -> None:
    content = a_file((WORD, "One"))
    for part, words in (("word/vbaProject.bin", b"x"), ("word/extra.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")):
        packed = io.BytesIO(content)
        with zipfile.ZipFile(packed, "a") as archive:
            archive.writestr(part, words)
        with pytest.raises(DomainError, match=r"reading\.(macros|unsafe)"):
            comments_in("mine.docx", packed.getvalue())


def test_no_name_and_no_date_is_kept(window: CommentWindow, browser: Client) -> None:
    page = sent(browser, window, a_file((WORD, "One"), author="Nobody Reads-This")).content.decode()
    browser.post(page_of(window), confirmed(page))
    made = Comment.objects.get()
    assert "Reads-This" not in page
    assert "Reads-This" not in f"{made.__dict__}"
