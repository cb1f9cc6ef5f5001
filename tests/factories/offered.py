"""What offering is measured by: two briefings that we invented, and what a room may have asked, in both languages.

`tests/briefings/offered/`: each briefing has about 5,000 words; `@key` stands before the passage that speaks of the
recommendation of this key, all other passages lead astray. Facts are public ones or invented, the words are ours.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from supportroom.briefings.lexicon import Lexicon
from supportroom.briefings.offering import Asked, Offering
from supportroom.kernel.stems import telling_stems

FOLDER = Path(__file__).resolve().parent.parent / "briefings" / "offered"
ENGLISH, ARABIC = "english", "arabic"
BRIEFINGS = (ENGLISH, ARABIC)
# The first were written to say it in other words, the next to say it plainly; the last after everything was settled:
# the list of words, the weights. They tell what a room can expect of words alone.
IN_OTHER_WORDS, PLAINLY, HELD_OUT = slice(0, 36), slice(36, 48), slice(48, None)
Near = Mapping[str, Sequence[tuple[int, float]]]


@dataclass(frozen=True)
class Text:
    """A briefing's passages by number, and the number of the one that speaks of each recommendation."""

    passages: Sequence[tuple[int, str]]
    speaks_of: Mapping[str, int]


@cache
def briefing(language: str) -> Text:
    """Give the invented briefing in a language."""
    blocks = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").split("\n\n")
    passages, speaks_of = [], {}
    for number, block in enumerate(blocks, start=1):
        text = block.strip()
        if text.startswith("@"):
            key, text = text[1:].split(" ", 1)
            speaks_of[key] = number
        passages.append((number, text))
    return Text(passages, speaks_of)


@cache
def recommendations() -> list[dict[str, str]]:
    """Give what was asked: key, english, arabic."""
    with (FOLDER / "recommendations.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def glossary() -> list[list[str]]:
    """Give groups of forms as a room's glossary may have them."""
    with (FOLDER / "glossary.csv").open(encoding="utf-8", newline="") as file:
        return [[form.strip() for side in row.values() for form in side.split(",")] for row in csv.DictReader(file)]


def ranks(
    lexicon: Lexicon | None, text: str, spoken: Sequence[str], part: slice, near: Near | None = None
) -> Iterator[int]:
    """Give the place at which the right passage of a briefing is offered for each recommendation; 0: not at all.

    `spoken` are the languages in which it is worded; without a lexicon the encoder's nearness alone decides.
    """
    found = briefing(text)
    passages = [(number, telling_stems(words)) for number, words in found.passages]
    offering = Offering(passages, lexicon) if lexicon else None
    for row in recommendations()[part]:
        said = dict(near[row["key"]]) if near else {}
        if offering:
            numbers = [offer.number for offer in offering.offers(Asked([row[each] for each in spoken]), said, 10)]
        else:
            numbers = sorted(said, key=lambda number: -said[number])
        wanted = found.speaks_of[row["key"]]
        yield numbers.index(wanted) + 1 if wanted in numbers else 0


def recall(places: Sequence[int], most: int) -> float:
    """Give the share of recommendations whose passage is among the first so many."""
    return sum(0 < place <= most for place in places) / len(places)
