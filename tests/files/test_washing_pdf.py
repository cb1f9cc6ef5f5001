"""Where a PDF hides notes beside those that `a_pdf` plants: behind several filters, in pdfTeX's keys, in articles."""

import base64
import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from supportroom.files.washing.door import wash
from supportroom.kernel.errors import DomainError
from tests.factories.files import CANARY, a_jpeg
from tests.factories.pdfs import unpacked

NOTES = b"\0\0\0\x0cjP  \r\n\x87\n" + (len(CANARY) + 8).to_bytes(4, "big") + b"uuid" + CANARY.encode()
JPX = NOTES + b"\0\0\0\x0cjp2cdata"


def ascii85(content: bytes) -> bytes:
    return base64.a85encode(content) + b"~>"


def in_runs(content: bytes) -> bytes:
    return b"".join(bytes([len(part) - 1]) + part for part in (content[at : at + 128] for at in
                                                                range(0, len(content), 128))) + b"\x80"  # fmt: skip


def a_pdf_with(content: bytes, filters: list[str], options: object = None) -> bytes:
    """A page with one picture, packed as told."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 300))
    photo = Stream(pdf, content)
    photo.Type, photo.Subtype, photo.Filter = Name.XObject, Name.Image, Array([Name(f"/{each}") for each in filters])
    photo.Width, photo.Height, photo.ColorSpace, photo.BitsPerComponent = 20, 20, Name.DeviceRGB, 8
    if options is not None:
        photo.DecodeParms = options
    page.obj.Resources = Dictionary(XObject=Dictionary(Im0=photo))
    page.obj.Contents = Stream(pdf, b"q 200 0 0 200 50 50 cm /Im0 Do Q")
    return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(file, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return file.getvalue()


@pytest.mark.parametrize(
    ("filters", "packed"),
    [
        (["DCTDecode"], bytes),
        (["ASCII85Decode", "DCTDecode"], ascii85),
        (["FlateDecode", "DCTDecode"], zlib.compress),
        (["ASCIIHexDecode", "DCTDecode"], lambda content: content.hex().encode() + b">"),
        (["RunLengthDecode", "DCTDecode"], in_runs),
        (["ASCII85Decode", "FlateDecode", "DCTDecode"], lambda content: ascii85(zlib.compress(content))),
        (["A85", "DCT"], ascii85),
    ],
)
def test_s31_a_photograph_behind_several_filters_loses_its_notes(
    filters: list[str], packed: Callable[[bytes], bytes]
) -> None:
    photo = a_jpeg(size=(20, 20))
    washed, removed = wash("pdf", "x.pdf", a_pdf_with(packed(photo), filters))
    assert removed == {"camera"}
    with pikepdf.open(io.BytesIO(washed)) as pdf:
        found = pdf.pages[0].Resources.XObject.Im0
        assert str(found.Filter) in {"/DCTDecode", "/DCT"}
        assert CANARY.encode() not in found.read_raw_bytes()
        with Image.open(io.BytesIO(found.read_raw_bytes())) as plain:
            assert plain.tobytes() == Image.open(io.BytesIO(photo)).tobytes()
            assert not plain.getexif()


def test_s31_a_jpeg_2000_behind_several_filters_loses_its_notes() -> None:
    washed, removed = wash("pdf", "x.pdf", a_pdf_with(ascii85(JPX), ["ASCII85Decode", "JPXDecode"]))
    assert removed == {"camera"}
    with pikepdf.open(io.BytesIO(washed)) as pdf:
        found = pdf.pages[0].Resources.XObject.Im0
        assert str(found.Filter) == "/JPXDecode"
        assert CANARY.encode() not in found.read_raw_bytes()
        assert found.read_raw_bytes().endswith(b"jp2cdata")


@pytest.mark.parametrize(
    "options",
    [Array([None, Dictionary(ColorTransform=0)]), Array([Dictionary(Predictor=1), Dictionary(ColorTransform=0)])],
)
def test_the_options_of_a_picture_stay_with_its_own_filter(options: Array) -> None:
    photo = zlib.compress(a_jpeg(size=(20, 20)))
    washed, _removed = wash("pdf", "x.pdf", a_pdf_with(photo, ["FlateDecode", "DCTDecode"], options))
    with pikepdf.open(io.BytesIO(washed)) as pdf:
        found = pdf.pages[0].Resources.XObject.Im0
        assert found.DecodeParms == Dictionary(ColorTransform=0)
        assert CANARY.encode() not in found.read_raw_bytes()


@pytest.mark.parametrize("filters", [["FlateDecode", "DCTDecode"], ["Unheard", "DCTDecode"], ["DCT", "JPXDecode"]])
def test_s31_a_pdf_whose_pictures_cannot_be_unpacked_is_refused(filters: list[str]) -> None:
    with pytest.raises(DomainError, match=r"reading\.broken"):
        wash("pdf", "x.pdf", a_pdf_with(a_jpeg(), filters))


def test_s31_what_pdftex_notes_on_files_that_it_put_in_goes() -> None:
    with pikepdf.open(io.BytesIO(a_pdf_with(b"", ["ASCII85Decode"]))) as pdf:
        form = Stream(pdf, b"q Q")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        form["/PTEX.FileName"] = String(f"/home/{CANARY}/figure.pdf")
        form["/PTEX.PageNumber"] = 1
        form["/PTEX.InfoDict"] = pdf.make_indirect(Dictionary(Author=String(CANARY)))
        pdf.pages[0].Resources.XObject.Fm0 = form
        pdf.Root["/Inside"] = Dictionary({"/PTEX.Fullbanner": String(CANARY)})
        pdf.trailer["/PTEX.Fullbanner"] = String(CANARY)
        brought = saved(pdf)
    washed, removed = wash("pdf", "x.pdf", brought)
    assert CANARY.encode() in brought
    assert CANARY.encode() not in unpacked(washed)
    assert b"PTEX" not in unpacked(washed)
    assert b"q Q" in unpacked(washed)
    assert removed == {"author", "properties"}


@pytest.mark.parametrize("is_listed", [True, False])
def test_s31_articles_go_with_who_wrote_them(*, is_listed: bool) -> None:
    with pikepdf.open(io.BytesIO(a_pdf_with(b"", ["ASCII85Decode"]))) as pdf:
        page = pdf.pages[0].obj
        bead = pdf.make_indirect(Dictionary(Type=Name.Bead, P=page, R=Array([0, 0, 9, 9])))
        bead.N = bead.V = bead
        thread = Dictionary(Type=Name.Thread, F=bead, I=Dictionary(Title=String(CANARY), Author=String(CANARY)))
        bead.T = pdf.make_indirect(thread)
        page.B = Array([bead])
        if is_listed:
            pdf.Root.Threads = Array([bead.T])
        brought = saved(pdf)
    washed, removed = wash("pdf", "x.pdf", brought)
    assert CANARY.encode() in brought
    assert CANARY.encode() not in unpacked(washed)
    with pikepdf.open(io.BytesIO(washed)) as pdf:
        assert "/Threads" not in pdf.Root
        assert "/B" not in pdf.pages[0].obj
        assert "/Im0" in pdf.pages[0].Resources.XObject
    assert removed == ({"author", "properties"} if is_listed else set())
