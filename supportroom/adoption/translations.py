"""How the translations of a paper stand to its original: which paragraphs lag behind. Pure."""

from collections import Counter
from dataclasses import dataclass

from supportroom.kernel.multilingual import CURRENT, DRAFT, MISSING, ORIGINAL, OUTDATED
from supportroom.papers.versions import VersionView


@dataclass(frozen=True)
class Lag:
    """What of a translation is missing, a draft, or out of date: paragraphs by number, 0 for title and headings."""

    language: str
    missing: tuple[int, ...] = ()
    draft: tuple[int, ...] = ()
    outdated: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many pieces of text lag behind."""
        return len(self.missing) + len(self.draft) + len(self.outdated)


def lag_of(view: VersionView) -> list[Lag]:
    """Give, for each language of a paper in which anything lags behind, what it is; nothing where all is current."""
    pieces = [(0, view.title), *((each.number or 0, each.content) for each in view.shown)]
    found = []
    for language in view.languages:
        lagging: dict[str, list[int]] = {MISSING: [], DRAFT: [], OUTDATED: []}
        for number, content in pieces:
            state = content.state(language)
            if content and state not in (ORIGINAL, CURRENT):
                lagging[state].append(number)
        if any(lagging.values()):
            found.append(Lag(language, tuple(lagging[MISSING]), tuple(lagging[DRAFT]), tuple(lagging[OUTDATED])))
    return found


def originals_of(view: VersionView) -> list[str]:
    """Give the languages in which a paper's paragraphs were written first, the most used one first."""
    counted = Counter(each.content.original for each in view.shown if each.content)
    return [language for language, _number in counted.most_common()]
