"""PDF: every object looked at, everything written anew; what is left is pages, links, bookmarks and form values.

Earlier revisions, unused objects and whatever stood before or behind the document go because only what the pages reach
is written. Comments go with their authors, as in Word documents; marks on the text stay, without whose they are.
"""

import io
from collections.abc import Callable, Iterator
from typing import Any, Final

from supportroom.files.washing.streams import plain_jp2, plain_jpeg
from supportroom.kernel.errors import DomainError

MOST_PAGES: Final = 3_000
MOST_OBJECTS: Final = 400_000
_PICTURES: Final[dict[str, Callable[[bytes], bytes]]] = {
    "/DCTDecode": plain_jpeg, "/DCT": plain_jpeg, "/JPXDecode": plain_jp2,
}  # fmt: skip
_WEB = ("http://", "https://", "mailto:")
_SAFE_ACTIONS = {"/GoTo", "/URI", "/Named"}
_MARKS = {"/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/Line", "/Square", "/Circle", "/Polygon",
          "/PolyLine"}  # fmt: skip
_KEPT_OF_MARKS = {"/Type", "/Subtype", "/Rect", "/QuadPoints", "/AP", "/AS", "/C", "/IC", "/CA", "/F", "/BS", "/Border",
                  "/InkList", "/L", "/LE", "/Vertices", "/P"}  # fmt: skip
# Key of any dictionary -> what its going tells the person.
_DROPPED: Final = {
    "/Metadata": "properties",
    "/PieceInfo": "custom",
    "/LastModified": "properties",
    "/Thumb": "preview",
    "/AA": "scripts",
    "/JS": "scripts",
    "/JavaScript": "scripts",
    "/OpenAction": "",
    "/EF": "embedded",
    "/RF": "embedded",
    "/AF": "embedded",
    "/EmbeddedFiles": "embedded",
    "/RichMedia": "embedded",
    "/XFA": "custom",
    "/Collection": "embedded",
    "/SpiderInfo": "custom",
    "/CreatorInfo": "author",
    "/DSS": "signature",
    "/Perms": "signature",
    "/Legal": "signature",
    "/Requirements": "scripts",
    "/Renditions": "scripts",
    "/IDS": "custom",
    "/URLS": "external",
    "/PTEX.InfoDict": "author",
}
_DROPPED_BEGINNING: Final = "/PTEX."  # pdfTeX's notes on the files that it put in: their paths, who wrote them


def wash_pdf(content: bytes) -> tuple[bytes, set[str]]:
    """Give a PDF without all that; DomainError `reading.encrypted`, `files.too_many_pages`, `files.too_heavy`."""
    import pikepdf  # noqa: PLC0415

    pikepdf.settings.set_decimal_precision(28)
    removed = {"appended"} if _has_more(content) else set()
    try:
        pdf = pikepdf.open(io.BytesIO(content))
    except pikepdf.PasswordError:
        raise DomainError("reading.encrypted") from None
    with pdf:
        _refuse_unless_usual(pdf)
        removed |= _wash(pdf)
        written = io.BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
            encryption=False,
        )
    pikepdf.open(io.BytesIO(written.getvalue())).close()  # what was mended on reading must be whole now
    return written.getvalue(), removed - {""}


def _refuse_unless_usual(pdf: Any) -> None:
    if len(pdf.pages) > MOST_PAGES:
        raise DomainError("files.too_many_pages", limit=MOST_PAGES)
    if not len(pdf.pages):
        raise DomainError("reading.nothing")
    if len(pdf.objects) > MOST_OBJECTS:
        raise DomainError("files.too_heavy")


def _wash(pdf: Any) -> set[str]:
    removed: set[str] = set()
    if "/Info" in pdf.trailer:
        removed |= {"author", "properties"} if len(pdf.trailer.Info.keys()) else set()
        del pdf.trailer["/Info"]
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]
    for page in pdf.pages:
        removed |= _wash_page(pdf, page.obj)
    removed |= _wash_fields(pdf) | _wash_threads(pdf) | _wash_thing(pdf.trailer)
    for each in pdf.objects:
        for thing in _inside(each, 0):
            removed |= _wash_thing(thing)
    return removed


def _inside(thing: Any, depth: int) -> Iterator[Any]:
    """Give an object and every direct dictionary in it."""
    import pikepdf  # noqa: PLC0415

    if depth > 40:
        raise DomainError("files.too_heavy")
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        children = [value for _key, value in thing.items()]
    elif isinstance(thing, pikepdf.Array):
        children = list(thing)
    else:
        return
    for child in children:
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            yield from _inside(child, depth + 1)


def _wash_thing(thing: Any) -> set[str]:
    removed = set()
    for key in list(thing.keys()):
        if key not in _DROPPED and not key.startswith(_DROPPED_BEGINNING):
            continue
        if key == "/OpenAction" and _is_place(thing[key]):
            continue
        del thing[key]
        removed.add(_DROPPED.get(key, "properties") or "scripts")
    removed |= _wash_actions(thing) | _wash_stream(thing)
    if thing.get("/Type") in ("/Filespec", "/F") and "/S" not in thing:
        for key in ("/F", "/UF", "/DOS", "/Mac", "/Unix", "/Desc"):
            if key in thing:
                del thing[key]
                removed.add("external")
    return removed


def _is_place(target: Any) -> bool:
    """Tell whether a document opens at a place in it, and does nothing."""
    import pikepdf  # noqa: PLC0415

    return isinstance(target, pikepdf.Array)


def _wash_actions(thing: Any) -> set[str]:
    """Keep of actions those that turn pages or lead to a web address, one at a time."""
    import pikepdf  # noqa: PLC0415

    removed: set[str] = set()
    for key in ("/A", "/PA"):
        action = thing.get(key)
        if isinstance(action, pikepdf.Dictionary) and "/S" in action:
            kind, target = str(action.S), _words(action.get("/URI"))
            if kind not in _SAFE_ACTIONS or (kind == "/URI" and not target.lower().startswith(_WEB)):
                del thing[key]
                removed.add("external" if kind in {"/URI", "/GoToR", "/GoToE"} else "scripts")
            elif "/Next" in action:
                del action["/Next"]
                removed.add("scripts")
    return removed


def _words(value: Any) -> str:
    try:
        return bytes(value).decode("latin-1") if value is not None else ""
    except (TypeError, ValueError):
        return str(value)


def _wash_stream(thing: Any) -> set[str]:
    """Cut out what pictures carry beside their points, and pointers to content in another file."""
    import pikepdf  # noqa: PLC0415

    if not isinstance(thing, pikepdf.Stream):
        return set()
    removed: set[str] = set()
    for key in ("/F", "/FFilter", "/FDecodeParms"):
        if key in thing:
            del thing[key]
            removed.add("external")
    found: Any = thing.get("/Filter", [])
    filters = [str(each) for each in found] if isinstance(found, pikepdf.Array) else [str(found)]
    if filters and filters[-1] in _PICTURES:
        removed |= _wash_picture(thing, filters)
    return removed


def _wash_picture(thing: Any, filters: list[str]) -> set[str]:
    """Write a picture with its own filter alone. Programs put others around it, behind which its notes would stay; what
    cannot be unpacked fails, and with it the file.
    """
    import pikepdf  # noqa: PLC0415

    found: Any = thing.get("/DecodeParms")
    options = [*found, *[None] * len(filters)] if isinstance(found, pikepdf.Array) else [found] * len(filters)
    outer = [pikepdf.Name(each) for each in filters[:-1]]
    if outer:
        given = pikepdf.Array(options[: len(outer)])
        thing.write(thing.read_raw_bytes(), filter=pikepdf.Array(outer), decode_parms=given)
        raw = thing.read_bytes(decode_level=pikepdf.StreamDecodeLevel.specialized)
    else:
        raw = thing.read_raw_bytes()
    plain = _PICTURES[filters[-1]](raw)
    if plain != raw or outer:
        thing.write(plain, filter=pikepdf.Name(filters[-1]), decode_parms=options[len(outer)])
    return {"camera"} if plain != raw else set()


def _wash_page(pdf: Any, page: Any) -> set[str]:
    """Keep links, form fields and marks on the text; comments and everything that plays or holds something goes."""
    import pikepdf  # noqa: PLC0415

    if "/Annots" not in page:
        return set()
    removed: set[str] = set()
    kept = []
    for each in page.Annots:
        if not isinstance(each, pikepdf.Dictionary):
            continue
        kind = str(each.get("/Subtype", ""))
        if kind in _MARKS:
            removed |= _wash_mark(each)
        elif kind not in {"/Link", "/Widget"}:
            removed.add("embedded" if kind in {"/FileAttachment", "/Movie", "/Sound", "/RichMedia", "/3D", "/Screen"}
                        else "comments")  # fmt: skip
            continue
        kept.append(each)
    page.Annots = pdf.make_indirect(pikepdf.Array(kept))
    return removed


def _wash_mark(mark: Any) -> set[str]:
    told = {"comments"} if "/T" in mark or "/Contents" in mark else set()
    for key in [key for key in mark.keys() if key not in _KEPT_OF_MARKS]:  # noqa: SIM118 - a PDF dictionary
        del mark[key]
    return told


def _wash_fields(pdf: Any) -> set[str]:
    """Take the signatures off a form: they name who signed, and hold no longer anyway."""
    import pikepdf  # noqa: PLC0415

    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return set()
    removed: set[str] = set()
    if "/SigFlags" in form:
        del form["/SigFlags"]
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and ("/ByteRange" in each or each.get("/Type") == "/Sig"):
            for key in list(each.keys()):
                del each[key]
            removed.add("signature")
        elif isinstance(each, pikepdf.Dictionary) and each.get("/FT") == "/Sig" and "/V" in each:
            del each["/V"]
            removed.add("signature")
    return removed


def _wash_threads(pdf: Any) -> set[str]:
    """Take out article threads, which lead from column to column: they have a title and an author of their own."""
    import pikepdf  # noqa: PLC0415

    removed: set[str] = set()
    threads = pdf.Root.get("/Threads", [])
    for each in threads if isinstance(threads, pikepdf.Array) else []:
        if isinstance(each, pikepdf.Dictionary) and "/I" in each:
            removed |= {"author", "properties"}
            del each["/I"]
    if "/Threads" in pdf.Root:
        del pdf.Root["/Threads"]
    for page in pdf.pages:
        if "/B" in page.obj:
            del page.obj["/B"]
    return removed


def _has_more(content: bytes) -> bool:
    """Tell whether something stands before the document or behind its end."""
    end = content.rfind(b"%%EOF")
    return not content.startswith(b"%PDF-") or len(content[end + 5 :].strip()) > 0
