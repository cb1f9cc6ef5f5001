"""What the canary crawl finds: everything that leaves the room or lies on its disk, unpacked and searched for marks."""

import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from tests.protection.canaries_allowed import ARCHIVE, DATABASE, FEED, FILE, PAGE
from tests.protection.canaries_planted import MARK, Book

OWN: Final = "own"
FEEDS: Final = ("text/calendar", "application/atom+xml", "application/json")
ADDRESS: Final = re.compile(rb"[\w.+-]+@(?:[\w-]+\.)+\w+|CanaryAgent\d+|203\.0\.113\.\d+")
CODE: Final = re.compile(rb"(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{12}(?![0-9a-z])|(?<!\d)\d{18,19}(?!\d)")
Key = tuple[str, str, str]  # kind, surface, who


@lru_cache(maxsize=64)
def opened_up(content: bytes) -> bytes:
    """Give the bytes of a file with all that is packed in it: documents, sheets, packs, a PDF's words and metadata."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            inside = [name.encode() + opened_up(package.read(name)) for name in package.namelist()]
        return b"\n".join(inside)
    if content[:5] == b"%PDF-":
        return b"\n".join((content, *_of_pdf(content)))
    if content[:15] == b"BEGIN:VCALENDAR":
        return content.replace(b"\r\n ", b"")
    return content


def _of_pdf(content: bytes) -> Iterable[bytes]:
    import pikepdf
    import pypdfium2

    with pikepdf.open(io.BytesIO(content)) as document:
        yield str(dict(document.docinfo)).encode()
        for each in document.objects:
            if isinstance(each, pikepdf.Stream) and each.get("/Type") in {"/Metadata", "/EmbeddedFile"}:
                yield bytes(each.read_bytes())
    pages = pypdfium2.PdfDocument(content)
    for page in pages:
        yield page.get_textpage().get_text_range().encode(errors="replace")
    pages.close()


@dataclass
class Search:
    """Looks for marks, and for what is unique without one: addresses, the numbers of people, a browser's words."""

    book: Book
    addresses: dict[bytes, tuple[str, int | None]] = field(default_factory=dict)
    codes: dict[bytes, tuple[str, int | None]] = field(default_factory=dict)
    found: dict[Key, list[str]] = field(default_factory=lambda: defaultdict(list))

    def look(self, content: bytes, surface: str, who: str, place: str, person: int | None = None) -> None:
        """Search what somebody was given, already unpacked; what is their own is told apart."""
        for kind, owner in self._in(content, with_numbers=surface not in (DATABASE, ARCHIVE)):
            reader = OWN if person is not None and owner == person else who
            places = self.found[kind, surface, reader]
            if place not in places:
                places.append(place)

    def _in(self, content: bytes, *, with_numbers: bool) -> Iterable[tuple[str, int | None]]:
        for mark in set(MARK.findall(content)):
            planted = self.book.marks.get(mark.decode())
            if planted:
                yield planted.kind, planted.by
        for pattern, known in ((ADDRESS, self.addresses), (CODE, self.codes if with_numbers else {})):
            for word in set(pattern.findall(content)) & known.keys():
                yield known[word]

    def table(self) -> dict[str, dict[str, set[str]]]:
        """Give what was found as the table of canaries_allowed.py has it."""
        told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for kind, surface, who in self.found:
            told[kind][surface].add(who)
        return {kind: dict(cells) for kind, cells in told.items()}


def surface_of(answer: Any) -> str:
    """Say what an answer is: a page, something that machines read, or a file to be taken along."""
    kind = answer.headers.get("Content-Type", "").partition(";")[0]
    if kind in FEEDS:
        return FEED
    return PAGE if kind in ("text/html", "") else FILE


def said_by(answer: Any) -> bytes:
    """Give all that an answer says: its headers, where it leads, its content."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = json.dumps(dict(answer.headers)).encode()
    return opened_up(content) + b"\n" + headers
