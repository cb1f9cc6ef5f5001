"""Terms brought as a table or as JSON, read row by row: pure rules on plain values. Nothing is written here.

In: the name and bytes of a file, the room's languages. Out: rows, each with codes of what is wrong with it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import override

from supportroom.glossary.exporting import COLUMNS, heading
from supportroom.kernel.arabic import fold
from supportroom.kernel.errors import DomainError
from supportroom.kernel.hygiene import clean_line, clean_text, is_web_address
from supportroom.kernel.multilingual import CURRENT, MultilingualText
from supportroom.reading.encoding import decode
from supportroom.reading.reader import read_table

MOST: Final = 300
MOST_BYTES: Final = 2 * 1024 * 1024
LONGEST: Final = {"name": 120, "text": 2000, "source": 500}
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Row:
    """One term of the file: where it stands, its words by language, and codes of what is wrong (`ROW_PROBLEMS`)."""

    number: int
    name: Texts
    forms: Mapping[str, list[str]]
    text: Texts
    source: Texts
    link: str = ""
    problems: tuple[str, ...] = field(default=())

    def plainly(self) -> dict[str, Any]:
        """Give plain values, as a parcel carries them between preview and confirmation."""
        return {"number": self.number, "name": dict(self.name), "forms": dict(self.forms),
                "text": dict(self.text), "source": dict(self.source), "link": self.link}  # fmt: skip


def read_terms(name: str, content: bytes, languages: Sequence[str], spoken: Sequence[str]) -> list[Row]:
    """Read a file of terms in the room's `languages`; headings may be written in any of those `spoken` by its pages.

    DomainError `glossary.not_json`, `glossary.no_terms`, `glossary.too_many`, `reading.*`.
    """
    if len(content) > MOST_BYTES:
        raise DomainError("reading.too_large", limit=MOST_BYTES >> 20)
    is_json = name.lower().endswith(".json")
    found = _from_json(content, languages) if is_json else _from_table(name, content, languages, spoken)
    if not found:
        raise DomainError("glossary.no_terms")
    if len(found) > MOST:
        raise DomainError("glossary.too_many", limit=MOST)
    return _with_problems(found)


def _from_table(name: str, content: bytes, languages: Sequence[str], spoken: Sequence[str]) -> list[Row]:
    grid = read_table(name, content, most_rows=MOST)
    columns = {
        (part, code): grid.column({*_headings(part, code, spoken), f"{part} {code}"})
        for part in COLUMNS
        for code in languages
    }
    link = grid.column({"link", *_headings("link", "", spoken)})
    rows = []
    for row in grid.rows:
        parts = {part: {code: row.cell(columns[part, code]) for code in languages} for part in COLUMNS}
        forms = {
            code: words.replace(";", "\n").replace("؛", "\n").split("\n") for code, words in parts["forms"].items()
        }
        rows.append(_row(row.line, parts, forms, row.cell(link)))
    return rows


def _headings(part: str, code: str, spoken: Sequence[str]) -> set[str]:
    """Give what a column may be headed by: as a list taken from here is, in any language of the pages."""
    found = set()
    for language in spoken:
        with override(language):
            found.add(heading(part, code))
    return found


def _from_json(content: bytes, languages: Sequence[str]) -> list[Row]:
    try:
        listed = json.loads(decode(content)[0])
    except (ValueError, RecursionError):
        raise DomainError("glossary.not_json") from None
    terms = listed.get("terms") if isinstance(listed, dict) else listed
    if not isinstance(terms, list) or not all(isinstance(term, dict) for term in terms):
        raise DomainError("glossary.not_json")
    return [_of_json(number, term, languages) for number, term in enumerate(terms[: MOST + 1], start=1)]


def _of_json(number: int, term: dict[str, Any], languages: Sequence[str]) -> Row:
    versions = term.get("definitions")
    newest = versions[0] if isinstance(versions, list) and versions and isinstance(versions[0], dict) else term
    listed = term.get("forms")
    forms: dict[str, Any] = listed if isinstance(listed, dict) else {}
    texts = {
        part: _texts(of.get(part), languages) for part, of in (("name", term), ("text", newest), ("source", newest))
    }
    words = {code: [word for word in forms.get(code) or [] if isinstance(word, str)] for code in languages}
    link = newest.get("link")
    return _row(number, texts, words, link if isinstance(link, str) else "")


def _texts(value: object, languages: Sequence[str]) -> dict[str, str]:
    given = value if isinstance(value, dict) else {}
    return {code: given[code] for code in languages if isinstance(given.get(code), str)}


def _row(number: int, texts: Mapping[str, Texts], forms: Mapping[str, Sequence[str]], link: str) -> Row:
    return Row(
        number,
        {code: words for code, raw in texts["name"].items() if (words := clean_line(raw))},
        {code: kept for code, raw in forms.items() if (kept := [word for each in raw if (word := clean_line(each))])},
        {code: words for code, raw in texts["text"].items() if (words := clean_text(raw))},
        {code: words for code, raw in texts["source"].items() if (words := clean_line(raw))},
        clean_line(link),
    )


def _with_problems(rows: Sequence[Row]) -> list[Row]:
    seen: set[str] = set()
    checked = []
    for row in rows:
        names = {fold(words) for words in row.name.values()}
        problems = [
            ("no_name", not row.name),
            ("no_definition", not row.text),
            ("no_source", bool(row.text) and not row.source),
            ("twice", not seen.isdisjoint(names)),
            ("too_long", _is_too_long(row)),
            ("no_link", bool(row.link) and (len(row.link) > LONGEST["source"] or not is_web_address(row.link))),
        ]
        seen |= names
        found = tuple(code for code, holds in problems if holds)
        checked.append(Row(**{**row.__dict__, "problems": found}))
    return checked


def _is_too_long(row: Row) -> bool:
    words = [(LONGEST[part], text) for part in LONGEST for text in getattr(row, part).values()]
    words += [(LONGEST["name"], form) for forms in row.forms.values() for form in forms]
    return any(len(text) > most for most, text in words)


def as_text(texts: Texts, preferred: str) -> MultilingualText:
    """Give words by language as a text: the preferred language is the original where it is written, else the first."""
    original = preferred if preferred in texts else next(iter(texts), "")
    return MultilingualText(original, dict(texts), {code: CURRENT for code in texts if code != original})
