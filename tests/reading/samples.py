"""Small documents in our own words, built where they are needed, with the shapes that real reports have."""

import io
import zipfile
from collections.abc import Callable, Iterable

import docx
import openpyxl

from supportroom.reading.outline import Outline
from supportroom.reading.reader import read_outline

CONTENT_TYPES = "[Content_Types].xml"


def outline(text: str, name: str = "minutes.txt") -> Outline:
    return read_outline(name, text.encode())


def shape(found: Outline) -> list[tuple[str | None, list[str]]]:
    """The headings that hold items, with the items' texts."""
    return [(section.heading, [item.text for item in section.items]) for section in found.with_items]


def marks(found: Outline) -> list[str]:
    return [item.mark for section in found.sections for item in section.items]


def prose(found: Outline) -> list[str]:
    return [passage.text for section in found.sections for passage in section.prose]


def word_file(fill: Callable[[docx.document.Document], object]) -> bytes:
    document = docx.Document()
    fill(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def sheet_file(rows: Iterable[Iterable[object]], **others: Iterable[Iterable[object]]) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    for title, more in others.items():
        another = book.create_sheet(title)
        for row in more:
            another.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_parts(content: bytes, parts: dict[str, bytes | None]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return buffer.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)
