"""Fields of a Word document: those that count, refer and link stay; those that fetch, run or fill in a name go.

A field is begun, parted and ended by `w:fldChar`, its instruction may be split over many runs, and fields stand inside
fields. Of a field that goes the result stays as plain text, unless the result is a name.
"""

from dataclasses import dataclass, field
from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KEPT: Final = {
    "HYPERLINK", "PAGE", "NUMPAGES", "REF", "PAGEREF", "NOTEREF", "TOC", "SEQ", "TC", "SECTION", "SECTIONPAGES",
    "STYLEREF", "INDEX", "XE", "SYMBOL", "=", "IF", "QUOTE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "LISTNUM",
}  # fmt: skip
_NAMES: Final = {
    "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE", "DOCPROPERTY", "INFO",
    "COMMENTS", "KEYWORDS", "SUBJECT", "TITLE", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM",
}  # fmt: skip
_WEB: Final = ("http://", "https://", "mailto:")


@dataclass
class _Open:
    """A field that was begun: its instruction so far, and the elements that belong to it."""

    begin: Any
    instruction: str = ""
    marks: list[Any] = field(default_factory=list)
    result: list[Any] = field(default_factory=list)
    is_parted: bool = False


def wash_fields(root: Any) -> set[str]:
    """Take fields out that must not stay, in place; gives {"fields"} where there were any."""
    removed = _wash_simple(root)
    open_fields: list[_Open] = []
    doomed: list[_Open] = []
    for element in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}delInstrText", f"{_W}t"):
        if element.tag == f"{_W}fldChar":
            _turn(element, open_fields, doomed)
        elif open_fields:
            _read(element, open_fields)
    doomed += [each for each in open_fields if not _stays(each.instruction)]
    for each in doomed:
        named = _verb(each.instruction) in _NAMES
        for element in [each.begin, *each.marks, *(each.result if named else [])]:
            _drop(element)
    return removed | ({"fields"} if doomed else set())


def _read(element: Any, open_fields: list[_Open]) -> None:
    """Take words of an instruction for the innermost field, words of a text for every field whose result they are."""
    if element.tag == f"{_W}t":
        for each in open_fields:
            if each.is_parted:
                each.result.append(element)
        return
    open_fields[-1].instruction += element.text or ""
    open_fields[-1].marks.append(element)


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _turn(mark: Any, open_fields: list[_Open], doomed: list[_Open]) -> None:
    kind = mark.get(f"{_W}fldCharType")
    if kind == "begin":
        open_fields.append(_Open(mark))
    elif open_fields and kind == "separate":
        open_fields[-1].is_parted = True
        open_fields[-1].marks.append(mark)
    elif open_fields and kind == "end":
        over = open_fields.pop()
        over.marks.append(mark)
        if not _stays(over.instruction):
            doomed.append(over)
        elif open_fields and not open_fields[-1].is_parted:
            open_fields[-1].marks.extend([over.begin, *over.marks])


def _wash_simple(root: Any) -> set[str]:
    removed: set[str] = set()
    for element in list(root.iter(f"{_W}fldSimple")):
        instruction = element.get(f"{_W}instr", "")
        if _stays(instruction):
            continue
        removed.add("fields")
        parent = element.getparent()
        at = parent.index(element)
        for child in [] if _verb(instruction) in _NAMES else reversed(list(element)):
            parent.insert(at, child)
        parent.remove(element)
    return removed


def _verb(instruction: str) -> str:
    words = instruction.split()
    return ("=" if words[0].startswith("=") else words[0].upper()) if words else ""


def _stays(instruction: str) -> bool:
    verb = _verb(instruction)
    if verb == "HYPERLINK":
        target = instruction.split('"')[1] if '"' in instruction else ""
        is_inside = "\\l" in instruction.split()[1:2]
        return is_inside or target.lower().startswith(_WEB)
    return verb in _KEPT
