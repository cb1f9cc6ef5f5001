"""What a document says of itself at its head: language, title, day, kind. A person looks at it before it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from supportroom.kernel.arabic import fold
from supportroom.register.vocabulary import (
    DAY,
    MONTH,
    OTHER_DOCUMENT,
    PAPER_DOCUMENT,
    REPORT_DOCUMENT,
    SPEECH,
    STATEMENT_DOCUMENT,
    YEAR,
)

_HEAD_LINES = 40
_SHORTEST_TITLE = 8
_SIGNS = re.compile(r"^[#*_–\-\s]+|[*_:\s]+$|\[/?[a-z_]+[^\]]*\]|<[^>]*>")
_EN_WORDS = "january february march april may june july august september october november december"
_EN: Final = _EN_WORDS.split()
_AR: Final = (
    "كانون الثاني|يناير", "شباط|فبراير", "اذار|مارس", "نيسان|ابريل", "ايار|مايو", "حزيران|يونيو", "تموز|يوليو",
    "اب|اغسطس", "ايلول|سبتمبر", "تشرين الاول|اكتوبر", "تشرين الثاني|نوفمبر", "كانون الاول|ديسمبر",
)  # fmt: skip
_MONTHS: Final = {
    **{name: number for number, name in enumerate(_EN, start=1)},
    **{name[:3]: number for number, name in enumerate(_EN, start=1)},
    **{name: number for number, names in enumerate(_AR, start=1) for name in names.split("|")},
}
_NAMED = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PLAIN = re.compile(r"\b((?:19|20)\d\d) (\d{1,2})(?: (\d{1,2}))?\b")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}}) (?:\d{{1,2}} )?(?:of )?({_NAMED})(?: ({_NAMED}))? ((?:19|20)\d\d)\b")
_MONTH_FIRST = re.compile(rf"\b({_NAMED}) (\d{{1,2}})(?: \d{{1,2}})? ((?:19|20)\d\d)\b")
_MONTH_ONLY = re.compile(rf"\b({_NAMED})(?: ({_NAMED}))? ((?:19|20)\d\d)\b")
_YEAR_ONLY = re.compile(r"\b((?:19|20)\d\d)\b")
_KINDS: Final = (
    (SPEECH, r"speech|address|remarks|intervention|كلمه|خطاب|مداخله"),
    (STATEMENT_DOCUMENT, r"statement|communique|declaration|letter|appeal|بيان|رساله|نداء|اعلان"),
    (PAPER_DOCUMENT, r"paper|policy|brief|ورقه|دراسه"),
    (
        REPORT_DOCUMENT,
        r"report|minutes|consultations?|outputs|outcomes|summary|recommendations|تقرير|محضر|مشاورات|مخرجات|ملخص|توصيات",
    ),
)


@dataclass(frozen=True)
class Particulars:
    """What a document seems to be; empty where it does not say."""

    title: str
    kind: str
    dated_on: date | None
    precision: str


def language_of(lines: Sequence[str]) -> str:
    """Tell Arabic from everything else, which is taken for English, by the letters of a text."""
    text = "".join(lines)
    arabic = sum("\u0621" <= sign <= "\u064a" for sign in text)
    return "ar" if arabic * 2 > sum(map(str.isalpha, text)) else "en"


def particulars_of(name: str, lines: Sequence[str]) -> Particulars:
    """Read title, kind and day from a document's head and its file's name."""
    head = [line for line in lines if line][:_HEAD_LINES]
    plain = [_SIGNS.sub("", line).strip() for line in head]
    title = next((line for line in plain if len(line) > _SHORTEST_TITLE and not _dated_only(line)), "")
    named = fold(name.rpartition(".")[0].replace("_", " "))
    found = _dated(named) or next(filter(None, map(_dated, map(fold, head))), None)
    day, precision = found or (None, DAY)
    return Particulars(title[:300], _kind(f"{fold(title)} {named}"), day, precision)


def _kind(words: str) -> str:
    return next((kind for kind, pattern in _KINDS if re.search(rf"\b(?:ال)?(?:{pattern})\b", words)), OTHER_DOCUMENT)


def _dated_only(line: str) -> bool:
    """Say whether a line is a day and nothing else."""
    return len(fold(line).split()) < 5 and _dated(fold(line)) is not None


def _dated(words: str) -> tuple[date, str] | None:
    if found := _DAY_FIRST.search(words):
        return _day(found[4], _MONTHS[found[2]], found[1])
    if found := _MONTH_FIRST.search(words):
        return _day(found[3], _MONTHS[found[1]], found[2])
    if found := _PLAIN.search(words):
        return _day(found[1], int(found[2]), found[3])
    if found := _MONTH_ONLY.search(words):
        return _day(found[3], _MONTHS[found[1]], None)
    found = _YEAR_ONLY.search(words)
    return (date(int(found[1]), 1, 1), YEAR) if found else None


def _day(year: str, month: int, day: str | None) -> tuple[date, str] | None:
    try:
        return date(int(year), month, int(day or 1)), DAY if day else MONTH
    except ValueError:
        return None
