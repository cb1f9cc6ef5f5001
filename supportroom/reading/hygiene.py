"""Clean text: no hidden controls, one form of each letter, single spaces.

In: text as it was decoded. Out: NFC text without bidirectional embeddings, overrides and isolates (which can show
words in another order than they are stored), without zero-width and control characters, with one kind of line
break. Joiners stay where they shape a word: between two letters (Persian, Kurdish) or inside an emoji. Presentation
forms, as they come out of PDF, become the letters that people search for.
"""

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff0-\ufffc\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_JOINERS = re.compile("[\u200c\u200d]+")
_PRESENTED = re.compile("[\ufb00-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]+")
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RUNS = re.compile(r"[ \t\n]+")
_PILED = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{3})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)
_SYMBOLS = re.compile("[\ue000-\uf8ff]+")


def clean(text: str) -> str:
    """Give the text of a file without hidden characters; lines, tabs and form feeds stay."""
    text = _BREAKS.sub("\n", text)
    text = _DROPPED.sub("", text)
    text = _PRESENTED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = _JOINERS.sub(_joiner, text)
    return _PILED.sub(r"\1", unicodedata.normalize("NFC", _SPACES.sub(" ", text)))


def tidy(text: str) -> str:
    """Give a cleaned text as one line: single spaces, none around it, no glyphs of symbol fonts."""
    return _RUNS.sub(" ", _SYMBOLS.sub("", text)).strip(" \f")


def _joiner(found: re.Match[str]) -> str:
    before = found.string[found.start() - 1 : found.start()]
    after = found.string[found.end() : found.end() + 1]
    letters = unicodedata.category(before or " ")[0] in "LM" and unicodedata.category(after or " ")[0] == "L"
    emoji = found[0][0] == "\u200d" and _is_picture(before) and _is_picture(after)
    return found[0][0] if letters or emoji else ""


def _is_picture(character: str) -> bool:
    return bool(character) and (unicodedata.category(character) in {"So", "Sk"} or character == "\ufe0f")
