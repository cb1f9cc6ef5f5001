"""References in a text and a bibliography, in a style of citation: the papers above ask this.

A citation in a text, `[@hamdan2021, p. 12]`, becomes a number, and a footnote with the style's words. A source is
written in its own script: an Arabic one with Arabic words and signs (ص، وآخرون), a Latin one with those of the text's
language or, in an Arabic text, English ones. A bibliography begins with the sources in the script of the text.
"""

import io
import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from supportroom.library.csl import csl_of
from supportroom.library.keys import CLUSTER, Cited, cited_in, clusters_in, plain_key
from supportroom.library.models import Source
from supportroom.library.places import read_place
from supportroom.library.script import in_arabic_signs, is_arabic
from supportroom.library.vocabulary import NOTES, STYLES

FOLDER: Final = Path(__file__).parent / "styles"
_ARABIC, _ENGLISH = "ar", "en-GB"
_LOCALES: Final = {"ar": _ARABIC, "en": _ENGLISH, "fr": "fr-FR", "de": "de-DE", "tr": "tr-TR", "es": "es-ES"}
_INITIALS: Final = ' initialize-with="."'  # Arabic names are not shortened to letters
_one_at_a_time = threading.Lock()  # citeproc keeps what it is at in the style


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
    """Give the sources as entries of a bibliography, in the style's order, those in the text's script first."""
    by_locale: dict[str, list[Source]] = {}
    for source in sources:
        by_locale.setdefault(_locale_of(source, language), []).append(source)
    own = _LOCALES.get(language, _ENGLISH)
    ordered = sorted(by_locale, key=lambda locale: locale != own)
    with _one_at_a_time:
        return [entry for locale in ordered for entry in _entries(by_locale[locale], style, locale)]


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
        self._books: dict[str, Any] = {}

    def cite(self, text: str) -> str:
        """Give the text with numbers; the footnotes' words are added to `footnotes`, the sources to `cited`."""
        return CLUSTER.sub(lambda found: self._number(found[0], cited_in(found[1])), text)

    def _number(self, written: str, cluster: list[Cited]) -> str:
        if any(cited.key not in self.sources for cited in cluster):
            return written
        with _one_at_a_time:
            parts = [self._written(cited) for cited in cluster]
        self.footnotes.append(_joined(parts, is_arabic(parts[0])))
        return f"[{len(self.footnotes) - 1 + self.first}]"

    def _written(self, cited: Cited) -> str:
        source = self.sources[cited.key]
        self.cited.setdefault(cited.key, source)
        locale = _locale_of(source, self.language)
        book = self._books.get(locale)
        if book is None:
            mine = [each for each in self.sources.values() if _locale_of(each, self.language) == locale]
            book = self._books[locale] = _book(mine, self.style, locale)
        return _in_words(book, source, cited.place, locale)


def _locale_of(source: Source, language: str) -> str:
    """Give in whose words a source is written: Arabic ones if it is written in Arabic letters."""
    if is_arabic(source.title):
        return _ARABIC
    locale = _LOCALES.get(language, _ENGLISH)
    return _ENGLISH if locale == _ARABIC else locale


@lru_cache(maxsize=8)
def _style(style: str, locale: str) -> Any:
    from citeproc import CitationStylesStyle  # noqa: PLC0415 - megabytes that a room at rest does without

    name = style if style in STYLES else NOTES
    words = (FOLDER / f"{name}.csl").read_text("utf-8")
    words = words.replace(_INITIALS, "") if locale == _ARABIC else words
    return CitationStylesStyle(io.BytesIO(words.encode()), validate=False, locale=locale)


def _book(sources: Sequence[Source], style: str, locale: str) -> Any:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter  # noqa: PLC0415
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    items = [_item(source) for source in sources]
    book = CitationStylesBibliography(_style(style, locale), CiteProcJSON(items), formatter.plain)
    for source in sources:
        book.register(Citation([CitationItem(str(source.pk))]))
    return book


def _item(source: Source) -> Mapping[str, Any]:
    """Give a source for citing: an institution that published its own report is named once."""
    item = {**csl_of(source), "id": str(source.pk)}
    if {"literal": source.publisher} in source.authors:
        del item["publisher"]
    return item


def _in_words(book: Any, source: Source, place: str, locale: str) -> str:
    from citeproc import Citation, CitationItem, Locator  # noqa: PLC0415

    where = read_place(place)
    item = CitationItem(str(source.pk), **({"locator": Locator(*where)} if where else {}))
    citation = Citation([item])
    citation.bibliography = book
    item.bibliography = book
    return _finished(str(book.cite(citation, lambda _item: None)), locale)


def _entries(sources: Sequence[Source], style: str, locale: str) -> list[str]:
    book = _book(sources, style, locale)
    book.sort()
    return [_finished(str(entry), locale) for entry in book.bibliography()]


def _finished(words: str, locale: str) -> str:
    plain = " ".join(words.split()).replace("..", ".")
    return in_arabic_signs(plain) if locale == _ARABIC else plain


def _joined(parts: Sequence[str], arabic: bool) -> str:  # noqa: FBT001 - a fact about the first part
    ends = [part.removesuffix(".") for part in parts[:-1]]
    return ("؛ " if arabic else "; ").join([*ends, parts[-1]])
