"""The place in a source that a citation names: "p. 12", "ch. 3", "ص 12", "المادة 4"."""

import re
from typing import Final

from supportroom.library.identifiers import with_plain_digits

_WORDS: Final = {
    "page": ("p", "pp", "page", "pages", "ص", "ص ص", "صص", "صفحة", "الصفحة", "الصفحات"),
    "chapter": ("ch", "chap", "chapter", "فصل", "الفصل", "ف"),
    "paragraph": ("para", "paras", "paragraph", "¶", "فقرة", "الفقرة", "الفقرات"),
    "section": ("sec", "section", "§", "قسم", "القسم", "البند"),
    "article-locator": ("art", "article", "articles", "arts", "مادة", "المادة", "المواد", "م"),
    "volume": ("vol", "volume", "مجلد", "المجلد", "ج", "الجزء"),
    "note": ("n", "note", "fn", "حاشية", "هامش"),
}
_LABEL_OF: Final = {word: label for label, words in _WORDS.items() for word in words}
_PARTS = re.compile(r"([^\d.]*?)\.?\s*(\d.*)")
_LONGEST = 100


def read_place(words: str) -> tuple[str, str] | None:
    """Give the kind of place and its number; a number alone is a page, other words stand as they are; None for none."""
    plain = with_plain_digits(words.strip())[:_LONGEST]
    if not plain:
        return None
    found = _PARTS.fullmatch(plain)
    label = _LABEL_OF.get(found[1].strip().lower() or "p") if found else None
    return (label, found[2].strip()) if found and label else ("page", plain)
