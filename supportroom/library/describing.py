"""A source's particulars in the one form in which the library keeps them: every number checked, every text clean."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from supportroom.kernel.arabic import fold
from supportroom.kernel.errors import DomainError
from supportroom.kernel.hygiene import clean_line, clean_text, is_web_address
from supportroom.library.identifiers import plain_doi, plain_isbn, plain_language
from supportroom.library.keys import is_key
from supportroom.library.names import Name

LINES: Final = ("title", "container", "publisher", "place", "volume", "issue", "pages", "number")
FIELDS: Final = (
    *("key", "kind", "language", "authors", "editors", "issued", "doi", "isbn", "address", "accessed_on", "abstract"),
    *LINES,
)
_SEARCHED: Final = (*LINES, "key", "doi", "isbn", "abstract")
_WEB = re.compile(r"^http://", re.IGNORECASE)


def described(given: Mapping[str, Any]) -> dict[str, Any]:
    """Give a source's fields as they are kept, those that were given; DomainError `library.doi`, `isbn`, `address`,
    `key_form`.
    """
    plain = {name: value for name, value in given.items() if name in FIELDS}
    plain |= {name: clean_line(plain[name]) for name in LINES if name in plain}
    readers: dict[str, Callable[[Any], Any]] = {
        "key": clean_line,
        "doi": plain_doi,
        "isbn": plain_isbn,
        "language": plain_language,
        "address": web_address,
        "abstract": clean_text,
        "authors": list,
        "editors": list,
        "issued": list,
    }
    plain |= {name: read(plain[name]) for name, read in readers.items() if name in plain}
    if plain.get("key") and not is_key(plain["key"]):
        raise DomainError("library.key_form")
    return plain


def web_address(words: str) -> str:
    """Give a web address, encrypted or not; DomainError `library.address`."""
    plain = words.strip()
    if plain and not is_web_address(_WEB.sub("https://", plain)):
        raise DomainError("library.address")
    return plain


def derived_from(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what the library keeps for finding and ordering a source: its folded words, and its year."""
    return {"search_text": _searched_in(values), "year": next(iter(values.get("issued", [])), None)}


def _searched_in(values: Mapping[str, Any]) -> str:
    names: list[Name] = [*values.get("authors", []), *values.get("editors", [])]
    parts = [part for name in names for part in name.values()]
    parts += [str(values.get(name) or "") for name in _SEARCHED]
    parts += [str(year) for year in values.get("issued", [])[:1]]
    return " ".join(filter(None, map(fold, parts)))
