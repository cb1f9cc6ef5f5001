"""The marks that begin an item, and what only looks like one."""

import pytest

from supportroom.reading.marks import find_mark


@pytest.mark.parametrize(
    ("line", "written", "rest"),
    [
        ("- text", "-", "text"),
        ("-نص", "-", "نص"),
        ("* text", "*", "text"),
        ("• text", "•", "text"),
        ("❖ text", "❖", "text"),
        ("– text", "–", "text"),
        ("▪text", "▪", "text"),
        ("o text", "o", "text"),
        ("\uf0b7 text", "•", "text"),
        ("- ◆ text", "◆", "text"),
        ("- 3. text", "3.", "text"),
        ("- [x] text", "-", "text"),
        ("3. text", "3.", "text"),
        ("3.Text", "3.", "Text"),
        ("12) text", "12)", "text"),
        ("3- Text", "3-", "Text"),
        ("3-نص", "3-", "نص"),
        ("٣- نص", "٣-", "نص"),
        ("۳/ متن", "۳/", "متن"),
        ("(٤) نص", "(٤)", "نص"),
        (")٤( نص", ")٤(", "نص"),
        ("[4] text", "[4]", "text"),
        ("(1)", "(1)", ""),
        ("١.", "١.", ""),
        ("2.1 Text", "2.1", "Text"),
        ("a) text", "a)", "text"),
        ("(b) text", "(b)", "text"),
        ("iv. text", "iv.", "text"),
        ("أ- نص", "أ-", "نص"),
        ("ب) نص", "ب)", "نص"),
        ("هـ. نص", "هـ.", "نص"),
        ("أولاً: نص", "أولاً:", "نص"),
        ("أولا - نص", "أولا -", "نص"),
        ("ثاني عشر: نص", "ثاني عشر:", "نص"),
        ("Second, text", "Second,", "text"),
        ("Finally: text", "Finally:", "text"),
    ],
)
def test_a_mark_is_found_and_kept_as_it_was_written(line: str, written: str, rest: str) -> None:
    found = find_mark(line)
    assert found is not None
    assert (found[0].written, found[1]) == (written, rest)


@pytest.mark.parametrize(
    "line",
    [
        "-5 degrees",
        "2 - 5 June",
        "3-month plan",
        "2.5",
        "1/2 of it",
        "21.06.2021",
        "2020. A year",
        "*bold*",
        "e.g. this",
        "text",
        "(2020) text",
        "First we met",
        "(see below) text",
        "12",
        "",
        "-",
        "http://example.org",
        "one: text",
    ],
)
def test_what_only_looks_like_a_mark_is_none(line: str) -> None:
    assert find_mark(line) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. a", "2. b"),
        ("٩- أ", "١٠- ب"),
        ("h) a", "i) b"),
        ("i) a", "ii) b"),
        ("أ- أ", "ب- ب"),
        ("ب- ب", "ت- ت"),
        ("ب- ب", "ج- ج"),
        ("أولاً: أ", "ثانياً: ب"),
        ("iv. a", "v. b"),
        ("1.1 a", "1.2 b"),
    ],
)
def test_the_next_of_a_list_is_known_in_every_way_of_counting(first: str, second: str) -> None:
    one, two = find_mark(first), find_mark(second)
    assert one is not None
    assert two is not None
    assert two[0].follows(one[0])
    assert not one[0].follows(two[0])
