"""What pictures inside a PDF carry beside their points, cut out without touching the points.

JPEG: application segments with Exif, XMP, Photoshop notes and comments go; what decoders need (JFIF, Adobe's colour
word, colour profiles) stays. It ends at its first end mark: behind it phones put a second photograph, with notes of its
own. JPEG 2000: boxes that hold notes go. What cannot be read is given back as it is; a reader that cannot read it
either shows nothing of it.
"""

import re
import struct
from typing import Final

_ADOBE: Final = 0xEE
_COMMENT: Final = 0xFE
_BEGIN, _END, _SCAN = 0xD8, 0xD9, 0xDA
_ALONE: Final = {0x01, *range(0xD0, 0xD8), _BEGIN, _END}
_MARK: Final = re.compile(rb"\xff[^\x00\xff]")
_MARK_AFTER_POINTS: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # 00 and D0-D7 stand among the points of a scan
_NOTES: Final = {b"xml ", b"uuid", b"uinf", b"asoc", b"jp2i"}


def plain_jpeg(content: bytes) -> bytes:
    """Give a JPEG without notes, and without what stands behind its end."""
    start = content.find(b"\xff\xd8")
    if start < 0:
        return content
    kept = [b"\xff\xd8"]
    at = start + 2
    while mark := _MARK.search(content, at):
        sign = content[mark.start() + 1]
        at = _end_of_segment(content, mark.start(), sign)
        segment = content[mark.start() : at]
        if _is_needed(sign, segment):
            kept.append(segment)
        if sign == _END:
            break
    return b"".join(kept)


def _end_of_segment(content: bytes, at: int, sign: int) -> int:
    """Tell where a segment ends; to a scan, of which a picture may have several, belong the points behind its head."""
    if sign in _ALONE:
        return at + 2
    if at + 4 > len(content):
        return len(content)
    end: int = at + 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    if sign == _SCAN:
        mark = _MARK_AFTER_POINTS.search(content, end)
        return mark.start() if mark else len(content)
    return end


def _is_needed(sign: int, segment: bytes) -> bool:
    if sign == 0xE0:
        return segment[4:9] == b"JFIF\0"
    if sign == 0xE2:
        return segment[4:16] == b"ICC_PROFILE\0"
    if 0xE0 <= sign <= 0xEF:
        return sign == _ADOBE
    return sign not in {_COMMENT, _BEGIN}


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
