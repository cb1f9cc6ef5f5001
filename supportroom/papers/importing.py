"""A file understood as paragraphs of a paper, and what a person makes of it: brought in as new ones, or as new words of
those that stand there.

Pure: prose or the values of a preview's form come in, lines and rows go out. The preview's form carries all of it, so
nothing of the file is kept anywhere; who wrote the file is never read.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from supportroom.kernel.hygiene import clean_text
from supportroom.kernel.multilingual import LONGEST
from supportroom.papers.versions import Shown
from supportroom.reading.prose import Prose
from supportroom.texts.differences import Piece, differences
from supportroom.texts.vocabulary import HEADING, PARAGRAPH

MOST: Final = 600  # lines of one file; a paper has some hundred paragraphs
APPEND, ALIGN = "append", "align"
_SPACES: Final = re.compile(r"\s+")
_LIKE: Final = 0.5  # from here on two wordings are taken for the same paragraph


class Row(NamedTuple):
    """What is brought in: something new, or new words of the paragraph `target` (0: none) as it was `seen`."""

    kind: str
    level: int
    text: str
    target: int = 0
    seen: int = 0


@dataclass(frozen=True)
class Line:
    """One piece of the file: a heading of a level or a paragraph, and where it goes.

    `target` is the paragraph whose words it becomes (None: a new one); `before` what stands there in that language, and
    `seen` that paragraph's version. `is_kept`: it is brought in at all.
    """

    kind: str
    level: int
    text: str
    is_kept: bool = True
    target: int | None = None
    number: int | None = None
    seen: int = 0
    before: str = ""

    @property
    def is_same(self) -> bool:
        """Tell whether these words stand there already, wherever their spaces are."""
        return self.target is not None and _SPACES.sub("", self.before) == _SPACES.sub("", self.text)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What would change in the paragraph whose words these become."""
        return differences(self.before, self.text) if self.target is not None and not self.is_same else ()


def lines_of(prose: Prose) -> list[Line]:
    """Give the pieces of a file, in its order."""
    found = [Line(part.kind, part.level, clean_text(part.text)) for part in prose.parts]
    return [line for line in found if line.text]


def lines_from(typed: Mapping[str, str]) -> list[Line]:
    """Give the pieces of a preview as a person left them; a count that is no number means none."""
    return [_line_from(typed, number) for number in range(min(_count(typed.get("lines", "")), MOST))]


def _line_from(typed: Mapping[str, str], number: int) -> Line:
    shape = typed.get(f"shape-{number}", PARAGRAPH)
    level = shape.removeprefix(HEADING)
    is_heading = shape.startswith(HEADING) and level in ("1", "2", "3", "4")
    return Line(
        HEADING if is_heading else PARAGRAPH,
        int(level) if is_heading else 1,
        clean_text(typed.get(f"text-{number}", "")),
        is_kept=shape != "",
        target=_count(typed.get(f"target-{number}", "")) or None,
        seen=_count(typed.get(f"seen-{number}", "")),
    )


def _count(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 20 else 0


def packed(lines: Sequence[Line]) -> str:
    """Write the pieces of the other reading of a file into one hidden field of the preview."""
    return json.dumps([[line.kind, line.level, line.text] for line in lines], ensure_ascii=False)


def unpacked(word: str) -> list[Line]:
    """Read what `packed` wrote; nothing of anything else."""
    try:
        rows = json.loads(word or "[]")
        return [Line(str(kind), int(level), clean_text(str(text))) for kind, level, text in rows][:MOST]
    except (ValueError, TypeError):
        return []


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Give what the action takes: of the pieces that are kept, those that say anything."""
    return [
        Row(line.kind, line.level, line.text, line.target or 0, line.seen)
        for line in lines
        if line.is_kept and line.text
    ]


def is_too_long(lines: Sequence[Line]) -> bool:
    """Tell whether a piece is longer than a paragraph may be."""
    return any(len(line.text) > LONGEST for line in lines)


def aligned(lines: Sequence[Line], shown: Sequence[Shown], versions: Mapping[int, int], language: str) -> list[Line]:
    """Give the pieces with the paragraphs whose words they become in a language.

    What was shown together before stays together. Else, where the paper has words in it, those that say the same or
    much the same belong together; where it has none, the file is a translation, and pieces and paragraphs of one kind
    belong together in their order.
    """
    kept = [line for line in lines if line.is_kept]
    standing = [each.content.texts.get(language, "") for each in shown]
    if any(line.target for line in kept):
        pairs = dict(_as_before(kept, shown))
    else:
        pairs = dict(_by_words(kept, standing) if any(standing) else _in_order(kept, shown))
    return [
        replace(
            line,
            target=shown[pairs[at]].paragraph_id,
            number=shown[pairs[at]].number,
            seen=versions.get(shown[pairs[at]].paragraph_id, 0),
            before=standing[pairs[at]],
        )
        if at in pairs
        else replace(line, target=None)
        for at, line in enumerate(kept)
    ]


def _as_before(lines: Sequence[Line], shown: Sequence[Shown]) -> Iterator[tuple[int, int]]:
    places = {each.paragraph_id: place for place, each in enumerate(shown)}
    yield from ((at, places[line.target]) for at, line in enumerate(lines) if line.target in places)


def _in_order(lines: Sequence[Line], shown: Sequence[Shown]) -> Iterator[tuple[int, int]]:
    mine = [line.kind == HEADING for line in lines]
    theirs = [each.kind == HEADING for each in shown]
    for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _by_words(lines: Sequence[Line], standing: Sequence[str]) -> Iterator[tuple[int, int]]:
    mine = [line.text for line in lines]
    for kind, a, b, c, d in SequenceMatcher(None, mine, standing, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(range(a, b), range(c, d), strict=True)
        elif kind == "replace":
            yield from _alike(mine, standing, range(a, b), range(c, d))


def _alike(mine: Sequence[str], standing: Sequence[str], new: range, old: range) -> Iterator[tuple[int, int]]:
    """Pair pieces with the paragraphs that they resemble most, keeping the order of both."""
    first = old.start
    for at in new:
        rated = ((_likeness(mine[at], standing[place]), -place) for place in range(first, old.stop) if standing[place])
        best, place = max(rated, default=(0.0, 0))
        if best >= _LIKE:
            yield at, -place
            first = 1 - place


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _LIKE else 0.0


def with_citations(lines: Sequence[Line], written: Mapping[str, str]) -> list[Line]:
    """Give the pieces with citations in place of the footnotes that were made out of them (`written`: words to key)."""
    return [replace(line, text=_with_citations(line.text, written)) for line in lines]


def _with_citations(text: str, written: Mapping[str, str]) -> str:
    for words, citation in written.items():
        while (at := text.find(words)) >= 0:
            text = f"{text[:at].rstrip()} {citation}{text[at + len(words) :]}"
    return text
