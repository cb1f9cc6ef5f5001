"""Which passages of a briefing may concern a recommendation, the best first, with why. Pure.

Words count as in BM25: those of which the briefing speaks seldom count more, and a long passage is not favoured. The
words are stems; what the lexicon knows (the field's words, the glossary) counts as one idea in every language, so that
an Arabic recommendation finds an English passage. Where the sentence encoder has compared meanings, its nearness is
added: it finds what is said in other words, and is blind to stance, so that a person always decides.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Final

from supportroom.briefings.lexicon import Lexicon
from supportroom.kernel.stems import stem_of, telling_stems

SATURATION: Final = 1.2
LENGTH: Final = 0.4
MOST: Final = 5
NEAREST: Final = 3  # so many are said to be near in meaning
WEIGHT_OF_HEADING: Final = 0.5
WEIGHT_OF_WORD: Final = 0.6  # a word that is no idea of the lexicon, beside one that is
WEIGHT_OF_MEANING: Final = 1.0
NOWHERE: Final[Mapping[int, float]] = {}
_HOLLOW: Final = frozenset(
    stem_of(word)
    for word in """
    make take keep let set give put come go get see say tell hold bring become begin act work way part place time year
    month day people person one two first good every many well new
    قيام اتخاذ جميع كافه عمل وضع امر شان عام سنه شهر يوم ناس شخص احد اول جديد
    """.split()  # noqa: SIM905 - words, as one reads them
)


@dataclass(frozen=True)
class Asked:
    """What a recommendation asks: its wordings in all languages, and the heading under which it stood."""

    wordings: Sequence[str]
    headings: Sequence[str] = ()


@dataclass(frozen=True)
class Offer:
    """A passage by its number, how well it fits (1 is the best of the briefing), the terms that both have in common,
    and whether its meaning is near (as the encoder says).
    """

    number: int
    score: float
    terms: frozenset[str]
    is_near: bool = False


class Offering:
    """A briefing's passages, ready to be compared with any number of recommendations."""

    def __init__(self, passages: Iterable[tuple[int, Sequence[str]]], lexicon: Lexicon) -> None:
        """Take each passage's number with its stems (`kernel.stems.telling_stems`)."""
        self.lexicon = lexicon
        self._counts = {number: Counter(_terms(lexicon, words)) for number, words in passages}
        self._holders: dict[str, list[int]] = {}
        for number, counts in self._counts.items():
            for term in counts:
                self._holders.setdefault(term, []).append(number)

    @cached_property
    def _lengths(self) -> dict[int, float]:
        """How long each passage is, in terms of the mean."""
        totals = {number: counts.total() for number, counts in self._counts.items()}
        mean = sum(totals.values()) / (len(totals) or 1) or 1
        return {number: total / mean for number, total in totals.items()}

    def offers(self, asked: Asked, near: Mapping[int, float] = NOWHERE, most: int = MOST) -> list[Offer]:
        """Give the passages that may concern what is asked, the best first; `near` is what the encoder said."""
        weights = self._weights(asked)
        scores: dict[int, float] = dict.fromkeys(near, 0.0)
        for term, weight in weights.items():
            for number in self._holders.get(term, ()):
                scores[number] = scores.get(number, 0.0) + weight * self._share(number, term)
        best = max(scores.values(), default=0.0) or 1.0
        added = _spread(near)
        ranked = {number: score / best + WEIGHT_OF_MEANING * added.get(number, 0.0) for number, score in scores.items()}
        chosen = sorted(ranked, key=lambda number: (-ranked[number], number))[:most]
        top = ranked[chosen[0]] if chosen and ranked[chosen[0]] else 1.0
        nearest = set(sorted(near, key=lambda number: -near[number])[:NEAREST])
        both = {number: frozenset(weights.keys() & self._counts[number]) for number in chosen}
        return [
            Offer(number, ranked[number] / top, both[number], number in nearest)
            for number in chosen
            if ranked[number] > 0
        ]

    def _share(self, number: int, term: str) -> float:
        often = self._counts[number][term]
        return often * (SATURATION + 1) / (often + SATURATION * (1 - LENGTH + LENGTH * self._lengths[number]))

    def _weights(self, asked: Asked) -> dict[str, float]:
        """Give each term that is asked for its weight: seldom ones more, those of the heading alone half."""
        weights = {term: WEIGHT_OF_HEADING for text in asked.headings for term in self._terms_of(text)}
        weights |= {term: 1.0 for text in asked.wordings for term in self._terms_of(text)}
        return {term: weight * self._seldom(term) for term, weight in weights.items() if term in self._holders}

    def _terms_of(self, text: str) -> Iterable[str]:
        return _terms(self.lexicon, telling_stems(text))

    def _seldom(self, term: str) -> float:
        holders = len(self._holders[term])
        weight = 1.0 if term.startswith("#") else WEIGHT_OF_WORD
        return weight * log(1 + (len(self._counts) - holders + 0.5) / (holders + 0.5))


def _terms(lexicon: Lexicon, words: Sequence[str]) -> list[str]:
    return [term for terms, _first, _last in lexicon.terms(words) for term in terms if term not in _HOLLOW]


def _spread(near: Mapping[int, float]) -> dict[int, float]:
    """Give nearness from 0 (the least near of those given) to 1 (the nearest): what lies between tells them apart."""
    low, high = min(near.values(), default=0.0), max(near.values(), default=0.0)
    width = (high - low) or 1.0
    return {number: (value - low) / width for number, value in near.items()}
