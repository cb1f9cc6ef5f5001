"""Recommendations that are headings or paragraphs of their own: "Recommendation 1: ...", "التوصية الأولى: ...".

And documents without any marks, whose short lines are headings for the paragraphs under them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from supportroom.intake.understanding.forms import asks_by_form, share
from supportroom.kernel.arabic import fold
from supportroom.reading.marks import ORDINALS
from supportroom.reading.outline import Item, Outline, Passage, Section
from supportroom.reading.shapes import is_title_like

_NUMBER = r"\d{1,2}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten"
_ORDINAL = "|".join(sorted(filter(lambda word: not word.isascii(), ORDINALS), key=len, reverse=True))
_COUNTED = re.compile(
    rf"(?:(?:key )?(?:recommendation|demand|proposal|suggestion|request)s?(?: no)? (?:{_NUMBER})"
    rf"|(?:ال)?(?:توصيه|مطلب|مقترح|اقتراح|طلب) (?:رقم )?(?:\d{{1,2}}|(?:ال)?(?:{_ORDINAL})))"
)
_BREAK = re.compile(r"\s*[:：.\-–—)]\s*")
_HEADING = 80  # characters
_ALL_ASK = 0.75


@dataclass(frozen=True, slots=True)
class Counted:
    """One such recommendation: its heading as written, its words, and the parts of the outline that it stands on."""

    said: str
    text: str
    parts: tuple[Passage, ...]


def rest_of(text: str) -> str | None:
    """Return what stands behind "Recommendation 1:"; None where nothing is counted so."""
    found = _BREAK.search(text)
    if found is None or not _COUNTED.fullmatch(fold(text[: found.start()])):
        return None
    return text[found.end() :].strip()


def counted_in(sections: Sequence[Section]) -> Iterator[tuple[list[Counted], set[int]]]:
    """Yield each run of such recommendations, with the lines of the sections that hold them."""
    run: list[Counted] = []
    used: set[int] = set()
    for section in sections:
        rest = rest_of(section.heading or "")
        if rest is None and run:
            yield run, used
            run, used = [], set()
        if rest is not None:
            own = [Passage(part.text, part.line) for part in section.parts]
            words = "\n".join(filter(None, [rest, *(part.text for part in own)]))
            run.append(Counted(section.heading or "", words, (Passage(rest, section.line), *own)))
            used.add(section.line)
    if run:
        yield run, used


def with_headings(outline: Outline) -> Outline:
    """Return a document without marks with its short lines as headings, unless nearly every line of it asks."""
    if not any(note.code == "paragraphs_as_items" for note in outline.notes):
        return outline
    items = [item for section in outline.sections for item in section.items]
    is_counted = any(rest_of(item.text) is not None for item in items)
    if not is_counted and share(asks_by_form(item.text) for item in items) >= _ALL_ASK:
        return outline
    sections: list[Section] = []
    for section in outline.sections:
        sections.append(replace(section, items=()))
        for item in section.items:
            _take(sections, item)
    return replace(outline, sections=tuple(each for each in sections if each.heading or each.prose))


def _take(sections: list[Section], item: Item) -> None:
    if rest_of(item.text) is not None or is_title_like(item.text.rstrip(":"), _HEADING):
        sections.append(Section(item.text.rstrip(": "), 3, (), item.line))
    else:
        last = sections[-1]
        sections[-1] = replace(last, prose=(*last.prose, Passage(item.text, item.line)))
