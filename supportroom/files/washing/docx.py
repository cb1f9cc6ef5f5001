"""A Word document: the parts that carry its text, style, numbers and pictures, cleaned; all other parts stay behind."""

from typing import Any, Final

from supportroom.files.washing.ooxml import Package, Part, Relation, written
from supportroom.files.washing.pictures import plain_picture
from supportroom.files.washing.words import W, accept_tree, drop, finish_tree, name_of, of, pointed_ids

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_THEME: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
_KEPT: Final = {"styles", "numbering", "fontTable", "theme", "footnotes", "endnotes", "header", "footer", "settings"}
_POINTED: Final = {"header", "footer", "image", "hyperlink"}  # the others are found by their kind: nothing points there
_NOTES: Final = {"footnotes": "footnote", "endnotes": "endnote"}
_SETTINGS: Final = {
    "evenAndOddHeaders", "mirrorMargins", "defaultTabStop", "autoHyphenation", "characterSpacingControl", "footnotePr",
    "endnotePr", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "displayBackgroundShape", "noLineBreaksAfter",
    "noLineBreaksBefore",
}  # fmt: skip
_TOLD: Final = {
    "core-properties": "properties",
    "extended-properties": "properties",
    "custom-properties": "custom",
    "thumbnail": "preview",
    "comments": "comments",
    "commentsExtended": "comments",
    "people": "author",
    "customXml": "custom",
    "glossaryDocument": "custom",
    "origin": "signature",
    "oleObject": "embedded",
    "package": "embedded",
    "chart": "embedded",
    "diagramData": "embedded",
    "aFChunk": "embedded",
    "control": "embedded",
    "attachedTemplate": "external",
    "hyperlink": "external",
    "image": "external",
    "frame": "external",
    "subDocument": "external",
    "mailMergeSource": "external",
    "printerSettings": "custom",
    "keyMapCustomizations": "custom",
}
_TOLD_OF_SETTINGS: Final = {"rsids": "traces", "attachedTemplate": "external", "mailMerge": "external"}
_WEB: Final = ("http://", "https://", "mailto:")


def wash_docx(content: bytes) -> tuple[bytes, set[str]]:
    """Give a Word document written anew; DomainError `reading.*`."""
    washing = _Washing(Package(content))
    return written(washing.parts()), washing.removed - {""}


class _Washing:
    """One document on its way from the old package to the new."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.removed: set[str] = set()
        self.new_names: dict[str, str] = {}
        self.found: list[Part] = []

    def parts(self) -> list[Part]:
        """Give the new parts, the main one first."""
        top = self.package.relations("")
        main = next((each.target for each in top if each.kind == "officeDocument"), "word/document.xml")
        for each in top:
            self._tell(each)
        self._tell_authors(top)
        self._take(main, "document")
        pointed = {each.target for part in self.found for each in part.relations}
        return [*self.found[:1], *(part for part in self.found[1:] if part.name in pointed)]

    def _tell(self, relation: Relation) -> None:
        if relation.kind != "officeDocument":
            self.removed.add(_TOLD.get(relation.kind, ""))

    def _tell_authors(self, top: list[Relation]) -> None:
        core = next((each.target for each in top if each.kind == "core-properties"), "")
        if core in self.package.names:
            named = {"creator", "lastModifiedBy"}
            if any(name_of(each) in named and (each.text or "").strip() for each in self.package.tree(core)):
                self.removed.add("author")

    def _take(self, name: str, kind: str) -> str:
        """Clean a part and what it points to; give its new name, or nothing where there is no such part."""
        if name in self.new_names:
            return self.new_names[name]
        if name not in self.package.names:
            return ""
        tree = self.package.tree(name)
        part = Part(self._new_name(name, kind), _THEME if kind == "theme" else _TYPE.format(_type_word(kind)), tree)
        self.found.append(part)
        if kind == "settings":
            self.removed |= _wash_settings(tree)
        self.removed |= accept_tree(tree)
        if kind in _NOTES:
            _drop_lost_notes(tree, _NOTES[kind], self.found[0].tree)
        pointed = pointed_ids(tree)
        kept = [self._kept(each, kind, pointed) for each in self.package.relations(name)]
        self.removed |= finish_tree(tree, {each.id for each in kept if each})
        part.relations = _still_pointed([each for each in kept if each], tree)
        return part.name

    def _new_name(self, name: str, kind: str) -> str:
        same = sum(part.name.startswith(f"word/{kind}") for part in self.found)
        numbered = kind in {"header", "footer"} or same
        self.new_names[name] = f"word/{kind}{same + 1 if numbered else ''}.xml"
        return self.new_names[name]

    def _kept(self, relation: Relation, of_kind: str, pointed: set[str]) -> Relation | None:
        """Give a relation as it stays, with its part taken over; None for one that goes."""
        new_name = ""
        is_wanted = relation.kind not in _POINTED or relation.id in pointed
        if relation.kind == "hyperlink" and relation.is_outside and relation.target.lower().startswith(_WEB):
            return relation if is_wanted else None
        if relation.is_outside or of_kind == "settings" or not is_wanted:
            pass
        elif relation.kind in _KEPT:
            new_name = self._take(relation.target, relation.kind)
        elif relation.kind == "image":
            new_name = self._take_picture(relation.target)
        if new_name:
            return Relation(relation.id, relation.kind, new_name, is_outside=False)
        self.removed.add("" if relation.kind == "image" and not relation.is_outside else _TOLD.get(relation.kind, ""))
        return None

    def _take_picture(self, name: str) -> str:
        if name in self.new_names or name not in self.package.names:
            return self.new_names.get(name, "")
        drawn = plain_picture(self.package.read(name))
        if drawn is None:
            self.removed.add("pictures")
            return ""
        content, kind, removed = drawn
        self.removed |= removed
        number = sum(part.name.startswith("word/media/") for part in self.found) + 1
        self.new_names[name] = f"word/media/image{number}.{kind}"
        self.found.append(Part(self.new_names[name], f"image/{kind}", content=content))
        return self.new_names[name]


def _type_word(kind: str) -> str:
    return "document.main" if kind == "document" else kind


def _still_pointed(relations: list[Relation], tree: Any) -> list[Relation]:
    pointed = pointed_ids(tree)
    return [each for each in relations if each.kind not in _POINTED or each.id in pointed]


def _drop_lost_notes(tree: Any, kind: str, main: Any) -> None:
    """Take out notes to which the text refers no more; the lines that part notes from text have a type, and stay."""
    named = {each.get(f"{{{W}}}id") for each in of(main, f"{kind}Reference")}
    for note in of(tree, kind):
        if note.get(f"{{{W}}}type") in {None, "normal"} and note.get(f"{{{W}}}id") not in named:
            drop(note)


def _wash_settings(tree: Any) -> set[str]:
    """Keep what shapes the page; sessions, templates, merge sources, variables and protection go."""
    removed = set()
    for element in list(tree):
        name = name_of(element)
        if element.tag != f"{{{W}}}{name}" or name not in _SETTINGS:
            removed.add(_TOLD_OF_SETTINGS.get(name, ""))
            tree.remove(element)
    return removed
