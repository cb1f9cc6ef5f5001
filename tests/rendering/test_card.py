"""Cards: pictures of one size in either direction, whatever the words are."""

import struct

import pytest

from supportroom.rendering.card import Card, shortened, to_png

ENGLISH = Card(
    publisher="The trial room", kind="Joint paper", title="Room", line="Adopted", language="en", direction="ltr"
)
ARABIC = Card(
    publisher="غرفة التجربة", kind="ورقة", title="مساحة S/2254", line="اعتُمدت", language="ar", direction="rtl"
)


@pytest.mark.parametrize("card", [ENGLISH, ARABIC])
def test_a_card_is_a_picture_of_1200_by_630(card: Card) -> None:
    picture = to_png(card)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert to_png(card) == picture


@pytest.mark.parametrize("title", ["", "word " * 200, "x" * 500, "#set page(width: 1cm)", "نص " * 200])
def test_no_title_makes_it_fail(title: str) -> None:
    card = Card(publisher="", kind="", title=title, line="", language="en", direction="ltr")
    assert to_png(card).startswith(b"\x89PNG")


def test_what_is_too_long_is_cut_at_a_word() -> None:
    assert shortened("one two three", 20) == "one two three"
    assert shortened("one two, three", 10) == "one two…"
    assert shortened("two\nlines", 20) == "two lines"
