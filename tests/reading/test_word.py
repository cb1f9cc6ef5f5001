"""DOCX: styles, lists that Word counts, bold lines, tables, tracked changes."""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from supportroom.reading.outline import Outline
from supportroom.reading.reader import read_outline
from tests.reading.samples import marks, part_of, prose, shape, with_parts, word_file


def read(content: bytes) -> Outline:
    return read_outline("Minutes.DOCX", content)


def test_heading_styles_and_list_styles_are_pillars_and_points() -> None:
    def fill(document: Document) -> None:
        document.add_heading("The meeting", 0)
        document.add_heading("1. Water", 1)
        document.add_paragraph("The group spoke of it for an hour.")
        document.add_paragraph("Mend the pumps", style="List Number")
        document.add_paragraph("Lay pipes", style="List Number")
        document.add_heading("المدارس", 2)
        document.add_paragraph("طباعة الكتب", style="List Bullet")

    found = read(word_file(fill))
    assert shape(found) == [("Water", ["Mend the pumps", "Lay pipes"]), ("المدارس", ["طباعة الكتب"])]
    assert [(section.heading, section.level) for section in found.sections] == [
        ("The meeting", 1), ("Water", 1), ("المدارس", 2),
    ]  # fmt: skip
    assert marks(found) == ["1.", "2.", "•"]
    assert prose(found) == ["The group spoke of it for an hour."]
    assert [item.line for section in found.sections for item in section.items] == [4, 5, 7]


def add_list(document: Document, levels: list[tuple[str, str]], number: int, start: int = 1) -> None:
    """Define a list of our own: per level its form and pattern, and with which number it begins."""
    root = document.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (form, pattern) in enumerate(levels)
    )
    pattern = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{body}</w:abstractNum>')
    entry = parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    root.insert(0, pattern)
    root.append(entry)


def listed(document: Document, text: str, number: int, depth: int = 0) -> Any:
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = number
    properties.get_or_add_ilvl().val = depth
    return paragraph


def test_numbers_that_word_counts_are_written_as_the_page_shows_them() -> None:
    def fill(document: Document) -> None:
        add_list(document, [("decimal", "(%1)"), ("arabicAbjad", "%2-"), ("decimal", "%1.%3")], 71)
        add_list(document, [("upperRoman", "%1."), ("lowerLetter", "%2)")], 72)
        add_list(document, [("hindiNumbers", "%1-")], 73)
        for number, texts in ((71, ("one", "two", "three")), (72, ("first", "second")), (73, ("واحد", "اثنان"))):
            for text in texts:
                listed(document, text, number)

    found = read(word_file(fill))
    assert marks(found) == ["(1)", "(2)", "(3)", "I.", "II.", "١-", "٢-"]


def test_a_list_that_goes_on_with_the_number_after_the_last_is_one_list() -> None:
    def fill(document: Document) -> None:
        add_list(document, [("decimal", "%1.")], 71)
        add_list(document, [("decimal", "%1.")], 72, start=3)
        listed(document, "Meet every week.", 71)
        listed(document, "Form groups, which work so:", 71)
        document.add_paragraph("Each group reads first.")
        document.add_paragraph("It writes a paper then.")
        listed(document, "Print the papers.", 72)
        listed(document, "Send them.", 72)

    found = read(word_file(fill))
    assert [len(section.items) for section in found.with_items] == [4]
    assert found.with_items[0].items[1].text.endswith("\nIt writes a paper then.")


def test_lists_inside_items_stay_with_them_and_are_counted_anew() -> None:
    def fill(document: Document) -> None:
        add_list(document, [("decimal", "%1."), ("arabicAbjad", "%2-")], 71)
        listed(document, "نقطة فيها تفصيل.", 71)
        listed(document, "تفصيل أول", 71, 1)
        listed(document, "تفصيل ثان", 71, 1)
        listed(document, "نقطة ثانية.", 71)
        listed(document, "تفصيل", 71, 1)
        listed(document, "نقطة ثالثة.", 71)

    found = read(word_file(fill))
    assert shape(found) == [
        (None, ["نقطة فيها تفصيل.\nأ- تفصيل أول\nب- تفصيل ثان", "نقطة ثانية.\nأ- تفصيل", "نقطة ثالثة."])
    ]


def test_bold_lines_are_headings_where_styles_were_not_used() -> None:
    def fill(document: Document) -> None:
        for title, points in (("المياه", ("١- المضخات", "٢- الأنابيب")), ("المدارس", ("١- الكتب",))):
            run = document.add_paragraph().add_run(title)
            run._r.get_or_add_rPr().append(OxmlElement("w:bCs"))
            for point in points:
                document.add_paragraph(point)

    assert shape(read(word_file(fill))) == [("المياه", ["المضخات", "الأنابيب"]), ("المدارس", ["الكتب"])]


def test_a_table_with_a_known_header_gives_a_point_a_row() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=4, cols=3)
        rows = (
            ("م", "المحور", "التوصية"),
            ("١", "المياه", "المضخات"),
            ("٢", "", "الأنابيب"),
            ("٣", "المدارس", "الكتب"),
        )
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    found = read(word_file(fill))
    assert shape(found) == [("المياه", ["المضخات", "الأنابيب"]), ("المدارس", ["الكتب"])]
    assert marks(found) == ["١", "٢", "٣"]


def test_a_table_for_the_layout_is_read_cell_by_cell() -> None:
    def fill(document: Document) -> None:
        document.add_heading("Water", 1)
        cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
        cell.text = "- Mend the pumps"
        cell.add_paragraph("- Lay pipes")

    assert shape(read(word_file(fill))) == [("Water", ["Mend the pumps", "Lay pipes"])]


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("- Mend the ")._p
        for tag, word, text in (("w:ins", "w:t", "pumps"), ("w:del", "w:delText", "bridge")):
            change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(word)
            change.set(qn("w:author"), "Invented Person")
            words.text = text
            run.append(words)
            change.append(run)
            paragraph.append(change)

    found = read(word_file(fill))
    assert shape(found) == [(None, ["Mend the pumps"])]
    assert [note.code for note in found.notes] == ["tracked_changes"]


def test_hidden_words_are_not_read() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("- Mend the pumps")
        paragraph.add_run(" (said by an invented person)").font.hidden = True

    assert shape(read(word_file(fill))) == [(None, ["Mend the pumps"])]


def test_paragraphs_under_headings_are_points_where_nothing_has_a_bullet() -> None:
    def fill(document: Document) -> None:
        for title, points in (("Water", ("Mend the pumps", "Lay pipes.")), ("Schools", ("Print books",))):
            document.add_heading(title, 1)
            for point in points:
                document.add_paragraph(point)

    found = read(word_file(fill))
    assert shape(found) == [("Water", ["Mend the pumps", "Lay pipes."]), ("Schools", ["Print books"])]
    assert [note.code for note in found.notes] == ["paragraphs_as_items"]


def test_a_paragraph_in_the_style_of_a_heading_is_a_paragraph() -> None:
    found = read(word_file(lambda document: document.add_heading("Many words " * 40, 1)))
    assert [section.heading for section in found.sections] == [None]


def test_lines_broken_inside_a_paragraph_are_items_when_they_have_marks() -> None:
    found = read(word_file(lambda document: document.add_paragraph("Water:\n1) pumps\n2) pipes")))
    assert shape(found) == [("Water", ["pumps", "pipes"])]


def test_contents_headers_and_footers_are_left_out() -> None:
    def fill(document: Document) -> None:
        document.styles.add_style("TOC 1", 1)
        document.add_paragraph("Water\t3", style="TOC 1")
        document.sections[0].header.paragraphs[0].text = "Secret header"
        document.add_heading("Water", 1)
        document.add_paragraph("Pumps", style="List Bullet")
        document.add_paragraph("3")

    found = read(word_file(fill))
    assert shape(found) == [("Water", ["Pumps"])]
    assert prose(found) == []


def test_text_boxes_are_read_once() -> None:
    def fill(document: Document) -> None:
        inner = f"<w:txbxContent {nsdecls('w')}><w:p><w:r><w:t>- In the box</w:t></w:r></w:p></w:txbxContent>"
        compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        document.add_paragraph("- Outside")._p.append(
            parse_xml(
                f'<w:r {nsdecls("w")} xmlns:mc="{compatible}"><mc:AlternateContent><mc:Choice Requires="wps">{inner}'
                f"</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>"
            )
        )

    assert shape(read(word_file(fill))) == [(None, ["Outside", "In the box"])]


def test_a_document_in_the_strict_form_of_the_format_is_read_too() -> None:
    content = word_file(lambda document: document.add_paragraph("- Pumps"))
    usual, strict = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    changed = part_of(content, "word/document.xml").replace(usual, strict)
    assert shape(read(with_parts(content, {"word/document.xml": changed}))) == [(None, ["Pumps"])]
