"""What of a paper's words stands at the foot: citations of the library (`[@key, p. 12]`), and words of the group's own
(`^[like these]`); numbered through the whole paper in the order in which they stand.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from supportroom.library.citing import Citer, unknown_in
from supportroom.library.citing import keys_in as keys_in  # noqa: PLC0414 - floors above ask what a paper cites here
from supportroom.library.keys import CLUSTER, cited_in
from supportroom.library.models import Source
from supportroom.library.vocabulary import NOTES
from supportroom.rendering.marks import divided, placed
from supportroom.rendering.tree import Footnote

_OWN = r"\^\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
_MOST_KEPT = 2000
_kept: dict[tuple[object, ...], str] = {}
_NOTE = re.compile(f"{_OWN}|{CLUSTER.pattern}")


@dataclass(frozen=True)
class Noted:
    """A text of which the notes went to the foot: `text` holds their marks."""

    text: str
    footnotes: tuple[Footnote, ...] = ()

    @property
    def lines(self) -> list[list[str | Footnote]]:
        """The lines of the text, each as stretches of words and the footnotes between them."""
        lines = placed(self.text, self.footnotes).split("\n")
        return [list(divided(line, self.footnotes)) for line in lines if line.strip()]


def noted(texts: Sequence[str], sources: Iterable[Source], style: str, language: str) -> list[Noted]:
    """Take the notes out of texts that follow each other, in one language; numbers count through all of them.

    A citation of what the library does not know stays in the text as it was typed.
    """
    citer = Citer(sources, style or NOTES, language)
    number = 0
    answer: list[Noted] = []
    for text in texts:
        footnotes: list[Footnote] = []
        parts, end = [], 0
        for found in _NOTE.finditer(text):
            words = found[1].strip() if found[1] else _cited(citer, found[0])
            if words:
                number += 1
                footnotes.append(Footnote(mark=f"[^{number}]", number=str(number), text=words))
                parts += [text[end : found.start()], footnotes[-1].mark]
                end = found.end()
        answer.append(Noted("".join([*parts, text[end:]]), tuple(footnotes)))
    return answer


def written_by_words(texts: Iterable[str], sources: Iterable[Source], style: str, language: str) -> dict[str, str]:
    """Give each citation of the texts as it was typed, by the words that it has at the foot."""
    citer = Citer(sources, style or NOTES, language)
    clusters = (found[0] for text in texts for found in CLUSTER.finditer(text))
    return {words: cluster for cluster in clusters if (words := _cited(citer, cluster))}


def _cited(citer: Citer, cluster: str) -> str:
    """Give the words of one citation; nothing where the library does not know all of it.

    The words are kept in this process: setting two hundred citations of a long paper takes most of a second.
    """
    cited = [citer.sources.get(each.key) for each in cited_in(cluster)]
    if not cited or not all(cited):
        return ""
    key = (citer.style, citer.language, cluster, *((each.pk, each.version) for each in cited if each))
    words = _kept.get(key)
    if words is None:
        citer.cite(cluster)
        words = citer.footnotes[-1]
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[key] = words
    return words


def without_notes(text: str) -> str:
    """Give a text without its notes: for a heading, or its first words."""
    return re.sub(rf"\s*(?:{_NOTE.pattern})", "", text).strip()


def unknown_keys(texts: Iterable[str], sources: Iterable[Source]) -> list[str]:
    """Name the keys that the texts cite and the library does not have, in order, each once."""
    return unknown_in("\n".join(texts), sources)
