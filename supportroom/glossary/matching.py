"""Which words of a text are terms: pure rules on plain values, whatever a word looks like on the page.

A word is compared folded, and read in the ways in which Arabic writes it: with the article, and with the little words
that are written onto it (wa-, fa-, bi-, li-, ka-); in Latin letters also in the plural. Of two terms that overlap the
longer one is found. What stands in quotation marks is a name that somebody gave: it is left alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from supportroom.kernel.arabic import fold
from supportroom.kernel.multilingual import direction_of

_WORD: Final = re.compile(r"[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+")
_BETWEEN: Final = re.compile("[\\s\u200e\u200f\u061c\u00ad'’‐‑–-]{1,8}")
_QUOTED: Final = re.compile(r"\"[^\"\n]{1,160}\"|“[^“”\n]{1,160}”|„[^„“”\n]{1,160}[“”]|«[^«»\n]{1,160}»")
_WITH_ARTICLE: Final = re.compile(r"(?:[وف])?(?:[بك])?ال(?=\w{2})")
_WITH_LI: Final = re.compile(r"(?:[وف])?لل(?=\w{2})")
_WITHOUT: Final = re.compile(r"(?:[وف][بلك]|[وفبلك])(?=\w{4})")
_SHORTER: Final = re.compile(r"(?:[وف][بلك]|[وفبلك])(?=\w{3}$)")  # of a phrase alone: else "wahid" has "ahad" in it
_LATIN: Final = re.compile(r"[a-z]+")
SHORTEST: Final = 2
SHORT_CAPITALS: Final = 5


@dataclass(frozen=True)
class Known:
    """A term by its key, with every form under which a text may use it, by language."""

    key: str
    forms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Found:
    """A term in a text: from which character to which, and its key."""

    start: int
    end: int
    key: str


@dataclass(frozen=True)
class _Form:
    words: tuple[str, ...]
    key: str
    as_written: str = ""  # capitals that are another word in small letters: US, us


@dataclass
class Lexicon:
    """The terms that texts in one language are searched for; those of the other writing direction with them."""

    language: str
    known: Iterable[Known]
    _by_first: dict[str, list[_Form]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Order the forms by their first word."""
        for term in self.known:
            for form in _forms_for(term, self.language):
                words = tuple(fold(form).split())
                if words and len("".join(words)) >= SHORTEST and not "".join(words).isdigit():
                    capitals = form if form.isupper() and form.isascii() and len(form) <= SHORT_CAPITALS else ""
                    self._by_first.setdefault(words[0], []).append(_Form(words, term.key, capitals))

    def find(self, text: str) -> list[Found]:
        """Give the terms in a plain text in its order; the longer one where two overlap."""
        words = [(match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(text)]
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        hits = [hit for at in range(len(words)) for hit in self._from(at, words, text)]
        taken: list[Found] = []
        for hit in sorted(hits, key=lambda each: (each.start - each.end, each.start)):
            spans = [*quoted, *((each.start, each.end) for each in taken)]
            if not any(start < hit.end and hit.start < end for start, end in spans):
                taken.append(hit)
        return sorted(taken, key=lambda each: each.start)

    def _from(self, at: int, words: list[tuple[int, int, str]], text: str) -> Iterator[Found]:
        """Give every form that begins with the word at this place."""
        word = words[at][2]
        forms = [form for reading in readings(word) for form in self._by_first.get(reading, ())]
        if head := _SHORTER.match(word):
            forms += [form for form in self._by_first.get(word[head.end() :], ()) if len(form.words) > 1]
        for form in forms:
            last = at + len(form.words) - 1
            if last < len(words) and _stands(form, at, words, text):
                yield Found(words[at][0], words[last][1], form.key)


def _forms_for(term: Known, language: str) -> Iterator[str]:
    direction = direction_of(language)
    for code, forms in term.forms.items():
        if code == language or direction_of(code) != direction:
            yield from forms


def _stands(form: _Form, at: int, words: list[tuple[int, int, str]], text: str) -> bool:
    if form.as_written and text[words[at][0] : words[at][1]] != form.as_written:
        return False
    for step, word in enumerate(form.words[1:], start=1):
        if not _BETWEEN.fullmatch(text, words[at + step - 1][1], words[at + step][0]):
            return False
        if word not in readings(words[at + step][2]):
            return False
    return True


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[str, ...]:
    """Give a folded word as it stands and in every way in which it can be read, without what is written onto it."""
    found = [word]
    if _LATIN.fullmatch(word):
        found += _singulars(word)
    elif head := _WITH_ARTICLE.match(word):
        found += ["ال" + word[head.end() :], word[head.end() :]]
    elif head := _WITH_LI.match(word):
        rest = word[head.end() :]
        found += [f"ال{rest}", rest, f"الل{rest}", f"ل{rest}"]  # the second lam may be the word's own
    if head := _WITHOUT.match(word):
        found.append(word[head.end() :])
    return tuple(dict.fromkeys(found))


def _singulars(word: str) -> list[str]:
    if len(word) < SHORT_CAPITALS or not word.endswith("s") or word.endswith("ss"):
        return []
    if word.endswith("ies"):
        return [f"{word[:-3]}y"]
    return [word[:-1], word[:-2]] if word.endswith("es") else [word[:-1]]
