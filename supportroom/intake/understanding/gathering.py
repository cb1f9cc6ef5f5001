"""A document's outline into groups: every list, every paragraph that asks, each taken for something, in order.

Where a list says itself that it asks, lists that only might are left out, and so are those that say the same again;
nothing is lost: what is left out stands in the preview with its reason, and a person takes it in.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from supportroom.intake.understanding.counted import Counted, counted_in, with_headings
from supportroom.intake.understanding.found import (
    AGAIN,
    ASKED,
    DISCUSSED,
    IN_PROSE,
    POINTS,
    PROSE,
    REPEATED,
    TOLD,
    UNCLEAR,
    Group,
    List,
    Part,
    Verdict,
)
from supportroom.intake.understanding.judging import judge
from supportroom.intake.understanding.naming import is_addressee, is_dated, name_of, speaker_of, trimmed
from supportroom.intake.understanding.nesting import Within, asked_within, with_details, with_explanations
from supportroom.intake.understanding.phrases import asks, asks_in_prose, says_a_duty, what_follows_asking
from supportroom.intake.understanding.repeating import repeats_of
from supportroom.kernel.arabic import fold
from supportroom.kernel.hygiene import clean_text
from supportroom.reading.outline import Item, Outline, Passage, Section
from supportroom.reading.shapes import is_greeting, last_sentence, leads_in
from supportroom.reading.source import Source

_SEVERAL = 2  # asked in each paragraph: then each sentence that asks stands for itself
_OVER = 0.25  # of a level: how far above others a heading of their own level stands
_CODED = re.compile(r"(?:R(?:ec)?|Ask|Demand)\s?\d")
_TOLD_BY = 25  # characters: an item is found again by so many
_LIST_END = re.compile(r"\s*[;؛,،]\s*(?:and|or|و)?\s*$")
_SENTENCE = re.compile(r"(?<=[.!?؟])(?<!\bNo\.)(?<!\b(?:Mr|Ms|Dr|Nr)\.)(?<!\bMrs\.)\s+(?=\S)")


def gather(source: Source, language: str) -> list[Group]:
    """Return the groups of a document in its order."""
    outline = with_details(with_headings(source.outline))
    spans = _Spans(source, outline)
    found = sorted(_lists(outline, spans), key=lambda each: each.line)
    headings = {fold(section.heading) for section in outline.sections if section.heading}
    weighed = [(each, judge(each, headings)) for each in found]
    weighed = [pair for pair in weighed if not pair[0].is_prose or pair[1].strength]
    least = _least([verdict for _each, verdict in weighed])
    asking = [at for at, (_each, verdict) in enumerate(weighed) if verdict.strength >= least]
    repeated = repeats_of([weighed[at][0] for at in asking], [weighed[at][1].strength for at in asking])
    again = {asking[at]: asking[like] for at, like in repeated.items()}
    often = Counter(fold(each.heading) for each, _verdict in weighed)
    named = [_name(each, language, is_often=often[fold(each.heading)] > 1) for each, _verdict in weighed]
    same = Counter(named[at] for at in asking)
    for at in asking:
        each = weighed[at][0]
        named[at] = (_speaker(each) or _asked(each) or named[at]) if same[named[at]] > 1 else named[at]
    groups = [
        _group(each, verdict, named[at], is_asking=at in asking, like=named[again[at]] if at in again else "")
        for at, (each, verdict) in enumerate(weighed)
    ]
    return _with_prose(groups, outline, spans, language)


def _least(verdicts: Sequence[Verdict]) -> int:
    """Return how strong a list must be: the stronger one stands in the document, the less is heard of the others."""
    strongest = max((verdict.strength for verdict in verdicts), default=0)
    return {4: 3, 3: 2, 2: 2}.get(strongest, 1)


def _group(found: List, verdict: Verdict, name: str, *, is_asking: bool, like: str) -> Group:
    if is_asking and like:
        return Group(name, REPEATED, AGAIN, found.parts, found.line, like)
    kind = ASKED if is_asking else POINTS if verdict.strength or verdict.why in {UNCLEAR, DISCUSSED} else TOLD
    return Group(name, kind, verdict.why, found.parts, found.line)


def _name(found: List, language: str, *, is_often: bool) -> str:
    parent = next(
        (words for words in found.above if words not in {"", found.title, found.head} and not is_dated(words)), ""
    )
    return name_of(found.heading, found.lead, parent, language, is_often=is_often)[:500]


def _speaker(found: List) -> str:
    return speaker_of(found.lead) or speaker_of(found.heading)


def _asked(found: List) -> str:
    """Return a lead that says whom it asks: "We call on the donors to"."""
    lead = trimmed(found.lead)
    return lead[:500] if what_follows_asking(lead) else ""


class _Spans:
    """On which lines of the source each part of the outline stands: to the next part's first line, without gaps."""

    def __init__(self, source: Source, outline: Outline) -> None:
        self.lines = source.lines
        starts = {part.line for section in outline.sections for part in (section, *section.parts)}
        self.starts = sorted(starts)
        self.after = dict(zip(self.starts, [*self.starts[1:], len(source.lines) + 1], strict=True))

    def part(self, given: Item | Passage, text: str = "") -> Part:
        """Return an item or passage with its lines, counted from 0."""
        first = given.line - 1
        last = max(self.after.get(given.line, given.line + 1) - 2, first)
        while last > first and not self.lines[last].text.strip("-–—_* \t"):
            last -= 1
        words = clean_text(text or given.text)
        return Part(_LIST_END.sub("", words) if isinstance(given, Item) else words, first, last)

    def together(self, passages: Sequence[Passage]) -> Part:
        """Return paragraphs as one part with all of their lines."""
        parts = [self.part(passage) for passage in passages]
        return Part("\n".join(part.text for part in parts), parts[0].first, parts[-1].last)

    def within(self, given: Within) -> Iterator[Part]:
        """Yield the parts of an item that leads to what is asked, each with the lines on which it stands."""
        whole = self.part(given.item)
        places: list[int] = []
        for text in given.texts:
            words, at = fold(text.split("\n")[0])[:_TOLD_BY], places[-1] + 1 if places else whole.first
            places.append(next((n for n in range(at, whole.last + 1) if words in fold(self.lines[n].text)), at))
        for text, first, after in zip(given.texts, places, [*places[1:], whole.last + 1], strict=True):
            yield Part(_LIST_END.sub("", clean_text(text)), first, max(after - 1, first))

    def counted(self, given: Counted) -> Part:
        """Return a recommendation that stands on several parts of the outline with all of their lines."""
        return Part(clean_text(given.text), given.parts[0].line - 1, self.part(given.parts[-1]).last)


def _lists(outline: Outline, spans: _Spans) -> Iterator[List]:
    """Yield what may be a list of recommendations: items of a section, or the paragraphs under a heading that asks."""
    title, head = _title(outline), _first_heading(outline)
    has_items = any(section.items for section in outline.sections)
    path: list[tuple[float, str]] = []
    counted: set[int] = set()
    for run, used in counted_in(outline.sections):
        yield List("", run[0].said, tuple(map(spans.counted, run)), min(used), is_counted=True)
        counted |= used
    for section, after in zip_longest(outline.sections, outline.sections[1:]):
        if section.line in counted:
            continue
        level = _depth(section, after)
        if is_addressee(section.heading or "") and not _is_asked_below(path, section.level):
            level = section.level
        path = _above(path, section, level)
        heading = _same_title(section.heading or "", title)
        above = tuple(_same_title(words, title) for _level, words in reversed(path))
        if not _is_introduction(section, after):
            found = List(heading, "", (), section.line, above, title, head)
            yield from _lists_in(section, found, spans, has_items=has_items)
        path += _below(section, level)


def _above(path: Sequence[tuple[float, str]], section: Section, level: float) -> list[tuple[float, str]]:
    """Return which of the headings before a section stand above it."""
    least = level - _OVER if section.prose and not section.items else level
    return [step for step in path if section.heading is None or step[0] < least]


def _below(section: Section, level: float) -> Iterator[tuple[float, str]]:
    """Yield what stands above the sections that are deeper: the heading, and a sentence that leads to them."""
    if section.heading is not None:
        yield level, section.heading
        if lead := _lead_to_sections(section):
            yield level + _OVER, lead


def _lead_to_sections(section: Section) -> str:
    """Return the sentence that leads to the headings below, where it asks: "We suggest the following steps:"."""
    last = section.prose[-1].text if section.prose and not section.items else ""
    lead = last_sentence(last)[1] if leads_in(last) else ""
    return lead if asks(lead) else ""


def _asks_above(found: List) -> bool:
    """Say whether a heading asks, or says whom the heading above it asks."""
    nearest = found.above[0] if found.above and is_addressee(found.heading) else ""
    return found.heading != found.title and (asks(found.heading) or (nearest != found.title and asks(nearest)))


def _is_asked_below(path: Sequence[tuple[float, str]], level: float) -> bool:
    """Say whether what stands above asks, or nothing does: else "For donors" is no part of "Introduction"."""
    above = next((heading for depth, heading in reversed(path) if depth <= level), "")
    return not above or asks(above)


def _is_introduction(section: Section, after: Section | None) -> bool:
    """Say whether a heading has one paragraph, and then the headings with the lists of which that speaks."""
    is_one = not section.items and len(section.prose) == 1
    return is_one and after is not None and bool(after.items) and after.level > section.level > 0


def _lists_in(section: Section, found: List, spans: _Spans, *, has_items: bool) -> Iterator[List]:
    """Yield what may be lists under one heading; `has_items`: the document has lists with marks."""
    if section.items:
        within = list(asked_within(section.items))
        for each in within:
            yield replace(found, lead=each.lead, parts=tuple(spans.within(each)), line=each.item.line)
        leading = {id(each.item) for each in within}
        if parts := tuple(spans.part(item) for item in section.items if id(item) not in leading):
            is_coded = all(_CODED.match(item.mark) for item in section.items)
            yield replace(found, lead=_lead(section), parts=parts, is_coded=is_coded)
    elif _asks_above(found) and (paragraphs := _paragraphs(section)):
        sentences = [part for passage in paragraphs for part in _asked_in(passage, spans)]
        whole = map(spans.together, with_explanations(paragraphs))
        is_told = len(sentences) >= _SEVERAL * len(paragraphs)
        yield replace(found, parts=tuple(sentences if is_told else whole), is_prose=True)
    elif not has_items:
        yield from _without_marks(found, section, spans)


def _without_marks(found: List, section: Section, spans: _Spans) -> Iterator[List]:
    """Yield the paragraphs after a lead that asks, in a document whose lists have lost their marks."""
    lead, paragraphs = "", list[Passage]()
    for passage in (*section.prose, None):
        announces = passage is not None and passage.text.rstrip().endswith((":", ",", "،"))
        if passage is None or announces or is_greeting(passage.text):
            if asks(lead) and len(paragraphs) > 1:
                parts = tuple(map(spans.part, paragraphs))
                yield replace(found, lead=lead, parts=parts, line=paragraphs[0].line, is_prose=True)
            lead, paragraphs = last_sentence(passage.text)[1] if passage and announces else "", []
        else:
            paragraphs.append(passage)


def _depth(section: Section, after: Section | None) -> float:
    """Return how deep a heading stands.

    One that only says to whom something is said is below those of its level; one that asks, and has nothing under it
    but headings with lists, is above them.
    """
    is_below = is_addressee(section.heading or "")
    depth = section.level + (2 * _OVER if is_below else 0.0)
    is_empty = not section.items and not section.prose
    if is_empty and after is not None and after.items and after.heading and asks(section.heading or ""):
        return min(depth, _depth(after, None) - _OVER)
    return depth


def _title(outline: Outline) -> str:
    """Return the heading of the whole document: the first one, where nothing stands right under it in a list."""
    first = next((section for section in outline.sections if section.heading), None)
    return "" if first is None or first.items else first.heading or ""


def _first_heading(outline: Outline) -> str:
    return next((section.heading for section in outline.sections if section.heading), "") or ""


def _same_title(heading: str, title: str) -> str:
    return title if fold(heading) == fold(title) else heading


def _lead(section: Section) -> str:
    """Return the sentence right above a list."""
    before = [passage for passage in section.prose if passage.line <= section.items[0].line]
    return last_sentence(before[-1].text)[1] if before else ""


def _paragraphs(section: Section) -> list[Passage]:
    return [passage for passage in section.prose if not leads_in(passage.text)]


def _with_prose(groups: list[Group], outline: Outline, spans: _Spans, language: str) -> list[Group]:
    """Add what is asked in running text: taken where no list is, else left for a person to take in."""
    has_lists = any(group.is_taken for group in groups)
    used = {line for group in groups for part in group.parts for line in range(part.first, part.last + 1)}
    found = list(groups)
    title = _title(outline)
    heading = ""
    passages = [passage for section in outline.sections for passage in section.prose]
    asks_too = not has_lists and any(any(_asked_in(passage, spans)) for passage in passages)
    for section in outline.sections:
        heading = section.heading or heading
        asked = (part for passage in section.prose for part in _asked_in(passage, spans, with_duties=asks_too))
        parts = tuple(part for part in asked if part.first not in used)
        if parts:
            lead = next((part.text for part in parts if asks(part.text)), "")
            name = name_of("" if fold(heading) == fold(title) else heading, lead, "", language)
            kind = PROSE if has_lists else ASKED
            found.append(Group(name[:500], kind, IN_PROSE, parts, parts[0].first + 1))
    return sorted(found, key=lambda group: group.line)


def _asked_in(passage: Passage, spans: _Spans, *, with_duties: bool = False) -> Iterator[Part]:
    """Yield the sentences of a paragraph in which somebody asks for something; leads are none."""
    for sentence in _SENTENCE.split(passage.text):
        is_asked = asks_in_prose(sentence) or (with_duties and says_a_duty(sentence))
        if is_asked and not leads_in(sentence) and not sentence.rstrip().endswith((",", "،")):
            yield spans.part(passage, sentence)
