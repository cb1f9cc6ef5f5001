"""A list of participants that somebody brought, read row by row: pure rules on plain values.

In: a table (`reading`), the names of the round's groups, and who is known. Out: entries to add, and what is wrong, each
with its row and column. Nothing is written here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from supportroom.kernel.arabic import fold
from supportroom.kernel.hygiene import clean_line
from supportroom.people.vocabulary import GENDERS, MAN, OTHER, UNSAID, WOMAN
from supportroom.reading.grid import Grid, Row
from supportroom.rounds.vocabulary import COLUMN_NAMES

COLUMNS = {
    "name": ("name", "full name", "participant", "الاسم", "اسم", "الاسم الكامل", "المشارك", "المشارك/ة"),
    "organisation": ("organisation", "organization", "association", "المنظمة", "منظمة", "الجهة", "الجمعية"),
    "group": ("group", "المجموعة", "مجموعة"),
    "gender": ("gender", "sex", "النوع الاجتماعي", "النوع", "الجنس"),
    "residence": ("residence", "lives in", "place", "region", "الإقامة", "مكان الإقامة", "المنطقة"),
    "language": ("language", "اللغة", "لغة"),
}
GENDER_WORDS = {
    WOMAN: ("woman", "female", "w", "f", "امرأة", "أنثى", "انثى", "نساء"),
    MAN: ("man", "male", "m", "رجل", "ذكر", "رجال"),
    OTHER: ("another", "other", "آخر", "أخرى", "غير ذلك"),
    UNSAID: ("", "not said", "-", "غير محدد", "لم يذكر"),
}
LANGUAGE_WORDS = {
    "ar": ("ar", "arabic", "العربية", "عربي"),
    "en": ("en", "english", "الإنكليزية", "الإنجليزية", "انكليزي"),
}
FORMULA_STARTS = ("=", "+", "@")
LONGEST = {"name": 200, "organisation": 200, "residence": 80}


@dataclass(frozen=True)
class Problem:
    """What is wrong in one cell: the row's number in the file, the column, a code (see `vocabulary.ROW_PROBLEMS`)."""

    line: int
    column: str
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """One row understood. `person_id` is set where the roll knows the person; `is_in` where they take part already."""

    line: int
    name: str
    organisation: str = ""
    group_id: int | None = None
    gender: str = UNSAID
    residence: str = ""
    language: str = "ar"
    person_id: int | None = None
    is_in: bool = False

    def as_row(self) -> dict[str, Any]:
        """Give the plain values that `import_participants` takes."""
        names = ("name", "organisation", "group_id", "gender", "residence", "language", "person_id")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True)
class Roll:
    """Who is known: persons by folded name and organisation, by name alone, and who takes part in the round already."""

    by_full: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_name: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    taking_part: frozenset[int] = frozenset()

    def matches(self, name: str, organisation: str) -> tuple[int, ...]:
        """Give the persons whom a row may mean; without an organisation the name alone decides."""
        if not organisation:
            return self.by_name.get(fold(name), ())
        return self.by_full.get(fold(f"{name} {organisation}"), ())


@dataclass(frozen=True)
class Roster:
    """A list understood: everybody in it, and everything that is wrong with it."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]

    @property
    def new(self) -> tuple[Entry, ...]:
        """Those who do not take part yet."""
        return tuple(entry for entry in self.entries if not entry.is_in)


def columns_of(grid: Grid) -> dict[str, int | None]:
    """Give the place of each column that the header names."""
    return {name: grid.column((*words, str(COLUMN_NAMES[name]))) for name, words in COLUMNS.items()}


def names_in(grid: Grid) -> list[str]:
    """Give every name in the list, so that the roll can be asked about them at once."""
    at = columns_of(grid)["name"]
    return [clean_line(row.cell(at)) for row in grid.rows]


def read_roster(grid: Grid, groups: Mapping[str, int], roll: Roll) -> Roster:
    """Read a list; `groups` gives the id of each group by its folded names."""
    columns = columns_of(grid)
    if columns["name"] is None:
        return Roster((), (Problem(grid.header.line, "name", "column_missing"),))
    entries: list[Entry] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for row in grid.rows:
        cells = {name: clean_line(row.cell(at)) for name, at in columns.items()}
        wrong = [*_wrong_cells(row, cells, groups), *_wrong_person(row, cells, roll, seen)]
        seen.setdefault(fold(f"{cells['name']} {cells['organisation']}"), row.line)
        problems.extend(wrong)
        if not wrong:
            entries.append(_entry(row, cells, groups, roll))
    return Roster(tuple(entries), tuple(problems))


def _wrong_cells(row: Row, cells: Mapping[str, str], groups: Mapping[str, int]) -> Iterator[Problem]:
    for column, most in LONGEST.items():
        if cells[column].startswith(FORMULA_STARTS):
            yield Problem(row.line, column, "formula")
        if len(cells[column]) > most:
            yield Problem(row.line, column, "too_long", {"limit": most})
    if cells["group"] and fold(cells["group"]) not in groups:
        yield Problem(row.line, "group", "no_such_group", {"words": cells["group"][:60]})
    for column, table in (("gender", GENDER_WORDS), ("language", LANGUAGE_WORDS)):
        if cells[column] and _meant(cells[column], table) is None:
            yield Problem(row.line, column, "not_understood", {"words": cells[column][:60]})


def _wrong_person(row: Row, cells: Mapping[str, str], roll: Roll, seen: Mapping[str, int]) -> Iterator[Problem]:
    earlier = seen.get(fold(f"{cells['name']} {cells['organisation']}"))
    if not cells["name"]:
        yield Problem(row.line, "name", "empty")
    elif earlier:
        yield Problem(row.line, "name", "twice", {"earlier": earlier})
    elif len(roll.matches(cells["name"], cells["organisation"])) > 1:
        yield Problem(row.line, "name", "ambiguous")


def _entry(row: Row, cells: Mapping[str, str], groups: Mapping[str, int], roll: Roll) -> Entry:
    known = next(iter(roll.matches(cells["name"], cells["organisation"])), None)
    return Entry(
        line=row.line,
        name=cells["name"],
        organisation=cells["organisation"],
        group_id=groups.get(fold(cells["group"])) if cells["group"] else None,
        gender=_meant(cells["gender"], GENDER_WORDS) or UNSAID,
        residence=cells["residence"],
        language=_meant(cells["language"], LANGUAGE_WORDS) or "ar",
        person_id=known,
        is_in=known in roll.taking_part,
    )


def _meant(words: str, table: Mapping[str, tuple[str, ...]]) -> str | None:
    wanted = fold(words)
    spoken = {code: fold(str(GENDERS[code])) for code in table if code in GENDERS}
    matching = (code for code, names in table.items() if wanted in {spoken.get(code), *map(fold, names)})
    return next(matching, None)
