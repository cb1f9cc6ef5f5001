"""What names a source everywhere: DOI, ISBN, day, language. Pure: words as typed in, one form of each out.

Digits may be typed in any script. A number whose check digit is wrong is refused, since it names another book or none.
"""

import re
import unicodedata
from datetime import date
from typing import Final

from supportroom.kernel.errors import DomainError

LANGUAGES: Final = ("ar", "en", "fr", "ku", "tr", "de", "es", "fa", "ru", "it", "nl", "sv")
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[!-~]+")
_BEFORE_DOI = re.compile(r"^(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*|urn:doi:)", re.IGNORECASE)
_BEFORE_ISBN = re.compile(r"^(?:urn:)?isbn(?:-1[03])?:?\s*", re.IGNORECASE)
_DASHES = re.compile(r"[\s\-\u2010-\u2015\u2212]")
_DAY = re.compile(r"([0-9]{1,4})(?:[-/.]([0-9]{1,2}))?(?:[-/.]([0-9]{1,4}))?")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_NAMES_OF_LANGUAGES: Final = {
    "arabic": "ar", "العربية": "ar", "عربي": "ar", "ara": "ar", "english": "en", "eng": "en", "الإنكليزية": "en",
    "french": "fr", "français": "fr", "fra": "fr", "fre": "fr", "german": "de", "deutsch": "de", "deu": "de",
    "ger": "de", "turkish": "tr", "tur": "tr", "kurdish": "ku", "kur": "ku", "spanish": "es", "spa": "es",
    "persian": "fa", "fas": "fa", "russian": "ru", "rus": "ru",
}  # fmt: skip


def with_plain_digits(words: str) -> str:
    """Give the words with the digits of every script as 0 to 9."""
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in words)


def plain_doi(words: str) -> str:
    """Give a DOI without address or prefix, in lower case (they are told apart without case); nothing for nothing.

    DomainError `library.doi`.
    """
    plain = _BEFORE_DOI.sub("", with_plain_digits(words).strip()).strip().rstrip(".,;")
    if plain and not _DOI.fullmatch(plain):
        raise DomainError("library.doi")
    return plain.lower()


def plain_isbn(words: str) -> str:
    """Give an ISBN as thirteen digits, whichever of its two forms was typed; nothing for nothing.

    DomainError `library.isbn` where it has another length or its check digit is wrong.
    """
    plain = _DASHES.sub("", _BEFORE_ISBN.sub("", with_plain_digits(words).strip())).upper()
    if not plain:
        return ""
    if re.fullmatch(r"[0-9]{9}[0-9X]", plain) and _adds_up_to_ten(plain):
        return f"978{plain[:9]}{_last_digit(f'978{plain[:9]}')}"
    if re.fullmatch(r"97[89][0-9]{10}", plain) and _last_digit(plain[:12]) == plain[12]:
        return plain
    raise DomainError("library.isbn")


def _adds_up_to_ten(isbn: str) -> bool:
    digits = [10 if each == "X" else int(each) for each in isbn]
    return sum(weight * digit for weight, digit in zip(range(10, 0, -1), digits, strict=True)) % 11 == 0


def _last_digit(twelve: str) -> str:
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(twelve))
    return str(-total % 10)


def plain_day(words: str) -> list[int]:
    """Read 2021, 2021-03, 2021-03-05, 3/2021 or 5.3.2021 as [year, month, day], as far as it goes.

    DomainError `library.issued`.
    """
    plain = with_plain_digits(words).strip()
    if not plain:
        return []
    found = _DAY.fullmatch(plain)
    parts = [int(part) for part in found.groups() if part] if found else []
    if parts and parts[0] < _FIRST_YEAR:
        parts.reverse()
    if not parts or not _is_day(parts):
        raise DomainError("library.issued")
    return parts


def _is_day(parts: list[int]) -> bool:
    if not _FIRST_YEAR <= parts[0] <= _LAST_YEAR:
        return False
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True


def day_in_words(parts: list[int]) -> str:
    """Write what `plain_day` reads."""
    return "-".join(f"{part:04d}" if at == 0 else f"{part:02d}" for at, part in enumerate(parts))


def plain_language(words: str) -> str:
    """Give a language's code for its code or its name as reference programs write it; nothing where it is unknown."""
    word = words.strip().lower()
    code = _NAMES_OF_LANGUAGES.get(word, re.split(r"[-_]", word)[0])
    return code if re.fullmatch(r"[a-z]{2,3}", code) and code in LANGUAGES else ""
