"""The library taken along: RIS, BibTeX, CSL-JSON, and the rows of a sheet."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from supportroom.library.csl import csl_of
from supportroom.library.identifiers import day_in_words
from supportroom.library.models import Source
from supportroom.library.names import name_in_words
from supportroom.library.vocabulary import (
    ARTICLE,
    BOOK,
    CHAPTER,
    FIELD_NAMES,
    LANGUAGE_NAMES,
    LAW,
    OTHER,
    PAGE,
    REPORT,
    SOURCE_KINDS,
)

RIS_TYPES: Final = {
    ARTICLE: "JOUR",
    BOOK: "BOOK",
    CHAPTER: "CHAP",
    LAW: "STAT",
    REPORT: "RPRT",
    PAGE: "ELEC",
    OTHER: "GEN",
}
BIB_TYPES: Final = {
    ARTICLE: "article",
    BOOK: "book",
    CHAPTER: "incollection",
    LAW: "misc",
    REPORT: "techreport",
    PAGE: "online",
    OTHER: "misc",
}
_RIS: Final = {
    "title": "TI", "container": "T2", "publisher": "PB", "place": "CY", "volume": "VL",
    "doi": "DO", "isbn": "SN", "address": "UR", "language": "LA", "abstract": "AB",
}  # fmt: skip
_BIB: Final = {
    "title": "title", "publisher": "publisher", "place": "address", "volume": "volume", "pages": "pages", "doi": "doi",
    "isbn": "isbn", "address": "url", "language": "langid", "abstract": "abstract",
}  # fmt: skip
_AS_WRITTEN: Final = {"url", "doi", "isbn", "pages", "urldate", "langid", "year", "month"}
_COLUMNS: Final = ("key", "kind", "authors", "issued", "title", "container", "volume", "issue", "pages", "publisher",
                   "place", "number", "editors", "language", "doi", "isbn", "address", "accessed_on")  # fmt: skip


def as_ris(sources: Iterable[Source]) -> str:
    """Write the sources as RIS."""
    return "".join("".join(f"{tag}  - {words}\r\n" for tag, words in _ris_lines(source)) + "\r\n" for source in sources)


def _ris_lines(source: Source) -> Iterator[tuple[str, str]]:
    yield "TY", RIS_TYPES[source.kind]
    yield "ID", source.key
    yield from (("AU", name_in_words(name)) for name in source.authors)
    yield from (("ED", name_in_words(name)) for name in source.editors)
    if source.issued:
        yield "PY", f"{source.issued[0]}"
        yield "DA", "/".join([*(f"{part:02d}" for part in source.issued), *[""] * (3 - len(source.issued))]) + "/"
    if source.issue or source.number:
        yield "IS", source.issue or source.number
    if source.pages:
        first, _dash, last = source.pages.replace("–", "-").partition("-")
        yield "SP", first.strip()
        yield from ((("EP", last.strip()),) if last.strip() else ())
    for field, tag in _RIS.items():
        if value := getattr(source, field):
            yield tag, " ".join(str(value).split())
    if source.accessed_on:
        yield "Y2", source.accessed_on.strftime("%Y/%m/%d/")
    yield "ER", ""


def as_bibtex(sources: Iterable[Source]) -> str:
    """Write the sources as BibTeX in UTF-8."""
    return "\n".join(_bib_entry(source) for source in sources)


def _bib_entry(source: Source) -> str:
    fields = {name: str(value) for field, name in _BIB.items() if (value := getattr(source, field))}
    fields |= {"author": _bib_names(source.authors), "editor": _bib_names(source.editors)}
    if source.issued:
        fields["year"] = f"{source.issued[0]}"
        fields |= {"month": f"{source.issued[1]}"} if len(source.issued) > 1 else {}
    if source.container:
        fields["booktitle" if source.kind == CHAPTER else "journal"] = source.container
    if source.issue or source.number:
        fields["number"] = source.issue or source.number
    if source.accessed_on:
        fields["urldate"] = source.accessed_on.isoformat()
    lines = [f"  {name} = {{{_bib_words(name, words)}}}" for name, words in fields.items() if words]
    return f"@{BIB_TYPES[source.kind]}{{{source.key},\n" + ",\n".join(lines) + "\n}\n"


def _bib_names(names: Iterable[dict[str, str]]) -> str:
    return " and ".join(f"{{{name['literal']}}}" if "literal" in name else name_in_words(name) for name in names)


def _bib_words(name: str, words: str) -> str:
    """Give words that neither end the field nor mean something to LaTeX; institutions keep their braces."""
    level = 0
    for sign in words:
        level += {"{": 1, "}": -1}.get(sign, 0)
        if level < 0:
            break
    plain = words if level == 0 else words.replace("{", "(").replace("}", ")")
    plain = " ".join(plain.replace("\\", "/").split())
    return plain if name in _AS_WRITTEN else re.sub(r"([&%$#_])", r"\\\1", plain)


def as_csl_json(sources: Iterable[Source]) -> str:
    """Write the sources as CSL-JSON."""
    return json.dumps([csl_of(source) for source in sources], ensure_ascii=False, indent=1)


def rows_of(sources: Iterable[Source]) -> Iterator[list[str]]:
    """Give the rows of a sheet, the head first, in the reader's language."""
    yield [str(FIELD_NAMES[name]) for name in _COLUMNS]
    for source in sources:
        yield [_cell(source, name) for name in _COLUMNS]


def _cell(source: Source, name: str) -> str:
    value: Any = getattr(source, name)
    writers: dict[str, Callable[[], str]] = {
        "kind": lambda: str(SOURCE_KINDS[source.kind]),
        "language": lambda: str(LANGUAGE_NAMES.get(source.language, source.language)),
        "authors": lambda: "; ".join(map(name_in_words, source.authors)),
        "editors": lambda: "; ".join(map(name_in_words, source.editors)),
        "issued": lambda: day_in_words(source.issued),
        "accessed_on": lambda: value.isoformat() if value else "",
    }
    return writers[name]() if name in writers else str(value)
