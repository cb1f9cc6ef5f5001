"""A stored file handed to somebody whom the app above has let through (S33)."""

from typing import Final
from urllib.parse import quote

from django.http import FileResponse

from supportroom.files.keeping import path_of
from supportroom.files.models import StoredFile
from supportroom.files.vocabulary import CLEAN, DOCX, JPEG, MARKDOWN, PDF, PNG, QUARANTINED, TEXT
from supportroom.kernel.errors import DomainError, Missing

TYPES: Final = {
    PDF: "application/pdf",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PNG: "image/png",
    JPEG: "image/jpeg",
    TEXT: "text/plain; charset=utf-8",
    MARKDOWN: "text/markdown; charset=utf-8",
}


def hand_out(stored: StoredFile) -> FileResponse:
    """Answer with a file as an attachment that no browser shows in the room's own name.

    DomainError `files.waiting` while it waits for the scanner; Missing for what is held back or cannot be read.
    """
    if stored.state == QUARANTINED:
        raise DomainError("files.waiting")
    try:
        content = path_of(stored.stored).open("rb") if stored.state == CLEAN else None
    except OSError:
        content = None
    if content is None:
        raise Missing("files.gone")
    answer = FileResponse(content, content_type=TYPES[stored.kind])
    answer.headers["Content-Length"] = str(stored.size)
    answer.headers["Content-Disposition"] = attachment(stored.name)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Encoding"] = "identity"  # packed already; packing it again only costs time
    return answer


def attachment(name: str) -> str:
    """Give the header that names a download, in plain letters and in its own (RFC 6266)."""
    plain = "".join(sign if sign.isascii() and sign.isprintable() and sign not in '"\\%;' else "_" for sign in name)
    stem, _dot, ending = plain.rpartition(".")
    plain = plain if stem.strip("_ ") else f"file.{ending}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
