"""The picture of who influences whom, as places and lines: pure rules, no word of a page in them.

One actor stands below the other, each in a box that holds its whole name, so that names never overlap and a phone shows
them in a size that can be read. Lines that lead down run on the side where a line of writing ends, lines that lead up
on the side where it begins; each runs in a lane of its own, so that no two lie on each other. For a language written
from right to left the picture is mirrored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from supportroom.glossary.ordering import Edge, in_layers

WIDTH: Final = 340
BOX: Final = (132, 236)  # the narrowest and the widest box
LETTER: Final = 6.9
LINE: Final = 18
PADDING: Final = 11
GAP: Final = 15
PORT: Final = 11
LANE: Final = 9
MARGIN: Final = 12
ROUND: Final = 5
HEADS: Final = {1: 6.0, 2: 7.5, 3: 10.0}


@dataclass(frozen=True)
class Place:
    """An actor's box, with its name in lines; `one` is its place in the list that was given."""

    one: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where the name is centred."""
        return round(self.x + self.width / 2, 1)

    @property
    def baselines(self) -> list[tuple[float, str]]:
        """Each line of the name with the height at which it stands."""
        first = self.y + (self.height - LINE * len(self.lines)) / 2 + LINE * 0.74
        return [(round(first + LINE * at, 1), words) for at, words in enumerate(self.lines)]


@dataclass(frozen=True)
class Line:
    """A line with its arrow head: `edge` is its place in the list that was given."""

    edge: int
    strength: int
    path: str
    head: str


@dataclass(frozen=True)
class Picture:
    """What is drawn, in units of which 340 are the width of a phone."""

    width: float
    height: float
    places: tuple[Place, ...]
    lines: tuple[Line, ...]


@dataclass
class _Run:
    """An edge between two rows on one side, with its lane and the heights at which it leaves and arrives."""

    edge: int
    top: int
    bottom: int
    leads_down: bool
    lane: int = 0
    y_top: float = 0
    y_bottom: float = 0


def laid_out(names: Sequence[str], edges: Sequence[Edge], *, mirrored: bool = False) -> Picture:
    """Give the picture of these actors and influences; actors without any are left out."""
    used = sorted({end for edge in edges for end in edge[:2]})
    inner = tuple((used.index(by), used.index(on), strength) for by, on, strength in edges)
    order = [used[at] for at in in_layers(len(used), inner)]
    rows = {one: at for at, one in enumerate(order)}
    runs = [
        _Run(at, min(rows[by], rows[on]), max(rows[by], rows[on]), leads_down=rows[by] < rows[on])
        for at, (by, on, _strength) in enumerate(edges)
    ]
    down, up = (_in_lanes([run for run in runs if run.leads_down is way]) for way in (True, False))
    left, right = (_side(down), _side(up)) if mirrored else (_side(up), _side(down))
    box = min(max(WIDTH - left - right, BOX[0]), BOX[1])
    places = _places(names, order, left, box, (down, up))
    sides = ((up, left + box, 1), (down, left, -1)) if mirrored else ((down, left + box, 1), (up, left, -1))
    lines = [line for side, x, way in sides for line in _lines(side, edges, x, way)]
    height = places[-1].y + places[-1].height + 2 if places else 0
    return Picture(left + box + right, height, tuple(places), tuple(lines))


def _side(runs: Sequence[_Run]) -> float:
    lanes = max((run.lane for run in runs), default=-1) + 1
    return MARGIN + lanes * LANE + 4 if lanes else 4


def _in_lanes(runs: list[_Run]) -> list[_Run]:
    """Give each run the innermost lane in which it meets no other; short ones first, so that long ones go around."""
    taken: list[list[_Run]] = []
    for run in sorted(runs, key=lambda each: (each.bottom - each.top, each.top, each.edge)):
        free = (at for at, lane in enumerate(taken) if all(_apart(run, other) for other in lane))
        run.lane = next(free, len(taken))
        if run.lane == len(taken):
            taken.append([])
        taken[run.lane].append(run)
    return runs


def _apart(one: _Run, other: _Run) -> bool:
    return one.bottom <= other.top or other.bottom <= one.top


def _places(
    names: Sequence[str], order: Sequence[int], x: float, width: float, sides: tuple[list[_Run], list[_Run]]
) -> list[Place]:
    """Stack the boxes, each as high as its name and its lines need, and give every line its heights."""
    places: list[Place] = []
    y: float = 2
    for row, one in enumerate(order):
        words = _wrapped(names[one], int((width - 2 * PADDING) / LETTER))
        ports = max(len(_ports(runs, row)) for runs in sides)
        height = max(len(words) * LINE + 2 * PADDING, (ports + 1) * PORT)
        for runs in sides:
            met = _ports(runs, row)
            for at, (run, arrives) in enumerate(met, start=1):
                place = round(y + height * at / (len(met) + 1), 1)
                run.y_bottom, run.y_top = (place, run.y_top) if arrives else (run.y_bottom, place)
        places.append(Place(one, x, y, width, height, words))
        y += height + GAP
    return places


def _ports(runs: Sequence[_Run], row: int) -> list[tuple[_Run, bool]]:
    """Give the runs that meet a row, from top to bottom, so that none crosses another beside the box."""
    from_above = sorted((run for run in runs if run.bottom == row), key=lambda run: (run.lane, run.top))
    to_below = sorted((run for run in runs if run.top == row), key=lambda run: (-run.lane, run.bottom))
    return [(run, True) for run in from_above] + [(run, False) for run in to_below]


def _wrapped(name: str, most: int) -> tuple[str, ...]:
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)


def _lines(runs: Sequence[_Run], edges: Sequence[Edge], x: float, way: int) -> list[Line]:
    """Draw the runs of one side of the boxes, whose edge is at `x`; `way` is 1 to the right, -1 to the left."""
    lines = []
    for run in sorted(runs, key=lambda each: -each.lane):
        strength = edges[run.edge][2]
        start, end = (run.y_top, run.y_bottom) if run.leads_down else (run.y_bottom, run.y_top)
        lane = x + way * (MARGIN + run.lane * LANE)
        head = HEADS[strength]
        turn = ROUND if end > start else -ROUND
        path = (
            f"M{x:g} {start:g}H{lane - way * ROUND:g}Q{lane:g} {start:g} {lane:g} {start + turn:g}"
            f"V{end - turn:g}Q{lane:g} {end:g} {lane - way * ROUND:g} {end:g}H{x + way * (head - 1):g}"
        )
        tip = f"M{x:g} {end:g}l{way * head:g} {-head * 0.6:g}v{head * 1.2:g}z"
        lines.append(Line(run.edge, strength, path, tip))
    return lines
