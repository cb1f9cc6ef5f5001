"""Typed text loses what nobody can see, and nothing that shapes a word."""

import pytest

from supportroom.kernel.hygiene import clean_line, clean_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("pay \u202e001\u202c now", "pay 001 now"),
        ("\u2066inside\u2069", "inside"),
        ("a\x00b\x07c", "abc"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\n\n\n\n\ntwo  \n", "one\n\ntwo"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("e\u0301", "é"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200fعربي", "\u200fعربي"),
        ("\ud800", ""),
        ("   ", ""),
    ],
)
def test_hidden_controls_go_and_words_stay(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_a_line_has_single_spaces() -> None:
    assert clean_line("  one \n two\t three ") == "one two three"


def test_cleaning_twice_changes_nothing() -> None:
    typed = "a\u202e \n\n\n b\u200d\u0301 \u2067x"
    assert clean_text(clean_text(typed)) == clean_text(typed)


def test_a_megabyte_is_cleaned_as_it_is() -> None:
    assert len(clean_text("م \n" * 350_000)) > 600_000
