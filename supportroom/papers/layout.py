"""A paper laid out to be read: each paragraph in its languages side by side, with its footnotes in their places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supportroom.kernel.multilingual import CURRENT, ORIGINAL, direction_of
from supportroom.papers.footnotes import Noted
from supportroom.papers.versions import Shown, VersionView
from supportroom.rendering.tree import Footnote
from supportroom.texts.vocabulary import HEADING, TONES, TRANSLATION_STATES

Notes = Mapping[str, Mapping[int, Noted]]  # by language, by paragraph


@dataclass(frozen=True)
class Side:
    """A paragraph in one language as it is laid out: lines of words and footnotes; no lines where it is not written.

    `state` is a word where there is something to say of how the words stand, else empty.
    """

    code: str
    place: int
    direction: str
    lines: list[list[str | Footnote]]
    state: str
    tone: str


@dataclass(frozen=True)
class Row:
    """A paragraph as it is laid out: its number (None for a heading), its sides, and who works on it now."""

    number: int | None
    paragraph_id: int
    is_heading: bool
    level: int
    sides: list[Side]
    editors: list[str]


def rows_in(view: VersionView, notes: Notes, editors: Mapping[int, Sequence[str]]) -> list[Row]:
    """Lay the paragraphs out in the languages of `notes`; `editors` are the names of who works on which now."""
    return [
        Row(
            number=each.number,
            paragraph_id=each.paragraph_id,
            is_heading=each.kind == HEADING,
            level=each.level,
            sides=[_side(each, code, place, notes) for place, code in enumerate(notes, start=1)],
            editors=list(editors.get(each.paragraph_id, ())),
        )
        for each in view.shown
    ]


def footnotes_in(view: VersionView, notes: Notes) -> dict[str, list[Footnote]]:
    """Give the footnotes of each language in their order."""
    return {
        code: [footnote for each in view.shown for footnote in known[each.paragraph_id].footnotes]
        for code, known in notes.items()
    }


def _side(each: Shown, code: str, place: int, notes: Notes) -> Side:
    state = each.content.state(code)
    word = "" if state in (ORIGINAL, CURRENT) else str(TRANSLATION_STATES[state])
    return Side(code, place, direction_of(code), notes[code][each.paragraph_id].lines, word, TONES[state])
