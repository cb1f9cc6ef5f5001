"""Where a paragraph of an earlier version stands now: still here, divided, or taken out.

One that was divided is followed to its first part, which keeps the id; the other parts are named as well. Of one that
was taken out it is told where it was, and its last words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.models import Paper, PaperVersion
from supportroom.papers.versions import VersionView, view_of
from supportroom.texts.arranging import counts
from supportroom.texts.models import Paragraph


@dataclass(frozen=True)
class Part:
    """A paragraph that came out of another one, and its number now."""

    paragraph_id: int
    number: int | None


@dataclass(frozen=True)
class Whereabouts:
    """What became of a paragraph: `was` is its number in the version shown, `now` the present one.

    `parts` are the other parts into which it was divided since. `is_removed`: it was taken out; `words` are then its
    last ones, else the present ones.
    """

    paragraph_id: int
    was: int | None
    now: int | None
    parts: tuple[Part, ...]
    is_removed: bool
    words: MultilingualText


class Places:
    """Where all paragraphs of a paper stand now: read once, asked often."""

    def __init__(self, paper: Paper) -> None:
        """Read the paragraphs of a paper, removed ones too."""
        self.paragraphs = {each.pk: each for each in Paragraph.objects.filter(text=paper.text_id)}
        standing = [each for each in self.paragraphs.values() if not each.removed and counts(each.kind)]
        self.numbers = {each.pk: number for number, each in enumerate(standing, start=1)}
        self.divided: dict[int, list[int]] = {}
        for each in self.paragraphs.values():
            if each.split_from_id:
                self.divided.setdefault(each.split_from_id, []).append(each.pk)

    def of(self, paragraph_id: int, version_shown: VersionView) -> Whereabouts:
        """Tell where a paragraph stands; LookupError for one that is not of this paper."""
        paragraph = self.paragraphs[paragraph_id]
        known = {each.paragraph_id for each in version_shown.shown}
        parts = (self.paragraphs[key] for key in self._parts_of(paragraph_id, known))
        return Whereabouts(
            paragraph_id=paragraph_id,
            was=version_shown.numbers.get(paragraph_id),
            now=self.numbers.get(paragraph_id),
            parts=tuple(Part(each.pk, self.numbers.get(each.pk)) for each in parts if not each.removed),
            is_removed=paragraph.removed,
            words=paragraph.content,
        )

    def _parts_of(self, paragraph_id: int, known: set[int]) -> Iterable[int]:
        """Give what came out of a paragraph since, and out of that, in the order of the text."""
        waiting, found = [paragraph_id], set[int]()
        while waiting:
            for key in self.divided.get(waiting.pop(), []):
                if key not in known and key not in found:
                    found.add(key)
                    waiting.append(key)
        return [key for key in self.paragraphs if key in found]


def where_is(paragraph: Paragraph, version_shown: PaperVersion) -> Whereabouts:
    """Tell where one paragraph of a version stands now; for many of one paper ask `Places` instead."""
    return Places(version_shown.paper).of(paragraph.pk, view_of(version_shown))
