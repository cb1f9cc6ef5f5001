"""Fold Arabic (and Latin) text so that a word is found however it is typed. The rules stand in docs/vocabulary.md."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه", "ء": None, "ـ": None,
        "ک": "ك", "ی": "ي", "ە": "ه",
        **{chr(0x0660 + n): str(n) for n in range(10)},
        **{chr(0x06F0 + n): str(n) for n in range(10)},
    }
)  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_GAPS = re.compile(r"[^\w]+")


def fold(text: str) -> str:
    """Give the text in lower case without harakat, tatweel and Latin accents.

    Alef, hamza, ya, ta marbuta and digits come in one form each; what is neither letter nor digit is a single space.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return _GAPS.sub(" ", _MARKS.sub("", plain).translate(_LETTERS).casefold()).strip()
