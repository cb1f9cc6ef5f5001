"""The parts of a DOCX or XLSX, opened with care.

In: the bytes. Out: a ZipFile whose every part may be read. Raises `reading.broken`, `bomb`, `encrypted`, `macros`,
`lies`, `unsafe`. Nothing is unpacked to disk, so paths in the archive do no harm. A document type declaration is
refused in whatever encoding it hides: entities and outside references begin there, and neither format ever has one.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from supportroom.kernel.errors import DomainError
from supportroom.reading.limits import MOST_ENTRIES, MOST_RATIO, MOST_SIGNS, MOST_UNPACKED, RATIO_FROM
from supportroom.reading.sniff import Kind

_MAIN = {
    Kind.DOCX: b"wordprocessingml.document.main+xml",
    Kind.XLSX: b"spreadsheetml.sheet.main+xml",
}
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)[\"']")
_PLAIN_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"}


@contextmanager
def broken_if_it_fails() -> Iterator[None]:
    """Turn whatever a parser raises on a damaged file into `reading.broken`; our own refusals pass."""
    try:
        yield
    except DomainError:
        raise
    except Exception as cause:
        raise DomainError("reading.broken") from cause


def open_parts(kind: Kind, content: bytes) -> zipfile.ZipFile:
    """Return the archive of a DOCX or XLSX after its sizes, kind, macros and every XML part were checked."""
    with broken_if_it_fails():
        archive = zipfile.ZipFile(io.BytesIO(content))
        _refuse_bomb(archive.infolist())
        _refuse_other_kind(kind, archive)
        signs = 0
        for part in archive.infolist():
            if part.filename.lower().endswith((".xml", ".rels")):
                words = archive.read(part)
                _refuse_declarations(words)
                signs += words.count(b"<")
        if signs > MOST_SIGNS:
            raise DomainError("reading.bomb")
    return archive


def _refuse_bomb(parts: list[zipfile.ZipInfo]) -> None:
    swollen = any(p.file_size > RATIO_FROM and p.file_size > MOST_RATIO * p.compress_size for p in parts)
    if len(parts) > MOST_ENTRIES or swollen or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise DomainError("reading.bomb")
    if any(part.flag_bits & 0x1 for part in parts):
        raise DomainError("reading.encrypted")
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
        raise DomainError("reading.broken")


def _refuse_other_kind(kind: Kind, archive: zipfile.ZipFile) -> None:
    names = {name.lower() for name in archive.namelist()}
    if "[content_types].xml" not in names:
        raise DomainError("reading.lies", ending=kind.value)
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types or any(name.endswith("vbaproject.bin") for name in names):
        raise DomainError("reading.macros", better=kind.value)
    if _MAIN[kind] not in types:
        raise DomainError("reading.lies", ending=kind.value)


def _refuse_declarations(part: bytes) -> None:
    plain = part.replace(b"\x00", b"")
    said = _ENCODING.match(plain.lstrip(b"\xef\xbb\xbf\xff\xfe"))
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain or (said and said[1].lower() not in _PLAIN_ENCODINGS):
        raise DomainError("reading.unsafe")
