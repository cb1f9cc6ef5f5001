"""Which characters the fonts beside this file can draw.

A PDF for screen readers may not hold a character without a glyph, so the PDF shows `MISSING` in the place of each (an
emoji, Chinese); the web page and the DOCX keep the character, since the reader's machine may well have it.
"""

from __future__ import annotations

import functools
import re
import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
MISSING = "◊"
_NEEDS_NO_GLYPH = frozenset(map(chr, (0x20, 0xA0, 0xAD, *range(0x200B, 0x2010), 0x202F, 0x2060, 0x61C)))
_LEAVES_NO_TRACE = re.compile(
    "[\u034f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]|\u200d(?=[\u2190-\U0001faff])"
)
_PASTED_FORMS = re.compile("[\ufb1d-\ufdfe\ufe70-\ufefc]+")


def drawable(text: str) -> str:
    """Return `text` composed (NFC), Arabic presentation forms made letters again, what has no glyph as `MISSING`."""
    if text.isascii():
        return text
    plain = _LEAVES_NO_TRACE.sub("", unicodedata.normalize("NFC", text))
    plain = _PASTED_FORMS.sub(lambda forms: unicodedata.normalize("NFKC", forms.group()), plain)
    unknown = set(plain) - covered()
    return plain.translate({ord(character): MISSING for character in unknown}) if unknown else plain


@functools.cache
def covered() -> frozenset[str]:
    """Return every character for which a font in `fonts/` has a glyph, and those that need none."""
    found = {chr(code) for font in FONTS.glob("*-Regular.ttf") for code in _codes(font.read_bytes())}
    return frozenset(found) | _NEEDS_NO_GLYPH


def _codes(font: bytes) -> Iterator[int]:
    """Yield the code points in an OpenType font's character map (table cmap, Windows subtables, formats 4 and 12)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(tables))
    start = next(offset for tag, _sum, offset, _length in records if tag == b"cmap")
    (subtables,) = struct.unpack_from(">H", font, start + 2)
    for index in range(subtables):
        platform, _encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * index)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if platform == 3 and form in _READERS:
            yield from _READERS[form](font, start + offset)


def _segments(font: bytes, at: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{twice // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{twice // 2}H", font, at + 16 + twice)
    for first, last in zip(starts, ends, strict=True):
        yield from (code for code in range(first, last + 1) if not 0xE000 <= code <= 0xF8FF and code < 0xFFFE)


def _groups(font: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", font, at + 12)
    for index in range(count):
        first, last, _glyph = struct.unpack_from(">III", font, at + 16 + 12 * index)
        yield from (code for code in range(first, last + 1) if not 0xE000 <= code <= 0xF8FF and code < 0xF0000)


_READERS = {4: _segments, 12: _groups}
