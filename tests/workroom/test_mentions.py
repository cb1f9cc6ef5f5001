"""Names after an @, addresses on the web, and the plain rest of a line."""

import pytest

from supportroom.workroom.mentions import LINK, NAME, TEXT, Piece, mentioned_in, pieces

NAMES = {1: "سلمى وردة", 2: "Karim al-Rawi", 3: "Karim Haddad", 4: "هالة"}


@pytest.mark.parametrize(
    ("text", "spoken_to"),
    [
        ("@سلمى وردة هل قرأتِ؟", {1}),
        ("@سلمي ما رأيك", {1}),  # another ya
        ("شكراً @هاله، و@سلمى!", {1, 4}),
        ("@KARIM AL-RAWI: see page 3", {2}),
        ("@Karim", set()),  # two are called so
        ("@Karim  Haddad", set()),  # not one name any more
        ("(@Karim Haddad)", {3}),
        ("karim@haddad.example", set()),
        ("@", set()),
        ("@Karim HaddadX", set()),
        ("https://example.org/@هالة", set()),
        ("", set()),
    ],
)
def test_whom_a_text_speaks_to(text: str, spoken_to: set[int]) -> None:
    assert mentioned_in(text, NAMES) == spoken_to


def test_without_names_nobody_is_spoken_to() -> None:
    assert mentioned_in("@anybody", {}) == set()


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("plain", [Piece(TEXT, "plain")]),
        ("see https://example.org/a.", [Piece(TEXT, "see "), Piece(LINK, "https://example.org/a"), Piece(TEXT, ".")]),
        ("@هالة: نعم", [Piece(NAME, "@هالة"), Piece(TEXT, ": نعم")]),
        ("http://example.org", [Piece(TEXT, "http://example.org")]),
        ("https://me:secret@example.org", [Piece(TEXT, "https://me:secret@example.org")]),
        ("https://localhost", [Piece(TEXT, "https://localhost")]),
    ],
)
def test_a_line_is_cut_into_pieces(line: str, cut: list[Piece]) -> None:
    assert pieces(line, NAMES) == cut


@pytest.mark.parametrize(
    "line", ["@@@", "a @Karim Haddad @سلمى https://example.org/ @", "https://", "@x https://a.b/@هالة"]
)
def test_the_pieces_together_are_the_line_again(line: str) -> None:
    assert "".join(piece.words for piece in pieces(line, NAMES)) == line
