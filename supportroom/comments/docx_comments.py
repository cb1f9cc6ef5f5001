"""The comments of a Word file, each with the paragraph that it stands at; who wrote them and when is never read.

In: the bytes. Out: what was found, in the order of the text. Raises what `reading.archive` raises, and
`comments.nothing_found`. A tracked change is read as other words proposed for its paragraph.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from supportroom.kernel.errors import DomainError
from supportroom.kernel.hygiene import clean_line, clean_text
from supportroom.reading.archive import broken_if_it_fails, open_parts
from supportroom.reading.ooxml import Parts, W
from supportroom.reading.sniff import Kind, sniff

MOST_COMMENTS = 500
_ADDED = {f"{W}ins", f"{W}moveTo"}
_TAKEN = {f"{W}del", f"{W}moveFrom"}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_ASIDE = {f"{W}pPr", f"{W}rPr", f"{W}txbxContent"}


@dataclass(frozen=True)
class Found:
    """One comment of a file: its words, the paragraph as it was before tracked changes, and with them if there are."""

    text: str
    paragraph: str
    proposed: str = ""


def comments_in(name: str, content: bytes) -> list[Found]:
    """Read the comments of a Word file; DomainError `reading.*`, `comments.nothing_found`."""
    kind = sniff(name, content)
    if kind is not Kind.DOCX:
        raise DomainError("reading.lies" if content.startswith(b"PK") else "reading.kind", ending=kind.value)
    with broken_if_it_fails():
        parts = Parts(open_parts(Kind.DOCX, content))
        said = dict(_said(parts.part("comments")))
        found = list(_found(parts.document(), said))[:MOST_COMMENTS]
    if not found:
        raise DomainError("comments.nothing_found")
    return found


def _said(part: Element | None) -> Iterator[tuple[str, str]]:
    """Give the words of each comment by its number in the file."""
    for remark in part.iter(f"{W}comment") if part is not None else ():
        lines = ("".join(_words(paragraph, _TAKEN)) for paragraph in remark.iter(f"{W}p"))
        if text := clean_text("\n".join(lines)):
            yield remark.get(f"{W}id", ""), text


def _found(document: Element, said: dict[str, str]) -> Iterator[Found]:
    """Give what stands at each paragraph, then what stands at none."""
    left = dict(said)
    waiting: list[str] = []
    for paragraph in document.iter(f"{W}p"):
        waiting = list(dict.fromkeys([*waiting, *(key for key in _anchors(paragraph) if key in left)]))
        before = clean_line("".join(_words(paragraph, _ADDED)))
        after = clean_line("".join(_words(paragraph, _TAKEN)))
        if not (before or after):
            continue  # an empty line: what begins here belongs to the next paragraph
        proposed = after if before and after and before != after else ""
        texts = [left.pop(key) for key in waiting]
        waiting = []
        for place, text in enumerate(texts or ([""] if proposed else [])):
            yield Found(text, before, "" if place else proposed)
    yield from (Found(text, "") for text in left.values())


def _anchors(paragraph: Element) -> Iterator[str]:
    for kind in ("commentRangeStart", "commentReference"):
        yield from (mark.get(f"{W}id", "") for mark in paragraph.iter(f"{W}{kind}"))


def _words(element: Element, without: set[str]) -> Iterator[str]:
    """Yield the words of a paragraph, without insertions or without deletions."""
    waiting = [element]
    while waiting:
        current = waiting.pop()
        if current.tag in {f"{W}t", f"{W}delText"}:
            yield current.text or ""
        elif current.tag in _SIGNS:
            yield _SIGNS[current.tag]
        elif current.tag not in _ASIDE and current.tag not in without:
            waiting.extend(reversed(current))
