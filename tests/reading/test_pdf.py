"""PDF: lines in the order of reading, in one column and in two, from left and from right; and PDFs without letters."""

import io

import pikepdf
import pytest

from supportroom.kernel.errors import DomainError
from supportroom.reading.page import Glyph, rows_of_page
from supportroom.reading.pdf import lines_of_pdf
from supportroom.reading.source import as_words, from_words, read_source
from supportroom.reading.visual import in_reading_order
from tests.factories.pdfs import a_pdf
from tests.factories.printed import ARABIC_RIVER, ARABIC_RIVER_ASKS, RIVER, RIVER_ASKS, printed
from tests.reading.samples import word_file


def items_under(heading: str, content: bytes) -> list[str]:
    sections = read_source("river.pdf", content).outline.sections
    return [item.text for section in sections if section.heading == heading for item in section.items]


@pytest.mark.parametrize("columns", [1, 2])
def test_a_page_is_read_column_by_column(columns: int) -> None:
    more = "#pagebreak()\n= Thanks\nTo the boat house.\n#pagebreak()\n= Letters\nNone came."
    content = printed(RIVER + more, columns=columns, head="River dialogue, 2021")
    assert items_under("Recommendations", content) == RIVER_ASKS
    assert items_under("Who took part", content)[-1] == "Upper Villages Council"
    texts = [line.text for line in lines_of_pdf(content)]
    assert texts[0] == "Outcomes of the river dialogue"
    assert not any("River dialogue, 2021" in text or "1 / " in text for text in texts)


def test_footnotes_stand_behind_everything_and_part_no_item() -> None:
    text = """
= Recommendations
#lorem(500)

1. Keep the dam out of the fighting, with engineers who cross.#footnote[Permits were withdrawn last year.]
2. #lorem(60)#footnote[Nine were hurt.] and an office for the missing.
3. Reopen the school.
"""
    content = printed(text)
    items = items_under("Recommendations", content)
    assert len(items) == 3
    assert not any("withdrawn" in item or "Nine" in item for item in items[:2])
    lines = lines_of_pdf(content)
    assert ("withdrawn" in lines[-2].text, "Nine" in lines[-1].text) == (True, True)
    assert [line.page for line in lines[-2:]] == [2, 3]


@pytest.mark.parametrize("columns", [1, 2])
def test_arabic_is_read_from_the_right_as_it_was_written(columns: int) -> None:
    content = printed(ARABIC_RIVER, columns=columns, language="ar")
    assert items_under("التوصيات", content) == ARABIC_RIVER_ASKS
    words = " ".join(line.text for line in lines_of_pdf(content))
    assert "رسائل كثيرة في عام 2021 ولم يصلها إلا القليل من الردود (ثلاثة)." in words


TABLE = """
= Results
#lorem(60)

#table(columns: 4,
  table.header([No.], [Issue], [Recommendation], [Addressed to]),
  table.cell(colspan: 4)[A. Safety on the roads],
  [A1], [Nobody answers.], [Set up a line to the joint command that answers in all languages.], [Both sides],
  [A2], [Patrols come near.], [Move the patrols away from the houses.], [Both sides],
  table.cell(colspan: 4)[B. Bread and water],
  [B1], [Permits take weeks.], [Replace single permits by one licence.], [Government],
)
#lorem(30)

#table(columns: 2, [Town], [Meetings], [Belmar], [4])
"""
ARABIC_TABLE = """
= النتائج
شارك في اللقاءات عدد كبير من الناس من كل البلدات.

#table(columns: 3,
  [م], [التوصية], [الجهة],
  [١], [فتح الطريق أمام المرضى.], [الأطراف],
  [٢], [إصلاح محطة المياه.], [المانحون],
)
"""


def test_a_table_with_lines_is_read_row_by_row_and_its_header_says_what_is_a_point() -> None:
    outline = read_source("a.pdf", printed(TABLE)).outline
    assert [(each.heading, [item.text for item in each.items]) for each in outline.sections if each.items] == [
        (
            "Safety on the roads",
            [
                "Set up a line to the joint command that answers in all languages.",
                "Move the patrols away from the houses.",
            ],
        ),
        ("Bread and water", ["Replace single permits by one licence."]),
    ]
    assert any(line.text == "Belmar 4" for line in lines_of_pdf(printed(TABLE)))  # no table of points: text


def test_a_table_goes_on_over_pages_with_its_header_or_without() -> None:
    towns = [f"Open the well of town {number} this year." for number in range(1, 31)]
    rows = "".join(f"[{number}], [Town {number}], [{text}],\n" for number, text in enumerate(towns, start=1))
    for header in ("table.header([No.], [Place], [Recommendation]),", "[No.], [Place], [Recommendation],"):
        content = printed(f"= Wells\n#table(columns: 3, {header}\n{rows})")
        assert {line.page for line in lines_of_pdf(content) if line.cells} > {1}
        assert items_under("Wells", content) == towns


def test_an_arabic_table_begins_at_the_right() -> None:
    content = printed(ARABIC_TABLE, language="ar")
    row = next(line.cells for line in lines_of_pdf(content) if line.cells[:1] == ("١",))
    assert row == ("١", "فتح الطريق أمام المرضى.", "الأطراف")
    assert items_under("النتائج", content) == ["فتح الطريق أمام المرضى.", "إصلاح محطة المياه."]


def test_the_room_that_a_letter_leaves_within_a_word_is_no_space() -> None:
    content = printed("= الطريق الطويل\nإصلاح الطريق أمام المرضى طويل في وقت قصير.\n\n- فتح الطريق.\n", language="ar")
    assert [line.text for line in lines_of_pdf(content)] == [
        "الطريق الطويل",
        "إصلاح الطريق أمام المرضى طويل في وقت قصير.",
        "• فتح الطريق.",
    ]


def test_every_line_knows_its_page_and_its_number_on_it() -> None:
    source = read_source("river.pdf", printed(RIVER + "#pagebreak()\n= Annex\n- One more boat."))
    places = {line.text: line.place for line in source.lines if line.text}
    assert places["Background"] == "p1 l2"
    assert places["Annex"].startswith("p2 l")
    assert from_words(as_words(source)) == source


def test_lines_of_a_text_and_paragraphs_of_a_word_file_know_their_places_as_well() -> None:
    source = read_source("a.md", b"# Water\n\n- One well.\n- Two wells.\n")
    assert [line.place for line in source.lines] == ["l1", "l2", "l3", "l4", "l5"]
    assert [item.line for item in source.outline.sections[0].items] == [3, 4]
    content = word_file(lambda it: (it.add_heading("Water", 1), it.add_paragraph("One well.", style="List Bullet")))
    source = read_source("a.docx", content)
    assert [(line.text, line.place) for line in source.lines] == [("Water", "n1"), ("• One well.", "n2")]
    assert source.outline.sections[0].items[0].line == 2


def test_a_pdf_that_holds_pictures_of_pages_says_so() -> None:
    for content in (a_pdf(), a_pdf(pages=3)):
        with pytest.raises(DomainError, match=r"reading\.no_letters"):
            read_source("scan.pdf", content)


def test_a_pdf_that_cannot_be_opened_is_refused() -> None:
    cases = {
        "reading.encrypted": a_pdf(password="x"),
        "reading.broken": b"%PDF-1.7\nnothing follows",
        "reading.lies": b"PK\x03\x04",
        "reading.source_kind": b"a,b\n1,2",
    }
    for code, content in cases.items():
        name = "list.csv" if code == "reading.source_kind" else "a.pdf"
        with pytest.raises(DomainError) as refused:
            read_source(name, content)
        assert refused.value.code == code
    many = pikepdf.new()
    for _page in range(601):
        many.add_blank_page(page_size=(72, 72))
    file = io.BytesIO()
    many.save(file)
    with pytest.raises(DomainError, match=r"reading\.too_many_pages"):
        read_source("a.pdf", file.getvalue())


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("Plain words, 2019.", "Plain words, 2019."),
        ("ةدحتملا ممألا ةمظنم", "منظمة الأمم المتحدة"),
        ("(ءاسن 12) اصخش 28", "28 شخصا (12 نساء)"),
        (")ءاسن 12( اصخش 28", "28 شخصا (12 نساء)"),
        ("2020 ناريزح 5-2", "2-5 حزيران 2020"),
        ("2254 رارقلا :لوألا", "الأول: القرار 2254"),
        ("S/RES/2254 (2015) رارقلا", "القرار S/RES/2254 (2015)"),
        ("20.5% ةبسن", "نسبة 20.5%"),
        ("the word مالس comes first", "the word سلام comes first"),
    ],
)
def test_signs_are_read_in_the_order_in_which_they_were_written(shown: str, read: str) -> None:
    assert in_reading_order(list(shown)) == read


def test_spaces_beside_stops_stand_where_they_are_seen_whatever_the_order_of_the_file() -> None:
    def glyphs(stop_at: int) -> list[Glyph]:
        return [
            Glyph("ب", 52, 52, 58, 100, 12, index=0, follows_space=True, precedes_space=True),
            Glyph(":", 48, 48, 52, 100, 12, index=stop_at, follows_space=True, precedes_space=True),
            Glyph("ج", 38, 38, 45, 100, 12, index=2, follows_space=True, precedes_space=True),
        ]

    texts = [rows_of_page(glyphs(at), is_right_to_left=True)[0].text for at in (1, 20)]
    assert texts == ["ب: ج", "ب: ج"]


def test_letters_that_are_set_over_each_other_and_spaces_without_width_are_told_apart() -> None:
    # Visual order by the pen, not by the middle of what is drawn; a raised mark belongs to the line under it.
    row = [
        Glyph("ل", 30, 28, 36, 100, 12, index=0, follows_space=True),
        Glyph("م", 23, 20, 32, 100, 12, index=1),
        Glyph("ا", 18, 19, 22, 100, 12, index=2, precedes_space=True),
        Glyph("\u064b", 18, 18, 19, 103, 12, index=3),
        Glyph("ب", 10, 10, 16, 100, 12, index=5, follows_space=True),
        Glyph("ج", 4, 4, 10, 100, 12, index=6, precedes_space=True),
    ]
    assert [each.text for each in rows_of_page(row, is_right_to_left=True)] == ["لماً بج"]
