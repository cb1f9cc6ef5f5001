"""Blocks into sections: headings, the items under them, and the prose that was passed over.

In: the blocks of a file. Out: an Outline's sections and notes. Raises `reading.too_many_items`,
`reading.item_too_long`, `reading.nothing`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from supportroom.kernel.errors import DomainError
from supportroom.reading.blocks import Block
from supportroom.reading.chapters import INFERRED, LEAD
from supportroom.reading.headings import with_headings
from supportroom.reading.limits import LONGEST_HEADING, LONGEST_ITEM, MOST_BLOCKS, MOST_ITEMS
from supportroom.reading.marks import Mark
from supportroom.reading.outline import Item, Note, Outline, Passage, Section
from supportroom.reading.series import Node, resolve, text_of
from supportroom.reading.shapes import as_heading, ends_a_sentence, is_title_like, last_sentence, leads_in
from supportroom.reading.tables import ROW
from supportroom.reading.vocabulary import note

_HEADING_ITEM = 100  # characters: a longer item with a list beneath is a point with details, no heading

_PARAGRAPH_ITEM = 250  # characters: where paragraphs are longer than this for more than a quarter, the text is prose


@dataclass(slots=True)
class _Draft:
    """A section that is being filled."""

    heading: str | None
    level: int
    line: int
    is_firm: bool = True
    items: list[Item] = field(default_factory=list)
    prose: list[Passage] = field(default_factory=list)
    family: str = ""  # of the marks of its items: bullets or a count

    def finished(self) -> Section:
        return Section(self.heading, self.level, tuple(self.items), self.line, tuple(self.prose))

    @property
    def is_empty(self) -> bool:
        return self.heading is None and not self.items and not self.prose


def outline_of(blocks: Sequence[Block], notes: Sequence[Note] = ()) -> Outline:
    """Return the outline of a file's blocks."""
    _refuse_too_much(blocks)
    extra: list[Note] = []
    if not any(block.mark for block in blocks) and (taken := _paragraphs_as_items(blocks)):
        blocks = taken
        _refuse_too_much(blocks)
        extra.append(note("paragraphs_as_items"))
    sections = _sections(with_headings(blocks))
    if not any(section.items for section in sections):
        extra.append(note("no_items"))
    return Outline(tuple(sections), (*notes, *extra))


def _refuse_too_much(blocks: Sequence[Block]) -> None:
    if not any(block.text for block in blocks):
        raise DomainError("reading.nothing")
    if len(blocks) > MOST_BLOCKS:
        raise DomainError("reading.too_many_rows", limit=MOST_BLOCKS)
    for block in blocks:
        if len(block.text) > LONGEST_ITEM:
            raise DomainError("reading.item_too_long", line=block.line, limit=LONGEST_ITEM)
    if sum(block.mark is not None for block in blocks) > MOST_ITEMS:
        raise DomainError("reading.too_many_items", limit=MOST_ITEMS)


def _paragraphs_as_items(blocks: Sequence[Block]) -> list[Block] | None:
    """Take each paragraph as an item where nothing has a mark; None for a text that is prose, by its length."""
    found = [_as_item(block) for block in with_headings(blocks, has_lists=False)]
    lengths = [len(block.text) for block in found if block.mark]
    is_prose = sum(length > _PARAGRAPH_ITEM for length in lengths) * 4 > len(lengths)
    return None if is_prose or len(lengths) < 2 else found


def _as_item(block: Block) -> Block:
    if not block.is_prose:
        return block
    if leads_in(block.text):
        return (
            replace(block, level=INFERRED, is_firm=False)
            if is_title_like(block.text.rstrip(" :"), LONGEST_HEADING)
            else block
        )
    return replace(block, mark=Mark("", ROW))


def _sections(blocks: Sequence[Block]) -> list[Section]:
    drafts = [_Draft(None, 0, blocks[0].line if blocks else 1)]
    for heading, region in _regions(blocks):
        if heading:
            drafts.append(
                _Draft(as_heading(heading.text) or heading.text, heading.level, heading.line, heading.is_firm)
            )
        _fill(drafts, resolve(region))
    return [draft.finished() for draft in drafts if not draft.is_empty]


def _regions(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, list[Block]]]:
    """Yield each heading with the blocks up to the next one."""
    heading: Block | None = None
    region: list[Block] = []
    for block in blocks:
        if block.level:
            yield heading, region
            heading, region = block, []
        else:
            region.append(block)
    yield heading, region


def _fill(drafts: list[_Draft], parts: list[Node | Block]) -> None:
    """Put items and prose into the last section; a lead-in or a list of another kind opens a section of its own."""
    parents = _headings_among(parts)
    level = drafts[-1].level + 1
    for at, part in enumerate(parts):
        is_before_item = at + 1 < len(parts) and isinstance(parts[at + 1], Node)
        if isinstance(part, Block):
            _add_prose(drafts, part, is_before_item=is_before_item)
        elif id(part) in parents:
            drafts.append(_Draft(as_heading(part.block.text), level, part.block.line))
            _fill(drafts, part.parts)
        else:
            _add_item(drafts, part)


def _add_prose(drafts: list[_Draft], block: Block, *, is_before_item: bool) -> None:
    draft = drafts[-1]
    before, lead = last_sentence(block.text)
    opens = is_before_item and leads_in(lead) and len(lead) <= LONGEST_HEADING and not _explains_heading(draft, before)
    text = before if opens else block.text
    if text:
        draft.prose.append(Passage(text, block.line))
    if opens:
        drafts.append(_Draft(as_heading(lead), LEAD, block.line, is_firm=False))


def _explains_heading(draft: _Draft, before: str) -> bool:
    """Say whether a lead-in stands right under a heading and so belongs to it: "Water", "We agreed on these:"."""
    between = len(draft.prose) + bool(before)
    return draft.heading is not None and not draft.items and between <= (1 if draft.is_firm else 0)


def _add_item(drafts: list[_Draft], node: Node) -> None:
    family = "bullets" if node.mark.is_bullet else "count"
    draft = drafts[-1]
    if draft.items and (1 in node.mark.ranks or family != draft.family):
        draft = _Draft(None, 0, node.block.line)
        drafts.append(draft)
    draft.family = family
    if text := text_of(node):
        draft.items.append(Item(text, node.mark.written, node.block.line))


def _headings_among(parts: Sequence[Node | Block]) -> set[int]:
    """Return the items (by id) that are headings in truth: short ones with lists beneath, being most of their list.

    Where one of a numbered list holds a list, those that hold paragraphs are headings like it: minutes are so.
    """
    nodes = [part for part in parts if isinstance(part, Node) and part.mark.style != ROW]
    return {id(node) for run in (_runs(nodes) if nodes else ()) for node in _parents_in(run)}


def _runs(nodes: Sequence[Node]) -> list[list[Node]]:
    """Part the items into lists: each begins where a count begins anew."""
    found: list[list[Node]] = [[]]
    for node in nodes:
        if 1 in node.mark.ranks and found[-1]:
            found.append([])
        found[-1].append(node)
    return found


def _parents_in(nodes: Sequence[Node]) -> list[Node]:
    parents = [node for node in nodes if len(node.children) > 0 and _reads_as_heading(node)]
    if any(len(node.children) > 1 for node in parents):
        parents = [node for node in nodes if _reads_as_heading(node) and (node.children or _has_own_paragraph(node))]
    is_one_of_few = len(parents) == 1 and len(parents[0].children) < 2
    has_plain_bullets = any(node.mark.is_bullet and not node.children for node in nodes)
    if len(parents) * 10 < len(nodes) * 6 or is_one_of_few or has_plain_bullets:
        return []
    styles = {node.mark.style for node in parents} if len(parents) > 1 else set()
    return [node for node in nodes if node in parents or (node.mark.style in styles and _reads_as_heading(node))]


def _has_own_paragraph(node: Node) -> bool:
    return bool(node.parts) and isinstance(node.parts[0], Block) and node.parts[0].is_apart


def _reads_as_heading(node: Node) -> bool:
    text = node.block.text
    return (
        0 < len(text) <= _HEADING_ITEM and not ends_a_sentence(text) and is_title_like(text.rstrip(":"), _HEADING_ITEM)
    )
