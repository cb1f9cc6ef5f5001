"""Lists within what is asked, and what is asked within lists.

A paragraph among others that ask may go on with a list of what it asks for "including": that list is its own, and no
list of recommendations. A paragraph of minutes among others that only tell may hold what was recommended: its list is
a list of recommendations. And a short paragraph that asks may be explained by the longer one below it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from supportroom.intake.understanding.forms import asks_by_form
from supportroom.intake.understanding.naming import trimmed
from supportroom.intake.understanding.phrases import asks, asks_in_prose, what_follows_asking
from supportroom.kernel.arabic import fold
from supportroom.reading.chapters import LEAD
from supportroom.reading.marks import find_mark
from supportroom.reading.outline import Item, Outline, Passage, Section
from supportroom.reading.shapes import last_sentence, leads_in

_HALF = 0.5  # of the other items of a list ask: then one with a list of its own is one of them
_SHORT = 100  # characters
_FEWEST = 2  # explained ones, else each paragraph stands for itself
_INCLUDING = re.compile(
    r"(?:\b(?:including|in particular|among (?:them|others)|such as|especially|notably|by)"
    r"|\b(?:و?من (?:ضمن|بين|جمله) ذلك|بما في ذلك|و?منها|و?(?:ي|ت)شمل ذلك|و?لا ?سيما|و?خصوصا|و?خاصه"
    r"|و?ذلك (?:من خلال|عبر)))$"
)


@dataclass(frozen=True, slots=True)
class Within:
    """An item that only leads to what is asked, with that: the text of each as it stands there."""

    item: Item
    lead: str
    texts: tuple[str, ...]


def with_details(outline: Outline) -> Outline:
    """Return a document in which lists that only say more of a paragraph that asks stand in that paragraph."""
    sections: list[Section] = []
    for section in outline.sections:
        if sections and _says_more(section, sections[-1]):
            last = sections[-1]
            sections[-1] = replace(last, prose=(*last.prose, _joined(section), *section.prose))
        else:
            sections.append(section)
    return replace(outline, sections=tuple(sections))


def _says_more(section: Section, before: Section) -> bool:
    """Say whether a section is a paragraph with its own list, among paragraphs that ask."""
    lead = section.heading or ""
    is_lead = section.level == LEAD and bool(section.items) and not before.items
    if not is_lead or not asks_in_prose(lead) or _INCLUDING.search(fold(lead)) is None:
        return False
    return any(asks_in_prose(passage.text) for passage in (*before.prose[-1:], *section.prose[:1]))


def _joined(section: Section) -> Passage:
    lines = [f"{section.heading}:", *(f"{item.mark} {item.text}".strip() for item in section.items)]
    return Passage("\n".join(lines), section.line)


def asked_within(items: Sequence[Item]) -> Iterator[Within]:
    """Yield the items of a list that lead to what is asked: bare leads, others where the list mostly does not ask."""
    leads = [item.text.split("\n") for item in items]
    asking = [asks_by_form(lead) or asks_in_prose(lead) for lead, *_rest in leads] if _lead_in(leads) else []
    for at, (lead, *rest) in enumerate(leads):
        texts = _texts(rest)
        if len(texts) > 1 and leads_in(lead) and asks(lead):
            is_bare = not what_follows_asking(trimmed(lead))
            if is_bare or sum(asking) - asking[at] < _HALF * max(len(items) - 1, 1):
                yield Within(items[at], lead, texts)


def _lead_in(items: Sequence[Sequence[str]]) -> bool:
    """Say whether any item leads to lines below it."""
    return any(len(lines) > 1 and leads_in(lines[0]) for lines in items)


def _texts(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the nested items: what stands deeper, or has no mark, goes with the one above."""
    texts: list[str] = []
    first = find_mark(lines[0]) if lines else None
    for line in lines if first else ():
        found = find_mark(line)
        if found and first and found[0].style == first[0].style:
            texts.append(found[1])
        else:
            texts[-1] += f"\n{line}"
    return tuple(texts)


def with_explanations(paragraphs: Sequence[Passage]) -> list[list[Passage]]:
    """Return what belongs together: each short paragraph that asks with the longer ones below that explain it."""
    longer = [len(passage.text) > _SHORT or bool(last_sentence(passage.text)[0]) for passage in paragraphs]
    begins = [not is_long and asks_by_form(each.text) for each, is_long in zip(paragraphs, longer, strict=True)]
    explained = sum(begins[at] and longer[at + 1] for at in range(len(paragraphs) - 1))
    is_mixed = all(one or other for one, other in zip(begins, longer, strict=True))
    if not is_mixed or not begins[0] or explained < max(_FEWEST, sum(begins)):
        return [[passage] for passage in paragraphs]
    found: list[list[Passage]] = []
    for passage, is_first in zip(paragraphs, begins, strict=True):
        if is_first:
            found.append([passage])
        else:
            found[-1].append(passage)
    return found
