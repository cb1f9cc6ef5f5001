"""CSV and XLSX, as outlines and as tables."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from supportroom.kernel.errors import DomainError
from supportroom.reading.reader import read_outline, read_table
from supportroom.reading.vocabulary import note_text
from tests.reading.samples import marks, shape, sheet_file

WATER = [("Water", ["Mend the pumps", "Lay pipes"]), ("Schools", ["Print books"])]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_are_known_by_their_headers_whatever_parts_them(separator: str) -> None:
    rows = [
        ("No", "Recommendation", "Pillar"),
        ("1", "Mend the pumps", "Water"),
        ("2", "Lay pipes", ""),
        ("3", "Print books", "Schools"),
    ]
    content = "\n".join(separator.join(row) for row in rows).encode()
    found = read_outline("points.csv", content)
    assert shape(found) == WATER
    assert marks(found) == ["1", "2", "3"]
    assert found.notes == ()


def test_arabic_headers_are_known_too() -> None:
    rows = (
        "الرقم,المِحور,نص التوصية,ملاحظات",
        "١,المياه,إصلاح المضخات,x",
        "٢,المدارس,طباعة الكتب,",
        "٣,المياه,مد الأنابيب,",
    )
    content = "\n".join(rows).encode("utf-8-sig")
    found = read_outline("نقاط.csv", content)
    assert shape(found) == [("المياه", ["إصلاح المضخات", "مد الأنابيب"]), ("المدارس", ["طباعة الكتب"])]
    assert [note_text(note) for note in found.notes] == ["These columns were not read: ملاحظات."]


def test_without_a_header_two_columns_are_pillar_and_point_and_the_reader_is_told() -> None:
    found = read_outline(
        "points.xlsx",
        sheet_file([(1, "Water", "Mend the pumps"), (2, "Water", "Lay pipes"), (3, "Schools", "Print books")]),
    )
    assert shape(found) == WATER
    assert [note.code for note in found.notes] == ["columns_guessed"]


def test_one_column_is_points_even_when_its_sentences_have_commas() -> None:
    found = read_outline("points.csv", b"Pumps, pipes, and wells\nBooks\nRoads, in the north\nNo more taxes\n")
    assert shape(found) == [(None, ["Pumps, pipes, and wells", "Books", "Roads, in the north", "No more taxes"])]


def test_cells_with_line_breaks_and_quotes_keep_their_row_numbers() -> None:
    grid = read_table("people.csv", b'name,"note"\r\n"A ""B"" C","two\r\nlines"\r\n\r\nD,=1+1\r\n')
    assert [(row.line, row.cells) for row in grid.rows] == [(2, ('A "B" C', "two\nlines")), (5, ("D", "=1+1"))]
    assert grid.header.cells == ("name", "note")


def test_the_line_in_which_excel_names_the_separator_is_no_row() -> None:
    grid = read_table("people.csv", b"sep=;\nname;town\nA;B\n")
    assert (grid.header.line, grid.header.cells, grid.rows[0].line) == (2, ("name", "town"), 3)


def test_a_column_is_found_by_any_of_its_names() -> None:
    grid = read_table("people.csv", "الإسم,Town\nA,B\n".encode())
    assert grid.column({"name", "الاسم"}) == 0
    assert grid.column({"TOWN"}) == 1
    assert grid.column({"age"}) is None
    assert grid.rows[0].cell(grid.column({"age"})) == ""
    assert grid.width == 2


def test_cells_of_excel_become_plain_text() -> None:
    rows = [
        ("n", "when", "at", "yes"),
        (3.0, date(2024, 5, 3), datetime.fromisoformat("2024-05-03T09:30"), True),
        (2.5, None, None, None),
    ]
    grid = read_table("people.xlsx", sheet_file(rows))
    assert [row.cells for row in grid.rows] == [("3", "2024-05-03", "2024-05-03T09:30:00", "True"), ("2.5",)]


def test_formulas_are_never_calculated() -> None:
    grid = read_table("people.xlsx", sheet_file([("name", "sum"), ("A", "=1+1"), ('=HYPERLINK("x")', "B")]))
    assert [row.cells for row in grid.rows] == [("A",), ("", "B")]
    assert [note.code for note in grid.notes] == ["formulas"]


def test_sheets_without_pillars_give_their_names_and_hidden_ones_are_not_read() -> None:
    content = sheet_file([("Text",), ("Pumps",)], Schools=[("Text",), ("Books",)], Hidden=[("Text",), ("Secret",)])
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["Sheet"].title = "Water"
    book["Hidden"].sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    assert shape(read_outline("points.xlsx", buffer.getvalue())) == [("Water", ["Pumps"]), ("Schools", ["Books"])]
    grid = read_table("points.xlsx", buffer.getvalue())
    assert grid.title == "Water"
    assert [note_text(note) for note in grid.notes] == ["These sheets were not read: Schools."]


def test_a_table_may_hold_as_many_rows_as_was_asked_and_no_more() -> None:
    content = b"name\n" + b"A\n" * 3
    assert len(read_table("people.csv", content, most_rows=3).rows) == 3
    with pytest.raises(DomainError) as refused:
        read_table("people.csv", content + b"A\n", most_rows=3)
    assert refused.value.code == "reading.too_many_rows"


def test_a_table_is_not_read_out_of_a_text() -> None:
    with pytest.raises(DomainError) as refused:
        read_table("people.txt", b"name\nA\n")
    assert refused.value.code == "reading.table_kind"
