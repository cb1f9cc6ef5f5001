"""What a Word document holds only for text that was deleted is not taken over: pictures, links, headers, notes."""

import io

import docx
import pytest

from supportroom.files.washing.door import wash
from tests.factories.files import CANARY, RELATIONS, a_docx, a_jpeg, a_png, part, parts_of, relations

LINK = f"https://example.org/{CANARY}"
CHANGED = f'w:id="1" w:author="{CANARY}"'


def a_picture(ident: str) -> str:
    """A run with a drawing of this relation."""
    return f"""<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic>
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>
      <pic:cNvPr id="0" name="x"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{ident}"/></pic:blipFill></pic:pic>
      </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""


Rows = tuple[tuple[str, str, str, str], ...]


def washed_parts(body: str, others: dict[str, str | bytes] | None = None, *, rows: Rows = ()) -> dict[str, bytes]:
    """The parts of a cleaned document with these parts and relations beside the usual ones."""
    added = {"word/_rels/document.xml.rels": relations((*RELATIONS, *rows)), **(others or {})}
    return parts_of(wash("docx", "x.docx", a_docx(body=body, others=added))[0])


def media_in(parts: dict[str, bytes]) -> list[str]:
    return sorted(name for name in parts if "media" in name)


@pytest.mark.parametrize(
    "deleted",
    [
        f"<w:p><w:del {CHANGED}>{a_picture('rId9')}</w:del></w:p>",
        f"<w:p><w:moveFrom {CHANGED}>{a_picture('rId9')}</w:moveFrom></w:p>",
        f"<w:tbl><w:tr><w:trPr><w:del {CHANGED}/></w:trPr><w:tc><w:p>{a_picture('rId9')}</w:p></w:tc></w:tr></w:tbl>",
        f'<w:p><w:object><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" r:id="rId9"/>{CANARY}</w:object></w:p>',
        "<w:p/>",
    ],
)
def test_s31_a_picture_in_deleted_text_is_deleted(deleted: str) -> None:
    parts = washed_parts(f"<w:p><w:r><w:t>What stays</w:t></w:r></w:p>{deleted}")
    assert media_in(parts) == []
    assert b"rId9" not in b"".join(parts.values())
    assert b"What stays" in parts["word/document.xml"]


def test_s31_a_picture_that_is_deleted_here_and_shown_there_stays() -> None:
    shown = f"<w:p><w:ins {CHANGED}>{a_picture('rId9')}</w:ins></w:p>"
    parts = washed_parts(
        f"<w:p><w:del {CHANGED}>{a_picture('rId30')}</w:del></w:p>{shown}",
        {"word/media/second.png": a_png()},
        rows=(("rId30", "image", "media/second.png", ""),),
    )
    assert media_in(parts) == ["word/media/image1.jpeg"]
    assert b'r:embed="rId9"' in parts["word/document.xml"]
    assert b'Id="rId9"' in parts["word/_rels/document.xml.rels"]
    assert b"rId30" not in b"".join(parts.values())


def test_s31_links_in_deleted_text_are_deleted() -> None:
    body = f"""<w:p><w:del {CHANGED}><w:hyperlink r:id="rId30"><w:r><w:delText>x</w:delText></w:r></w:hyperlink></w:del>
      <w:hyperlink r:id="rId7"><w:r><w:t>a law</w:t></w:r></w:hyperlink></w:p>"""
    parts = washed_parts(body, rows=(("rId30", "hyperlink", LINK, "External"),))
    assert CANARY.encode() not in b"".join(parts.values())
    assert b"https://example.org/law" in parts["word/_rels/document.xml.rels"]


def test_s31_a_header_and_a_footnote_leave_deleted_pictures_behind_as_the_text_does() -> None:
    deleted = f"<w:p><w:del {CHANGED}>{a_picture('rId1')}</w:del><w:r><w:t>in words</w:t></w:r></w:p>"
    photo = relations([("rId1", "image", "media/photo.jpeg", "")])
    parts = washed_parts(
        '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        '<w:sectPr><w:headerReference w:type="default" r:id="rId12"/></w:sectPr>',
        {
            "word/header1.xml": part("hdr", deleted),
            "word/_rels/header1.xml.rels": photo,
            "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{deleted}</w:footnote>'),
            "word/_rels/footnotes.xml.rels": photo,
            "word/media/photo.jpeg": a_jpeg(),
        },
        rows=(("rId20", "footnotes", "footnotes.xml", ""),),
    )
    assert media_in(parts) == []
    assert [name for name in parts if name.endswith(".rels")] == ["_rels/.rels", "word/_rels/document.xml.rels"]
    assert b"in words" in parts["word/header1.xml"]
    assert b"in words" in parts["word/footnotes.xml"]


def test_a_header_keeps_the_picture_that_it_shows() -> None:
    parts = washed_parts(
        '<w:sectPr><w:headerReference w:type="default" r:id="rId12"/></w:sectPr>',
        {
            "word/header1.xml": part("hdr", f"<w:p>{a_picture('rId1')}</w:p>"),
            "word/_rels/header1.xml.rels": relations([("rId1", "image", "media/logo.png", "")]),
            "word/media/logo.png": a_png(),
        },
    )
    assert media_in(parts) == ["word/media/image1.png"]
    assert b'Target="/word/media/image1.png"' in parts["word/_rels/header1.xml.rels"]


def test_s31_a_header_to_which_no_section_points_goes() -> None:
    assert "word/header1.xml" not in washed_parts("<w:p/>")


def test_s31_a_picture_goes_with_the_drawing_that_cannot_stay() -> None:
    body = f"""<w:p><w:r><w:drawing>{a_picture("rId9")}<a:blip r:link="rId30"/></w:drawing></w:r></w:p>"""
    parts = washed_parts(body, rows=(("rId30", "image", f"file:///C:/{CANARY}.png", "External"),))
    assert media_in(parts) == []
    assert b"rId9" not in b"".join(parts.values())


def test_s31_a_note_goes_with_the_deleted_text_that_named_it() -> None:
    notes = f"""<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
      <w:footnote w:id="2"><w:p><w:r><w:t>kept note</w:t></w:r></w:p></w:footnote>
      <w:footnote w:id="3"><w:p><w:r><w:t>{CANARY}</w:t></w:r></w:p></w:footnote>"""
    parts = washed_parts(
        f"""<w:p><w:del {CHANGED}><w:r><w:footnoteReference w:id="3"/></w:r></w:del>
          <w:r><w:footnoteReference w:id="2"/></w:r></w:p>""",
        {"word/footnotes.xml": part("footnotes", notes)},
        rows=(("rId20", "footnotes", "footnotes.xml", ""),),
    )
    assert CANARY.encode() not in parts["word/footnotes.xml"]
    assert b"kept note" in parts["word/footnotes.xml"]
    assert b"separator" in parts["word/footnotes.xml"]


def test_a_document_that_word_writes_comes_out_whole() -> None:
    brought = docx.Document()
    brought.add_heading("Wells", 1)
    brought.add_paragraph("first", style="List Bullet")
    brought.add_picture(io.BytesIO(a_jpeg()))
    brought.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(a_png()))
    file = io.BytesIO()
    brought.save(file)
    washed, _removed = wash("docx", "x.docx", file.getvalue())
    parts = parts_of(washed)
    assert {"word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml", "word/theme.xml",
            "word/header1.xml"} <= set(parts)  # fmt: skip
    assert len(media_in(parts)) == 2
    read = docx.Document(io.BytesIO(washed))
    assert [each.text for each in read.paragraphs] == ["Wells", "first", ""]
    assert len(read.inline_shapes) == 1
