"""In which script something is written, and the signs that go with it."""

import re
from typing import Final

_ARABIC: Final = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_LETTER = re.compile(f"[{_ARABIC}]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_AND: Final = "\ue000"
_COMMA = re.compile(rf"(?<=[{_ARABIC}0-9»”\")]),(?=\s+[{_ARABIC}0-9«“\"(])")
_SEMICOLON = re.compile(rf"(?<=[{_ARABIC}0-9»”\").]);(?=\s+[{_ARABIC}«“\"(])")


def is_arabic(words: str) -> bool:
    """Tell whether words are written in Arabic letters for the most part."""
    return len(_LETTER.findall(words)) > len(_LATIN.findall(words))


def in_arabic_signs(words: str) -> str:
    """Give words with Arabic commas and semicolons where no Latin word stands beside them.

    The styles' Arabic word for "and" is a sign of its own, so that it joins the name after it and no word of a title.
    """
    words = words.replace(f"{_AND} ", "و").replace(_AND, "و")
    return _SEMICOLON.sub("؛", _COMMA.sub("،", words))
