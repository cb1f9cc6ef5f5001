"""Files as people bring them, with canaries planted wherever names and places hide; and files meant to do harm."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from PIL import Image, PngImagePlugin

CANARY = "CANARY-Salma-7731"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def a_jpeg(*, size: tuple[int, int] = (40, 20), turned: bool = True) -> bytes:
    """A photograph with a place, a camera, a comment and XMP; lying on its side."""
    exif = Image.Exif()
    exif[0x010F] = CANARY
    exif[0x013B] = CANARY
    exif[0x0112] = 6 if turned else 1
    exif.get_ifd(0x8825).update({1: "N", 2: (33.0, 30.0, 0.0), 3: "E", 4: (36.0, 18.0, 0.0), 29: CANARY[:10]})
    file = io.BytesIO()
    xmp = f"<x:xmpmeta><dc:creator>{CANARY}</dc:creator></x:xmpmeta>".encode()
    Image.new("RGB", size, "teal").save(file, "JPEG", exif=exif, comment=CANARY.encode(), xmp=xmp)
    return file.getvalue()


def a_png(*, size: tuple[int, int] = (30, 30)) -> bytes:
    """A screenshot with texts in it."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", CANARY)
    texts.add_itxt("XML:com.adobe.xmp", f"<x>{CANARY}</x>")
    file = io.BytesIO()
    Image.new("RGBA", size, (10, 20, 30, 128)).save(file, "PNG", pnginfo=texts)
    return file.getvalue()


def a_pixel_flood() -> bytes:
    """A PNG of a few bytes that says it is 60,000 points wide and high."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


BODY = f"""
<w:p w:rsidR="00CA7731" w14:paraId="1A2B3C4D" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
  <w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r w:rsidRPr="00CA7731"><w:t>Water in the towns</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">It was </w:t></w:r>
  <w:del w:id="1" w:author="{CANARY}" w:date="2026-01-01T00:00:00Z"><w:r>
  <w:delText>never {CANARY}</w:delText></w:r></w:del>
  <w:ins w:id="2" w:author="{CANARY}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>always</w:t></w:r></w:ins>
  <w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve"> there.</w:t></w:r><w:commentRangeEnd w:id="0"/>
  <w:r><w:commentReference w:id="0"/></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="{CANARY}"/></w:rPr></w:pPr><w:r>
  <w:t xml:space="preserve">First half, </w:t></w:r></w:p>
<w:p><w:r><w:t>second half.</w:t></w:r></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUT</w:instrText></w:r><w:r>
  <w:instrText>HOR </w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{CANARY}</w:t></w:r><w:r>
  <w:fldChar w:fldCharType="end"/></w:r></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>
  <w:instrText> DDEAUTO c:\\\\cmd.exe "/k {CANARY}" </w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>result stays</w:t></w:r><w:r>
  <w:fldChar w:fldCharType="end"/></w:r></w:p>
<w:p><w:fldSimple w:instr=" FILENAME \\\\p "><w:r><w:t>C:\\{CANARY}.docx</w:t></w:r></w:fldSimple>
  <w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>
<w:p><w:hyperlink r:id="rId7"><w:r><w:t>a law</w:t></w:r></w:hyperlink>
  <w:hyperlink r:id="rId8"><w:r><w:t>my folder</w:t></w:r></w:hyperlink></w:p>
<w:p><w:smartTag w:uri="x" w:element="{CANARY}"><w:r><w:t>tagged</w:t></w:r></w:smartTag>
  <w:sdt><w:sdtPr><w:alias w:val="{CANARY}"/></w:sdtPr><w:sdtContent><w:r>
  <w:t>held</w:t></w:r></w:sdtContent></w:sdt></w:p>
<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="C:\\{CANARY}.jpg" descr="A dry well"/>
  <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
  <pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{CANARY}.jpg" descr="{CANARY}"/></pic:nvPicPr>
  <pic:blipFill><a:blip
  r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData
  uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
  <c:chart xmlns:c="urn:chart" r:id="rId10"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="rId11"
  ProgID="{CANARY}"/></w:object></w:r></w:p>
<w:tbl><w:tr><w:trPr><w:del w:id="9" w:author="{CANARY}"/></w:trPr><w:tc><w:p><w:r>
  <w:t>{CANARY}</w:t></w:r></w:p></w:tc></w:tr>
  <w:tr><w:tc><w:p><w:r><w:t>a cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:sectPr w:rsidSect="00CA7731"><w:headerReference w:type="default" r:id="rId12"/></w:sectPr>
"""
SETTINGS = f"""<w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="00CA7731"/></w:rsids>
<w:docVars><w:docVar w:name="x" w:val="{CANARY}"/></w:docVars><w:evenAndOddHeaders/>"""
SPACES = f"""xmlns:w="{W}" xmlns:r="{R}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" """
RELATIONS = (
    ("rId1", "styles", "styles.xml", ""),
    ("rId2", "settings", "settings.xml", ""),
    ("rId3", "comments", "comments.xml", ""),
    ("rId4", "people", "people.xml", ""),
    ("rId5", "customXml", "../customXml/item1.xml", ""),
    ("rId6", "glossaryDocument", "glossary/document.xml", ""),
    ("rId7", "hyperlink", "https://example.org/law", "External"),
    ("rId8", "hyperlink", f"file:///C:/Folders/{CANARY}/notes", "External"),
    ("rId9", "image", f"media/{CANARY}.jpeg", ""),
    ("rId10", "chart", "charts/chart1.xml", ""),
    ("rId11", "oleObject", "embeddings/ole.bin", ""),
    ("rId12", "header", "header1.xml", ""),
)


def part(root: str, inside: str) -> str:
    """One part of a Word document."""
    return f'<?xml version="1.0" encoding="UTF-8"?><!-- {CANARY} --><w:{root} {SPACES}>{inside}</w:{root}>'


def relations(rows: Any, kind: str = R) -> str:
    """The relations of a part."""
    lines = "".join(
        f'<Relationship Id="{ident}" Type="{kind}/{name}" Target="{target}"'
        + (f' TargetMode="{mode}"/>' if mode else "/>")
        for ident, name, target, mode in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def a_docx(
    *, body: str = BODY, others: Mapping[str, bytes | str] | None = None, without: tuple[str, ...] = ()
) -> bytes:
    """A Word document with a name in every place where Word, and people, leave one."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/xml"/>'
             f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>')  # fmt: skip
    top = relations([("rId1", "officeDocument", "word/document.xml", "")]).replace(
        "</Relationships>",
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{R}/extended-properties" Target="docProps/app.xml"/>'
        f'<Relationship Id="rId4" Type="{PACKAGE}/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>'
        "</Relationships>",
    )
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": types,
        "_rels/.rels": top,
        "docProps/core.xml": f'<c:core xmlns:c="x" xmlns:dc="y"><dc:creator>{CANARY}</dc:creator></c:core>',
        "docProps/app.xml": f"<Properties><Company>{CANARY}</Company></Properties>",
        "docProps/thumbnail.jpeg": a_jpeg(),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(RELATIONS),
        "word/styles.xml": part(
            "styles",
            '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
            '<w:rsid w:val="00CA7731"/></w:style>',
        ),
        "word/settings.xml": part("settings", SETTINGS),
        "word/_rels/settings.xml.rels": relations([("rId1", "attachedTemplate", f"file:///{CANARY}.dotm", "External")]),
        "word/comments.xml": part("comments", f'<w:comment w:id="0" w:author="{CANARY}"><w:p/></w:comment>'),
        "word/people.xml": f'<x author="{CANARY}"/>',
        "word/glossary/document.xml": part("glossaryDocument", CANARY),
        "word/header1.xml": part("hdr", '<w:p w:rsidR="00CA7731"><w:r><w:t>A header</w:t></w:r></w:p>'),
        "customXml/item1.xml": f"<x>{CANARY}</x>",
        f"word/media/{CANARY}.jpeg": a_jpeg(),
        "word/charts/chart1.xml": f"<c>{CANARY}</c>",
        "word/embeddings/ole.bin": CANARY,
        **(others or {}),
    }  # fmt: skip
    return zipped({name: content for name, content in files.items() if name not in without})


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """An archive of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part of a Word document, unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
