"""A briefing's text cut into passages: its paragraphs, the long ones divided where a sentence ends. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

MOST_WORDS: Final = 120
FEWEST_WORDS: Final = 8
_LONG_LINE: Final = 160
_BLANK = re.compile(r"\n[ \t]*\n+")
_AFTER_SENTENCE = re.compile(r"(?<=[.!?؟…])\s+|(?<=[.!?؟…][\"”»')\]])\s+")
_ENDS = (".", "!", "?", "؟", "…", ":", "”", "»", '"')


def passages_of(text: str) -> list[str]:
    """Cut a text into passages in their order; nothing of it is lost but blank lines and the breaks inside lines.

    Where no blank lines stand between paragraphs, a line is one if lines are long or end as sentences do. Headings and
    other short pieces go with what follows them.
    """
    pieces: list[str] = []
    waiting = ""
    for paragraph in _paragraphs(text):
        together = f"{waiting} {paragraph}".strip()
        if _count(together) < FEWEST_WORDS:
            waiting = together
            continue
        pieces += _divided(together)
        waiting = ""
    if waiting:
        pieces = [*pieces[:-1], f"{pieces[-1]} {waiting}"] if pieces else [waiting]
    return pieces


def _paragraphs(text: str) -> Iterator[str]:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    blocks = [block for block in _BLANK.split(plain) if block.strip()]
    for block in blocks:
        lines = [" ".join(line.split()) for line in block.split("\n") if line.strip()]
        yield from lines if _is_list_of_paragraphs(lines) else _joined(lines)


def _is_list_of_paragraphs(lines: Sequence[str]) -> bool:
    """Tell lines that are paragraphs from the lines of one paragraph that somebody broke by hand."""
    if len(lines) < 2:
        return True
    return sum(len(line) for line in lines) / len(lines) > _LONG_LINE


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Put broken lines together again; a short line that ends a sentence ends its paragraph."""
    widest = max(len(line) for line in lines)
    together: list[str] = []
    for line in lines:
        together.append(line)
        if line.endswith(_ENDS) and len(line) < widest * 0.8:
            yield " ".join(together)
            together = []
    if together:
        yield " ".join(together)


def sentences_of(text: str) -> list[str]:
    """Give the sentences of a passage in their order."""
    return [part for part in _AFTER_SENTENCE.split(text) if part]


def _divided(paragraph: str) -> list[str]:
    """Divide a paragraph of too many words at the ends of sentences, into parts of about the same length."""
    words = _count(paragraph)
    if words <= MOST_WORDS:
        return [paragraph]
    wanted = words / (-(-words // MOST_WORDS))
    parts: list[str] = []
    for sentence in sentences_of(paragraph):
        if parts and _count(parts[-1]) + _count(sentence) / 2 <= wanted:
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
    return parts


def _count(text: str) -> int:
    return len(text.split())
