"""Texts in several languages."""

from supportroom.kernel.multilingual import multilingual


def test_the_search_column_is_the_same_whichever_language_was_typed_first() -> None:
    one, other = multilingual("ar", ar="الشباب", en="Youth"), multilingual("en", en="Youth", ar="الشباب")
    assert one.search_text == other.search_text
