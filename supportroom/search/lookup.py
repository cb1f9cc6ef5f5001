"""Looking words up in the index: SQLite's FTS5 or PostgreSQL's text search, both over folded and stemmed words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import DatabaseError, connection

from supportroom.kernel.errors import DomainError
from supportroom.kernel.stems import stems, telling_stems
from supportroom.search.models import Finding

MOST_WORDS: Final = 12
MOST_FOUND: Final = 400  # nobody reads further; beyond it one is asked to narrow the search
# On each: what is joined, the condition, the order. `%s` stands for what is looked for. A word in a title weighs more.
_SQLITE: Final = ("search_stems s", "s.search_stems MATCH %s AND s.rank MATCH 'bm25(5.0, 1.0)'", "s.rank", "s.rowid")
_SQLITE_AMONG: Final = "search_stems s JOIN search_finding f ON f.id = s.rowid"
_POSTGRESQL: Final = (
    "search_finding f CROSS JOIN to_tsquery('simple', %s) AS asked",
    "f.vector @@ asked",
    "ts_rank(f.vector, asked, 1) DESC, f.day DESC, f.id",
    "f.id",
)


@dataclass(frozen=True)
class Asked:
    """What somebody looks for: the stems of their words, and among what; an empty kind or language means any."""

    stems: tuple[str, ...]
    kind: str = ""
    language: str = ""


@dataclass(frozen=True)
class Found:
    """The ids of what was found, the best first, at most `MOST_FOUND`; `has_all`: each holds every word."""

    ids: list[int]
    has_all: bool


class Away(DomainError):
    """The index is gone or broken: all else goes on (R14)."""

    status = 503


def asked(words: str, kind: str = "", language: str = "") -> Asked:
    """Understand typed words; DomainError `search.too_long` for more than a dozen."""
    told = tuple(dict.fromkeys(telling_stems(words) or stems(words)))
    if len(told) > MOST_WORDS:
        raise DomainError("search.too_long")
    return Asked(told, kind, language)


def look_up(question: Asked) -> Found:
    """Find what holds every word; where nothing does, what holds any of them, begun words too."""
    if not question.stems:
        return Found([], has_all=True)
    ids = _ids(question, is_any=False)
    return Found(ids, has_all=True) if ids else Found(_ids(question, is_any=True), has_all=False)


def findings(ids: Sequence[int]) -> list[Finding]:
    """Read rows of the index in this order; what left it meanwhile is left out."""
    rows = Finding.objects.in_bulk(list(ids))
    return [rows[number] for number in ids if number in rows]


def forget_traces() -> None:
    """Write SQLite's index anew without what was taken out, whose words would stay in it, marked as deleted (S43)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_stems(search_stems) VALUES ('optimize')")


def _ids(question: Asked, *, is_any: bool) -> list[int]:
    joined, condition, order, key = _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE
    if connection.vendor == "sqlite" and (question.kind or question.language):
        joined = _SQLITE_AMONG
    wanted: list[Any] = [_query(question.stems, is_any=is_any)]
    conditions = [condition]
    for column in ("kind", "language"):
        if value := getattr(question, column):
            conditions.append(f"f.{column} = %s")
            wanted.append(value)
    sql = f"SELECT {key} FROM {joined} WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT %s"  # noqa: S608 - made of constants
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, [*wanted, MOST_FOUND])
            return [row[0] for row in cursor.fetchall()]
    except DatabaseError:
        raise Away("search.away") from None


def _query(words: Sequence[str], *, is_any: bool) -> str:
    """Write the query in the database's language. Stems are letters and digits alone: nothing in them is a sign."""
    if connection.vendor == "postgresql":
        return (" | " if is_any else " & ").join(f"'{word}'{':*' if is_any else ''}" for word in words)
    return (" OR " if is_any else " AND ").join(f'"{word}"{" *" if is_any else ""}' for word in words)
