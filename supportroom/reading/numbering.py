"""The marks that Word counts itself: list definitions of a DOCX, and the counters while its paragraphs go by.

In: word/numbering.xml and, paragraph by paragraph, the list and level. Out: the Mark as the page shows it.
"""

from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from supportroom.reading.marks import ABJAD, HIJAI, Mark
from supportroom.reading.ooxml import W, value_of

_LEVELS = 9
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is written and where it begins."""

    form: str = "decimal"
    pattern: str = "%1."
    start: int = 1


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        self.patterns: dict[str, dict[int, Level]] = {}
        self.lists: dict[str, str] = {}
        self.restarts: dict[str, dict[int, int]] = {}
        self.counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)
        self.last: dict[tuple[str, int], tuple[str, int]] = {}  # of each form and depth: its style and its number
        self.styles: dict[tuple[str, int], str] = {}  # of lists that go on with another one
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        for pattern in root.iter(f"{W}abstractNum"):
            levels = {_level_number(level): _level(level) for level in pattern.iter(f"{W}lvl")}
            self.patterns[pattern.get(f"{W}abstractNumId", "")] = levels
        for entry in root.iter(f"{W}num"):
            name = entry.get(f"{W}numId", "")
            self.lists[name] = value_of(entry, "abstractNumId") or ""
            self.restarts[name] = {
                _level_number(override): _int(value_of(override, "startOverride"), 1)
                for override in entry.iter(f"{W}lvlOverride")
                if value_of(override, "startOverride") is not None
            }

    def mark(self, name: str, depth: int) -> Mark | None:
        """Count on and return the mark of a paragraph in list `name`; None when the list has no mark there."""
        depth = min(max(depth, 0), _LEVELS - 1)
        levels = self.patterns.get(self.lists.get(name, ""), {})
        level = levels.get(depth, Level())
        if level.form == "bullet":
            return _bullet(level.pattern, depth)
        rank = self._count(name, depth, level)
        if level.form == "none" or not level.pattern.strip():
            return None
        return Mark(self._written(name, level, levels), self._style(name, depth, level, rank), (rank,))

    def _style(self, name: str, depth: int, level: Level, rank: int) -> str:
        """Return the style of a mark; a list that begins where the one before broke off has that one's style."""
        pattern = self.lists.get(name, "")
        style = self.styles.get((pattern, depth), f"{level.form} {depth} {pattern}")
        last_style, last_rank = self.last.get((level.form, depth), ("", 0))
        if rank > 1 and rank == last_rank + 1:
            style = self.styles[pattern, depth] = last_style
        self.last[level.form, depth] = (style, rank)
        return style

    def _count(self, name: str, depth: int, level: Level) -> int:
        start = self.restarts.get(name, {}).get(depth, level.start)
        # Lists of one pattern count together, unless one of them says where it begins.
        key = name if self.restarts.get(name) else f"pattern {self.lists.get(name, '')}"
        counts = self.counts[key]
        before = counts[depth]
        counts[depth] = start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        self.counts[f"list {name}"] = counts
        return counts[depth] or 0

    def _written(self, name: str, level: Level, levels: dict[int, Level]) -> str:
        text = level.pattern
        for at, count in enumerate(self.counts[f"list {name}"]):
            form = levels.get(at, level).form if text != f"%{at + 1}" else level.form
            text = text.replace(f"%{at + 1}", write_number(count or 1, form))
        return text.strip()


def write_number(number: int, form: str) -> str:
    """Return a number as a list of that form writes it."""
    match form:
        case "lowerLetter" | "upperLetter":
            return _case(chr(ord("a") + (number - 1) % 26), form)
        case "lowerRoman" | "upperRoman":
            return _case(_roman(number), form)
        case "arabicAbjad" | "arabicAlpha":
            letters = ABJAD if form == "arabicAbjad" else HIJAI
            letter = letters[(number - 1) % len(letters)]
            return {"ا": "أ", "ه": "هـ"}.get(letter, letter)
        case "hindiNumbers":
            return str(number).translate(_EASTERN)
        case _:
            return str(number)


def _bullet(pattern: str, depth: int) -> Mark:
    glyph = pattern.strip()[:1]
    shown = glyph if glyph and not "\ue000" <= glyph <= "\uf8ff" else "•"
    return Mark(shown, f"bullet {glyph} {depth}")


def _case(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    text, left = "", min(number, 399)
    for value, letters in _ROMAN:
        text += letters * (left // value)
        left %= value
    return text


def _level_number(element: Element) -> int:
    return _int(element.get(f"{W}ilvl"), 0)


def _level(element: Element) -> Level:
    return Level(
        value_of(element, "numFmt") or "decimal",
        value_of(element, "lvlText") or "",
        _int(value_of(element, "start"), 1),
    )


def _int(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else otherwise
