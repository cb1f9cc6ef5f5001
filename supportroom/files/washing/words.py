"""The tree of a part of a Word document, cleaned: changes accepted, comments and traces out, foreign elements out.

What is kept is a list (namespaces of text, drawings, formulas); what nobody listed goes.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any, Final

from supportroom.files.washing.fields import wash_fields
from supportroom.files.washing.ooxml import OFFICE

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_KEPT_SPACES: Final = {
    W,
    OFFICE,
    f"{_DRAWING}/main",
    f"{_DRAWING}/picture",
    f"{_DRAWING}/wordprocessingDrawing",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:word",
    "http://www.w3.org/XML/1998/namespace",
}
_GRAPHICS: Final = {f"{_DRAWING}/picture", *(space for space in _KEPT_SPACES if "wordprocessing" in space)}
# Local name of an element in Word's own namespace -> what its going tells the person.
_DROPPED: Final = {
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"), "comments"),
    **dict.fromkeys(
        ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange",
         "tblGridChange", "numberingChange", "cellIns", "cellMerge", "moveFromRangeStart", "moveFromRangeEnd",
         "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
         "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
         "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
        "changes",
    ),
    **dict.fromkeys(("rsid", "nsid", "tmpl", "proofErr"), "traces"),
    **dict.fromkeys(("permStart", "permEnd"), "author"),
    **dict.fromkeys(("object", "control", "altChunk", "subDoc", "movie", "ocx"), "embedded"),
    **dict.fromkeys(("smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr"), ""),
    **dict.fromkeys(("embedRegular", "embedBold", "embedItalic", "embedBoldItalic"), ""),
}  # fmt: skip
_UNWRAPPED: Final = {"smartTag": "custom", "customXml": "custom", "sdt": "", "sdtContent": ""}
_NAMED_ATTRIBUTES: Final = {"author": "author", "date": "", "initials": "author", "tplc": ""}
_LINKS: Final = {"hlinkClick", "hlinkHover", "hlinkMouseOver", "headerReference", "footerReference"}
_HOLDERS: Final = {"drawing", "pict", "numPicBullet"}
Walk = Callable[[Any, Collection[str]], set[str]]


def accept_tree(root: Any) -> set[str]:
    """Bring a part's tree in place to what its readers are to see; gives codes of what was removed.

    Only what it points to after that (`pointed_ids`) may be taken over: a picture in deleted text is deleted.
    """
    removed = _accept_changes(root)
    removed |= wash_fields(root)
    removed |= _drop_by_name(root)
    removed |= _drop_strangers(root)
    return removed - {""}


def finish_tree(root: Any, kept_ids: Collection[str]) -> set[str]:
    """Clean in place what `accept_tree` left; `kept_ids` are its relations that stay. Gives codes of what went."""
    _drop_broken_links(root, kept_ids)
    return _wash_attributes(root) - {""}


def pointed_ids(root: Any) -> set[str]:
    """Give the ids of relations to which anything in a tree points."""
    return {value for element in root.iter() for value in _pointed(element)}


def of(root: Any, *names: str) -> list[Any]:
    """Give the elements of Word's own namespace with these names, in the order of the text."""
    return list(root.iter(*(f"{{{W}}}{name}" for name in names)))


def name_of(element: Any) -> str:
    """Give an element's local name."""
    return str(element.tag).rpartition("}")[2]


def drop(element: Any) -> None:
    """Take an element out with all that is in it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Any) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)


def _accept_changes(root: Any) -> set[str]:
    """Do what was inserted, deleted and moved, as if the reader had accepted all of it."""
    marked = of(root, "ins", "del", "moveTo", "moveFrom")
    _accept_in_tables(root)
    ended = [paragraph for paragraph in of(root, "p") if _has_lost_its_end(paragraph)]
    for element in of(root, "del", "moveFrom"):
        drop(element)
    for element in of(root, "ins", "moveTo"):
        unwrap(element)
    for paragraph in ended:
        _join_with_next(paragraph)
    for table in of(root, "tbl"):
        if not of(table, "tr"):
            drop(table)
    return {"changes"} if marked else set()


def _accept_in_tables(root: Any) -> None:
    for row in of(root, "tr"):
        if row.find(f"{{{W}}}trPr/{{{W}}}del") is not None:
            drop(row)
    for cell in of(root, "cellDel"):
        drop(cell.getparent().getparent())


def _has_lost_its_end(paragraph: Any) -> bool:
    marks = f"{{{W}}}pPr/{{{W}}}rPr/{{{W}}}"
    return any(paragraph.find(f"{marks}{mark}") is not None for mark in ("del", "moveFrom"))


def _join_with_next(paragraph: Any) -> None:
    """Let the text of a paragraph whose end was deleted begin the next one."""
    following = paragraph.getnext()
    own = [child for child in paragraph if name_of(child) != "pPr"]
    if following is None or following.tag != paragraph.tag:
        if not own and paragraph.getprevious() is not None and following is not None:
            drop(paragraph)
        return
    at = 1 if len(following) and name_of(following[0]) == "pPr" else 0
    for child in reversed(own):
        following.insert(at, child)
    drop(paragraph)


def _drop_by_name(root: Any) -> set[str]:
    removed: set[str] = set()
    for element in of(root, *_DROPPED):
        removed.add(_DROPPED[name_of(element)])
        drop(element)
    for element in of(root, *_UNWRAPPED):
        removed.add(_UNWRAPPED[name_of(element)])
        unwrap(element)
    for element in of(root, "bookmarkStart"):
        if element.get(f"{{{W}}}name") == "_GoBack":
            drop(element)
    return removed


def _drop_strangers(root: Any) -> set[str]:
    """Take out elements of other namespaces, and drawings that are charts, diagrams or objects."""
    removed: set[str] = set()
    for data in list(root.iter(f"{{{_DRAWING}/main}}graphicData")):
        if data.get("uri") not in _GRAPHICS:
            removed.add("embedded")
            drop(next(_up(data, {"drawing"}), data))
    for element in list(root.iter()):
        if _space_of(element.tag) not in _KEPT_SPACES:
            drop(element)
    for element in list(root.iter(f"{{{_DRAWING}/main}}extLst")):
        drop(element)
    return removed


def _space_of(tag: Any) -> str:
    return str(tag)[1:].partition("}")[0] if str(tag).startswith("{") else ""


def _up(element: Any, names: Collection[str]) -> Iterator[Any]:
    return (each for each in element.iterancestors() if name_of(each) in names)


def _pointed(element: Any) -> list[str]:
    return [value for name, value in element.attrib.items() if _space_of(name) == OFFICE and value]


def _drop_broken_links(root: Any, kept_ids: Collection[str]) -> None:
    """Take out what points to a relation that does not stay; the words of a link stay."""
    for element in list(root.iter()):
        if all(value in kept_ids for value in _pointed(element)):
            continue
        if name_of(element) == "hyperlink":
            unwrap(element)
        elif name_of(element) in _LINKS:
            drop(element)
        else:
            drop(next(_up(element, _HOLDERS), element))


def _wash_attributes(root: Any) -> set[str]:
    """Take off what says who, when, in which session, and what a picture's file was called."""
    removed: set[str] = set()
    number = 0
    for element in root.iter():
        removed |= {_lost(element, name) for name in list(element.attrib)}
        if name_of(element) in {"docPr", "cNvPr"}:
            number += 1
            _rename(element, number)
        elif _space_of(element.tag).endswith(":vml"):
            for name in ("alt", "title", "href", "src"):
                element.attrib.pop(name, None)
    return removed


def _lost(element: Any, name: str) -> str:
    """Take an attribute off that must not stay; give what that tells the person, or nothing."""
    space, local = _space_of(name), name.rpartition("}")[2]
    told = ""
    if local.startswith("rsid"):
        told = "traces"
    elif space == W and local in _NAMED_ATTRIBUTES:
        told = _NAMED_ATTRIBUTES[local]
    elif space in _KEPT_SPACES | {""}:
        return ""
    del element.attrib[name]
    return told


def _rename(picture: Any, number: int) -> None:
    """Give a picture a plain name; its description stays where it is no file's name, for those who cannot see it."""
    picture.set("name", f"Picture {number}")
    described = picture.get("descr", "")
    is_file = any(sign in described for sign in "\\/") or described.lower().endswith((".png", ".jpg", ".jpeg", ".gif"))
    if name_of(picture) == "cNvPr" or is_file:
        picture.attrib.pop("descr", None)
        picture.attrib.pop("title", None)
