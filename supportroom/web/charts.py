"""Pictures of figures, drawn on the server as SVG: bars, stacked bars, days on a line; a table stands behind each.

Across, everything is in percent and runs in the reader's direction; downwards it is in the letters' own height. So the
letters keep their size on a phone, on a desk and on paper. Tones are told apart by their filling and by words as well
as by colour; colours and fillings are classes of `chart.css`, for nothing inline may carry a style.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from textwrap import wrap
from typing import Final

from django.utils.translation import get_language_bidi
from markupsafe import Markup

LINE, BAR, GAP = 1.45, 1.1, 0.9  # in em: a line of a label, a bar, what is free below it
WIDEST = 82.0  # percent: the longest bar, so that its number stands beside it
LETTERS, LINES = 38, 2  # what fits beside one another on a phone, and how many lines a label may take
SPACIOUS = 9.0  # percent: from here on a part has room for its number
CLOSE = 3.0  # percent: marks nearer than this stand one above the other
FILLED: Final = ("open", "waiting", "refused")  # tones with a pattern; settled is solid, quiet an outline
_FILLINGS: Final = {
    "open": '<rect width="3" height="6"/>',
    "waiting": '<circle cx="3" cy="3" r="1.7"/>',
    "refused": '<path d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>',
}
SHAPES: Final = {
    "dot": '<circle r="5"/>',
    "ring": '<circle r="4.2"/>',
    "square": '<path d="M-4.5-4.5h9v9h-9z"/>',
    "diamond": '<path d="M0-6.2 6.2 0 0 6.2-6.2 0z"/>',
    "triangle": '<path d="M0-6 5.6 4.6H-5.6z"/>',
    "point": '<path d="M0 6 5.6-4.6H-5.6z"/>',
    "plus": '<path d="M-1.7-5.5h3.4v3.8h3.8v3.4H1.7v3.8h-3.4V1.7h-3.8v-3.4h3.8z"/>',
    "cross": '<path d="M0-2.4 3.1-5.5 5.5-3.1 2.4 0 5.5 3.1 3.1 5.5 0 2.4-3.1 5.5-5.5 3.1-2.4 0-5.5-3.1-3.1-5.5z"/>',
    "frame": '<path d="M0-5.6 5.6 0 0 5.6-5.6 0z"/>',
    "half": '<path d="M0-5.6 5.6 0 0 5.6-5.6 0z" fill="none" stroke="currentColor"/><path d="M0-5.6 5.6 0 0 5.6z"/>',
    "bar": '<path d="M-2-6h4v12h-4z"/>',
    "block": '<path d="M-6-2.2H6v4.4H-6z"/>',
}


@dataclass(frozen=True)
class Part:
    """What one segment of every bar stands for: a word and one of the tones of a state."""

    word: str
    tone: str = "settled"


@dataclass(frozen=True)
class Bar:
    """A row of a chart: its label, a value for each part, and what is written beside the bar (else their sum)."""

    label: str
    values: tuple[float, ...]
    told: str = ""


@dataclass(frozen=True)
class Mark:
    """Something that happened on a day: what it is called in the legend, its shape and tone."""

    on: date
    word: str
    shape: str = "dot"
    tone: str = "settled"


@dataclass(frozen=True)
class Drawing:
    """A picture with its title, what it says in a sentence, and the legend: a swatch and a word for each kind."""

    title: str
    description: str
    picture: Markup
    legend: tuple[tuple[Markup, str], ...] = field(default=())


def bars(name: str, title: str, description: str, rows: Sequence[Bar], parts: Sequence[Part] = ()) -> Drawing:
    """Draw a bar for each row, cut into parts where there are several. `name` is this picture's own on its page."""
    parts = parts or (Part("", "settled"),)
    most = max((sum(row.values) for row in rows), default=0) or 1
    pieces, top = [_patterns(name, (part.tone for part in parts))], 0.0
    for row in rows:
        drawn, height = _row(name, row, parts, WIDEST / most)
        pieces.append(Markup('<svg y="{}em">{}</svg>').format(_short(top), drawn))
        top += height
    legend = tuple((_swatch(name, part.tone), part.word) for part in parts) if len(parts) > 1 else ()
    return Drawing(title, description, _svg(name, title, description, top, pieces), legend)


def days(name: str, title: str, description: str, marks: Sequence[Mark], last: date) -> Drawing:
    """Draw days along a line of years that ends on `last`; marks of the same days stand above one another."""
    first = min((mark.on for mark in marks), default=last)
    begin, end = date(first.year, 1, 1), max(last, *(mark.on for mark in marks)) if marks else last
    whole = max((end - begin).days, 1)
    placed = _lanes([(2 + 96 * (mark.on - begin).days / whole, mark) for mark in sorted(marks, key=lambda m: m.on)])
    base = 0.9 + 1.1 * max((lane for _place, lane, _mark in placed), default=0)
    pieces = [_years(begin, end, whole, base), *(_mark(place, base - 1.1 * lane, mark) for place, lane, mark in placed)]
    kinds = {(mark.word, mark.shape, mark.tone): None for mark in marks}
    legend = tuple((_sign(shape, tone), word) for word, shape, tone in kinds)
    return Drawing(title, description, _svg(name, title, description, base + 2.2, pieces), legend)


def _svg(name: str, title: str, description: str, height: float, pieces: Iterable[Markup]) -> Markup:
    head = Markup('<svg class="chart__picture" width="100%" height="{}em" role="img" aria-labelledby="{}-t {}-d">')
    said = Markup('<title id="{}-t">{}</title><desc id="{}-d">{}</desc>').format(name, title, name, description)
    return head.format(_short(height), name, name) + said + Markup("").join(pieces) + Markup("</svg>")


def _row(name: str, row: Bar, parts: Sequence[Part], scale: float) -> tuple[Markup, float]:
    """Draw the label and below it the bar with its number; give also how high all of it is."""
    lines = _lines(row.label)
    drawn = [_words(0, LINE * (number + 0.75), line) for number, line in enumerate(lines)]
    top, start = LINE * len(lines) + 0.15, 0.0
    for value, part in zip(row.values, parts, strict=True):
        width = value * scale
        if width > 0:
            drawn.append(_segment(name, start, width, top, part.tone))
            if len(parts) > 1 and width >= SPACIOUS:
                drawn.append(_words(start + width / 2, top + 0.82, f"{value:g}", "chart__inside", anchor="middle"))
        start += width
    told = row.told or f"{sum(row.values):g}"
    drawn.append(_words(start, top + 0.85, told, "chart__value", gap=0.45))
    return Markup("").join(drawn), top + BAR + GAP


def _segment(name: str, start: float, width: float, top: float, tone: str) -> Markup:
    fill = Markup(' fill="url(#{}-{})"').format(name, tone) if tone in FILLED else ""
    box = Markup('<rect class="chart__part chart__{}" x="{}%" y="{}em" width="{}%" height="{}em"{}/>')
    return box.format(tone, _short(_across(start, width)), _short(top), _short(width), BAR, fill)


def _words(place: float, down: float, text: str, kind: str = "", *, anchor: str = "start", gap: float = 0) -> Markup:
    """Write a line of letters at so many percent along the reader's direction; `gap` in em moves it further along."""
    written = Markup('<text x="{}%" y="{}em"{}{}{}>{}</text>')
    moved = Markup(' dx="{}em"').format(-gap if get_language_bidi() else gap) if gap else ""
    anchored = Markup(' text-anchor="{}"').format(anchor) if anchor != "start" else ""
    classed = Markup(' class="{}"').format(kind) if kind else ""
    return written.format(_short(_across(place)), _short(down), moved, anchored, classed, text)


def _across(place: float, width: float = 0) -> float:
    """Give where something stands from the left, which begins so many percent along the reader's direction."""
    return 100 - place - width if get_language_bidi() else place


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _lines(label: str) -> list[str]:
    """Break a label into as many lines as it may take; what is left out stands in the table."""
    lines = wrap(label, LETTERS) or [""]
    return lines if len(lines) <= LINES else [*lines[: LINES - 1], f"{lines[LINES - 1][: LETTERS - 1].rstrip()}…"]


def _patterns(name: str, tones: Iterable[str]) -> Markup:
    kinds = [tone for tone in dict.fromkeys(tones) if tone in FILLED]
    pattern = Markup(
        '<pattern id="{}-{}" class="chart__{}" width="6" height="6" patternUnits="userSpaceOnUse">{}</pattern>'
    )
    drawn = (pattern.format(name, tone, tone, Markup(_FILLINGS[tone])) for tone in kinds)  # noqa: S704 - ours
    return Markup("<defs>{}</defs>").format(Markup("").join(drawn)) if kinds else Markup("")


def _swatch(name: str, tone: str) -> Markup:
    box = Markup('<svg class="chart__swatch" width="1.4em" height="1em" aria-hidden="true">{}</svg>')
    fill = Markup(' fill="url(#{}-{})"').format(name, tone) if tone in FILLED else ""
    return box.format(Markup('<rect class="chart__part chart__{}" width="100%" height="100%"{}/>').format(tone, fill))


def _sign(shape: str, tone: str) -> Markup:
    box = Markup(
        '<svg class="chart__swatch" width="1.2em" height="1.2em" viewBox="-7 -7 14 14" aria-hidden="true">{}</svg>'
    )
    return box.format(_shape(shape, tone))


def _shape(shape: str, tone: str) -> Markup:
    drawn = Markup('<g class="chart__mark chart__{} chart__mark--{}">{}</g>')
    return drawn.format(tone, shape, Markup(SHAPES[shape]))  # noqa: S704 - ours


def _mark(place: float, down: float, mark: Mark) -> Markup:
    at = Markup('<svg x="{}%" y="{}em" class="chart__at">{}</svg>')
    return at.format(_short(_across(place)), _short(down), _shape(mark.shape, mark.tone))


def _lanes(found: Sequence[tuple[float, Mark]]) -> list[tuple[float, int, Mark]]:
    """Give each mark, in order, the lowest line on which none stands too near before it."""
    last: list[float] = []
    placed = []
    for place, mark in found:
        lane = next((number for number, before in enumerate(last) if place - before >= CLOSE), len(last))
        last[lane : lane + 1] = [place]
        placed.append((place, lane, mark))
    return placed


def _years(begin: date, end: date, whole: int, base: float) -> Markup:
    """Draw the line with a stroke and a number for each year that begins on it; of many years some go without."""
    line = Markup('<line class="chart__axis" x1="0" x2="100%" y1="{}em" y2="{}em"/>')
    axis = _short(base + 0.75)
    drawn = [line.format(axis, axis)]
    every = 1 + (end.year - begin.year) // 8
    for year in range(begin.year, end.year + 1, every):
        place = 2 + 96 * (date(year, 1, 1) - begin).days / whole
        at = _short(_across(place))
        tick = Markup('<line class="chart__axis" x1="{}%" x2="{}%" y1="{}em" y2="{}em"/>')
        drawn.append(tick.format(at, at, axis, _short(base + 1.05)))
        drawn.append(_words(place, base + 1.95, str(year), "chart__year"))
    return Markup("").join(drawn)
