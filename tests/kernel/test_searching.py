"""Words are looked for as they are folded, and a search nobody typed a word of asks for nothing."""

import pytest
from django.db.models import Q

from supportroom.kernel.searching import MOST_WORDS, holding
from supportroom.people.models import Competence
from tests.factories.selection import make_competence

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["أحمد", "احمد", "أحْمد", "AHMED احمد", "100%"])
def test_every_word_must_be_held_and_signs_of_patterns_mean_nothing(typed: str) -> None:
    one, _other = make_competence("أحمد Ahmed 100"), make_competence("Salma")
    assert list(Competence.objects.filter(holding(typed))) == [one]
    assert not Competence.objects.filter(holding("_hmed")).exists()


def test_no_word_means_everything_and_further_words_are_not_asked() -> None:
    one = make_competence("Salma")
    assert holding(" - ") == Q()
    assert list(Competence.objects.filter(holding("salma " * MOST_WORDS + "nobody"))) == [one]
    assert not Competence.objects.filter(holding("salma nobody")).exists()
