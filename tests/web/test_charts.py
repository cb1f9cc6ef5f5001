"""Pictures of figures: sound, said in words, mirrored, without a style of their own."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from django.utils.translation import override

from supportroom.web.charts import SHAPES, WIDEST, Bar, Drawing, Mark, Part, bars, days

PARTS = (
    Part("in time"),
    Part("late", "open"),
    Part("waiting", "waiting"),
    Part("overdue", "refused"),
    Part("no", "quiet"),
)
ROWS = (Bar("The first body", (4, 2, 1, 1, 0)), Bar("Another <body>", (0, 0, 0, 2, 0)), Bar("None", (0, 0, 0, 0, 0)))
MARKS = (
    Mark(date(2017, 3, 1), "asked", "dot"),
    Mark(date(2017, 3, 4), "sent", "ring", "open"),
    Mark(date(2021, 3, 1), "absent", "diamond", "refused"),
)
SVG = "{http://www.w3.org/2000/svg}"


def parsed(drawing: Drawing) -> ET.Element:
    """Read the picture as the XML that it is."""
    return ET.fromstring(str(drawing.picture).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))


def boxes(drawing: Drawing) -> list[tuple[float, float]]:
    """Give where each segment begins from the left and how wide it is, in percent."""
    found = parsed(drawing).iter(f"{SVG}rect")
    return [(float(one.attrib["x"][:-1]), float(one.attrib["width"][:-1])) for one in found if "x" in one.attrib]


def both() -> tuple[Drawing, Drawing]:
    return bars("a", "Answers", "How they came.", ROWS, PARTS), days("b", "A way", "Its days.", MARKS, date(2026, 1, 1))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_picture_says_in_words_what_it_is_and_carries_no_style_and_no_markup_of_people(language: str) -> None:
    with override(language):
        for drawing in (*both(), bars("c", "Days", "", [Bar("x", (3,), "3 %")]), bars("d", "Nothing", "", [])):
            root = parsed(drawing)
            named = {one.attrib["id"] for one in root if one.tag in (f"{SVG}title", f"{SVG}desc")}
            assert set(root.attrib["aria-labelledby"].split()) == named
            assert root.attrib["role"] == "img"
            assert root.find(f"{SVG}title").text == drawing.title  # type: ignore[union-attr]
            assert "style" not in str(drawing.picture)
            assert "<body>" not in str(drawing.picture)


def test_bars_begin_where_the_reader_begins_and_keep_their_lengths() -> None:
    with override("en"):
        english = boxes(both()[0])
    with override("ar"):
        arabic = boxes(both()[0])
    assert english[0][0] == 0
    assert [width for _x, width in english] == [width for _x, width in arabic]
    assert [round(100 - x - width, 1) for x, width in arabic] == [round(x, 1) for x, _width in english]
    assert round(sum(width for _x, width in english[:4])) == round(WIDEST)
    assert all(0 <= x <= 100 and x + width <= 100.01 for x, width in english + arabic)


def test_tones_are_told_apart_by_filling_and_by_word() -> None:
    drawing = both()[0]
    fillings = [str(swatch) for swatch, _word in drawing.legend]
    assert [word for _swatch, word in drawing.legend] == [part.word for part in PARTS]
    assert len({re.sub(r"chart__\w+", "", one) for one in fillings}) >= 4
    patterns = {one.attrib["id"] for one in parsed(drawing).iter(f"{SVG}pattern")}
    assert patterns == {"a-open", "a-waiting", "a-refused"}
    assert set(re.findall(r"url\(#([\w-]+)\)", str(drawing.picture))) <= patterns


def test_the_number_stands_beside_each_bar_and_long_labels_are_cut() -> None:
    long = Bar("a very long name of a body " * 6, (1,))
    told = [one.text or "" for one in parsed(bars("e", "t", "d", [long, Bar("b", (2,), "two")])).iter(f"{SVG}text")]
    assert told[-1] == "two"
    assert told[1].endswith("…")
    assert len(told) == 5


def test_days_stand_in_order_along_the_reading_and_do_not_cover_one_another() -> None:
    def places(language: str) -> list[tuple[float, float]]:
        with override(language):
            found = [one for one in parsed(both()[1]) if one.tag == f"{SVG}svg"]
            return [(float(one.attrib["x"][:-1]), float(one.attrib["y"][:-2])) for one in found]

    english, arabic = places("en"), places("ar")
    assert [x for x, _y in english] == sorted(x for x, _y in english)
    assert [round(100 - x, 1) for x, _y in arabic] == [round(x, 1) for x, _y in english]
    assert english[0][1] != english[1][1]  # three days apart: one above the other
    assert english[2][1] == max(y for _x, y in english)
    assert {mark.shape for mark in MARKS} < set(SHAPES)
