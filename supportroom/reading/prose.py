"""A file as prose: headings with their levels, paragraphs, and notes in the places where they belong.

In: a name and bytes (DOCX, Markdown, plain text). Out: `Prose`, every word of it in the order of the file. Raises
DomainError `reading.*`. Numbers that count paragraphs are dropped, since whoever takes the prose over counts anew;
other marks stay as they were written. Bullets stay with the paragraph above them, line by line. Footnotes stand as
`^[words]`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from supportroom.kernel.errors import DomainError
from supportroom.reading.blocks import Block
from supportroom.reading.document import Way, as_note, blocks_of_docx
from supportroom.reading.encoding import decode
from supportroom.reading.hygiene import clean
from supportroom.reading.limits import LONGEST_HEADING, MOST_BLOCKS
from supportroom.reading.lines import blocks_of_text
from supportroom.reading.outline import Note
from supportroom.reading.sniff import Kind, sniff
from supportroom.reading.vocabulary import note

HEADING, PARAGRAPH = "heading", "paragraph"
_DEFINED = re.compile(r"^\[\^([^\]\s]{1,40})\]:[ \t]*(.+(?:\n(?![ \t]*\n|\[\^).+)*)", re.MULTILINE)
_REFERRED = re.compile(r"\[\^([^\]\s]{1,40})\]")
_COUNTING = {"number", "decimal", "hindiNumbers", "decimalZero"}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of a level (1 is the highest) or a paragraph, as it stood in the file."""

    kind: str
    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Prose:
    """A file as prose. `title`: what the file calls the title of the whole. `is_tracked`: it holds tracked changes."""

    parts: tuple[Part, ...]
    title: str = ""
    notes: tuple[Note, ...] = field(default=())
    is_tracked: bool = False


def read_prose(name: str, content: bytes, *, takes_changes: bool = True) -> Prose:
    """Return what a DOCX, Markdown or text file holds as prose; tracked changes are taken, or else refused."""
    kind = sniff(name, content)
    if kind is Kind.DOCX:
        blocks, notes = blocks_of_docx(content, Way(is_prose=True, takes_changes=takes_changes))
    elif kind in {Kind.MARKDOWN, Kind.TEXT}:
        blocks, notes = _blocks_of_text(content)
    else:
        raise DomainError("reading.prose_kind")
    if not any(block.written for block in blocks):
        raise DomainError("reading.nothing")
    if len(blocks) > MOST_BLOCKS:
        raise DomainError("reading.too_many_rows", limit=MOST_BLOCKS)
    is_tracked = any(each.code == "tracked_changes" for each in notes)
    title, body = _title_of(blocks)
    told = tuple(each for each in notes if each.code != "tracked_changes")
    return Prose(tuple(_parts(body)), title, told, is_tracked)


def _blocks_of_text(content: bytes) -> tuple[list[Block], list[Note]]:
    text, encoding = decode(content)
    told = [] if encoding in {"UTF-8", "UTF-16"} else [note("encoding", name=encoding)]
    return blocks_of_text(_with_notes(clean(text))), told


def _with_notes(text: str) -> str:
    """Put Markdown's footnotes, which stand at the end, where they belong."""
    words = {found[1]: " ".join(found[2].split()) for found in _DEFINED.finditer(text)}
    if not words:
        return text
    body = _DEFINED.sub("", text)
    return _REFERRED.sub(lambda found: as_note(words[found[1]]) if found[1] in words else found[0], body)


def _title_of(blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """Return the title of the whole, if the file has one, and the rest; what stood below it moves up a level."""
    body = [block for block in blocks if block.written]
    heads = [block for block in body if block.level == 1]
    first = body[0]
    if first.is_title:
        return first.text, body[1:]
    is_alone = first.level == 1 and len(heads) == 1 and any(block.level > 1 for block in body)
    if not is_alone:
        return "", body
    return first.text, [replace(block, level=max(block.level - 1, 1)) if block.level else block for block in body[1:]]


def _parts(blocks: Sequence[Block]) -> Iterator[Part]:
    open_part: Part | None = None
    last: Block | None = None  # the last paragraph whose number was dropped
    for block in blocks:
        if block.level and len(block.text) <= LONGEST_HEADING * 2:
            if open_part:
                yield open_part
            open_part, last = None, None
            yield Part(HEADING, min(block.level, 4), block.text, block.line)
        elif open_part and block.mark and block.mark.is_bullet:
            open_part = replace(open_part, text=f"{open_part.text}\n• {block.text}")
        else:
            if open_part:
                yield open_part
            counts = _counts(block, last)
            last = block if counts else last
            open_part = Part(PARAGRAPH, 1, block.text if counts else _written(block), block.line)
    if open_part:
        yield open_part


def _counts(block: Block, last: Block | None) -> bool:
    """Tell whether a paragraph's mark is a number that counts paragraphs: the first, or the one that follows."""
    mark = block.mark
    if mark is None or mark.kind not in _COUNTING or not block.text:
        return False
    if mark.kind != "number":
        return True  # counted by Word itself
    return 1 in mark.ranks if last is None or last.mark is None else mark.follows(last.mark) or 1 in mark.ranks


def _written(block: Block) -> str:
    return f"• {block.text}" if block.mark and block.mark.is_bullet else block.written
