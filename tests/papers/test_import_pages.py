"""The pages on which a text is brought in: seen first, corrected, then kept."""

import html
import io
import re
from typing import Any

import pytest
from django.test import Client

from supportroom.kernel.actors import SYSTEM
from supportroom.papers import actions
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from tests.factories.papers import numbered_in, paragraphs_in
from tests.papers.test_pages import SignIn, address, sent
from tests.reading.samples import word_file
from tests.reading.test_prose import tracked


@pytest.fixture
def seat(sign_in: SignIn, member: Person) -> Client:
    return sign_in(member)


def brought(client: Client, paper: Paper, name: str, content: bytes, **typed: str) -> str:
    file = io.BytesIO(content)
    file.name = name
    typed = {"language": "en", "way": "append", "pasted": "", **typed}
    answer = client.post(address("text_import", paper.pk), {"file": file, **typed})
    return answer.content.decode()


def hidden_in(text: str) -> dict[str, Any]:
    """What a preview's form would send: enough of it for these tests."""
    found = dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', text))
    for number, words in re.findall(r'name="text-(\d+)"[^>]*>([^<]*)</textarea>', text):
        found[f"text-{number}"] = words
    for number, options in re.findall(r'<select id="shape-(\d+)"(.*?)</select>', text, re.DOTALL):
        chosen = re.search(r'value="(\w*)" selected', options) or re.search(r'value="(\w*)"', options)
        found[f"shape-{number}"] = chosen[1] if chosen else "paragraph"
    return {key: html.unescape(value) for key, value in found.items() if key != "csrfmiddlewaretoken"}


def test_a_file_is_seen_first_and_brought_in_after(paper: Paper, seat: Client) -> None:
    preview = brought(seat, paper, "text.md", b"# Title\n\n## More\n\nA paragraph that is new.")
    assert "The file is called: Title" in preview
    assert len(paragraphs_in(paper)) == 6
    sent(seat, "text_import", paper.pk, **hidden_in(preview))
    assert [str(each.content) for each in paragraphs_in(paper)][6:] == ["More", "A paragraph that is new."]


def test_a_file_is_aligned_with_what_stands_there(paper: Paper, seat: Client) -> None:
    text = str(numbered_in(paper)[0].content).replace("7 days", "eight days")
    preview = brought(seat, paper, "text.md", text.encode(), way="align")
    assert "New words of paragraph 1" in preview
    assert "5 paragraphs of the paper have no counterpart" in preview
    given = hidden_in(preview)
    chosen = numbered_in(paper)[0]
    actions.reword_paragraph(actor=SYSTEM, paper=paper, paragraph=chosen, seen=1, wordings={"en": "Meanwhile."})
    again = sent(seat, "text_import", paper.pk, status=422, **given)
    assert "changed since this was shown" in again
    assert "New words of paragraph 1" in again
    assert "<del>Meanwhile</del>" in again
    sent(seat, "text_import", paper.pk, **hidden_in(again))
    assert [str(each.content) for each in chosen.versions.all()][1:] == ["Meanwhile.", text]


def test_tracked_changes_are_said_and_asked_about_and_no_name_comes_along(paper: Paper, seat: Client) -> None:
    preview = brought(seat, paper, "draft.docx", word_file(tracked))
    assert "The file has tracked changes" in preview
    assert "We ask for thirty days" in preview
    assert "Somebody Named" not in preview
    other = sent(seat, "text_import", paper.pk, status=200, swap="on", **hidden_in(preview))
    assert "as if they had been refused" in other
    assert "We ask for three months</textarea>" in other
    back = sent(seat, "text_import", paper.pk, status=200, swap="on", **hidden_in(other))
    assert "We ask for thirty days</textarea>" in back
    sent(seat, "text_import", paper.pk, **hidden_in(other))
    assert str(paragraphs_in(paper)[-1].content) == "We ask for three months"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("old.doc", b"x", "old format"),
        ("macros.docm", b"PK\x03\x04", "macros"),
        ("nothing.md", b"---\n", "no text"),
        ("long.md", b"\n\n".join([b"Words."] * 601), "more than 600 paragraphs"),
    ],
)
def test_a_file_that_cannot_be_brought_in_says_why(
    paper: Paper, seat: Client, name: str, content: bytes, said: str
) -> None:
    assert said in brought(seat, paper, name, content)


def test_no_file_and_no_text_is_asked_for_again(paper: Paper, seat: Client) -> None:
    assert "Choose a file" in sent(seat, "text_import", paper.pk, status=422, language="en", way="append", pasted="")


def test_an_interpreter_brings_a_translation_in_and_is_offered_nothing_else(
    paper: Paper, sign_in: SignIn, interpreter: Person, stranger: Person
) -> None:
    client = sign_in(interpreter)
    text = client.get(address("text_import", paper.pk)).content.decode()
    assert 'type="radio"' not in text
    arabic = "\n\n".join(each.content.texts["ar"] for each in numbered_in(paper)).replace("جمعية", "رابطة")
    preview = brought(client, paper, "ar.md", arabic.encode(), way="align", language="ar")
    sent(client, "text_import", paper.pk, **hidden_in(preview))
    assert all("رابطة" in each.content.texts["ar"] for each in numbered_in(paper))
    assert sign_in(stranger).get(address("text_import", paper.pk)).status_code == 404
