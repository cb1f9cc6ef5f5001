"""Words that mean the same in several languages: ideas by the stems of their forms, found in running text.

Two sources: the built-in list of the field's words (`field_words.txt`) and the room's glossary, handed in as groups of
forms. Pure but for reading the file once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from supportroom.kernel.stems import stem_of, stems, telling_stems

FIELD_WORDS: Final = Path(__file__).with_name("field_words.txt")
LONGEST_FORM: Final = 5
Form = tuple[str, ...]


class Lexicon:
    """Which ideas the stems of a text name. An idea is `#` and what it is known by; a form can name several ideas."""

    def __init__(self, ideas: Mapping[str, Iterable[Form]]) -> None:
        """Take the forms of each idea."""
        found: dict[Form, set[str]] = defaultdict(set)
        for idea, forms in ideas.items():
            for form in forms:
                if 0 < len(form) <= LONGEST_FORM:
                    found[form].add(idea)
        self._ideas: dict[Form, frozenset[str]] = {form: frozenset(named) for form, named in found.items()}
        self._longest: dict[str, int] = defaultdict(int)
        for form in found:
            self._longest[form[0]] = max(self._longest[form[0]], len(form))

    def terms(self, words: Sequence[str]) -> list[tuple[frozenset[str], int, int]]:
        """Give what each stem, and each run of stems that is a form, stands for: (terms, first, last + 1).

        A stem that names no idea stands for itself. In `vast war crimes`, `war crimes` stands for its idea, and `war`
        and `crimes` still for theirs.
        """
        found = []
        for at, word in enumerate(words):
            alone = self._ideas.get((word,)) or frozenset({word})
            found.append((alone, at, at + 1))
            for length in range(2, min(self._longest.get(word, 0), len(words) - at) + 1):
                ideas = self._ideas.get(tuple(words[at : at + length]))
                if ideas:
                    found.append((ideas, at, at + length))
        return found


@cache
def field_ideas() -> dict[str, tuple[Form, ...]]:
    """Give the ideas of the built-in list by their first English form, each with its forms as stems."""
    ideas: dict[str, tuple[Form, ...]] = {}
    for line in FIELD_WORDS.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            names = [form.strip() for side in line.split("|") for form in side.split(",")]
            ideas[f"#{names[0]}"] = tuple(dict.fromkeys(form_of(name) for name in names))
    return ideas


def form_of(words: str) -> Form:
    """Give a form as the stems by which running text is compared: without the words that stand in every text."""
    return tuple(telling_stems(words)) or tuple(stems(words)) or (stem_of(words),)


def lexicon_with(groups: Iterable[Sequence[str]] = (), *, field: bool = True) -> Lexicon:
    """Give the built-in list together with groups of forms that mean the same, e.g. the glossary's terms."""
    ideas: dict[str, tuple[Form, ...]] = dict(field_ideas()) if field else {}
    for number, group in enumerate(groups):
        ideas[f"#term {number}"] = tuple(dict.fromkeys(form_of(name) for name in group if name.strip()))
    return Lexicon(ideas)
