"""References in a text and a bibliography, in a style of citation: the papers above ask this.

A citation in a text, `[@hamdan2021, p. 12]`, becomes a number, and a footnote with the style's words. A source is
written in its own script: an Arabic one with Arabic words and signs (ص، وآخرون), a Latin one with those of the text's
language or, in an Arabic text, English ones. A bibliography begins with the sources in the script of the text.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from supportroom.kernel.arabic import fold
from supportroom.library.keys import CLUSTER, Cited, cited_in, clusters_in, plain_key
from supportroom.library.models import Source
from supportroom.library.script import is_arabic
from supportroom.library.vocabulary import NOTES
from supportroom.library.writing import ARABIC, ENGLISH, entry_of, note_of

_LOCALES: Final = {"ar": ARABIC, "en": ENGLISH, "fr": "fr-FR", "de": "de-DE", "tr": "tr-TR", "es": "es-ES"}


def keys_in(text: str) -> list[str]:
    """Give the keys that a text cites, each once, in plain form, in the order of their first citation."""
    return list(dict.fromkeys(cited.key for cluster in clusters_in(text) for cited in cluster))


def unknown_in(text: str, sources: Iterable[Source]) -> list[str]:
    """Give the keys of a text that no source has."""
    known = {plain_key(source.key) for source in sources}
    return [key for key in keys_in(text) if key not in known]


def cite(
    text: str, sources: Sequence[Source], style: str = NOTES, language: str = "en", *, first: int = 1
) -> tuple[str, list[str]]:
    """Give a text with `[1]`, `[2]` … in place of its citations, and the footnotes' words in that order.

    The numbers begin with `first`. What no source answers to stays as it was written.
    """
    citer = Citer(sources, style, language, first=first)
    return citer.cite(text), citer.footnotes


def bibliography(sources: Iterable[Source], style: str = NOTES, language: str = "en") -> list[str]:
    """Give the sources as entries of a bibliography, in the order of the alphabet, those in the text's script first."""
    own = _LOCALES.get(language, ENGLISH)
    entries = [
        (locale, entry_of(source, style, locale)) for source in sources for locale in [_locale_of(source, language)]
    ]
    return [words for _locale, words in sorted(entries, key=lambda pair: (pair[0] != own, fold(pair[1])))]


def reference_of(source: Source, language: str, style: str = NOTES) -> str:
    """Give one source as an entry of a bibliography."""
    return next(iter(bibliography([source], style, language)), source.title)


class Citer:
    """Cites through a whole text, piece by piece: numbers go on, and a source is written short the second time."""

    def __init__(self, sources: Iterable[Source], style: str = NOTES, language: str = "en", *, first: int = 1) -> None:
        """Take the sources that may be cited, the style, the language of the text, and the first number."""
        self.sources = {plain_key(source.key): source for source in sources}
        self.style, self.language, self.first = style, language, first
        self.footnotes: list[str] = []
        self.cited: dict[str, Source] = {}

    def cite(self, text: str) -> str:
        """Give the text with numbers; the footnotes' words are added to `footnotes`, the sources to `cited`."""
        return CLUSTER.sub(lambda found: self._number(found[0], cited_in(found[1])), text)

    def _number(self, written: str, cluster: list[Cited]) -> str:
        if any(cited.key not in self.sources for cited in cluster):
            return written
        parts = [self._written(cited) for cited in cluster]
        self.footnotes.append(_joined(parts, is_arabic(parts[0])))
        return f"[{len(self.footnotes) - 1 + self.first}]"

    def _written(self, cited: Cited) -> str:
        source = self.sources[cited.key]
        again = cited.key in self.cited
        self.cited.setdefault(cited.key, source)
        return note_of(source, self.style, _locale_of(source, self.language), place=cited.place, again=again)


def _locale_of(source: Source, language: str) -> str:
    """Give in whose words a source is written: Arabic ones if it is written in Arabic letters."""
    if is_arabic(source.title):
        return ARABIC
    locale = _LOCALES.get(language, ENGLISH)
    return ENGLISH if locale == ARABIC else locale


def _joined(parts: Sequence[str], arabic: bool) -> str:  # noqa: FBT001 - a fact about the first part
    ends = [part.removesuffix(".") for part in parts[:-1]]
    return ("؛ " if arabic else "; ").join([*ends, parts[-1]])
