"""The small pieces of WordprocessingML that every block is made of: runs, paragraphs, cells, fields.

Word sets Arabic right only when told four times: `w:bidi` on the paragraph, `w:rtl` on each run, a complex-script font
and size in the style, `w:bidiVisual` on the table. Words of the other direction become runs of their own: one without
`w:rtl` in an Arabic paragraph, one with it in a Latin one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from supportroom.rendering.bidi import Run, lines
from supportroom.rendering.clean import clean
from supportroom.rendering.marks import divided, placed
from supportroom.rendering.tree import Direction, Footnote

PAGE = "PAGE"
PAGES = "NUMPAGES"
BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
_ARABIC_LETTER_MARK = "\u061c"
_LEFT_TO_RIGHT = "\u200e"
_RIGHT_TO_LEFT = "\u200f"
_HEAD_RULE = '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="2C5651"/></w:tcBorders>'


def runs(text: str, direction: Direction, *, language: str = "", style: str = "") -> str:
    """Return the runs of `text` in a paragraph that reads in `direction`; `language` only if not the document's."""
    return runs_with_notes(text, direction, (), lambda _note: "", language=language, style=style)


def runs_with_notes(
    text: str,
    direction: Direction,
    notes: Sequence[Footnote],
    mark: Callable[[Footnote], str],
    *,
    language: str = "",
    style: str = "",
) -> str:
    """Return the runs of `text` with what `mark` gives in the place of each footnote."""

    def one(run: Run) -> str:
        return "".join(
            mark(part)
            if isinstance(part, Footnote)
            else _stretch(part, direction, language, style, foreign=run.foreign)
            for part in divided(run.text, notes)
        )

    return BREAK.join("".join(one(run) for run in line) for line in lines(placed(text, notes), direction))


def _stretch(text: str, direction: Direction, language: str, style: str, *, foreign: bool) -> str:
    if foreign:
        return _run(_held(text, direction), _other(direction), language, style)
    return _run(text, direction, language, style)


def note_mark(number: str, place: int) -> str:
    """Return the raised number that leads to the footnote which stands at `place` in the part of footnotes."""
    style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    return (
        f'<w:r>{style}<w:footnoteReference w:customMarkFollows="1" w:id="{place}"/>'
        f'<w:t xml:space="preserve">{escape(clean(number))}</w:t></w:r>'
    )


def footnote(content: str, number: str, place: int, direction: Direction) -> str:
    """Return a footnote with its number before its words."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>{escape(clean(number))}</w:t></w:r>'
    words = paragraph("FootnoteText", mark + plain(" ", direction) + content, direction)
    return f'<w:footnote w:id="{place}">{words}</w:footnote>'


def plain(text: str, direction: Direction) -> str:
    """Return one run of a cleaned `text` that needs no isolation, spaces at its edges kept."""
    return _run(text, direction, "", "")


def paragraph(style: str, content: str, direction: Direction, *, more: str = "") -> str:
    """Return a paragraph of `style`; `more` holds further properties that stand behind `w:bidi` in the schema."""
    bidi = "<w:bidi/>" if direction == "rtl" else '<w:bidi w:val="0"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}{more}</w:pPr>{content}</w:p>'


def listed(content: str, direction: Direction, *, number: int, level: int) -> str:
    """Return a paragraph that is an entry of the list `number` at `level` (0 to 8)."""
    bidi = "<w:bidi/>" if direction == "rtl" else '<w:bidi w:val="0"/>'
    place = f'<w:numPr><w:ilvl w:val="{min(level, 8)}"/><w:numId w:val="{number}"/></w:numPr>'
    return f'<w:p><w:pPr><w:pStyle w:val="ListParagraph"/>{place}{bidi}</w:pPr>{content}</w:p>'


def bookmark(content: str, number: int) -> str:
    """Return `content` as the target of `link(..., number)`."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{_target(number)}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def link(content: str, number: int) -> str:
    """Return `content` as a link to the bookmark `number` in the same document."""
    return f'<w:hyperlink w:anchor="{_target(number)}" w:history="1">{content}</w:hyperlink>'


def field(code: str, content: str = "", *, open_end: bool = False) -> str:
    """Return a field with what it shows until Word counts anew; with `open_end`, `FIELD_END` must follow later."""
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    return f"{start}{content}{'' if open_end else FIELD_END}"


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def table(rows: list[str], widths: list[int], direction: Direction, *, head: bool, row_heads: bool) -> str:
    """Return a table of ready rows over the full width; `widths` are in twentieths of a point."""
    visual = "<w:bidiVisual/>" if direction == "rtl" else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="RuledTable"/>{visual}<w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLook w:firstRow="{int(head)}" w:lastRow="0" w:firstColumn="{int(row_heads)}" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(cells: list[str], *, head: bool = False) -> str:
    """Return a row of ready cells, repeated on every page when it is the head."""
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def cell(
    content: str, direction: Direction, width: int, *, bold: bool = False, figure: bool = False, head: bool = False
) -> str:
    """Return a cell of one paragraph; figures stand at its end, and a rule below a cell of the head."""
    more = '<w:jc w:val="end"/>' if figure else ""
    style = "TableHead" if bold else "TableText"
    text = paragraph(style, content, direction, more=more)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_HEAD_RULE if head else ""}</w:tcPr>{text}</w:tc>'


def escaped(text: str) -> str:
    """Return `text` cleaned and escaped, for the inside of an element."""
    return escape(clean(text))


def attribute(text: str) -> str:
    """Return `text` cleaned, escaped and in quotes."""
    return '"' + escape(clean(text), {'"': "&quot;"}) + '"'


def _target(number: int) -> str:
    return f"_Toc{number:08d}"


def _other(direction: Direction) -> Direction:
    return "ltr" if direction == "rtl" else "rtl"


def _held(text: str, outer: Direction) -> str:
    """Return a run against `outer` with direction marks at edges that are no letters: some programs heed only those."""
    mark = _LEFT_TO_RIGHT if outer == "rtl" else _RIGHT_TO_LEFT
    before = "" if text[0].isalpha() else mark
    return f"{before}{text}{'' if text[-1].isalnum() else mark}"


def _run(text: str, direction: Direction, language: str, style: str) -> str:
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if direction == "rtl":
        properties += "<w:rtl/>"
    if language:
        properties += f"<w:lang w:{'bidi' if direction == 'rtl' else 'val'}={attribute(language)}/>"
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    words = escape(text.replace(_ARABIC_LETTER_MARK, ""))
    return f'<w:r>{wrapped}<w:t xml:space="preserve">{words}</w:t></w:r>'
