"""Which earlier outcomes a topic speaks of, by the words that both have in common. Pure."""

from collections.abc import Iterable

from supportroom.kernel.arabic import fold
from supportroom.kernel.multilingual import MultilingualText
from supportroom.topics.sources import Source

# What Arabic writes together with a word, folded; the longest first.
_TOGETHER = ("وبال", "وال", "بال", "كال", "فال", "لل", "ال", "و")
_SHORTEST = 3


def words_in(text: str) -> frozenset[str]:
    """Give the words of a text that tell anything: folded, without what is written together with them."""
    return frozenset(word for word in map(_bare, fold(text).split()) if len(word) >= _SHORTEST)


def _bare(word: str) -> str:
    for beginning in _TOGETHER:
        if word.startswith(beginning) and len(word) - len(beginning) >= _SHORTEST:
            return word.removeprefix(beginning)
    return word


def all_words_in(text: MultilingualText) -> frozenset[str]:
    """Give the words of a text in all its languages."""
    return words_in(" ".join(text.texts.values()))


def best_first(sources: Iterable[Source], title: MultilingualText | str) -> list[tuple[Source, int]]:
    """Put sources in order by how many words they have in common with a title; those without any as they came."""
    wanted = words_in(title) if isinstance(title, str) else all_words_in(title)
    scored = [(source, len(wanted & all_words_in(source.words))) for source in sources]
    return sorted(scored, key=lambda pair: -pair[1])
