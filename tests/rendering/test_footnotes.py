"""Footnotes: a raised number that leads to its words, on the page, in print and in Word, in either direction."""

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from supportroom.rendering.docx import to_docx
from supportroom.rendering.html import to_html
from supportroom.rendering.pdf import to_pdf
from supportroom.rendering.tree import Document, Footnote, Paragraph
from tests.rendering.test_html import Reader

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIRST = Footnote(mark="[1]", number="1", text="Office, Overview, 2020.", language="en", direction="ltr")
SECOND = Footnote(mark="[2]", number="2", text="مركز الدراسات، بيروت، 2019.", language="ar", direction="rtl")
ENGLISH = Document(
    title="T",
    language="en",
    direction="ltr",
    blocks=(
        Paragraph(text="One word [1] and another [2].", number="1", footnotes=(FIRST, SECOND)),
        Paragraph(text="Again the first [1]; [3] is only text.", footnotes=(FIRST,)),
    ),
)
ARABIC = replace(ENGLISH, language="ar", direction="rtl")


def part(document: Document, name: str) -> ET.Element:
    """Give a part of the Word file."""
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as package:
        return ET.fromstring(package.read(name))


@pytest.mark.parametrize("document", [ENGLISH, ARABIC])
def test_each_mark_leads_to_its_footnote_and_the_footnote_back(document: Document) -> None:
    reader = Reader(to_html(document))
    anchors = {attributes["id"] for _tag, attributes in reader.found if "id" in attributes}
    targets = [attributes["href"] for attributes in reader.all("a")]
    assert targets.count("#footnote-1") == 2
    assert {str(target)[1:] for target in targets} <= anchors


def test_a_mark_is_raised_without_a_space_and_what_is_no_mark_stays() -> None:
    text = to_html(ENGLISH)
    assert 'One word<sup class="document-mark">' in text
    assert "[3] is only text." in text


def test_a_footnote_in_another_language_says_so() -> None:
    assert '<span lang="ar" dir="rtl">مركز الدراسات، بيروت، 2019.</span>' in to_html(ENGLISH)


def test_what_stands_in_a_footnote_is_escaped() -> None:
    bad = '<script>"&'
    note = Footnote(mark=bad, number=bad, text=bad, language=bad)
    blocks = (Paragraph(text=f"x {bad}", footnotes=(note,)),)
    reader = Reader(to_html(replace(ENGLISH, blocks=blocks)))
    assert "script" not in {tag for tag, _attributes in reader.found}


def test_private_characters_that_somebody_typed_lead_nowhere() -> None:
    blocks = (Paragraph(text="a\U000f0000b\U000f0009c", footnotes=(FIRST,)),)
    assert "abc" in to_html(replace(ENGLISH, blocks=blocks))


@pytest.mark.parametrize("document", [ENGLISH, ARABIC])
def test_word_has_them_as_its_own_footnotes(document: Document) -> None:
    marks = [mark.get(f"{WORD}id") for mark in part(document, "word/document.xml").iter(f"{WORD}footnoteReference")]
    notes = {note.get(f"{WORD}id"): "".join(note.itertext()) for note in part(document, "word/footnotes.xml")}
    assert [notes[str(mark)] for mark in marks] == [
        "1 Office, Overview, 2020.",
        "2 مركز الدراسات، بيروت، 2019.",
        "1 Office, Overview, 2020.",
    ]


@pytest.mark.parametrize("document", [ENGLISH, ARABIC])
def test_a_pdf_sets_them_at_the_foot(document: Document) -> None:
    assert to_pdf(document).startswith(b"%PDF")
