"""PDF into lines: the letters with their places, page by page, without what repeats at head and foot.

In: the bytes. Out: lines in the order of reading, each with its page. Raises `reading.broken`, `encrypted`,
`too_many_pages`, `no_letters` for a PDF that holds pictures of pages, or letters that the file gives no meaning.
Only ever called in the child process of `files`: PDFium is written in C++.
"""

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from math import hypot
from typing import Any

from supportroom.kernel.errors import DomainError
from supportroom.reading.hygiene import clean
from supportroom.reading.limits import MOST_PAGES
from supportroom.reading.page import HYPHEN, Glyph, Row, rows_of_page
from supportroom.reading.ruled import Bounds, Table, tables_of
from supportroom.reading.shapes import ends_a_sentence, goes_on, is_furniture
from supportroom.reading.visual import RIGHT, kind_of

_FEWEST_LETTERS = 12  # of a page on the whole; a scanned one has a stamp at most
_EDGE = 0.12  # of the page's height, where running heads and feet stand
_HEADING = 1.12  # of the usual size of letters
_LONGEST_HEADING = 160
_NOTE, _MOST_NOTES = 0.92, 0.3  # of the usual size, and of a page's lines: footnotes
_BOLD = re.compile("bold|black|heavy|semibold|demi", re.IGNORECASE)
_STRETCHED = re.compile("(?<=[\u0621-\u064a\u064b-\u0652])(?:0+|\u0640+)(?=[\u0621-\u064a])")  # justified Arabic
_DIGITS = re.compile(r"\d+")
_MOST_SHAPES, _MOST_DOTS, _FAR = 3000, 150, 30.0  # drawn on a page; points from a bullet to its words
_LEAST_SPACE = 0.1  # of the size


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line with its page and its number on it, and how it stands among the others."""

    text: str
    page: int
    number: int
    level: int = 0
    is_bold: bool = False
    is_apart: bool = False
    cells: tuple[str, ...] = ()  # of a row of a table


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on a page, and the bounds of what is drawn there."""

    height: float
    glyphs: list[Glyph]
    shapes: list[Bounds]


def lines_of_pdf(content: bytes) -> list[PageLine]:
    """Return the lines of a PDF in the order of reading."""
    pages = list(_pages_of(content))
    signs = [glyph.sign for page in pages for glyph in page.glyphs]
    letters = sum(sign[:1].isalpha() for sign in signs)
    if letters < _FEWEST_LETTERS * len(pages) or letters * 3 < sum(not sign.isspace() for sign in signs):
        raise DomainError("reading.no_letters")
    is_right_to_left = sum(kind_of(sign) == RIGHT for sign in signs) * 2 > letters
    rows = list(_rows_of(pages, is_right_to_left=is_right_to_left))
    return list(_lines(_without_running_heads(rows)))


def _rows_of(pages: Sequence[_Page], *, is_right_to_left: bool) -> Iterator[tuple[float, list[Row]]]:
    """Yield each page's height and lines, its tables row by row."""
    last: Table | None = None
    for page in pages:
        tables = tables_of(page.shapes, page.glyphs, last, is_right_to_left=is_right_to_left)
        last = tables[-1] if tables else None
        others = [glyph for glyph in page.glyphs if not any(table.holds(glyph) for table in tables)]
        of_tables = [row for table in tables for row in table.rows]
        yield page.height, rows_of_page(others, is_right_to_left=is_right_to_left, tables=of_tables)


def _pages_of(content: bytes) -> Iterator[_Page]:
    """Yield each page with its signs and what is drawn."""
    import pypdfium2  # noqa: PLC0415 - loaded in the child process alone
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loaded in the child process alone

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as cause:
        is_locked = "password" in str(cause).lower()
        raise DomainError("reading.encrypted" if is_locked else "reading.broken") from cause
    if len(document) > MOST_PAGES:
        raise DomainError("reading.too_many_pages", limit=MOST_PAGES)
    for page in document:
        text = page.get_textpage()
        glyphs = list(_glyphs_on(text))
        drawn = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2)
        shapes = [shape.get_bounds() for shape in islice(drawn, _MOST_SHAPES)]
        yield _Page(page.get_height(), [*glyphs, *_bullets_on(shapes, glyphs)], shapes)
        text.close()
        page.close()


def _glyphs_on(text: Any) -> Iterator[Glyph]:
    """Yield the signs of a page; spaces without width are only told by the signs beside them: they stand anywhere."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    across, base = ctypes.c_double(), ctypes.c_double()
    fonts: dict[bytes, bool] = {}
    name = ctypes.create_string_buffer(120)
    signs = [_plain(pdfium.FPDFText_GetUnicode(text, at)) for at in range(text.count_chars())]
    gaps = [not sign.strip() for sign in (*signs, "")]
    for at, sign in enumerate(signs):
        if not sign or pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        size = max(pdfium.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d), 1.0)
        if gaps[at] and box.right - box.left < _LEAST_SPACE * size:
            continue
        pdfium.FPDFText_GetCharOrigin(text, at, across, base)
        pdfium.FPDFText_GetFontInfo(text, at, name, 120, None)
        is_bold = fonts.setdefault(name.value, _BOLD.search(name.value.decode("latin-1")) is not None)
        yield Glyph(
            sign,
            across.value,
            box.left,
            max(box.right, box.left),
            base.value,
            size,
            is_bold=is_bold,
            index=at,
            follows_space=gaps[at - 1],
            precedes_space=gaps[at + 1],
            is_tight=box.top - box.bottom < size,
        )


def _bullets_on(shapes: Sequence[Bounds], glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield a bullet for each small drawn shape beside the beginning of a line: browsers draw them so."""
    small = [each for each in shapes if _is_dot(*each)]
    if len(small) > _MOST_DOTS:
        return
    for left, bottom, right, top in small:
        middle = (bottom + top) / 2
        near = [
            (min(abs(glyph.left - right), abs(left - glyph.right)), glyph)
            for glyph in glyphs
            if 0 < middle - glyph.base < glyph.size and (glyph.left > right or glyph.right < left)
        ]
        distance, beside = min(near, key=lambda pair: pair[0], default=(_FAR, None))
        if beside is not None and distance < _FAR:
            yield replace(beside, sign="•", origin=left, left=left, right=right, index=-10, follows_space=False)


def _is_dot(left: float, bottom: float, right: float, top: float) -> bool:
    return 1.5 < right - left < 8 and 1.5 < top - bottom < 8 and abs((right - left) - (top - bottom)) < 1


def _plain(code: int) -> str:
    """Return a sign as letters that people search for; a space or nothing for what has no meaning."""
    if code == 2:
        return HYPHEN
    if code < 32 or 0xFFFE <= code <= 0xFFFF or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return ""
    sign = chr(code)
    if 0xFB00 <= code <= 0xFEFC:
        sign = unicodedata.normalize("NFKC", sign).strip() or sign
    return " " if sign.isspace() else sign


def _without_running_heads(pages: Sequence[tuple[float, list[Row]]]) -> list[list[Row]]:
    """Leave out what stands at the head or foot of most pages, and page numbers there."""
    seen = Counter(key for height, rows in pages for key in {_key(row) for row in rows if _is_at_edge(row, height)})
    most = max(2, len(pages) // 2)
    return [
        [
            row
            for row in rows
            if not (_is_at_edge(row, height) and (seen[_key(row)] > most or seen[_key(row)] == len(pages) > 1
                                                  or is_furniture(row.text)))
        ]
        for height, rows in pages
    ]  # fmt: skip


def _key(row: Row) -> str:
    return _DIGITS.sub("0", row.text.casefold())


def _is_at_edge(row: Row, height: float) -> bool:
    return not _EDGE * height < row.base < (1 - _EDGE) * height


def _lines(pages: Sequence[list[Row]]) -> Iterator[PageLine]:
    """Yield the lines of all pages with their levels; words that a hyphen broke are whole again."""
    rows = _with_notes_last([(page, row) for page, rows in enumerate(pages, start=1) for row in rows])
    levels = _levels([row for _page, row in rows])
    numbers: Counter[int] = Counter()
    before: Row | None = None
    for page, row in _whole_words(rows):
        numbers[page] += 1
        level = levels.get(round(row.size, 1), 0) if len(row.text) <= _LONGEST_HEADING else 0
        is_apart = _is_apart(before, row)
        yield PageLine(
            _STRETCHED.sub("", clean(row.text)),
            page,
            numbers[page],
            0 if row.cells else level,
            is_bold=row.is_bold,
            is_apart=is_apart and not (before and before.cells and row.cells),
            cells=tuple(_STRETCHED.sub("", clean(cell)) for cell in row.cells),
        )
        before = row


def _levels(rows: Sequence[Row]) -> dict[float, int]:
    """Return which level of heading each size of letters is that is larger than the usual one."""
    usual = _usual_size(rows)
    larger = sorted({size for row in rows if (size := round(row.size, 1)) > _HEADING * usual}, reverse=True)
    return {size: min(level, 6) for level, size in enumerate(larger, start=1)}


def _usual_size(rows: Sequence[Row]) -> float:
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _with_notes_last(rows: Sequence[tuple[int, Row]]) -> list[tuple[int, Row]]:
    """Put footnotes behind everything: a few lines in small letters at the foot of a page are no part of its text."""
    small = _NOTE * _usual_size([row for _page, row in rows])
    body: list[tuple[int, Row]] = []
    notes: list[tuple[int, Row]] = []
    for _page, group in groupby(rows, key=lambda pair: pair[0]):
        found = list(group)
        at = len(found)
        while at and found[at - 1][1].size <= small and not found[at - 1][1].cells:
            at -= 1
        at = at if len(found) - at <= _MOST_NOTES * len(found) else len(found)
        body += found[:at]
        notes += [(page, replace(row, is_apart=row.is_apart or row is found[at][1])) for page, row in found[at:]]
    return body + notes


def _is_apart(before: Row | None, row: Row) -> bool:
    """Say whether a new paragraph begins: a gap, or a new column after a sentence that ended."""
    if before is None or row.is_apart:
        return True
    return row.starts_column and ends_a_sentence(before.text) and not goes_on(row.text)


def _whole_words(rows: Sequence[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
    """Yield the lines; where a hyphen breaks a word, the rest of it moves up to where it began."""
    texts = [row.text for _page, row in rows]
    for at, (page, row) in enumerate(rows):
        if texts[at].endswith(HYPHEN) and at + 1 < len(rows) and goes_on(texts[at + 1]):
            rest, _space, texts[at + 1] = texts[at + 1].partition(" ")
            texts[at] = texts[at].rstrip(HYPHEN) + rest
        if text := texts[at].replace(HYPHEN, "-").strip():
            yield page, replace(row, text=text)
