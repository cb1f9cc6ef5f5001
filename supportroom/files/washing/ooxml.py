"""The package of a Word document: parts found from the main one, with their relations; written anew."""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import Any, Final

from supportroom.reading.archive import open_parts
from supportroom.reading.sniff import Kind

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", OFFICE.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)  # fmt: skip
_ENDINGS: Final = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
}
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Relation:
    """What a part points to: an id, a kind ("styles"), a part's name or an outside address."""

    id: str
    kind: str
    target: str
    is_outside: bool


@dataclass
class Part:
    """A part as it will be written: its name, kind, bytes or tree, and the relations that it keeps."""

    name: str
    content_type: str
    tree: Any = None
    content: bytes = b""
    relations: list[Relation] = field(default_factory=list)


class Package:
    """A document as it was brought: parts and relations, read with care."""

    def __init__(self, content: bytes) -> None:
        """Open it; DomainError `reading.*` for what is damaged, a bomb, locked, or holds macros."""
        self.archive = open_parts(Kind.DOCX, content)
        self.names = set(self.archive.namelist())

    def read(self, name: str) -> bytes:
        """Give a part's bytes."""
        return self.archive.read(name)

    def tree(self, name: str) -> Any:
        """Give a part as a tree: nothing is fetched, entities are not followed, comments are left out."""
        from lxml import etree  # noqa: PLC0415

        content = self.read(name)
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        return etree.fromstring(content, parser)

    def relations(self, part: str) -> list[Relation]:
        """Give what a part points to; "" stands for the package."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.names:
            return []
        found = []
        for each in self.tree(path):
            is_outside = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            if not is_outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append(Relation(each.get("Id", ""), each.get("Type", "").rpartition("/")[2], target, is_outside))
        return found


def written(parts: list[Part]) -> bytes:
    """Write parts as a package, the main one first: the same parts give the same bytes."""
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415

    types = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _ENDINGS.items())
    types += "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>' for part in parts if not part.content
    )
    stored = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}content-types">{types}</Types>',
        "_rels/.rels": _relations([Relation("rId1", "officeDocument", parts[0].name, False)], quoteattr),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in stored.items():
            _store(archive, name, words.encode())
        for part in parts:
            _store(archive, part.name, part.content or _as_bytes(part.tree))
            if part.relations:
                folder, name = posixpath.split(part.name)
                _store(archive, f"{folder}/_rels/{name}.rels", _relations(part.relations, quoteattr).encode())
    return file.getvalue()


def _relations(relations: list[Relation], quoted: Any) -> str:
    lines = "".join(
        f"<Relationship Id={quoted(each.id)} Type={quoted(f'{OFFICE}/{each.kind}')} "
        f"Target={quoted(each.target if each.is_outside else '/' + each.target)}"
        f"{' TargetMode=' + quoted('External') if each.is_outside else ''}/>"
        for each in relations
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">{lines}</Relationships>'


def _as_bytes(tree: Any) -> bytes:
    from lxml import etree  # noqa: PLC0415

    content: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def _store(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    place = zipfile.ZipInfo(name, _EPOCH)
    place.compress_type = zipfile.ZIP_DEFLATED
    place.external_attr = 0o600 << 16
    archive.writestr(place, content)
