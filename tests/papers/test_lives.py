"""Every step of a paper's life, allowed and refused; the floors above take them."""

import pytest

from supportroom.kernel.errors import DomainError
from supportroom.papers.lifecycle import PAPER
from supportroom.papers.vocabulary import PAPER_NEXT, PAPER_STATES, TONES, WRITABLE

STEPS = {
    ("drafting", "open_window"): "in_comment",
    ("answering", "open_window"): "in_comment",
    ("in_comment", "close_window"): "answering",
    ("answering", "make_joint"): "joint",
    ("joint", "adopt"): "adopted",
    ("joint", "turn_down"): "answering",
    ("adopted", "send_to_office"): "with_office",
    ("with_office", "end_review"): "deciding",
    ("deciding", "release"): "released",
    ("deciding", "hold_back"): "held_back",
    ("held_back", "ask_again"): "deciding",
    ("released", "publish"): "published",
}


@pytest.mark.parametrize("state", PAPER.states)
@pytest.mark.parametrize("verb", PAPER.verbs)
def test_a_paper_takes_the_steps_of_its_table_and_no_other(state: str, verb: str) -> None:
    if (state, verb) in STEPS:
        assert PAPER.step(state, verb).target == STEPS[state, verb]
        return
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        PAPER.step(state, verb)


def test_every_state_has_its_word_its_tone_and_what_happens_next() -> None:
    assert set(PAPER.states) == set(PAPER_STATES) == set(PAPER_NEXT) == set(TONES)
    assert set(WRITABLE) == {"drafting", "answering"}
