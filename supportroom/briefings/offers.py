"""What the software offers a reader: passages of a briefing that may concern a recommendation, with what to look at."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from supportroom.briefings.lexicon import Lexicon, lexicon_with
from supportroom.briefings.models import Briefing, Nearness, Passage
from supportroom.briefings.offering import MOST, Asked, Offer, Offering
from supportroom.glossary.queries import public_terms
from supportroom.kernel.stems import telling_stems
from supportroom.register.models import Recommendation

Piece = tuple[str, bool]
_WORD = re.compile(r"[\w\u064b-\u065f]+")


@dataclass(frozen=True)
class Offered:
    """A passage that may concern a recommendation, and why it is offered: its text in `pieces`, each with whether it is
    in common, and whether its meaning is near.
    """

    passage: Passage
    pieces: Sequence[Piece]
    score: int
    is_near: bool


def room_lexicon() -> Lexicon:
    """Give the field's words together with the released terms of the room's glossary; one query."""
    return lexicon_with(glossary_groups())


def glossary_groups() -> list[list[str]]:
    """Give, for each released term, its names and other forms in all languages."""
    rows = public_terms().only("name", "forms")
    return [[*term.name.texts.values(), *(word for words in term.forms.values() for word in words)] for term in rows]


def asked_by(recommendation: Recommendation) -> Asked:
    """Give what a recommendation asks, in all its languages."""
    return Asked(list(recommendation.text.texts.values()), list(recommendation.heading.texts.values()))


def offering_of(passages: Iterable[Passage], lexicon: Lexicon) -> Offering:
    """Make a briefing's passages ready to be compared."""
    return Offering([(passage.number, passage.stems.split()) for passage in passages], lexicon)


def offers_for(briefing: Briefing, recommendation: Recommendation, passages: Sequence[Passage]) -> list[Offered]:
    """Give the passages of a briefing that may concern a recommendation, the best first; two queries."""
    lexicon = room_lexicon()
    kept = Nearness.objects.filter(briefing=briefing).values_list("near", flat=True).first() or {}
    near = {int(number): float(value) for number, value in kept.get(str(recommendation.pk), ())}
    by_number = {passage.number: passage for passage in passages}
    near = {number: value for number, value in near.items() if number in by_number}
    found = offering_of(passages, lexicon).offers(asked_by(recommendation), near, MOST)
    return [_offered(by_number[offer.number], offer, lexicon) for offer in found]


def _offered(passage: Passage, offer: Offer, lexicon: Lexicon) -> Offered:
    return Offered(passage, marked(passage.text, offer.terms, lexicon), round(offer.score * 100), offer.is_near)


def marked(text: str, terms: frozenset[str], lexicon: Lexicon) -> list[Piece]:
    """Give a text in pieces, each with whether its words stand for any of these terms."""
    words = [(found.start(), found.end(), stem) for found in _WORD.finditer(text) for stem in telling_stems(found[0])]
    chosen: set[int] = set()
    for named, first, last in lexicon.terms([stem for _start, _end, stem in words]):
        if named & terms:
            chosen.update(range(first, last))
    return [piece for piece in _pieces(text, sorted({words[at][:2] for at in chosen})) if piece[0]]


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    for (_start, before), (start, end) in pairwise([(0, 0), *spans, (len(text), len(text))]):
        yield text[before:start], False
        yield text[start:end], True
