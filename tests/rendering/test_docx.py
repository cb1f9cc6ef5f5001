"""The Word file: styles, directions, properties, and the same bytes each time."""

import io
import re
import zipfile

import docx
import pytest
from lxml import etree

from supportroom.rendering.docx import to_docx
from supportroom.rendering.tree import Block, Document, Facts, Heading, Item, Items, Paragraph, Table
from tests.rendering.trees import ARABIC, ENGLISH

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ARABIC_LETTERS = re.compile("[\u0620-\u064a]")
LATIN_LETTERS = re.compile("[A-Za-z]")


def part(document: Document, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as package:
        return etree.fromstring(package.read(name))


def body(document: Document) -> etree._Element:
    return part(document, "word/document.xml")


def with_blocks(*blocks: Block) -> Document:
    return Document(title="T", language="en", direction="ltr", blocks=blocks)


@pytest.mark.parametrize("document", [ARABIC, ENGLISH])
def test_every_part_is_well_formed_and_named_in_the_types(document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as package:
        types = package.read("[Content_Types].xml").decode()
        for name in package.namelist():
            etree.fromstring(package.read(name))
            assert name.endswith(".rels") or f"/{name}" in types or name == "[Content_Types].xml"


def test_arabic_paragraphs_runs_and_tables_are_marked_right_to_left() -> None:
    root = body(ARABIC)
    quoted = "The outcome of this round was received with thanks."
    for paragraph in root.iter(f"{W}p"):
        if paragraph.find(f"{W}pPr") is not None and quoted not in "".join(paragraph.itertext()):
            assert paragraph.find(f"{W}pPr/{W}bidi").get(f"{W}val") is None
    for run in root.iter(f"{W}r"):
        text = run.findtext(f"{W}t") or ""
        assert (run.find(f"{W}rPr/{W}rtl") is not None) or not ARABIC_LETTERS.search(text)
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in root.iter(f"{W}tbl"))
    assert root.find(f".//{W}sectPr/{W}bidi") is not None


def test_latin_words_inside_arabic_are_runs_of_their_own() -> None:
    for run in body(ARABIC).iter(f"{W}r"):
        if LATIN_LETTERS.search(run.findtext(f"{W}t") or ""):
            assert run.find(f"{W}rPr/{W}rtl") is None


def test_an_english_document_is_left_to_right_and_its_arabic_words_are_not() -> None:
    root = body(ENGLISH)
    assert root.find(f".//{W}bidiVisual") is None
    marked = [run.findtext(f"{W}t") for run in root.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert "غازي عنتاب" in marked


def test_styles_name_a_complex_script_font_and_size() -> None:
    defaults = part(ARABIC, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults.find(f"{W}rFonts").get(f"{W}cs")
    assert defaults.find(f"{W}szCs") is not None
    assert defaults.find(f"{W}lang").get(f"{W}bidi") == "ar-SA"


def test_word_sees_headings_lists_and_contents() -> None:
    read = docx.Document(io.BytesIO(to_docx(ENGLISH)))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in read.paragraphs if paragraph.style]
    assert ("Heading 1", "The round in figures") in styles
    assert ("Heading 2", "What was agreed") in styles
    assert ("toc 2", "What was agreed") in styles
    assert ("Numbered Paragraph", "3\tThe room undertakes:") in styles
    assert [row.cells[0].text for row in read.tables[1].rows] == [
        "Pillar",
        "Protection",
        "Education and health",
        "Detained and missing",
    ]


def test_each_numbered_list_counts_from_its_own_start() -> None:
    lists = (Items(ordered=True, start=3, entries=(Item(text="a"),)), Items(ordered=True, entries=(Item(text="b"),)))
    document = with_blocks(*lists)
    used = [entry.get(f"{W}val") for entry in body(document).iter(f"{W}numId")]
    starts = {
        entry.get(f"{W}numId"): entry.find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val")
        for entry in part(document, "word/numbering.xml").findall(f"{W}num")[1:]
    }
    assert [starts[number] for number in used] == ["3", "1"]


def test_properties_hold_the_title_and_publisher_and_nobody() -> None:
    read = docx.Document(io.BytesIO(to_docx(ARABIC))).core_properties
    assert (read.title, read.author, read.last_modified_by, read.language) == (ARABIC.title, ARABIC.publisher, "", "ar")
    assert read.created.date() == ARABIC.published


@pytest.mark.parametrize("document", [ARABIC, ENGLISH])
def test_the_same_tree_gives_the_same_bytes(document: Document) -> None:
    assert to_docx(document) == to_docx(document)


def test_hostile_and_missing_texts_still_make_a_file() -> None:
    bad = "<w:p/>&\x00\u202e\ud83d]]> 漢字 😀"
    blocks: tuple[Block, ...] = (
        Heading(text=bad),
        Paragraph(text=bad, number=bad),
        Table(head=(), rows=()),
        Table(head=(bad,), rows=((bad, bad),)),
        Facts(pairs=()),
        Items(entries=()),
        Paragraph(text="x" * 1_000_000),
    )
    document = Document(
        title="", language='x"y', direction="rtl", publisher=bad, edition=bad, address=bad, contents=True, blocks=blocks
    )
    read = docx.Document(io.BytesIO(to_docx(document)))
    assert any("漢字 😀" in paragraph.text for paragraph in read.paragraphs)
