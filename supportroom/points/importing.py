"""A file understood as points, and what a person makes of it: lines that are kept, corrected or left out.

Pure: an outline or the values of a preview's form come in, lines and rows go out. The preview's form carries all of it,
so nothing of the file is kept anywhere until the points are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from supportroom.kernel.hygiene import clean_line, clean_text
from supportroom.reading.outline import Item, Outline

MOST: Final = 500  # points at once, as `actions.importing` holds it
MOST_LINES: Final = 1500  # points and prose in one preview
LONGEST: Final = 5000
LONGEST_PILLAR: Final = 300
Row = tuple[int | str, str, str]


@dataclass(frozen=True)
class Line:
    """One item or passage of the file: whether it becomes a point, under which pillar's words, and what it says.

    `problem` is empty, `pillar`, `text` or `long`.
    """

    number: int
    is_kept: bool
    pillar: str
    text: str
    problem: str = ""


def lines_of(outline: Outline) -> list[Line]:
    """Give the lines of a file in its order: items are kept, prose that was passed over can be turned on."""
    found = [
        (isinstance(part, Item), clean_line(section.heading or "")[:LONGEST_PILLAR], part.text)
        for section in outline.sections
        for part in section.parts
    ]
    if len(found) > MOST_LINES:
        found = [line for line in found if line[0]]
    return [
        Line(number, kept, pillar, clean_text(text)) for number, (kept, pillar, text) in enumerate(found[:MOST_LINES])
    ]


def lines_from(typed: Mapping[str, str]) -> list[Line]:
    """Give the lines of a preview as a person corrected them; a count that is no number means none.

    Lines without a pillar of their own get the one that was named for all such.
    """
    count, others = typed.get("lines", ""), clean_line(typed.get("other-pillar", ""))
    is_number = count.isascii() and count.isdecimal() and len(count) < 9
    number_of_lines = min(int(count), MOST_LINES) if is_number else 0
    return [
        Line(
            number,
            f"keep-{number}" in typed,
            clean_line(typed.get(f"pillar-{number}", "")) or others,
            clean_text(typed.get(f"text-{number}", "")),
        )
        for number in range(number_of_lines)
    ]


def with_problems(lines: Sequence[Line]) -> list[Line]:
    """Give the lines, each kept one with what is wrong with it."""
    return [Line(line.number, line.is_kept, line.pillar, line.text, _problem(line)) for line in lines]


def _problem(line: Line) -> str:
    if not line.is_kept:
        return ""
    if not line.pillar or len(line.pillar) > LONGEST_PILLAR:
        return "pillar"
    if not line.text:
        return "text"
    return "long" if len(line.text) > LONGEST else ""


def rows_of(lines: Sequence[Line], language: str) -> list[Row]:
    """Give what `import_points` takes: (pillar's words, language, text) of every line that is kept."""
    return [(line.pillar, language, line.text) for line in lines if line.is_kept]
