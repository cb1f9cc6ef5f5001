"""Which earlier outcomes a topic speaks of, by the words that both have in common. Pure."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log, sqrt

from supportroom.kernel.arabic import fold
from supportroom.kernel.multilingual import MultilingualText
from supportroom.topics.sources import Source

# What Arabic writes together with a word, folded; the longest first.
_TOGETHER = ("وبال", "وال", "بال", "كال", "فال", "لل", "ال", "و")
_SHORTEST = 3
_REMEMBERED = 4096  # texts: what is offered is compared at each look at a topic


def words_in(text: str) -> frozenset[str]:
    """Give the words of a text that tell anything: folded, without what is written together with them."""
    return _telling(fold(text))


@lru_cache(_REMEMBERED)
def _telling(folded: str) -> frozenset[str]:
    words = {_bare(word) if word.startswith(_TOGETHER) else word for word in set(folded.split())}
    return frozenset(word for word in words if len(word) >= _SHORTEST)


def _bare(word: str) -> str:
    for beginning in _TOGETHER:
        if word.startswith(beginning) and len(word) - len(beginning) >= _SHORTEST:
            return word.removeprefix(beginning)
    return word


def all_words_in(text: MultilingualText) -> frozenset[str]:
    """Give the words of a text in all its languages."""
    return words_in(" ".join(text.texts.values()))


def best_first(sources: Iterable[Source], title: MultilingualText | str) -> list[tuple[Source, int]]:
    """Put sources in order by the words that they have in common with a title; those without any as they came.

    A word tells the more the fewer sources have it, and the shorter the text in which it stands.
    Each comes with how many words it has in common.
    """
    wanted = words_in(title) if isinstance(title, str) else all_words_in(title)
    known = [(source, _telling(source.folded) if source.folded else all_words_in(source.words)) for source in sources]
    having = Counter(word for _source, words in known for word in words & wanted)
    rarity = {word: log(1 + len(known) / count) for word, count in having.items()}

    def told(words: frozenset[str]) -> float:
        return sum(rarity[word] for word in words & wanted) / sqrt(len(words) or 1)

    ordered = sorted(known, key=lambda pair: -told(pair[1]))
    return [(source, len(wanted & words)) for source, words in ordered]
