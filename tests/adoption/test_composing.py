"""Dissent and review inside the paper: the numbers, the opinions, the names and the words that were agreed to."""

import pytest
import time_machine

from supportroom.adoption.actions import agree_words, propose_words, say_no_reservations, translate_opinion
from supportroom.adoption.composing import dissent_blocks, review_blocks
from supportroom.adoption.models import Adoption
from supportroom.kernel.multilingual import multilingual
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.rendering import tree
from supportroom.rendering.pdf import to_pdf
from tests.factories.adoption import (
    a_review,
    an_adopted_paper,
    answer_to,
    decided,
    filed,
    joined,
    noted,
    with_office,
)
from tests.factories.checks import answered
from tests.factories.groups import seat_actor
from tests.factories.papers import freshly
from tests.factories.personas import actor_of
from tests.factories.rounds import words

Clock = time_machine.Traveller


def told(blocks: tuple[tree.Block, ...]) -> str:
    """Give every word of some blocks."""
    return "\n".join(str(block) for block in blocks)


@pytest.fixture
def opposed(joint: Adoption, member: Person, shielded_member: Person, stranger: Person, clock: Clock) -> Paper:
    """An adopted paper with one opinion: a member is named in it, two others are counted."""
    opinion = filed(joint, shielded_member)
    joined(opinion, stranger)
    joined(opinion, member, is_named=True)
    answered(joint.asked, against=[member])
    decided(joint, clock)
    clock.move_to(joint.opinions_until)
    return freshly(joint.paper)


def test_the_numbers_for_and_against_and_each_opinion_stand_under_headings(opposed: Paper) -> None:
    blocks = dissent_blocks(opposed, "en")
    headings = [(block.level, block.anchor) for block in blocks if isinstance(block, tree.Heading)]
    assert headings == [(1, "adoption"), (1, "opposing-opinions"), (2, "opposing-opinion-1")]
    facts = next(dict(block.pairs) for block in blocks if isinstance(block, tree.Facts))
    assert (facts["For"], facts["Against"]) == ("3", "1")
    assert facts["Original adopted"] == "English"


def test_named_are_those_who_agreed_and_the_others_are_a_number(opposed: Paper, member: Person) -> None:
    text = told(dissent_blocks(opposed, "en"))
    assert f"Behind this opinion stand: {member.name}, and 2 members who are counted without a name." in text
    assert "Hidden-Invented" not in text
    assert "Stranger-Invented" not in text


def test_a_translation_that_was_not_confirmed_says_so(
    joint: Adoption, member: Person, interpreter: Person, clock: Clock
) -> None:
    opinion = filed(joint, member)
    translated = opinion.text.reworded("ar", "الأسباب")
    translate_opinion(actor=actor_of(interpreter), opinion=opinion, title=opinion.title, text=translated)
    decided(joint, clock)
    assert sum(isinstance(block, tree.Note) for block in dissent_blocks(joint.paper, "ar")) == 3
    assert sum(isinstance(block, tree.Note) for block in dissent_blocks(joint.paper, "en")) == 2


def test_an_opinion_in_another_language_stands_in_its_own_direction(
    joint: Adoption, member: Person, clock: Clock
) -> None:
    from supportroom.adoption.actions import file_opinion

    reasons = multilingual("ar", ar="لم نُسأل.\n\nولم يُكتب شيء عن المخيمات.")
    file_opinion(actor=actor_of(member), adoption=joint, title=multilingual("ar", ar="ما أُغفل"), text=reasons)
    decided(joint, clock)
    paragraphs = [block for block in dissent_blocks(joint.paper, "en") if isinstance(block, tree.Paragraph)]
    assert [(block.language, block.direction) for block in paragraphs] == [("ar", "rtl"), ("ar", "rtl")]


def test_without_an_opinion_the_paper_says_that_none_was_filed(room: None, clock: Clock) -> None:
    assert "No opposing opinion was filed." in told(dissent_blocks(an_adopted_paper(clock), "en"))


def test_before_the_count_nothing_is_told(joint: Adoption, member: Person) -> None:
    filed(joint, member)
    assert dissent_blocks(joint.paper, "en") == ()
    assert review_blocks(joint.paper, "en") == ()


def test_what_the_office_did_is_told_by_dates_and_outcome_without_its_words(
    room: None, office: Person, clock: Clock
) -> None:
    review = a_review(clock)
    answer_to(noted(review, office, "A canary of the office."))
    proposed = propose_words(actor=actor_of(office), review=review, text=words("A canary of the proposal."))
    text = told(review_blocks(review.paper, "en"))
    assert "canary" not in text
    assert "1 of 1" in text
    agree_words(actor=seat_actor(review.paper.group), words=proposed, seen=proposed.version)
    assert "A canary of the proposal." in told(review_blocks(review.paper, "en"))
    assert "A canary of the office." not in told(review_blocks(review.paper, "en"))


def test_silence_is_told_too(room: None, office: Person, clock: Clock) -> None:
    review = a_review(clock)
    assert "has not said anything yet" in told(review_blocks(review.paper, "en"))
    clock.move_to(review.due_at)
    assert "without a word from the office" in told(review_blocks(review.paper, "en"))
    noted(review, office)
    assert "Notes after the end" in told(review_blocks(review.paper, "en"))


def test_no_reservations_is_told_with_its_day(room: None, office: Person, clock: Clock) -> None:
    review = with_office(an_adopted_paper(clock))
    say_no_reservations(actor=actor_of(office), review=review)
    assert "that it has no reservations" in told(review_blocks(review.paper, "en"))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_it_is_printed(language: str, opposed: Paper) -> None:
    document = tree.Document(
        title="Paper",
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        blocks=dissent_blocks(opposed, language),
        contents=True,
    )
    assert to_pdf(document).startswith(b"%PDF")
