"""Long lists to take along: harmless, in pieces, in the reader's direction."""

import csv
import io
from typing import Any

import openpyxl
import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from supportroom.web.sheets import as_csv, as_xlsx
from supportroom.web.streams import csv_streamed, json_streamed, xlsx_from_disk

ROWS = [
    ["Number", "Words"],
    ["#meta+code", "#description+i_ar"],
    ["2020-1", "=HYPERLINK(1)"],
    ["2020-2", 'كلمات، "و" أكثر'],
]


def whole(answer: Any) -> bytes:
    """Give all of a file."""
    return b"".join(answer.streaming_content)


def test_s46_rows_come_as_csv_that_no_spreadsheet_takes_for_formulas() -> None:
    answer = csv_streamed(iter(ROWS), "register")
    text = whole(answer).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text)))[2:] == [["2020-1", "'=HYPERLINK(1)"], ROWS[3]]
    assert answer["Content-Disposition"] == 'attachment; filename="register.csv"'


@given(
    st.lists(
        st.text(st.characters(codec="utf-8"), max_size=4) | st.sampled_from(["\0=1", "\x0b@1", "\t-1"]), min_size=1
    )
)
def test_s46_no_words_whatever_they_begin_with_become_a_formula(words: list[str]) -> None:
    """The spreadsheet's own rule: `=`, `+`, `-` or `@`, once the controls before it are left out (ASVS 1.2.10)."""
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx([words], "Words")))
    assert "f" not in {cell.data_type for cell in book["Words"][1]}
    for row in csv.reader(io.StringIO(as_csv([words]).decode("utf-8-sig"), newline="")):
        for cell in row:
            assert not cell.lstrip("".join(map(chr, range(32)))).startswith(("=", "+", "-", "@")), repr(cell)


def test_nothing_is_read_before_it_is_asked_for_and_little_is_kept() -> None:
    read = []

    def rows() -> object:
        for number in range(20_000):
            read.append(number)
            yield [f"row {number}", "words " * 5]

    pieces: Any = iter(csv_streamed(rows(), "long").streaming_content)  # type: ignore[arg-type]
    assert read == []
    assert len(next(pieces)) < 64 * 1024
    assert len(read) < 2_000
    assert b"row 19999" in b"".join(pieces)
    assert whole(json_streamed(["{", "}"], "x")) == b"{}"


@pytest.mark.parametrize(("language", "to_the_left"), [("ar", True), ("en", False)])
def test_a_book_has_a_sheet_for_each_title_in_the_readers_direction(language: str, to_the_left: bool) -> None:  # noqa: FBT001
    with override(language):
        answer = xlsx_from_disk([("First", iter(ROWS)), ("Second", [["a", 3]])], "register")
    book = openpyxl.load_workbook(io.BytesIO(whole(answer)))
    assert book.sheetnames == ["First", "Second"]
    assert book["First"].sheet_view.rightToLeft is to_the_left
    assert book["First"]["B3"].value == "'=HYPERLINK(1)"
    assert book["Second"]["B1"].value == 3
