"""Which paragraph of the version in comment a paragraph of somebody's file is: pure, by its words alone.

A file that went through somebody's word processor keeps neither numbers nor ids one could trust; its words it keeps,
or most of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from supportroom.kernel.arabic import fold
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.footnotes import without_notes
from supportroom.papers.versions import Shown

LEAST = 0.6
EXACT = 0.999
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"^\s*\d{1,4}[.)\s]+")


@dataclass(frozen=True)
class Line:
    """A comment of a file as it will be kept: its number in the file, the paragraph, the words."""

    number: int
    text: MultilingualText
    paragraph_id: int | None = None
    proposed: MultilingualText = field(default_factory=MultilingualText)


@dataclass(frozen=True)
class Match:
    """The paragraph that was found, how alike its words are (1 at most), and the language in which they were found."""

    shown: Shown
    likeness: float
    language: str


class Matcher:
    """The paragraphs of a version, ready to be found by words."""

    def __init__(self, shown: Sequence[Shown]) -> None:
        """Take the paragraphs as they were shown."""
        self.wordings = [
            (each, code, Counter(words_of(without_notes(text))))
            for each in shown
            for code, text in each.content.texts.items()
            if text
        ]

    def find(self, text: str) -> Match | None:
        """Give the paragraph whose words these are, all or most of them; None where none is alike enough."""
        sought = Counter(words_of(_NUMBER.sub("", text)))
        if not sought:
            return None
        rated = [Match(each, likeness(sought, words), code) for each, code, words in self.wordings]
        best = max(rated, key=lambda match: match.likeness, default=None)
        return best if best is not None and best.likeness >= LEAST else None


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded."""
    return _WORD.findall(fold(text))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Tell how many words two texts share: twice the shared ones by all of them."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def alike(text: str, others: Iterable[tuple[int, str]], least: float = 0.3) -> list[int]:
    """Give the keys of texts that say something like this one, the most alike first."""
    sought = Counter(words_of(text))
    rated = [(likeness(sought, Counter(words_of(other))), key) for key, other in others]
    return [key for rate, key in sorted(rated, reverse=True) if rate >= least]
