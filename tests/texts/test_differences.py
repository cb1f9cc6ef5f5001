"""Differences, word by word, in both directions."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportroom.texts.differences import ADDED, REMOVED, SAME, Piece, differences


def later(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != REMOVED)


def kinds(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text.strip()) for piece in pieces]


def test_one_word_changed_in_the_middle_is_the_only_change() -> None:
    assert kinds(differences("schools for all children", "schools for every child")) == [
        (SAME, "schools for"),
        (REMOVED, "all children"),
        (ADDED, "every child"),
    ]


def test_an_arabic_word_with_its_article_and_conjunction_is_replaced_whole() -> None:
    assert kinds(differences("حماية المدنيين والمدارس", "حماية المدنيين والمشافي")) == [
        (SAME, "حماية المدنيين"),
        (REMOVED, "والمدارس"),
        (ADDED, "والمشافي"),
    ]


def test_vowel_marks_and_tatweel_do_not_cut_a_word() -> None:
    pieces = differences("مُحَمَّد كـتـب", "مُحَمَّد كتب")
    assert kinds(pieces) == [(SAME, "مُحَمَّد"), (REMOVED, "كـتـب"), (ADDED, "كتب")]


def test_joiners_stay_inside_their_word() -> None:
    assert kinds(differences("می\u200cخواهم", "می\u200cروم")) == [(REMOVED, "می\u200cخواهم"), (ADDED, "می\u200cروم")]


@pytest.mark.parametrize("figure", ["2-5", "1,000", "3.5", "2254/2015", "10:30", "٦٠٠,٠٠٠"])
def test_a_number_stays_in_one_piece(figure: str) -> None:
    pieces = differences(f"قبل {figure} بعد", "قبل 7 بعد")
    assert (REMOVED, figure) in kinds(pieces)


def test_equal_wordings_are_one_piece() -> None:
    assert differences("نص واحد.", "نص واحد.") == (Piece(SAME, "نص واحد."),)


def test_nothing_before_is_all_added() -> None:
    assert differences("", "كلمة جديدة") == (Piece(ADDED, "كلمة جديدة"),)
    assert differences("gone", "") == (Piece(REMOVED, "gone"),)
    assert differences("", "") == ()


WORDS = st.text(alphabet="ابتثج كُم\u064eabc 12-،.()\n🌿", max_size=60)


@given(WORDS, WORDS)
def test_what_is_not_removed_is_the_later_wording(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(later(pieces).split()) == "".join(after.split())
    kept = "".join(piece.text for piece in pieces if piece.kind != ADDED)
    assert "".join(kept.split()) == "".join(before.split())


def test_two_long_texts_are_compared_in_bounded_work() -> None:
    chance = random.Random(7)
    before = [chance.choice(["و", "من", "في", f"كلمة{chance.randrange(900)}"]) for _ in range(2500)]
    after = [word if chance.random() < 0.8 else f"جديد{chance.randrange(900)}" for word in before]
    assert later(differences(" ".join(before), " ".join(after))).split() == after
