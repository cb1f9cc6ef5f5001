"""The PDF: what a machine and a screen reader find in it."""

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, IndirectObject

from supportroom.rendering.clean import clean
from supportroom.rendering.glyphs import MISSING, covered, drawable
from supportroom.rendering.pdf import to_pdf
from supportroom.rendering.tree import Block, Direction, Document, Facts, Heading, Item, Items, Paragraph, Quote, Table
from tests.rendering.trees import ARABIC, ENGLISH

MARKS = re.compile("[\u064b-\u0652\u0640\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
ARABIC_WORD = re.compile("[\u0620-\u0652]+")


def read(document: Document) -> PdfReader:
    return PdfReader(io.BytesIO(to_pdf(document)))


def text_of(reader: PdfReader) -> str:
    return MARKS.sub("", "\n".join(page.extract_text() for page in reader.pages))


def with_blocks(*blocks: Block) -> Document:
    return Document(title="T", language="en", direction="ltr", blocks=blocks)


def tags(reader: PdfReader) -> list[str]:
    root: Any = reader.trailer["/Root"]
    return list(walk(root["/StructTreeRoot"]["/K"]))


def walk(node: Any) -> Iterator[str]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for child in node:
            yield from walk(child)
    elif isinstance(node, dict) and "/S" in node:
        yield str(node["/S"])
        yield from walk(node.get("/K", ArrayObject()))


def test_nearly_every_arabic_word_can_be_found_again() -> None:
    # Without vowel marks, as Arabic is mostly written: where a mark shares its glyph, the file gives the letters as
    # "actual text", which viewers heed and pypdf does not.
    plain = (
        "تطالب المجموعة بنشر نتائج كل جولة باللغتين خلال ثلاثين يوما من ختامها مع بيان "
        "ما آلت إليه كل نقطة من النقاط التي طرحت "
        "وتدعو الجهات المانحة إلى إعلان حسابات الإنفاق وإلى زيارة المخيمات والاستماع "
        "إلى اللاجئين والنازحين مباشرة دون وسيط "
        "وتؤكد على حق المعتقلين والمفقودين وذويهم في معرفة المصير وعلى مشاركة النساء "
        "والشباب والأشخاص ذوي الإعاقة في القرار"
    )
    blocks = (Paragraph(text=plain, number="1"),)
    found = text_of(read(Document(title="تقرير", language="ar", direction="rtl", blocks=blocks)))
    words = plain.split()
    assert sum(word in found for word in words) / len(words) >= 0.97


def test_codes_and_latin_words_inside_arabic_come_back_in_order() -> None:
    found = text_of(read(ARABIC))
    for code in ("S/RES/2254 (2015)", "OCHA", "2020-06-05", "https://room.example/", "PDF", "DOCX"):
        assert code in found


def test_english_text_comes_back_in_order_with_its_arabic_words() -> None:
    found = " ".join(text_of(read(ENGLISH)).split())
    assert "Thirty-three points were raised under 10 pillars" in found
    assert "عنتاب" in found


def test_title_language_outline_and_page_order_are_set() -> None:
    reader = read(ARABIC)
    root: Any = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata.title == ARABIC.title
    assert root["/Lang"] == "ar"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert [getattr(entry, "title", "") for entry in reader.outline][:2] == ["المحتويات", "الجولة في أرقام"]


def test_a_published_edition_claims_both_standards_and_a_draft_one() -> None:
    assert b"pdfaid:part" in to_pdf(ENGLISH)
    assert b"pdfuaid:part" in to_pdf(ENGLISH)
    draft = to_pdf(with_blocks())
    assert b"pdfaid:part" not in draft
    assert b"pdfuaid:part" in draft


def test_headings_lists_tables_and_quotes_are_tagged() -> None:
    found = tags(read(ENGLISH))
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/BlockQuote", "/TOC", "/Caption"} <= set(found)
    assert found.count("/TH") == 4


def test_a_numbered_paragraph_is_read_number_first() -> None:
    found = " ".join(text_of(read(with_blocks(Paragraph(text="The room undertakes.", number="3")))).split())
    assert "3 The room undertakes." in found


def test_no_person_and_no_machine_stand_in_the_properties() -> None:
    metadata = read(ENGLISH).metadata
    assert metadata is not None
    assert metadata.author == ENGLISH.publisher
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == ENGLISH.published


@pytest.mark.parametrize("document", [ARABIC, ENGLISH])
def test_the_same_tree_gives_the_same_bytes(document: Document) -> None:
    assert to_pdf(document) == to_pdf(document)


def test_an_annex_and_a_page_break_begin_a_page() -> None:
    pages = [page.extract_text() for page in read(ENGLISH).pages]
    assert "Annex: statement to the donors" in pages[-1]
    assert "What was not agreed" in pages[-2]


def test_page_numbers_use_the_digits_of_the_labels() -> None:
    assert "٤" in read(ARABIC).pages[-1].extract_text()


def test_markup_of_the_typesetter_is_only_text() -> None:
    bad = '#panic("x") $ x^2 $ = y *b* _e_ @ref <label> \\ #import "/etc/passwd"'
    assert '#panic("x")' in text_of(
        read(with_blocks(Heading(text=bad), Paragraph(text=bad), Table(head=(bad,), rows=((bad,),))))
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u200b",
        "\u202e\u2066",
        "\x00\x1b",
        "漢字 😀 👩‍👩‍👧 \ue000 𐤀",
        "\n\n",
        "e\u0301 ﻻ ﷲ",
        "x" * 5000,
        "س" * 5000,
    ],
)
def test_no_text_makes_it_fail(text: str) -> None:
    nested = Items(entries=(Item(text=text),), ordered=True, start=-4)
    blocks: tuple[Block, ...] = (
        Heading(text=text),
        Heading(text=text, level=4),
        Paragraph(text=text, number=text),
        Paragraph(text=text),
        Items(entries=(Item(text=text, inside=nested),)),
        Items(entries=()),
        Table(head=(text,), rows=((text, text),), caption=text),
        Table(head=(), rows=()),
        Facts(pairs=((text, text),)),
        Facts(pairs=()),
        Quote(text=text, by=text, language="en", direction="ltr"),
    )
    around = dict.fromkeys(("title", "subtitle", "publisher", "date_line", "edition", "address"), text)
    document = Document(**around, language="ar", direction="rtl", notices=(text,), contents=True, blocks=blocks)
    assert read(document).pages


def test_characters_without_a_glyph_are_marked() -> None:
    assert drawable("a 漢 b") == f"a {MISSING} b"
    assert drawable("می\u200cخواهم çağrı Ωмир") == "می\u200cخواهم çağrı Ωмир"


def test_a_very_long_paragraph_is_set() -> None:
    assert len(read(with_blocks(Paragraph(text="word and نص more " * 15_000, number="1"))).pages) > 30


def test_an_unknown_language_is_no_obstacle() -> None:
    for language in ("zzz-Latn-x-private", "x", "", "ckb"):
        assert read(Document(title="T", language=language, direction="ltr")).pages


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_every_character_called_drawable_can_be_drawn_in_both_weights(direction: Direction) -> None:
    text = clean(" ".join(sorted(covered())))
    blocks = (Heading(text=f"x {text}"), Paragraph(text=text), Facts(pairs=((text, text),)))
    document = Document(title="T", language="en", direction=direction, blocks=blocks, published=date(2020, 6, 30))
    assert read(document).pages


def test_words_stand_where_the_direction_puts_them() -> None:
    text = "UNHCR أولاً ثم OCHA"
    blocks = (Paragraph(text="WHO"), Paragraph(text=text))
    places = places_of(read(Document(title="تقرير", language="ar", direction="rtl", blocks=blocks)))
    assert places["UNHCR"] > places["OCHA"]
    assert places["WHO"] > 400  # nothing but a foreign word, and still at the beginning of an Arabic line: on the right


def places_of(reader: PdfReader) -> dict[str, float]:
    """Return how far from the left edge of the first page, in points, each piece of text begins."""
    found: dict[str, float] = {}

    def note(text: str, matrix: list[float], place: list[float], _font: object, _size: float) -> None:
        found[MARKS.sub("", text).strip()] = matrix[4] + place[4]

    reader.pages[0].extract_text(visitor_text=note)
    return found
