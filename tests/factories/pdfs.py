"""PDFs with a name in every place where programs leave one."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.factories.files import CANARY, a_jpeg


def a_pdf(*, pages: int = 1, password: str = "") -> bytes:
    """A page with a photograph, links, comments, a form, a signature, scripts, attachments and notes on the whole."""
    pdf = pikepdf.new()
    for _number in range(pages):
        pdf.add_blank_page(page_size=(300, 300))
    page = pdf.pages[0]
    pdf.docinfo["/Author"] = CANARY
    _plant_notes(pdf, page)
    page.obj.Resources = Dictionary(XObject=Dictionary(Im0=_photograph(pdf)))
    page.obj.Contents = Stream(pdf, b"q 200 0 0 200 50 50 cm /Im0 Do Q")
    page.obj.Annots = pdf.make_indirect(Array([pdf.make_indirect(each) for each in _annotations(pdf)]))
    file = io.BytesIO()
    encryption = pikepdf.Encryption(owner=password, user=password) if password else False
    pdf.save(file, encryption=encryption)
    return file.getvalue()


def _plant_notes(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    pdf.Root.Metadata = Stream(pdf, f"<x:xmpmeta><dc:creator>{CANARY}</dc:creator></x:xmpmeta>".encode())
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{CANARY}')"))
    pdf.Root.AA = Dictionary(WC=Dictionary(S=Name.Launch, F=String(CANARY)))
    pdf.Root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array([String("x"), Dictionary(S=Name.JavaScript, JS=String(CANARY))])),
    )
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, CANARY.encode(), filename=f"{CANARY}.txt")
    page.obj.PieceInfo = Dictionary(Word=Dictionary(Private=String(CANARY)))
    page.obj.Thumb = Stream(pdf, CANARY.encode())
    page.obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String(CANARY)))
    pdf.trailer.ID = Array([String(CANARY), String(CANARY)])


def _photograph(pdf: pikepdf.Pdf) -> Stream:
    photo = Stream(pdf, a_jpeg(size=(20, 20)))
    photo.Type, photo.Subtype, photo.Filter = Name.XObject, Name.Image, Name.DCTDecode
    photo.Width, photo.Height, photo.ColorSpace, photo.BitsPerComponent = 20, 20, Name.DeviceRGB, 8
    photo.Metadata = Stream(pdf, CANARY.encode())
    return photo


def _annotations(pdf: pikepdf.Pdf) -> list[Dictionary]:
    place = Array([10, 10, 60, 30])

    def annotation(kind: str, **more: object) -> Dictionary:
        return Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=place, **more)

    signature = Dictionary(Type=Name.Sig, Name=String(CANARY), ByteRange=Array([0, 1, 2, 3]), Contents=String(CANARY))
    field = annotation("Widget", FT=Name.Sig, T=String("signed"), V=pdf.make_indirect(signature))
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), SigFlags=3, XFA=String(CANARY))
    return [
        annotation("Text", T=String(CANARY), Contents=String(CANARY)),
        annotation(
            "Highlight", T=String(CANARY), Contents=String(CANARY), QuadPoints=Array([1] * 8), NM=String(CANARY)
        ),
        annotation("FileAttachment", FS=Dictionary(Type=Name.Filespec, F=String(CANARY))),
        annotation("Link", A=Dictionary(S=Name.URI, URI=String("https://example.org/law"))),
        annotation("Link", A=Dictionary(S=Name.URI, URI=String(f"file:///C:/{CANARY}"))),
        annotation("Link", A=Dictionary(S=Name.Launch, F=String(CANARY))),
        annotation(
            "Link", A=Dictionary(S=Name.GoTo, D=Array([0]), Next=Dictionary(S=Name.JavaScript, JS=String(CANARY)))
        ),
        field,
    ]


def unpacked(content: bytes) -> bytes:
    """A PDF with every stream and object in the open, for looking into it."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(
            file,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return file.getvalue()
