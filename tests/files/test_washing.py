"""What the child process does to each kind of file: every planted name is gone, what people read stays."""

import io

import docx
import pikepdf
import pytest
from PIL import Image

from supportroom.files.washing.door import wash
from supportroom.files.washing.streams import plain_jp2, plain_jpeg
from supportroom.kernel.errors import DomainError
from supportroom.reading.reader import read_outline
from tests.factories.files import BODY, CANARY, RELATIONS, a_docx, a_jpeg, a_png, part, parts_of, relations
from tests.factories.pdfs import a_pdf, unpacked

NAMES = [CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be"), CANARY[:10].encode(), b"00CA7731",
         b"33.5", b"1A2B3C4D"]  # fmt: skip


def canaries_in(content: bytes) -> list[bytes]:
    return [name for name in NAMES if name in content]


def test_s31_a_photograph_stands_upright_and_says_neither_where_nor_who() -> None:
    washed, removed = wash("jpeg", "x.jpg", a_jpeg())
    assert canaries_in(a_jpeg())
    assert canaries_in(washed) == []
    assert removed >= {"position", "camera"}
    with Image.open(io.BytesIO(washed)) as picture:
        assert picture.size == (20, 40)
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_s31_a_screenshot_keeps_its_transparency_and_loses_its_texts() -> None:
    washed, removed = wash("png", "x.png", a_png())
    assert canaries_in(washed) == []
    assert "camera" in removed
    with Image.open(io.BytesIO(washed)) as picture:
        assert picture.mode == "RGBA"
        assert picture.getpixel((0, 0)) == (10, 20, 30, 128)


@pytest.mark.parametrize(
    ("kind", "mode"), [("png", "P"), ("png", "1"), ("png", "I;16"), ("jpeg", "CMYK"), ("jpeg", "L")]
)
def test_every_way_of_keeping_colours_is_drawn_anew(kind: str, mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (8, 8)).save(file, kind.upper())
    assert wash(kind, f"x.{kind}", file.getvalue())[0]


def test_what_stands_behind_a_picture_goes() -> None:
    washed, removed = wash("png", "x.png", a_png() + b"PK\x03\x04" + CANARY.encode())
    assert canaries_in(washed) == []
    assert "appended" in removed


def test_s31_a_word_document_keeps_its_words_and_none_of_its_names() -> None:
    washed, removed = wash("docx", "x.docx", a_docx())
    parts = parts_of(washed)
    assert {name: canaries_in(content) for name, content in parts.items() if canaries_in(content)} == {}
    assert not [name for name in parts if CANARY in name]
    assert canaries_in(washed) == []
    assert removed == {"author", "properties", "comments", "changes", "traces", "custom", "fields", "embedded",
                       "external", "position", "camera", "preview"}  # fmt: skip
    read = docx.Document(io.BytesIO(washed))
    assert [p.text for p in read.paragraphs if p.text.strip()] == [
        "Water in the towns", "It was always there.", "First half, second half.", "result stays", "a lawmy folder",
        "taggedheld",
    ]  # fmt: skip
    assert b'w:instr=" PAGE "' in parts["word/document.xml"]
    assert read.paragraphs[0].style.style_id == "Heading1"
    assert [cell.text for row in read.tables[0].rows for cell in row.cells] == ["a cell"]
    assert read.sections[0].header.paragraphs[0].text == "A header"


def test_a_word_document_keeps_its_pictures_their_descriptions_and_safe_links() -> None:
    parts = parts_of(wash("docx", "x.docx", a_docx())[0])
    assert sorted(name for name in parts if "media" in name) == ["word/media/image1.jpeg"]
    assert b"A dry well" in parts["word/document.xml"]
    assert b"https://example.org/law" in parts["word/_rels/document.xml.rels"]
    assert b"chart" not in parts["word/document.xml"]
    assert b"object" not in parts["word/document.xml"]
    assert set(parts) == {
        "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml",
        "word/settings.xml", "word/header1.xml",
        "word/media/image1.jpeg",
    }  # fmt: skip


def test_the_same_document_gives_the_same_bytes() -> None:
    assert wash("docx", "x.docx", a_docx()) == wash("docx", "x.docx", a_docx())
    assert wash("pdf", "x.pdf", a_pdf())[0] == wash("pdf", "x.pdf", a_pdf())[0]


def test_s31_a_pdf_keeps_its_pages_and_none_of_its_names() -> None:
    brought = a_pdf()
    washed, removed = wash("pdf", "x.pdf", brought)
    assert canaries_in(unpacked(brought))
    assert canaries_in(unpacked(washed)) == []
    assert canaries_in(washed) == []
    assert removed >= {"author", "properties", "comments", "custom", "scripts", "embedded", "external", "signature",
                       "camera", "preview"}  # fmt: skip
    with pikepdf.open(io.BytesIO(washed)) as pdf:
        assert "/Info" not in pdf.trailer
        assert len(pdf.attachments) == 0
        kinds = [str(each.Subtype) for each in pdf.pages[0].Annots]
        assert kinds == ["/Highlight", "/Link", "/Link", "/Link", "/Link", "/Widget"]
        led = [str(each.A.URI) for each in pdf.pages[0].Annots if "/A" in each and "/URI" in each.A]
        assert led == ["https://example.org/law"]
        assert "/Im0" in pdf.pages[0].Resources.XObject
        photo = Image.open(io.BytesIO(pdf.pages[0].Resources.XObject.Im0.read_raw_bytes()))
        assert photo.size == (20, 20)


def test_a_pdf_with_something_around_it_is_written_without_that() -> None:
    washed, removed = wash("pdf", "x.pdf", a_pdf() + b"<html><script>" + CANARY.encode())
    assert b"<script>" not in washed
    assert "appended" in removed


def test_s31_an_earlier_revision_of_a_pdf_goes() -> None:
    first = a_pdf()
    with pikepdf.open(io.BytesIO(first)) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(b"q Q")
        file = io.BytesIO()
        pdf.save(file)
    assert canaries_in(unpacked(wash("pdf", "x.pdf", first + file.getvalue())[0])) == []


def test_a_text_comes_in_utf_8_without_what_nobody_sees() -> None:
    washed, removed = wash("txt", "x.txt", "\ufeffسلام\u202e abc\u200b\r\n".encode())
    assert washed.decode() == "سلام abc\n"
    assert removed == {"hidden"}
    assert wash("md", "x.md", "# عنوان\n".encode()) == ("# عنوان\n".encode(), set())


@pytest.mark.parametrize("kind", ["pdf", "docx", "png", "jpeg"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_ends_too_early_is_refused_or_whole(kind: str, share: float) -> None:
    whole = {"pdf": a_pdf, "docx": a_docx, "png": a_png, "jpeg": a_jpeg}[kind]()
    try:
        washed, _removed = wash(kind, f"x.{kind}", whole[: int(len(whole) * share)])
    except DomainError as error:
        assert error.code.startswith(("reading.", "files."))  # noqa: PT017
    else:
        assert canaries_in(unpacked(washed) if kind == "pdf" else washed) == []


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r></w:p>", "a"),
        ('<w:p><w:ins w:author="x"><w:ins w:author="y"><w:r><w:t>in in</w:t></w:r></w:ins></w:ins></w:p>', "in in"),
        ('<w:p><w:moveFrom w:author="x"><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>', ""),
        ('<w:p><w:moveTo w:author="x"><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>', "here"),
        (
            '<w:p><w:r><w:rPr><w:rPrChange w:author="x"><w:rPr/></w:rPrChange></w:rPr><w:t>plain</w:t></w:r></w:p>',
            "plain",
        ),
        (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDETEXT "x"</w:instrText></w:r></w:p>',
            "",
        ),
    ],
)
def test_s31_changes_are_accepted(inside: str, text: str) -> None:
    washed, _removed = wash("docx", "x.docx", a_docx(body=inside))
    read = docx.Document(io.BytesIO(washed))
    assert "\n".join(p.text for p in read.paragraphs).strip() == text
    assert not [mark for mark in (b"w:ins", b"w:del", b"w:move", b"rPrChange", b"INCLUDETEXT") if mark in
                parts_of(washed)["word/document.xml"]]  # fmt: skip


def test_a_document_in_the_strict_form_is_cleaned_as_well() -> None:
    strict = {
        name: content.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                              b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, content in parts_of(a_docx()).items()
    }  # fmt: skip
    from tests.factories.files import zipped

    washed, _removed = wash("docx", "x.docx", zipped(strict))
    assert canaries_in(parts_of(washed)["word/document.xml"]) == []


def test_s31_pictures_inside_a_pdf_lose_their_notes_and_no_point() -> None:
    photo = a_jpeg(size=(20, 20))
    plain = plain_jpeg(photo)
    assert canaries_in(plain) == []
    before, after = Image.open(io.BytesIO(photo)), Image.open(io.BytesIO(plain))
    assert before.tobytes() == after.tobytes()
    box = b"\0\0\0\x0cjP  \r\n\x87\n" + b"\0\0\0\x0cuuid" + b"note" + b"\0\0\0\x0cjp2c" + b"data"
    assert b"note" not in plain_jp2(box)
    assert b"data" in plain_jp2(box)
    assert plain_jpeg(b"no picture") == b"no picture"
    assert plain_jp2(b"no picture") == b"no picture"


def test_s31_the_corpus_has_canaries_to_find() -> None:
    assert CANARY in BODY


BOX = f"""<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
  xmlns:o="urn:schemas-microsoft-com:office:office">
  <mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>
  <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>
  <w:txbxContent><w:p w:rsidR="00CA7731"><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>
  </a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
  <mc:Fallback><w:pict><v:shape alt="{CANARY}" o:spid="{CANARY}" o:gfxdata="{CANARY}"><v:imagedata o:title="{CANARY}"/>
  <v:textbox><w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>
  </mc:Fallback></mc:AlternateContent></w:r></w:p>"""
LINKED = f"""<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>
  <w:r><w:instrText> HYPERLINK "file:///C:/</w:instrText></w:r>
  <w:r><w:instrText>{CANARY}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
  <w:r><w:t>kept words</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
  <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>
  <w:r><w:instrText> HYPERLINK "https://example.org" </w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>a page</w:t></w:r>
  <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""
ZOTERO = f"""<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>
  <w:r><w:instrText> ADDIN ZOTERO_ITEM CSL_CITATION {{"uris":
  ["http://zotero.org/users/{CANARY}"]}} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
  <w:r><w:t>(Doe 2019)</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""


@pytest.mark.parametrize(
    ("inside", "kept"),
    [(BOX, b"in the box"), (LINKED, b"kept words"), (LINKED, b"https://example.org"), (ZOTERO, b"(Doe 2019)")],
)
def test_boxes_links_and_citations_keep_what_is_read(inside: str, kept: bytes) -> None:
    words = parts_of(wash("docx", "x.docx", a_docx(body=inside))[0])["word/document.xml"]
    assert kept in words
    assert canaries_in(words) == []


def test_footnotes_are_cleaned_as_the_text_is() -> None:
    rows = (*RELATIONS, ("rId20", "footnotes", "footnotes.xml", ""))
    notes = (
        f'<w:footnote w:id="2"><w:p><w:ins w:author="{CANARY}"><w:r><w:t>A note</w:t></w:r></w:ins></w:p></w:footnote>'
    )
    brought = a_docx(
        body='<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        others={"word/_rels/document.xml.rels": relations(rows), "word/footnotes.xml": part("footnotes", notes)},
    )
    parts = parts_of(wash("docx", "x.docx", brought)[0])
    assert b"A note" in parts["word/footnotes.xml"]
    assert canaries_in(parts["word/footnotes.xml"]) == []
    assert b"footnoteReference" in parts["word/document.xml"]


def test_what_comes_out_is_read_as_an_outline() -> None:
    outline = read_outline("x.docx", wash("docx", "x.docx", a_docx())[0])
    assert outline.sections[0].heading == "Water in the towns"
    assert not [note for note in outline.notes if note.code == "tracked_changes"]


def test_s31_actions_in_bookmarks_and_what_hides_in_layers_go() -> None:
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Chapter", 0))
        first = pdf.Root.Outlines.First
        first.A = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(CANARY))
        usage = pikepdf.Dictionary(CreatorInfo=pikepdf.Dictionary(Creator=pikepdf.String(CANARY)))
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Usage=usage))
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]))
        file = io.BytesIO()
        pdf.save(file)
    washed = unpacked(wash("pdf", "x.pdf", file.getvalue())[0])
    assert canaries_in(washed) == []
    assert b"Chapter" in washed
