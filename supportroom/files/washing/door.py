"""The door of the child process: a kind and bytes in; cleaned bytes, or the document's lines and outline, out."""

import json
from collections.abc import Callable
from typing import Any

from supportroom.kernel.errors import DomainError
from supportroom.reading.archive import broken_if_it_fails

Washed = tuple[bytes, set[str]]


def _picture(content: bytes, name: str, kind: str) -> Washed:
    from supportroom.files.washing.pictures import wash_picture  # noqa: PLC0415

    return wash_picture(content, kind)


def _pdf(content: bytes, name: str, kind: str) -> Washed:
    from supportroom.files.washing.pdf import wash_pdf  # noqa: PLC0415

    return wash_pdf(content)


def _docx(content: bytes, name: str, kind: str) -> Washed:
    from supportroom.files.washing.docx import wash_docx  # noqa: PLC0415

    return wash_docx(content)


def _text(content: bytes, name: str, kind: str) -> Washed:
    from supportroom.files.washing.texts import wash_text  # noqa: PLC0415

    return wash_text(name, content)


WAYS: dict[str, Callable[[bytes, str, str], Washed]] = {
    "png": _picture,
    "jpeg": _picture,
    "pdf": _pdf,
    "docx": _docx,
    "txt": _text,
    "md": _text,
}


def wash(kind: str, name: str, content: bytes) -> Washed:
    """Give a file of this kind written anew; DomainError for whatever cannot be, `reading.broken` above all."""
    with broken_if_it_fails():
        try:
            return WAYS[kind](content, name, kind)
        except MemoryError:
            raise DomainError("files.too_heavy") from None


def wash_and_tell(kind: str, name: str, content: bytes) -> tuple[dict[str, Any], bytes]:
    """Give the codes of what was removed, and the cleaned bytes."""
    washed, removed = wash(kind, name, content)
    return {"removed": sorted(removed)}, washed


def read(kind: str, name: str, content: bytes) -> tuple[dict[str, Any], bytes]:
    """Give a document's lines and outline as JSON; DomainError `reading.*` for whatever cannot be read."""
    from supportroom.reading.source import as_words, read_source  # noqa: PLC0415

    with broken_if_it_fails():
        return {}, json.dumps(as_words(read_source(name, content))).encode()


TASKS = {"wash": wash_and_tell, "read": read}
