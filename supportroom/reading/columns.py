"""Which column of a table holds what: known by its header in English or Arabic, else by its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from supportroom.kernel.arabic import fold

_PILLAR = (
    "pillar pillars axis theme topic heading section chapter category cluster group title subject area file track "
    "المحور محور المحاور العنوان عنوان الموضوع موضوع المجموعه مجموعه القسم قسم الفصل الباب الركيزه المجال الملف المسار "
    "الفئه"
)
_POINT = (
    "point points text recommendation recommendations item items statement proposal proposals output outcome demand "
    "content النقطه نقطه النقاط النص نص التوصيه توصيه التوصيات البند بند البنود المقترح مقترح المقترحات الاقتراح "
    "المطلب مطلب المطالب المخرج"
)
_NUMBER = "no nr number num n الرقم رقم م ت تسلسل الترتيب المسلسل"
_WORDS = {
    name: frozenset(map(fold, words.split()))
    for name, words in (("pillar", _PILLAR), ("point", _POINT), ("number", _NUMBER))
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of what an outline needs; None where the table has no such column."""

    point: int
    pillar: int | None = None
    number: int | None = None

    @property
    def known(self) -> frozenset[int]:
        """Return the columns that are read."""
        return frozenset(at for at in (self.point, self.pillar, self.number) if at is not None)


def by_header(header: Sequence[str]) -> Columns | None:
    """Return the columns that a header names; None when it names no column of points."""
    found = {name: _first(header, name) for name in _WORDS}
    if found["point"] is None:
        return None
    return Columns(found["point"], found["pillar"], found["number"])


def by_place(rows: Sequence[Sequence[str]]) -> Columns:
    """Return the columns of a table without a known header: numbers aside, one is points; two are pillar and point."""
    width = max(map(len, rows), default=1)
    filled = [at for at in range(width) if any(at < len(row) and row[at] for row in rows)]
    number = next((at for at in filled if _counts(rows, at)), None)
    texts = [at for at in filled if at != number] or [0]
    return Columns(texts[1], texts[0], number) if len(texts) > 1 else Columns(texts[0], None, number)


def _first(header: Sequence[str], name: str) -> int | None:
    """Return the column whose header is such a word; failing that, the first that holds one ("Text of the point")."""
    folded = [fold(cell) for cell in header]
    whole = next((at for at, cell in enumerate(folded) if cell in _WORDS[name]), None)
    if whole is not None or name == "number":
        return whole
    return next((at for at, cell in enumerate(folded) if _holds(cell, name)), None)


def _holds(cell: str, name: str) -> bool:
    words = cell.split()
    return 1 < len(words) <= 4 and bool(_WORDS[name].intersection(words)) and not _is_number_of(words)


def _is_number_of(words: list[str]) -> bool:
    return bool(_WORDS["number"].intersection(words))


def _counts(rows: Sequence[Sequence[str]], at: int) -> bool:
    cells = [row[at].strip(".()-") for row in rows if at < len(row) and row[at]]
    return len(cells) > 1 and sum(cell.isdecimal() and len(cell) < 5 for cell in cells) >= len(cells) - 1
