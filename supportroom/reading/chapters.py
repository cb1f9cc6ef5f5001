"""Headings that a document numbers: "2. Group work", "2.1 Credit", "2.1.1 What was asked".

In: blocks with their marks. Out: the same in the same order, where the numbered lines that are headings have levels.
A number with a dot in it ("2.1") is a heading if it is short, no sentence, and stands over something else than the
next of its kind; a plain number ("2.") only where such a heading says that it belongs to it, and its neighbours then;
or where it counts, like a letter, from the first on and nearly all of that count stand over lists or headings.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from supportroom.reading.blocks import Block
from supportroom.reading.shapes import ends_a_sentence, is_title_like, leads_in

TITLE, FIRM, INFERRED, LEAD = 1, 2, 3, 7  # a lead, "To donors:", stands below every heading
_LONGEST = 100  # characters of such a heading
_NEAR = 20  # blocks between a chapter and its first part
_COUNTS = ("number", "latin", "arabic")
_LONG_COUNT = 4  # chapters among lists that are counted alike
_MOSTLY = 6  # of ten of one count are headings, or none is


def by_number(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with levels where their numbers make them headings."""
    parts = _parts(blocks)
    chapters = _chapters(blocks, {_ranks(blocks[at])[0] for at in parts})
    over_lists = _over_lists(blocks) - chapters
    found = list(blocks)
    for at in parts:
        found[at] = replace(blocks[at], mark=None, level=INFERRED + len(_ranks(blocks[at])) - 1)
    for at in chapters | over_lists:
        found[at] = replace(blocks[at], mark=None, level=FIRM, is_firm=at in chapters)
    return found


def _parts(blocks: Sequence[Block]) -> set[int]:
    """Return where headings like "2.1 Credit" stand."""
    places = [at for at, block in enumerate(blocks) if block.mark and block.mark.kind == "part"]
    found: set[int] = set()
    counts: defaultdict[str, list[int]] = defaultdict(list)
    for at in places:
        counts[_style(blocks[at])].append(at)
    for same in counts.values():
        heads = [at for at in same if _reads_as_heading(blocks[at]) and _has_own_beneath(blocks, at)]
        if len(heads) * 10 >= len(same) * _MOSTLY:
            found.update(heads)
    return found


def _chapters(blocks: Sequence[Block], numbers: set[int]) -> set[int]:
    """Return where the headings stand to which such parts belong ("2." above "2.1"), with those of their count."""
    if not numbers:
        return set()
    places = [at for at, block in enumerate(blocks) if block.mark and block.mark.kind == "number"]
    heads = [at for at in places if _reads_as_heading(blocks[at]) and _has_own_beneath(blocks, at)]
    style = next((_style(blocks[at]) for at in heads if _is_above_part(blocks, at)), None)
    return _counting([at for at in heads if _style(blocks[at]) == style], blocks)


def _is_above_part(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a plain number stands right above the first dotted one that belongs to it."""
    after = next((block for block in blocks[at + 1 : at + _NEAR] if block.mark and block.mark.kind == "part"), None)
    return after is not None and _ranks(after) == [*_ranks(blocks[at]), 1]


def _counting(heads: Sequence[int], blocks: Sequence[Block]) -> set[int]:
    """Return those that come right after another in the count, or right before one."""
    last: dict[int, int] = {}
    found: set[int] = set()
    for at in heads:
        rank = _ranks(blocks[at])[0]
        if rank - 1 in last:
            found |= {at, last[rank - 1]}
        last[rank] = at
    return found


def _over_lists(blocks: Sequence[Block]) -> set[int]:
    """Return where the headings stand that count "1.", "2." or "I.", "II." and have lists or headings beneath."""
    counts: defaultdict[str, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        if block.mark and block.mark.kind in _COUNTS:
            counts[block.mark.style].append(at)
    found: set[int] = set()
    for places in counts.values():
        heads = [at for at in places if blocks[at].is_apart and _reads_as_heading(blocks[at])]
        free = [at for at in heads if _is_free(blocks, at)]
        found.update(*(run for run in _runs(free, blocks) if _are_over_lists(blocks, run, places)))
        open_ones = [at for at in heads if _is_open(blocks, at)]
        found.update(*(run for run in _runs(open_ones, blocks) if _are_around_lists(blocks, run, places)))
    return found


def _is_free(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a counted line stands over no list that begins there."""
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    return after is not None and not after.level and (after.mark is None or min(after.mark.ranks, default=1) > 1)


def _is_open(blocks: Sequence[Block], at: int) -> bool:
    """Say whether the next of its count does not stand right beneath."""
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    return after is not None and (after.mark is None or _style(after) != _style(blocks[at]))


def _are_over_lists(blocks: Sequence[Block], run: Sequence[int], places: Sequence[int]) -> bool:
    """Say whether nearly all of a count stand over lists, and nothing that is counted alike between them."""
    return len(run) > 1 and not _others(run, places) and _over(blocks, run) * 10 >= len(run) * _MOSTLY


def _are_around_lists(blocks: Sequence[Block], run: Sequence[int], places: Sequence[int]) -> bool:
    """Say whether a long count has lists between its headings that are counted alike, each from the first."""
    marks = (blocks[at].mark for at in _others(run, places))
    begin_anew = any(mark is not None and 1 in mark.ranks for mark in marks)
    return len(run) >= _LONG_COUNT and begin_anew and _over(blocks, run) > 1


def _others(run: Sequence[int], places: Sequence[int]) -> set[int]:
    """Return what is counted alike between the first and the last of a count, and is no part of it."""
    return set(places[bisect_left(places, run[0]) : bisect_left(places, run[-1])]).difference(run)


def _over(blocks: Sequence[Block], run: Sequence[int]) -> int:
    """Return how many of a count stand over two items or more."""
    return sum(_has_list(blocks, at, to) for at, to in zip(run, [*run[1:], len(blocks)], strict=True))


def _runs(places: Sequence[int], blocks: Sequence[Block]) -> list[list[int]]:
    """Part counted lines into those that count on, each from the first."""
    runs: list[list[int]] = []
    for at in places:
        mark = blocks[at].mark
        last = blocks[runs[-1][-1]].mark if runs else None
        if mark and last and mark.follows(last):
            runs[-1].append(at)
        elif mark and 1 in mark.ranks:
            runs.append([at])
    return runs


def _has_list(blocks: Sequence[Block], at: int, to: int) -> bool:
    """Say whether two items at least stand between two places; looks no further than those."""
    items = (True for between in range(at + 1, to) if blocks[between].mark is not None)
    return next(items, False) and next(items, False)


def _reads_as_heading(block: Block) -> bool:
    text = block.text
    is_short = 0 < len(text) <= _LONGEST and not ends_a_sentence(text) and not leads_in(text)
    return is_short and is_title_like(text, _LONGEST)


def _has_own_beneath(blocks: Sequence[Block], at: int) -> bool:
    """Say whether what follows is neither the end, nor a heading, nor the next of the same count."""
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    if after is None or after.level:
        return False
    return after.mark is None or _style(after) != _style(blocks[at])


def _style(block: Block) -> str:
    return block.mark.style if block.mark else ""


def _ranks(block: Block) -> list[int]:
    """Return the numbers of a number as written: 2 and 1 of "2.1"."""
    written = block.mark.written if block.mark else ""
    return [int(part) for part in re.split(r"\D+", written) if part.isdecimal()] or [0]
