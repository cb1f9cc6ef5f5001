"""What pages repeat in a text that was copied from them: their numbers, headers and footers."""

from supportroom.reading.marks import find_mark
from supportroom.reading.running import without_pages

PAGES = [
    "The group met four times in the past year and looked at",
    "",
    "Report of the forum",
    "1",
    "",
    "the pumps.",
    "- Water for the camps.",
    "Report of the forum",
    "2",
    "- Light for the camps.",
]


def test_running_lines_go_and_a_sentence_goes_on_behind_them() -> None:
    assert list(without_pages(PAGES)) == [
        (1, PAGES[0]),
        (6, "the pumps."),
        (7, "- Water for the camps."),
        (8, ""),
        (9, ""),
        (10, "- Light for the camps."),
    ]


def test_running_lines_may_count_the_pages_themselves_and_stand_below_the_number() -> None:
    rows = ["One road.", "١", "تقرير المنتدى – ٢٠٢١", "Two roads.", "٢", "تقرير المنتدى – ٢٠٢٢", "Three roads."]
    assert [row for _number, row in without_pages(rows) if row] == ["One road.", "Two roads.", "Three roads."]


def test_lines_that_come_again_away_from_page_numbers_stay() -> None:
    rows = ["Recommendations", "- Open the road.", "", "Recommendations", "- Open the port.", "7"]
    assert list(without_pages(rows)) == list(enumerate(rows, start=1))
    rows = ["Water", "1", "Bread", "2", "Light", "3"]
    assert [row for _number, row in without_pages(rows) if row] == ["Water", "Bread", "Light"]


def test_numbers_of_two_parts_are_marks_and_days_are_none() -> None:
    marks = {words: found[0].written for words in ("4-1 Open the road", "٤–٢ فتح") if (found := find_mark(words))}
    assert marks == {"4-1 Open the road": "4-1", "٤–٢ فتح": "٤–٢"}
    assert find_mark("12-13 May 2019") is None
    assert find_mark("١١-١٣ أيلول/سبتمبر") is None
