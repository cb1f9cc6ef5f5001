"""The index that a small script searches where there is no server: for each language one file, compact. Pure.

Words are folded and stemmed here, as everywhere; the script folds what is typed and finds its stem in the table of the
words that stand in the texts, so that no second stemmer has to agree with ours.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from supportroom.kernel.arabic import fold
from supportroom.kernel.stems import stem_of

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
EXCERPT: Final = 160


@dataclass(frozen=True)
class Text:
    """One published text: where it lies in the copy, what it says."""

    title: str
    words: str
    file: str
    kind: str
    day: str


def to_script(texts: Sequence[Text]) -> bytes:
    """Write the index of these texts as a script that hands it over.

    `texts`: title, file, kind, day, beginning. `stems`: all stems, spaced; `lists`: for each the texts that hold it, as
    differences in base 36 with a `+` where it stands in the title; `forms`: words that are not their own stem, with its
    place.
    """
    stems, forms, lists = _index(texts)
    places = {stem: place for place, stem in enumerate(stems)}
    content = {
        "texts": [[one.title, one.file, one.kind, one.day, _beginning(one.words)] for one in texts],
        "stems": " ".join(stems),
        "lists": " ".join(lists),
        "forms": " ".join(f"{form}:{_base36(places[stem])}" for form, stem in sorted(forms.items())),
    }
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"window.offlineIndex={written};\n".encode()


def _index(texts: Sequence[Text]) -> tuple[list[str], dict[str, str], list[str]]:
    holds: dict[str, dict[int, bool]] = {}
    forms: dict[str, str] = {}
    for number, one in enumerate(texts):
        for words, is_title in ((one.title, True), (one.words, False)):
            for word in set(fold(words).split()):
                stem = stem_of(word)
                if stem != word:
                    forms[word] = stem
                holds.setdefault(stem, {}).setdefault(number, is_title)
    stems = sorted(holds)
    return stems, forms, [_differences(holds[stem].items()) for stem in stems]


def _differences(places: Iterable[tuple[int, bool]]) -> str:
    parts, last = [], 0
    for number, is_title in places:
        parts.append(_base36(number - last) + ("+" if is_title else ""))
        last = number
    return ".".join(parts)


def _base36(number: int) -> str:
    written = ""
    while True:
        number, digit = divmod(number, 36)
        written = _DIGITS[digit] + written
        if not number:
            return written


def _beginning(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= EXCERPT else line[:EXCERPT].rpartition(" ")[0] + "…"
