"""References as other programs write them, read row by row: pure rules on plain values.

In: the name and bytes of a RIS or BibTeX file. Out: rows as `import_sources` takes them, each with what is wrong with
it. Nothing is written here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from supportroom.kernel.errors import DomainError
from supportroom.library.describing import LINES, described
from supportroom.library.keys import LONGEST as LONGEST_KEY
from supportroom.library.reading_references import read_bibtex, read_ris
from supportroom.reading.encoding import decode

MOST_BYTES: Final = 2 * 1024 * 1024
MOST: Final = 300
_LONGEST: Final = {
    "title": 500, "container": 300, "publisher": 200, "place": 120, "volume": 30, "issue": 30, "pages": 40,
    "number": 60, "abstract": 6000, "address": 500, "doi": 200,
}  # fmt: skip
_CHECKED: Final = ("doi", "isbn", "issued", "address")


@dataclass(frozen=True)
class Row:
    """One reference: its number in the file, its values, and codes of what is wrong (`vocabulary.ROW_PROBLEMS`).

    `same_as` is the key of a source that the library has under the same DOI or ISBN, `same_row` the number of an
    earlier row with it.
    """

    number: int
    values: Mapping[str, Any]
    problems: tuple[str, ...] = field(default=())
    same_as: str = ""
    same_row: int = 0


def read_references(name: str, content: bytes) -> list[dict[str, Any]]:
    """Give what stands in a file of references; pasted text has no name and is told by its looks.

    DomainError `library.reference_kind`, `reference_broken`, `no_references`, `too_many`, `reading.*`.
    """
    if len(content) > MOST_BYTES:
        raise DomainError("reading.too_large", limit=MOST_BYTES >> 20)
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if name and ending not in {"ris", "bib", "bibtex", "txt"}:
        raise DomainError("library.reference_kind")
    text, _encoding = decode(content)
    found = read_bibtex(text) if _looks_like_bibtex(ending, text) else read_ris(text)
    if not found:
        raise DomainError("library.no_references")
    if len(found) > MOST:
        raise DomainError("library.too_many", limit=MOST)
    return found


def _looks_like_bibtex(ending: str, text: str) -> bool:
    return ending in {"bib", "bibtex"} or (ending != "ris" and text.lstrip("\ufeff \n\r\t%").startswith("@"))


def rows_of(found: Sequence[Mapping[str, Any]], known: Mapping[tuple[str, str], str]) -> list[Row]:
    """Give each reference with what is wrong with it, and what has the same number; `known` gives the keys of the
    library's sources by ("doi", number) and ("isbn", number).
    """
    seen: dict[tuple[str, str], int] = {}
    rows = []
    for number, raw in enumerate(found, start=1):
        values, problems = _checked(raw)
        numbers = [(name, values[name]) for name in ("doi", "isbn") if values.get(name)]
        same_as = next((known[each] for each in numbers if each in known), "")
        same_row = next((seen[each] for each in numbers if each in seen), 0)
        seen = dict.fromkeys(numbers, number) | seen
        rows.append(Row(number, values, tuple(problems), same_as, same_row))
    return rows


def _checked(raw: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    values: dict[str, Any] = {}
    problems = list(raw.get("problems", ()))
    for name, value in raw.items():
        if name == "problems":
            continue
        try:
            values |= described({name: value})
        except DomainError as error:
            code = error.code.partition(".")[2]
            problems += [code] if code in _CHECKED else []
    if any(len(values.get(name, "")) > most for name, most in _LONGEST.items()):
        problems.append("too_long")
    if len(values.get("key", "")) > LONGEST_KEY:
        values["key"] = ""
    if not values.get("title") and "unreadable" not in problems:
        problems.append("no_title")
    return {name: value for name, value in values.items() if value or name in LINES}, problems
