"""What changed between two states of a paper, in one language: paragraph by paragraph by their ids, word by word.

A paragraph whose place among the others changed is moved: those that are said to be moved are as few as can be.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from supportroom.kernel.multilingual import direction_of
from supportroom.papers.versions import Shown, VersionView
from supportroom.papers.vocabulary import ADDED, CHANGED, REMOVED, SAME
from supportroom.texts.differences import Piece, differences


@dataclass(frozen=True)
class Change:
    """What became of one paragraph from the earlier state to the later.

    `fate` is same, changed, added or removed; `pieces` are its words with what was added and removed (all of one kind
    where it is new or was taken out). `was` and `now` are its numbers; `came_from` is the number that the paragraph out
    of which it was divided has now. `is_reshaped`: it was made a heading, or the other way round.
    """

    fate: str
    paragraph_id: int
    kind: str
    level: int
    was: int | None
    now: int | None
    pieces: tuple[Piece, ...]
    is_moved: bool = False
    is_reshaped: bool = False
    came_from: int | None = None

    @property
    def is_plain(self) -> bool:
        """Tell whether nothing happened to it."""
        return self.fate == SAME and not self.is_moved and not self.is_reshaped


@dataclass(frozen=True)
class Comparison:
    """Everything that changed between two states, in one language, in the later state's order; and the title."""

    language: str
    title: tuple[Piece, ...]
    changes: tuple[Change, ...]

    @property
    def direction(self) -> str:
        """Give `rtl` or `ltr`."""
        return direction_of(self.language)

    @property
    def title_changed(self) -> bool:
        """Tell whether the title changed in this language."""
        return any(piece.kind != SAME for piece in self.title)

    @property
    def counts(self) -> dict[str, int]:
        """How many paragraphs are changed, added, removed; and how many were moved."""
        found = {fate: sum(change.fate == fate for change in self.changes) for fate in (CHANGED, ADDED, REMOVED)}
        return {**found, "moved": sum(change.is_moved for change in self.changes)}


def changes_between(earlier: VersionView, later: VersionView, language: str) -> Comparison:
    """Compare two states of one paper in a language; asks the database nothing."""
    before = {each.paragraph_id: each for each in earlier.shown}
    after = {each.paragraph_id: each for each in later.shown}
    moved = _moved([each.paragraph_id for each in earlier.shown], [each.paragraph_id for each in later.shown])
    found: list[Change] = []
    gone = _gone_after(earlier.shown, after)
    found += (_removed(each, language) for each in gone.get(0, ()))
    for each in later.shown:
        known = before.get(each.paragraph_id)
        if known is None:
            found.append(_added(each, later, language))
        else:
            found.append(_kept(known, each, language, is_moved=each.paragraph_id in moved))
        found += (_removed(other, language) for other in gone.get(each.paragraph_id, ()))
    title = differences(_words(earlier.title.texts, language), _words(later.title.texts, language))
    return Comparison(language, title, tuple(found))


def _words(texts: object, language: str) -> str:
    return texts.get(language, "") if isinstance(texts, dict) else ""


def _gone_after(shown: Sequence[Shown], after: dict[int, Shown]) -> dict[int, list[Shown]]:
    """Give what was taken out by the paragraph that it followed; 0 for what stood first."""
    found: dict[int, list[Shown]] = {}
    last = 0
    for each in shown:
        if each.paragraph_id in after:
            last = each.paragraph_id
        else:
            found.setdefault(last, []).append(each)
    return found


def _kept(known: Shown, each: Shown, language: str, *, is_moved: bool) -> Change:
    before, after = _words(known.content.texts, language), _words(each.content.texts, language)
    pieces = differences(before, after) if before != after else _all(SAME, after)
    fate = CHANGED if before != after else SAME
    reshaped = (known.kind, known.level) != (each.kind, each.level)
    return Change(
        fate,
        each.paragraph_id,
        each.kind,
        each.level,
        known.number,
        each.number,
        pieces,
        is_moved=is_moved,
        is_reshaped=reshaped,
    )


def _added(each: Shown, later: VersionView, language: str) -> Change:
    pieces = _all(ADDED, _words(each.content.texts, language))
    came_from = later.numbers.get(each.split_from or 0)
    return Change(ADDED, each.paragraph_id, each.kind, each.level, None, each.number, pieces, came_from=came_from)


def _removed(each: Shown, language: str) -> Change:
    pieces = _all(REMOVED, _words(each.content.texts, language))
    return Change(REMOVED, each.paragraph_id, each.kind, each.level, each.number, None, pieces)


def _all(kind: str, words: str) -> tuple[Piece, ...]:
    return (Piece(kind, words),) if words else ()


def _moved(before: Sequence[int], after: Sequence[int]) -> set[int]:
    """Give those whose place among the common ones changed: all but a longest row that kept its order."""
    places = {key: place for place, key in enumerate(before)}
    common = [key for key in after if key in places]
    ends: list[int] = []  # the smallest last place of a row of each length
    rows: list[int] = []
    for key in common:
        length = bisect_left(ends, places[key])
        ends[length : length + 1] = [places[key]]
        rows.append(length)
    staying, length = set[int](), len(ends) - 1
    for key, row in zip(reversed(common), reversed(rows), strict=True):
        if row == length:
            staying.add(key)
            length -= 1
    return set(common) - staying
