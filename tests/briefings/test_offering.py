"""Passages are offered across languages, and often enough the right ones: the floors are of words alone."""

import pytest

from supportroom.briefings.actions import note_nearness
from supportroom.briefings.cutting import MOST_WORDS, passages_of, sentences_of
from supportroom.briefings.encoding import compare, is_here, nearest
from supportroom.briefings.lexicon import field_ideas, lexicon_with
from supportroom.briefings.models import Nearness, Passage
from supportroom.briefings.offering import Asked, Offering
from supportroom.briefings.offers import marked, offers_for, room_lexicon
from supportroom.briefings.quoting import passage_with, stands_in
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.stems import telling_stems
from tests.factories.briefings import a_briefing
from tests.factories.glossary import a_term
from tests.factories.offered import (
    ARABIC,
    BRIEFINGS,
    ENGLISH,
    HELD_OUT,
    PLAINLY,
    briefing,
    glossary,
    ranks,
    recall,
    recommendations,
)
from tests.factories.register import a_recommendation
from tests.factories.rounds import words

ALL = slice(None)


def offering(*texts: str, groups: list[list[str]] | None = None) -> Offering:
    return Offering([(at, telling_stems(text)) for at, text in enumerate(texts, start=1)], lexicon_with(groups or []))


def test_there_are_pairs_enough_in_briefings_long_enough() -> None:
    pairs = sum(len(briefing(language).speaks_of) for language in BRIEFINGS)
    keys = {row["key"] for row in recommendations()}
    assert pairs >= 2 * 60
    for language in BRIEFINGS:
        found = briefing(language)
        assert set(found.speaks_of) == keys
        assert sum(len(text.split()) for _number, text in found.passages) > 4950
        assert len(found.passages) > len(keys) * 1.3, "passages that lead astray"


def test_words_alone_offer_the_right_passage_often_enough_to_be_used() -> None:
    lexicon = lexicon_with()
    for text in BRIEFINGS:
        for spoken in BRIEFINGS:
            places = list(ranks(lexicon, text, [spoken], ALL))
            assert recall(places, 3) >= 0.6, (text, spoken)
            assert recall(places, 5) >= 0.7, (text, spoken)
            assert recall(list(ranks(lexicon, text, [spoken], PLAINLY)), 1) == 1, (text, spoken)
            assert recall(list(ranks(lexicon, text, [spoken], HELD_OUT)), 5) >= 0.7, (text, spoken)


def test_the_list_and_the_glossary_are_what_leads_across_languages() -> None:
    bare, field, with_glossary = lexicon_with(field=False), lexicon_with(), lexicon_with(glossary())
    found = {name: list(ranks(each, ENGLISH, [ARABIC], ALL)) for name, each in (("bare", bare), ("field", field))}
    assert recall(found["bare"], 5) == 0
    assert recall(found["field"], 5) > 0.7
    last = [recall(list(ranks(each, ARABIC, [ENGLISH], HELD_OUT)), 5) for each in (field, with_glossary)]
    assert last[1] > last[0]


@pytest.mark.encoder
def test_with_the_encoder_it_is_found_more_often() -> None:
    asked = {row["key"]: [row["arabic"]] for row in recommendations()}
    near = nearest(asked, briefing(ENGLISH).passages)
    lexicon = lexicon_with()
    alone, together = (list(ranks(lexicon, ENGLISH, [ARABIC], ALL, each)) for each in (None, near))
    assert recall(together, 5) > recall(alone, 5)


def test_the_list_of_the_fields_words_has_both_languages_on_every_line() -> None:
    for idea, forms in field_ideas().items():
        scripts = {any("\u0600" <= letter <= "\u06ff" for letter in "".join(form)) for form in forms}
        assert scripts == {True, False}, idea


def test_the_seldom_word_counts_more_and_a_passage_with_nothing_in_common_is_not_offered() -> None:
    found = offering(
        "The committee met and the committee spoke.", "A committee for detainees.", "Bread.", "Committee bread."
    ).offers(Asked(["the committee and the detainees"]))
    assert found[0].number == 2
    assert 3 not in [offer.number for offer in found]
    assert offering("Bread.").offers(Asked([""])) == []
    assert offering().offers(Asked(["bread"])) == []


def test_a_form_of_several_words_is_one_idea_and_its_words_still_count() -> None:
    found = offering("A truce holds.", "Fire in the forest.", "They stop and fire.").offers(Asked(["وقف إطلاق النار"]))
    assert [offer.number for offer in found] == [1, 3]
    words_at_the_end = lexicon_with().terms(telling_stems("They want an air strike"))
    assert max(last for _terms, _first, last in words_at_the_end) == 3
    groups = [["guardianship", "الولاية"]]
    assert offering("On guardianship.", groups=groups).offers(Asked(["عن الولاية"]))[0].terms == {"#term 0"}
    assert offering("On guardianship.").offers(Asked(["عن الولاية"])) == []


def test_the_heading_helps_and_the_encoder_brings_in_what_no_word_finds() -> None:
    texts = ("Nobody has seen a judge.", "The weather was fine in the camp.", "It rained.")
    assert offering(*texts).offers(Asked(["Let them out."], headings=["The judiciary"]))[0].number == 1
    found = offering(*texts).offers(Asked(["Free the detainees."]), {1: 0.6, 3: 0.1})
    assert [(offer.number, offer.is_near) for offer in found] == [(1, True)]


def test_a_text_is_cut_at_its_paragraphs_and_long_ones_at_their_sentences() -> None:
    long = " ".join(f"This is sentence number {number} of a long paragraph that goes on." for number in range(40))
    text = f"Briefing\r\n\r\nA paragraph that was\nbroken by hand into\nthree lines of text.\n\n{long}\n\nThank you."
    cut = passages_of(text)
    assert cut[0] == "Briefing A paragraph that was broken by hand into three lines of text."
    assert cut[-1].endswith("Thank you.")
    assert all(len(piece.split()) <= MOST_WORDS * 1.3 for piece in cut)
    assert " ".join(cut).split() == text.split()
    lines = "\n".join(
        f"Line {number} is a paragraph of its own, as some files have them: {'word ' * 30}." for number in (1, 2)
    )
    assert len(passages_of(lines)) == 2
    assert passages_of("Short.") == ["Short."]
    assert sentences_of("هل نبقى؟ نعم. “Yes.” They said so.") == ["هل نبقى؟", "نعم.", "“Yes.”", "They said so."]


def test_a_quotation_is_found_however_it_is_typed_and_only_whole() -> None:
    text = "قال: «إنَّ المُعتقلين» عادوا إلى بيوتهم."
    assert stands_in("ان المعتقلين عادوا", text)
    assert not stands_in("معتقلين عادوا", text)
    assert not stands_in("…", text)
    rows = [Passage(number=1, text="One."), Passage(number=2, text=text)]
    assert passage_with("إلى بيوتهم", rows) is rows[1]
    assert passage_with("nowhere", rows) is None


def test_words_in_common_are_told_from_the_others() -> None:
    text = "<b>Detainees</b> & a truce: the prisoners' wife."
    assert marked(text, frozenset({"#prisoner"}), lexicon_with()) == [
        ("<b>", False), ("Detainees", True), ("</b> & a truce: the ", False), ("prisoners", True), ("' wife.", False),
    ]  # fmt: skip


def test_every_offer_can_be_marked_and_no_letter_of_it_is_lost() -> None:
    lexicon = lexicon_with()
    for language in BRIEFINGS:
        texts = dict(briefing(language).passages)
        found = Offering([(number, telling_stems(text)) for number, text in texts.items()], lexicon)
        for row in recommendations():
            for offer in found.offers(Asked([row[ENGLISH], row[ARABIC]])):
                pieces = marked(texts[offer.number], offer.terms, lexicon)
                assert "".join(words for words, _common in pieces) == texts[offer.number]
                assert any(common for _words, common in pieces)


def test_a_room_offers_by_its_glossary_and_by_what_the_encoder_said(room: None, clock: None) -> None:
    briefed = a_briefing(
        "The guardianship of mothers is denied.\n\n" * 1
        + "Bread is dear and nobody can pay for it any more.\n\nThe sea is calm today, as we are told by fishermen."
    )
    asked = a_recommendation(text=words("On the rule of the uncle.", "بشأن الولاية على الأولاد."))
    passages = list(briefed.passages.all())
    assert offers_for(briefed, asked, passages) == []
    a_term("guardianship", "الولاية", forms={"en": ["custody of children"]})
    assert [offer.passage.number for offer in offers_for(briefed, asked, passages)] == [1]
    note_nearness(actor=SYSTEM, briefing=briefed, near={str(asked.pk): [(2, 0.4), (99, 0.3)]}, of="x")
    note_nearness(actor=SYSTEM, briefing=briefed, near={str(asked.pk): [(2, 0.5), (1, 0.2)]}, of="y")
    assert [offer.passage.number for offer in offers_for(briefed, asked, passages)][:2] == [1, 2]
    assert Nearness.objects.get().of == "y"
    assert room_lexicon() is not None


def test_without_the_encoder_nothing_is_compared_and_nothing_fails(room: None, clock: None) -> None:
    a_briefing()
    if not is_here():
        assert compare() == 0
        with pytest.raises(RuntimeError):
            nearest({"1": ["bread"]}, [(1, "bread")])
    assert not Nearness.objects.exists()
