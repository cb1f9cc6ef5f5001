"""A source as CSL-JSON: what citation styles and other programs read."""

from typing import Any, Final

from supportroom.library.models import Source
from supportroom.library.names import family_of
from supportroom.library.vocabulary import ARTICLE, BOOK, CHAPTER, LAW, OTHER, PAGE, REPORT

TYPES: Final = {
    ARTICLE: "article-journal",
    BOOK: "book",
    CHAPTER: "chapter",
    LAW: "legislation",
    REPORT: "report",
    PAGE: "webpage",
    OTHER: "document",
}
_NAMES: Final = {
    "title": "title",
    "container": "container-title",
    "publisher": "publisher",
    "place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "number": "number",
    "doi": "DOI",
    "isbn": "ISBN",
    "address": "URL",
    "language": "language",
    "abstract": "abstract",
}


def csl_of(source: Source) -> dict[str, Any]:
    """Give a source as a CSL-JSON item, under its key."""
    item: dict[str, Any] = {"id": source.key, "type": TYPES[source.kind]}
    item |= {name: value for field, name in _NAMES.items() if (value := getattr(source, field))}
    for field, name in (("authors", "author"), ("editors", "editor")):
        if people := [person for person in getattr(source, field) if family_of(person)]:
            item[name] = people
    if source.issued:
        item["issued"] = {"date-parts": [list(source.issued)]}
    if source.accessed_on:
        day = source.accessed_on
        item["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    return item
