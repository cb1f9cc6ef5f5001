"""What kind of file it is: its name's ending and its first bytes must agree.

In: the name and the bytes. Out: a Kind. Raises `reading.empty`, `too_large`, `kind`, `legacy`, `encrypted`, `lies`,
`binary`. The order of S30 (docs on protection): size, list of endings, first bytes; what is inside a DOCX or XLSX is
checked by `archive`.
"""

from enum import Enum

from supportroom.kernel.errors import DomainError
from supportroom.reading.limits import MOST_BYTES


class Kind(Enum):
    """What can be read."""

    TEXT = ".txt"
    MARKDOWN = ".md"
    DOCX = ".docx"
    CSV = ".csv"
    XLSX = ".xlsx"


_ENDINGS = {
    **{kind.value: kind for kind in Kind},
    ".text": Kind.TEXT,
    ".markdown": Kind.MARKDOWN,
    ".tsv": Kind.CSV,
}
_LEGACY = {".doc": ".docx", ".xls": ".xlsx", ".rtf": ".docx", ".odt": ".docx", ".ods": ".xlsx"}
_MACROS = {".docm": ".docx", ".dotm": ".docx", ".xlsm": ".xlsx", ".xltm": ".xlsx"}
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_TEXT = (
    _ZIP, _OLE, b"PK\x05\x06", b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90",
    b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b\x08", b"BZh9", b"SQLite format 3", b"RIFF", b"ID3",
)  # fmt: skip
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def sniff(name: str, content: bytes) -> Kind:
    """Return the file's kind, or raise for a file that is empty, too large, of no known kind, or not what it says."""
    if len(content) > MOST_BYTES:
        raise DomainError("reading.too_large", limit=MOST_BYTES // 1024 // 1024)
    ending = _ending(name)
    if ending in _LEGACY:
        raise DomainError("reading.legacy", ending=ending, better=_LEGACY[ending])
    if ending in _MACROS:
        raise DomainError("reading.macros", better=_MACROS[ending])
    if ending not in _ENDINGS:
        raise DomainError("reading.kind", ending=ending)
    if not content.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise DomainError("reading.empty")
    kind = _ENDINGS[ending]
    _agree(kind, ending, content)
    return kind


def _ending(name: str) -> str:
    """Return the last ending in lower case with its dot; at most ten characters, since it is shown in a message."""
    stem, dot, ending = name.strip().rpartition(".")
    return f".{ending.lower()[:10]}" if dot and stem else "?"


def _agree(kind: Kind, ending: str, content: bytes) -> None:
    if kind in {Kind.DOCX, Kind.XLSX}:
        if content.startswith(_OLE):
            if "EncryptedPackage".encode("utf-16-le") in content:
                raise DomainError("reading.encrypted")
            raise DomainError("reading.legacy", ending=ending[:4], better=kind.value)
        if not content.startswith(_ZIP):
            raise DomainError("reading.lies", ending=ending)
    elif content.startswith(_NOT_TEXT):
        raise DomainError("reading.lies", ending=ending)
    elif _is_binary(content):
        raise DomainError("reading.binary")


def _is_binary(content: bytes) -> bool:
    """Say whether bytes cannot be text: many control characters that no text uses. NULs are for `encoding` to judge."""
    if content.startswith(_UTF_16) or b"\x00" in content:
        return False
    head = content[:65536]
    controls = sum(head.count(byte) for byte in (*range(1, 9), *range(14, 27), 28, 29, 30, 31))
    return controls * 50 > len(head)
