"""What pictures inside a PDF carry beside their points, cut out without touching the points.

JPEG: application segments with Exif, XMP, Photoshop notes and comments go; what decoders need (JFIF, Adobe's colour
word, colour profiles) stays. JPEG 2000: boxes that hold notes go. What cannot be read is given back as it is; a reader
that cannot read it either shows nothing of it.
"""

import struct
from typing import Final

_KEPT_SEGMENTS: Final = {0xE0, 0xE2, 0xEE}
_COMMENT: Final = 0xFE
_SCAN, _END = 0xDA, 0xD9
_ALONE: Final = {0x01, *range(0xD0, 0xD8)}
_NOTES: Final = {b"xml ", b"uuid", b"uinf", b"asoc", b"jp2i"}


def plain_jpeg(content: bytes) -> bytes:
    """Give a JPEG without notes, and without what stands behind its end."""
    if not content.startswith(b"\xff\xd8"):
        return content
    kept = [b"\xff\xd8"]
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        sign = content[at + 1]
        if sign == 0xFF:
            at += 1
            continue
        if sign == _SCAN:
            end = content.rfind(b"\xff\xd9")
            return b"".join([*kept, content[at : end + 2 if end > at else len(content)]])
        length = 0 if sign in _ALONE else struct.unpack(">H", content[at + 2 : at + 4])[0]
        segment = content[at : at + 2 + length]
        if not (0xE0 <= sign <= 0xEF or sign == _COMMENT) or _is_needed(sign, segment):
            kept.append(segment)
        at += 2 + length
    return content


def _is_needed(sign: int, segment: bytes) -> bool:
    if sign == 0xE0:
        return segment[4:9] == b"JFIF\0"
    if sign == 0xE2:
        return segment[4:16] == b"ICC_PROFILE\0"
    return sign in _KEPT_SEGMENTS


def plain_jp2(content: bytes) -> bytes:
    """Give a JPEG 2000 file without boxes of notes; a bare code stream as it is."""
    if content[4:8] != b"jP  ":
        return content
    kept: list[bytes] = []
    at = 0
    while at + 8 <= len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        if length == 1:
            length = struct.unpack(">Q", content[at + 8 : at + 16])[0]
        end = len(content) if length == 0 else at + length
        if end <= at:
            return content
        if kind not in _NOTES:
            kept.append(content[at:end])
        at = end
    return b"".join(kept)
