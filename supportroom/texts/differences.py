"""What changed between two wordings, word by word, right in Arabic too.

A word keeps its vowel marks, its tatweel and its joiners, and is never cut: a letter shown apart would lose its shape.
Numbers keep what stands between their digits ("2-5", "1,000"), so that they read in order in either direction. Spaces
and line ends belong to the word before them and are not compared.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

SAME, ADDED, REMOVED = "same", "added", "removed"
# Arabic vowel marks and joiners are no letters to Python, but they belong to the word that they stand in.
_MARK = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
_TOKEN = re.compile(rf"(\d+(?:[.,/:–-]\d+)*|[^\W\d_][\w{_MARK}]*(?:['’-][\w{_MARK}]+)*|[{_MARK}_]+|[^\w\s])(\s*)")


@dataclass(frozen=True)
class Piece:
    """A stretch of words: the `same` in both wordings, `added` by the later one, or `removed` from the earlier."""

    kind: str
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Give the later wording in pieces, with what was removed in its place.

    All pieces but the removed ones, put together, are the later wording without its outer spaces.
    """
    old, new = _tokens(before), _tokens(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    middle = _compare(old[head : len(old) - tail], new[head : len(new) - tail])
    pieces = [(SAME, token) for token in new[:head]] + middle + [(SAME, token) for token in new[len(new) - tail :]]
    joined = groupby(pieces, key=lambda piece: piece[0])
    return tuple(Piece(kind, "".join(word + gap for _kind, (word, gap) in group)) for kind, group in joined)


Token = tuple[str, str]


def _tokens(text: str) -> list[Token]:
    return [(found[1], found[2]) for found in _TOKEN.finditer(text.strip())]


def _shared(old: list[Token], new: list[Token]) -> int:
    """Count the words with which both begin."""
    for place, (mine, theirs) in enumerate(zip(old, new, strict=False)):
        if mine[0] != theirs[0]:
            return place
    return min(len(old), len(new))


def _compare(old: list[Token], new: list[Token]) -> list[tuple[str, Token]]:
    matcher = SequenceMatcher(None, [word for word, _gap in old], [word for word, _gap in new], autojunk=False)
    found: list[tuple[str, Token]] = []
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind == "equal":
            found += [(SAME, token) for token in new[new_from:new_to]]
        else:
            found += [(REMOVED, token) for token in old[old_from:old_to]]
            found += [(ADDED, token) for token in new[new_from:new_to]]
    return found
