"""Which blocks are headings, and which marks count nothing after all.

In: the blocks of a file. Out: the same in the same order, some with a level. What the file itself says (Markdown,
styles) stands; then come form (numbered parts, capitals, bold lines), words of order with something beneath them,
and, where a file has no headings of its own, short lines that stand alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from supportroom.reading.blocks import Block
from supportroom.reading.chapters import FIRM, INFERRED, LEAD, TITLE, by_number
from supportroom.reading.limits import LONGEST_HEADING
from supportroom.reading.shapes import (
    ends_a_sentence,
    goes_on,
    heads_by_form,
    is_greeting,
    is_title_like,
    last_sentence,
    leads_in,
)

_LONGEST_OWN = 2 * LONGEST_HEADING  # a paragraph in a heading's style is a paragraph
_BRIEF = 60  # characters
_DOUBTFUL = {"latin", "arabic", "ordinal", "part", "coded"}  # they may be names, sentences, quantities as well


def with_headings(blocks: Sequence[Block], *, has_lists: bool = True) -> list[Block]:
    """Return the blocks with levels where they are headings, and without marks that count nothing.

    Where a file has no lists at all, its short lines are more likely its points than its headings.
    """
    blocks = [replace(block, level=0) if len(block.text) > _LONGEST_OWN else block for block in blocks]
    has_its_own = sum(1 for block in blocks if block.level) > 1
    found = by_number(_by_bold_marks(_by_order(_by_form(_joined(_without_lone_dash(blocks))))))
    found = _without_lonely_marks(found)
    return found if has_its_own or not has_lists else _by_place(found)


def _without_lone_dash(blocks: Sequence[Block]) -> list[Block]:
    """Take back a long dash that occurs once: it sets off a subtitle, it is no list."""
    dashes = [at for at, block in enumerate(blocks) if block.mark and block.mark.style in {"bullet –", "bullet —"}]
    found = list(blocks)
    if len(dashes) == 1:
        found[dashes[0]] = replace(blocks[dashes[0]], text=blocks[dashes[0]].written, mark=None)
    return found


def _joined(blocks: list[Block]) -> list[Block]:
    """Join paragraphs that a page break cut in two: the second begins in the middle of a sentence."""
    found: list[Block] = []
    for block in blocks:
        if (
            found
            and found[-1].is_prose
            and not ends_a_sentence(found[-1].text)
            and block.is_prose
            and goes_on(block.text)
        ):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {block.text}")
        else:
            found.append(block)
    return found


def _by_form(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of numbered parts, capitals and bold lines; bold says nothing where half the text is bold."""
    is_rare = sum(block.is_bold for block in blocks) * 2 <= len(blocks)
    return [
        replace(block, text=block.written, mark=None, level=FIRM)
        if not block.level and (_heads(block) or (is_rare and _is_bold_heading(block)))
        else block
        for block in blocks
    ]


def _heads(block: Block) -> bool:
    return block.mark is None and heads_by_form(block.text)


def _is_bold_heading(block: Block) -> bool:
    is_plain = block.mark is None or block.mark.style == "ordinal"
    is_short = len(block.text) <= LONGEST_HEADING and not ends_a_sentence(block.text)
    return block.is_bold and is_plain and is_short and not is_greeting(block.text) and any(map(str.isalpha, block.text))


def _by_order(blocks: list[Block]) -> list[Block]:
    """Make headings of "First: …", "أولاً: …" where most of them have something beneath; else they stay items."""
    places = [at for at, block in enumerate(blocks) if block.mark and block.mark.style == "ordinal"]
    stops = [*places[1:], len(blocks)][: len(places)]
    headed = [
        at
        for at, stop in zip(places, stops, strict=True)
        if _has_text_beneath(blocks, at) and (_is_short(blocks[at]) or _names_list(blocks[at:stop]))
    ]
    if len(headed) * 10 < len(places) * 6:
        return blocks
    return _promoted(blocks, {at for at in headed if len(places) > 1 or blocks[at].written[:20].count(":")})


def _is_short(block: Block) -> bool:
    return len(block.text) <= 100 and not ends_a_sentence(block.text)


def _names_list(blocks: list[Block]) -> bool:
    """Say whether a few words stand over a list: "First, the water group." and what that group recommended."""
    is_brief = len(blocks[0].text) <= _BRIEF
    return is_brief and sum(block.mark is not None and block.mark.style != "ordinal" for block in blocks) > 1


def _has_text_beneath(blocks: list[Block], at: int) -> bool:
    """Say whether what follows is neither a heading nor the next word of order."""
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    return after is not None and not after.level and not (after.mark and after.mark.style == "ordinal")


def _by_bold_marks(blocks: list[Block]) -> list[Block]:
    """Make headings of bold numbers with a list of plain items beneath: "**1. Water**" and then bullets."""
    marked = [at for at, block in enumerate(blocks) if block.mark]
    bold = [at for at in marked if blocks[at].is_bold and _is_short(blocks[at])]
    listed = {at for at in bold if any(after.mark and not after.is_bold for after in blocks[at + 1 : at + 3])}
    if len(bold) * 2 > len(marked) or len(listed) * 10 < len(bold) * 6:
        return blocks
    return _promoted(blocks, listed, with_mark=False)


def _promoted(blocks: list[Block], places: set[int], *, with_mark: bool = True) -> list[Block]:
    return [
        replace(block, text=block.written if with_mark else block.text, mark=None, level=FIRM)
        if at in places
        else block
        for at, block in enumerate(blocks)
    ]


def _without_lonely_marks(blocks: list[Block]) -> list[Block]:
    """Take back marks that neither follow nor are followed: "A. Name", "First, we thank", "2.5 million"."""
    found = list(blocks)
    for style in {block.mark.style for block in blocks if block.mark and block.mark.kind in _DOUBTFUL}:
        places = [at for at, block in enumerate(blocks) if block.mark and block.mark.style == style]
        before, after = _nearest(places, blocks), _nearest(places[::-1], blocks)
        for at in places:
            if not _follows(blocks, before[at], at) and not _follows(blocks, at, after[at]):
                found[at] = replace(blocks[at], text=blocks[at].written, mark=None)
    return found


def _nearest(places: Sequence[int], blocks: Sequence[Block]) -> dict[int, int | None]:
    """Return for each place the nearest one before it that does not stand deeper."""
    found: dict[int, int | None] = {}
    open_ones: list[int] = []
    for at in places:
        while open_ones and blocks[open_ones[-1]].indent > blocks[at].indent:
            open_ones.pop()
        found[at] = open_ones[-1] if open_ones else None
        open_ones.append(at)
    return found


def _follows(blocks: list[Block], before: int | None, after: int | None) -> bool:
    if before is None or after is None:
        return False
    first, second = blocks[before].mark, blocks[after].mark
    return first is not None and second is not None and (second.follows(first) or 99 in second.ranks)


def _by_place(blocks: list[Block]) -> list[Block]:
    """Make headings of short lines that stand alone; the first one of a file is its title and may be longer."""
    found = list(blocks)
    for at, block in enumerate(blocks):
        before = found[at - 1] if at else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        longest = LONGEST_HEADING if before is None else 80
        is_free = block.is_prose and _stands_alone(block, after) and not _belongs_to(before)
        is_free = is_free and not (leads_in(block.text) and last_sentence(block.text)[0])
        if is_free and is_title_like(block.text.rstrip(":?؟"), longest):
            level = TITLE if before is None else LEAD if leads_in(block.text) else INFERRED
            found[at] = replace(block, level=level, is_firm=False)
    return found


def _stands_alone(block: Block, after: Block | None) -> bool:
    return (
        block.is_apart
        and not block.is_joined
        and (after is None or after.is_apart or len(after.text) > 2 * len(block.text))
    )


def _belongs_to(before: Block | None) -> bool:
    """Say whether what stands right before claims the line: a firm heading its subtitle, a lone number its text."""
    return before is not None and (before.is_alone or (before.is_firm and before.level > TITLE))
