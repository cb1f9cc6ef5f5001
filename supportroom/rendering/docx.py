"""The document as a Word file: real heading styles, lists, contents, repeated table heads, and right to left where due.

The file is written part by part (what stays the same lies in `office/`), because a library's template would bring its
own properties and the moment of writing along. It holds no person's name, no machine, and no moment but the document's
own day of publication: one tree always gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import functools
import io
import zipfile
from pathlib import Path
from string import Template

from supportroom.rendering import word
from supportroom.rendering.tree import Document
from supportroom.rendering.word_body import Body, running

_PARTS = Path(__file__).with_name("office")
_UNDATED = dt.date(2000, 1, 1)
_ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_REGIONAL = {"ar": "ar-SA", "en": "en-GB"}


def to_docx(document: Document) -> bytes:
    """Return `document` as a Word file (Office Open XML, transitional). Raises nothing for any text."""
    body = Body(document)
    parts = {
        "[Content_Types].xml": _part("content_types.xml"),
        "_rels/.rels": _part("package_rels.xml"),
        "docProps/core.xml": _properties(document),
        "word/document.xml": _document(document, body.xml),
        "word/_rels/document.xml.rels": _part("document_rels.xml"),
        "word/styles.xml": Template(_part("styles.xml")).substitute(_languages(document)),
        "word/numbering.xml": Template(_part("numbering.xml")).substitute(lists=_lists(body.starts)),
        "word/settings.xml": _part("settings.xml"),
        "word/fontTable.xml": _part("font_table.xml"),
        "word/footnotes.xml": _footnotes(body.footnotes),
        "word/header1.xml": _header(document),
        "word/footer1.xml": _footer(document),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_MOMENT)
            entry.create_system = 0
            package.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED, compresslevel=6)
    return packed.getvalue()


@functools.cache
def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")


def _document(document: Document, body: str) -> str:
    way = "<w:bidi/>" if document.direction == "rtl" else ""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1700" w:right="1418" w:bottom="1600" w:left="1418" '
        'w:header="850" w:footer="800" w:gutter="0"/>'
        f"<w:titlePg/>{way}</w:sectPr>"
    )
    return f"{_HEAD}<w:document {_W} {_R}><w:body>{body}{section}</w:body></w:document>"


def _footnotes(notes: list[str]) -> str:
    """Return the part of footnotes: the two rules that every file has, then its own."""
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{place}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for place, kind in enumerate(("separator", "continuationSeparator"), start=-1)
    )
    return f"{_HEAD}<w:footnotes {_W}>{rules}{''.join(notes)}</w:footnotes>"


def _header(document: Document) -> str:
    direction = document.direction
    words = (
        word.runs(document.publisher or document.title, direction) + word.TAB + word.runs(document.edition, direction)
    )
    return f"{_HEAD}<w:hdr {_W}>{word.paragraph('Header', words, direction)}</w:hdr>"


def _footer(document: Document) -> str:
    direction = document.direction
    words = word.runs(document.address, direction) + word.TAB + running(document, word.PAGE, word.PAGES)
    return f"{_HEAD}<w:ftr {_W}>{word.paragraph('Footer', words, direction)}</w:ftr>"


def _lists(starts: list[int]) -> str:
    """Return the lists that the body refers to: the bulleted one (1), then a numbered one for each start."""
    bullets = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return bullets + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>'
        + "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>' for level in range(9)
        )
        + "</w:num>"
        for number, start in enumerate(starts, 2)
    )


def _languages(document: Document) -> dict[str, str]:
    own = word.attribute(_REGIONAL.get(document.language, document.language))[1:-1]
    return {
        "latin": own if document.direction == "ltr" else "en-GB",
        "complex": own if document.direction == "rtl" else "ar-SA",
    }


def _properties(document: Document) -> str:
    day = document.published or _UNDATED
    moment = f"{day.isoformat()}T00:00:00Z"
    texts = {
        "dc:title": document.title,
        "dc:subject": document.subtitle,
        "dc:creator": document.publisher,
        "dc:language": document.language,
        "dc:identifier": document.address,
    }
    fields = "".join(f"<{name}>{word.escaped(text)}</{name}>" for name, text in texts.items() if text)
    return (
        f"{_HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{fields}'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )
