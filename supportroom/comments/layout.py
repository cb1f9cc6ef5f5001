"""The version in comment as it is read in one language: its words with their footnotes in their places."""

from collections.abc import Sequence
from dataclasses import dataclass

from supportroom.kernel.multilingual import direction_of
from supportroom.library.queries import sources_of
from supportroom.papers.composing import notes_of
from supportroom.papers.footnotes import Noted
from supportroom.papers.versions import Shown, VersionView
from supportroom.rendering.tree import Footnote


@dataclass(frozen=True)
class Laid:
    """A paragraph as it is read: lines of words and footnotes, in which language, and how many comments it has."""

    shown: Shown
    lines: list[list[str | Footnote]]
    language: str
    direction: str
    footnotes: tuple[Footnote, ...]
    comments: int = 0


def laid_out(view: VersionView, language: str, counts: dict[int | None, int] | None = None) -> list[Laid]:
    """Lay a version out in a language; what is not written in it stands in its original one."""
    notes = notes_of(view, language, "", list(sources_of(view.paper.group, with_removed=True)))
    known = counts or {}
    return [_laid(each, language, notes[each.paragraph_id], known.get(each.paragraph_id, 0)) for each in view.shown]


def _laid(shown: Shown, language: str, noted: Noted, comments: int) -> Laid:
    code = shown.content.said_in(language).language
    return Laid(shown, noted.lines, code, direction_of(code), noted.footnotes, comments)


def footnotes_of(laid: Sequence[Laid]) -> list[Footnote]:
    """Give the footnotes of what was laid out, in their order."""
    return [footnote for each in laid for footnote in each.footnotes]
