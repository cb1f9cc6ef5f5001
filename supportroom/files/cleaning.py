"""The room's side of cleaning: a name and bytes in, a `Cleaned` out. The parsing itself happens in a child process.

Order (S30): size, list of endings, first bytes, the child (limits of archives, pictures and pages; written anew), then
the scanner. Call it before the action, never inside one: it takes seconds, and a transaction holds the room.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Final

from supportroom.files.asking import ask_child
from supportroom.files.scanning import scan
from supportroom.files.vocabulary import CLEAN, DOCX, JPEG, MARKDOWN, MOST_BYTES, PDF, PNG, QUARANTINED, TEXT
from supportroom.kernel.errors import DomainError
from supportroom.kernel.hygiene import clean_line
from supportroom.reading.source import Source, from_words

ENDINGS: Final = {
    "pdf": PDF,
    "docx": DOCX,
    "png": PNG,
    "jpg": JPEG,
    "jpeg": JPEG,
    "txt": TEXT,
    "text": TEXT,
    "md": MARKDOWN,
    "markdown": MARKDOWN,
}
ENDING_OF: Final = {PDF: "pdf", DOCX: "docx", PNG: "png", JPEG: "jpg", TEXT: "txt", MARKDOWN: "md"}
_LEGACY: Final = {"doc": ".docx", "rtf": ".docx", "odt": ".docx", "docm": ".docx", "dotm": ".docx"}
_FIRST: Final = {PDF: b"%PDF-", DOCX: b"PK\x03\x04", PNG: b"\x89PNG\r\n\x1a\n", JPEG: b"\xff\xd8\xff"}
_LOCKED = "EncryptedPackage".encode("utf-16-le")
LONGEST_NAME = 120
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True, repr=False)
class Cleaned:
    """A file made harmless: the name to show, its kind, the bytes to keep, codes of what was removed, and whether the
    scanner has seen it (`state` CLEAN) or could not be asked (QUARANTINED).
    """

    name: str
    kind: str
    content: bytes
    removed: tuple[str, ...] = ()
    state: str = CLEAN

    @property
    def digest(self) -> str:
        """The SHA-256 of the cleaned bytes."""
        return hashlib.sha256(self.content).hexdigest()

    def __repr__(self) -> str:
        """Tell it from another file: a form sent twice carries the same one."""
        return f"Cleaned({self.name!r}, {self.kind}, {self.digest})"


def clean(name: str, content: bytes) -> Cleaned:
    """Give a harmless copy of a file. DomainError `files.too_large`, `kind`, `too_heavy`, `too_many_pixels`,
    `too_many_pages`, `infected`, `busy`, and `reading.*` for what is empty, damaged, locked or not what it says.
    """
    if len(content) > MOST_BYTES:
        raise DomainError("files.too_large", limit=MOST_BYTES // 1024 // 1024)
    kind = kind_of(name, content)
    told, washed = ask_child("wash", kind, f"file.{ENDING_OF[kind]}", content)
    is_seen = scan(content) and scan(washed)
    return Cleaned(plain_name(name, kind), kind, washed, tuple(told["removed"]), CLEAN if is_seen else QUARANTINED)


def kind_of(name: str, content: bytes) -> str:
    """Tell a file's kind by its ending and its first bytes, which must agree; DomainError otherwise."""
    stem, dot, ending = name.strip().rpartition(".")
    ending = ending.lower()[:10] if dot and stem else "?"
    if ending in _LEGACY:
        code = "reading.macros" if ending.endswith("m") else "reading.legacy"
        raise DomainError(code, ending=f".{ending}", better=_LEGACY[ending])
    if ending not in ENDINGS:
        raise DomainError("files.kind", ending=f".{ending}")
    if not content:
        raise DomainError("reading.empty")
    kind = ENDINGS[ending]
    if not content.startswith(_FIRST.get(kind, b"")):
        is_locked = kind == DOCX and _LOCKED in content
        raise DomainError("reading.encrypted" if is_locked else "reading.lies", ending=f".{ending}")
    return kind


def plain_name(name: str, kind: str) -> str:
    """Give the name to show: without folders and signs that a system takes for something else, with its own ending."""
    last = re.split(r"[\\/]", name)[-1]
    stem = clean_line(_NOT_IN_NAMES.sub(" ", last.rpartition(".")[0])).strip(". ")
    ending = ENDING_OF[kind]
    return f"{stem[: LONGEST_NAME - len(ending) - 1].strip() or 'file'}.{ending}"


def read_cleaned(cleaned: Cleaned) -> Source:
    """Read a cleaned document in the child: its lines with their places, and its outline; DomainError `reading.*`."""
    _told, words = ask_child("read", cleaned.kind, f"file.{ENDING_OF[cleaned.kind]}", cleaned.content)
    return from_words(json.loads(words))
