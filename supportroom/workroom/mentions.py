"""Whom a post speaks to: names after an @, however they are typed. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from supportroom.kernel.arabic import fold
from supportroom.kernel.hygiene import is_web_address

TEXT, LINK, NAME = "text", "link", "name"
_MARKED = re.compile(r"(?P<link>https://[^\s<>]+)|(?<![0-9A-Za-z_.+-])@(?=\w)")  # a mail address speaks to nobody
_LAST = re.compile(r"[\s.,;:!?،؛؟)\]»\"']+$")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True)
class Piece:
    """A piece of what somebody wrote: plain text, an address on the web, or a name that is spoken to."""

    kind: str
    words: str


def mentioned_in(text: str, names: Mapping[int, str]) -> set[int]:
    """Give whose names (by id) stand after an @ in a text: whole, or by a first name that only one of them has."""
    known = _spellings(names)
    return {found[0] for at in _marks(text) if (found := _named_at(text, at, known))}


def pieces(line: str, names: Mapping[int, str]) -> list[Piece]:
    """Cut a line into plain text, addresses and names that are spoken to; together they are the line again."""
    found, known, end = [], _spellings(names), 0
    for match in _MARKED.finditer(line):
        if match.start() < end:
            continue
        piece = _link(match["link"]) if match["link"] else _name(line, match.end(), known)
        if piece is None:
            continue
        found += [Piece(TEXT, line[end : match.start()]), piece]
        end = match.start() + len(piece.words)
    return [piece for piece in [*found, Piece(TEXT, line[end:])] if piece.words]


def _link(address: str) -> Piece | None:
    address = _LAST.sub("", address)
    return Piece(LINK, address) if is_web_address(address) else None


def _name(line: str, at: int, known: Mapping[str, int]) -> Piece | None:
    found = _named_at(line, at, known)
    return Piece(NAME, line[at - 1 : found[1]]) if found else None


def _marks(text: str) -> Iterator[int]:
    return (match.end() for match in _MARKED.finditer(text) if not match["link"])


def _spellings(names: Mapping[int, str]) -> dict[str, int]:
    """Give each way in which somebody is called, folded; a first name that two share calls nobody."""
    whole = {fold(name): person for person, name in names.items() if fold(name)}
    firsts = [name.partition(" ")[0] for name in whole]
    alone = {first: who for first, who in zip(firsts, whole.values(), strict=True) if firsts.count(first) == 1}
    return alone | whole


def _named_at(text: str, at: int, known: Mapping[str, int]) -> tuple[int, int] | None:
    """Give whose name begins at a place of a text, and where it ends: the longest that fits."""
    longest = max((len(name.split()) for name in known), default=0)
    best, said = None, []
    for match in _words_from(text, at):
        said.append(match.group())
        who = known.get(fold(" ".join(said)))
        best = (who, match.end()) if who else best
        if len(said) >= longest:
            break
    return best


def _words_from(text: str, at: int) -> Iterator[re.Match[str]]:
    """Give the words of a line from a place on, as long as single spaces are between them."""
    while match := _WORD.match(text, at):
        yield match
        at = match.end() + 1
        if text[match.end() : at] != " ":
            return
