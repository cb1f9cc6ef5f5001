"""The document as a PDF that a screen reader reads in order.

It keeps PDF/UA-1, and PDF/A-2a too once the document has a day of publication (which that standard asks for). The text
goes to the typesetter as JSON, never as markup, and the fonts come from `fonts/` alone. The only moment in the file is
the document's own day of publication, so that one tree always gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING

from supportroom.rendering.glyphs import FONTS
from supportroom.rendering.shapes import shape_of
from supportroom.rendering.tree import Document

if TYPE_CHECKING:
    import typst

_TEMPLATE = Path(__file__).with_name("print.typ")
_UNDATED = dt.date(2000, 1, 1)


def to_pdf(document: Document) -> bytes:
    """Return `document` as a tagged PDF with title, language, outline and page numbers.

    Characters that the fonts lack are shown as a lozenge (`glyphs`).
    """
    import typst  # noqa: PLC0415 - megabytes that a room at rest does without

    moment = dt.datetime.combine(document.published or _UNDATED, dt.time(), dt.UTC)
    return typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=fonts(),
        format="pdf",
        sys_inputs={"document": json.dumps(shape_of(document), ensure_ascii=False, separators=(",", ":"))},
        pdf_standards=["ua-1", "a-2a"] if document.published else ["ua-1"],
        timestamp=moment,
    )


@functools.cache
def fonts() -> typst.Fonts:
    """Return the fonts that lie in `fonts/` and no others, read once."""
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
