"""Words of the other direction stay together; what no file may hold is taken out."""

import pytest

from supportroom.rendering.bidi import lines
from supportroom.rendering.clean import clean
from supportroom.rendering.tree import Direction


def foreign(text: str, direction: Direction) -> list[str]:
    return [run.text for line in lines(text, direction) for run in line if run.foreign]


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("وفق قاعدة Chatham House.", ["Chatham House"]),
        ("القرار S/RES/2254 (2015) نص", ["S/RES/2254 (2015)"]),
        ("شبكة 2G وبرنامج C++ هنا", ["2G", "C++"]),
        ("المنظمات (UNHCR) وUNICEF", ["UNHCR", "UNICEF"]),
        ('قال "yes" ثم مضى', ["yes"]),
        ("في 2020-06-05 نص", ["2020-06-05"]),
        ("هاتف +90 555 000 11 22 نص", ["+90 555 000 11 22"]),
        ("بنسبة -5% نص", ["-5%"]),
        ("انظر https://room.example/a/b/، ثم", ["https://room.example/a/b/"]),
        ("33 نقطة من 2-5 حزيران، 16%", []),
    ],
)
def test_s34_latin_words_codes_and_dates_inside_arabic_are_isolated(text: str, isolated: list[str]) -> None:
    assert foreign(text, "rtl") == isolated


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("in غازي عنتاب, عمّان and Beirut", ["غازي عنتاب", "عمّان"]),
        ("the التقرير 33 points", ["التقرير"]),
        ("the عام 2020 في حزيران (الدورة الأولى) text", ["عام 2020 في حزيران (الدورة الأولى)"]),
        ("nothing but English, 2–5 June", []),
    ],
)
def test_arabic_words_inside_english_are_isolated_from_numbers_around_them(text: str, isolated: list[str]) -> None:
    assert foreign(text, "ltr") == isolated


def test_a_text_wholly_of_the_other_direction_is_one_run_with_its_punctuation() -> None:
    assert foreign("UNHCR (2).", "rtl") == ["UNHCR (2)."]
    assert foreign("عربي فقط.", "ltr") == ["عربي فقط."]


def test_runs_put_together_again_are_the_text() -> None:
    text = "نص Chatham House (CHR) و 33 نقطة\nسطر ثانٍ 2020-06-05"
    assert "\n".join("".join(run.text for run in line) for line in lines(text, "rtl")) == text


def test_a_range_at_the_start_of_an_arabic_line_reads_like_one_inside_it() -> None:
    assert lines("2-5 حزيران", "rtl")[0][0].text.startswith("\u061c")


def test_s34_direction_controls_are_taken_out_and_harmless_marks_stay() -> None:
    assert clean("a\u202eb\u2066c\u2069d\u202c") == "abcd"
    assert clean("\u200fa\u200e می\u200cخواهم") == "\u200fa\u200e می\u200cخواهم"


def test_what_xml_refuses_is_taken_out() -> None:
    assert clean("a\x00\x08\x1f\x7f\ud800\ufffe\uffff\U0001ffff\ufeffb") == "ab"


def test_line_ends_of_every_kind_become_one_kind_without_blank_lines() -> None:
    assert clean(" a \r\n\r\n b\u2028c\x0bd\te ") == "a\nb\nc\nd e"


@pytest.mark.parametrize("unit", ["1", "a) ", "(a ", "1/", "ا1", "http://", "1-", "+1 ", "_", " ", '"a ', "ا(a"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_much_of_anything_is_read_to_its_end(unit: str, direction: Direction) -> None:
    text = "ا a " + unit * (200_000 // len(unit)) + "!"
    assert sum(len(run.text) for line in lines(text, direction) for run in line) == len(clean(text))
