"""The XML inside a DOCX: parts found by their relations, elements asked for their values.

The bytes were checked by `archive` for declarations before anything here parses them.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Parts:
    """The parts of a document that matter for its text."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.main = dict(_relations(archive, "")).get("officeDocument", "word/document.xml")
        self.related = dict(_relations(archive, self.main))

    def document(self) -> Element:
        """Return the main part; KeyError when it is missing."""
        return _parsed(self.archive, self.main)

    def part(self, kind: str) -> Element | None:
        """Return a part that the main one refers to ("styles", "numbering"), or None."""
        name = self.related.get(kind)
        return _parsed(self.archive, name) if name in self.archive.namelist() and name else None


def value_of(element: Element | None, path: str) -> str | None:
    """Return the w:val of the child at the path (names parted by slashes); None without child or value."""
    found = element.find("/".join(W + name for name in path.split("/"))) if element is not None else None
    return found.get(f"{W}val") if found is not None else None


def is_on(element: Element | None, path: str) -> bool | None:
    """Return whether a switch such as w:b is on or off; None where it is not said."""
    found = element.find("/".join(W + name for name in path.split("/"))) if element is not None else None
    return None if found is None else found.get(f"{W}val", "1") not in {"0", "false", "off", "none"}


def _relations(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive.namelist():
        return
    for relation in _parsed(archive, path).iter(_RELATION):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            yield relation.get("Type", "").rpartition("/")[2], target.lstrip("/")


def _parsed(archive: zipfile.ZipFile, name: str) -> Element:
    return fromstring(archive.read(name).replace(_STRICT, _USUAL))  # noqa: S314  declarations were refused before
