"""What belongs together: items of one list, what is nested in them, and the paragraphs that go on with them.

In: blocks between two headings. Out: a tree: items with their parts, and paragraphs that belong to none.
The rules, in the order of their weight:
* everything between a number and the next number of its list belongs to the first of them (unless it is far too much);
* a number alone on its line takes what follows, to the next number or the next heading;
* a list is nested in an item that ends with a colon, stands further left, or goes on after the list;
* a paragraph goes on with an item when it begins in the middle of a sentence, or when the item breaks off where its
  neighbours end with a full stop; or when it stands alone between two long bullets of one list.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from supportroom.reading.blocks import Block
from supportroom.reading.limits import LONGEST_ABSORBED
from supportroom.reading.marks import Mark
from supportroom.reading.shapes import ends_a_sentence, goes_on, is_greeting, leads_in

_AHEAD = 400  # blocks that are searched for the next of a list
_DEEPER = 2  # columns of indentation
_LONG_BULLET = 200  # characters: a bullet that is a paragraph itself
_DEEPEST = 5  # lists within lists; beyond that everything is on one level


@dataclass(slots=True)
class Node:
    """An item with the items nested in it and the paragraphs that go on with it."""

    block: Block
    mark: Mark
    parts: list["Node | Block"] = field(default_factory=list)

    @property
    def children(self) -> list["Node"]:
        """Return the nested items."""
        return [part for part in self.parts if isinstance(part, Node)]


def resolve(blocks: Sequence[Block]) -> list[Node | Block]:
    """Return the items with what belongs to them, and the paragraphs that belong to none, in order."""
    return _Resolver(blocks).between(0, len(blocks))


def text_of(node: Node) -> str:
    """Return an item's whole text: paragraphs and nested items on lines of their own, broken sentences joined."""
    text = node.block.text
    for part in node.parts:
        if isinstance(part, Node):
            text += f"\n{part.mark.written} {text_of(part)}"
        else:
            text += (" " if goes_on(part.text) or _is_broken_off(text) else "\n") + part.text if text else part.text
    return text.strip()


def _is_broken_off(text: str) -> bool:
    return len(text) > 60 and not ends_a_sentence(text) and not leads_in(text)


class _Resolver:
    """Looks over the blocks between two headings; remembers which style was seen nested in which."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.nested: set[tuple[str, str]] = set()
        self.full_stops = _styles_with_full_stops(blocks)

    def between(self, start: int, stop: int, depth: int = 0) -> list[Node | Block]:
        """Return the tree of the blocks from start to before stop."""
        found: list[Node | Block] = []
        at = start
        while at < stop:
            block = self.blocks[at]
            if block.mark is None:
                found.append(block)
                at += 1
                continue
            end = self._end(at, stop) if depth < _DEEPEST else at + 1
            node = Node(block, block.mark, self.between(at + 1, end, depth + 1))
            self.nested.update((block.mark.style, child.mark.style) for child in node.children)
            found.append(node)
            at = end
        return found

    def _end(self, at: int, stop: int) -> int:
        """Return the place after the last block that belongs to the item."""
        mark = self.blocks[at].mark
        if mark and mark.ranks:
            following = self._next_number(at, mark, stop)
            if following is not None:
                return self._capped(at, following)
            if self.blocks[at].is_alone:
                again = (to for to in range(at + 1, stop) if _has_style(self.blocks[to], mark.style))
                return self._capped(at, next(again, self._greeting(at, stop)))
        return self._walk(at, stop)

    def _greeting(self, at: int, stop: int) -> int:
        """Return where somebody is addressed again: the closing of a letter is no part of its last number."""
        return next((to for to in range(at + 1, stop) if is_greeting(self.blocks[to].text)), stop)

    def _next_number(self, at: int, mark: Mark, stop: int) -> int | None:
        """Return the place of the next number of the list; nested lists of the same style are passed over."""
        indent = self.blocks[at].indent
        is_nested = False
        for to in range(at + 1, min(stop, at + _AHEAD)):
            block = self.blocks[to]
            if block.mark is None or block.mark.style != mark.style:
                continue
            is_deeper = block.indent >= indent + _DEEPER
            if block.mark.follows(mark) and not (is_nested and is_deeper):
                return to
            if not is_deeper:
                return None
            is_nested = True
        return None

    def _capped(self, at: int, end: int) -> int:
        """Return the end, or an earlier place where what is absorbed becomes far too much for one item."""
        length = 0
        for to in range(at + 1, end):
            length += len(self.blocks[to].text)
            if length > LONGEST_ABSORBED:
                return max(to, at + 1)
        return end

    def _walk(self, at: int, stop: int) -> int:
        """Return the place after what directly follows the item and belongs to it."""
        last = self.blocks[at].text
        to = at + 1
        while to < stop:
            block = self.blocks[to]
            if block.mark is None:
                belongs = self._goes_on(at, last, to, stop)
            else:
                belongs = not self._is_sibling(at, to) and self._is_nested(at, to, stop)
            if not belongs:
                break
            last = block.text
            to += 1
        return self._capped(at, to)

    def _is_sibling(self, at: int, to: int) -> bool:
        first, second = self.blocks[at], self.blocks[to]
        is_same = first.mark is not None and _has_style(second, first.mark.style)
        return second.indent + _DEEPER <= first.indent or (is_same and second.indent < first.indent + _DEEPER)

    def _is_nested(self, at: int, to: int, stop: int) -> bool:
        first, second = self.blocks[at], self.blocks[to]
        if first.mark is None or second.mark is None:
            return False
        if second.mark.kind == first.mark.kind and any(rank + 1 in second.mark.ranks for rank in first.mark.ranks):
            return False  # "1-" and then "2.": somebody changed the sign
        is_known = (first.mark.style, second.mark.style) in self.nested
        is_deeper = second.indent >= first.indent + _DEEPER
        return is_deeper or is_known or leads_in(first.text) or self._comes_back(at, to, stop)

    def _comes_back(self, at: int, to: int, stop: int) -> bool:
        """Say whether the item's list goes on after the marks from `to` on, without a paragraph in between."""
        for later in range(to + 1, min(stop, to + _AHEAD)):
            if self.blocks[later].mark is None:
                return False
            if self._is_sibling(at, later):
                return True
        return False

    def _goes_on(self, at: int, last: str, to: int, stop: int) -> bool:
        """Say whether a paragraph goes on with the item."""
        item, block = self.blocks[at], self.blocks[to]
        if is_greeting(block.text):
            return False
        if not block.is_apart or goes_on(block.text):
            return True
        if leads_in(block.text) or item.mark is None:
            return False
        if _is_broken_off(last) and item.mark.style in self.full_stops:
            return True
        is_between = to + 1 < stop and self.blocks[to + 1].mark is not None and self._is_sibling(at, to + 1)
        return item.mark.is_bullet and len(item.text) >= _LONG_BULLET and is_between


def _has_style(block: Block, style: str) -> bool:
    return block.mark is not None and block.mark.style == style


def _styles_with_full_stops(blocks: Sequence[Block]) -> set[str]:
    """Return the styles of marks whose items end with a full stop for the most part."""
    ends: dict[str, list[bool]] = {}
    for block in blocks:
        if block.mark and block.text:
            ends.setdefault(block.mark.style, []).append(ends_a_sentence(block.text))
    return {style for style, seen in ends.items() if len(seen) > 2 and sum(seen) * 2 >= len(seen)}
