"""The copy itself: every page found, rewritten, and put into a folder or a ZIP."""

import posixpath
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from supportroom.kernel.clock import now
from supportroom.outlets.addresses import public_places
from supportroom.outlets.exporting.crawling import Found, Held, crawl
from supportroom.outlets.exporting.naming import PAGE, file_of, plain, way
from supportroom.outlets.exporting.offline import Text, to_script
from supportroom.outlets.exporting.rewriting import Words, rewritten
from supportroom.search.filling import bring_up_to_date
from supportroom.search.models import Finding
from supportroom.search.vocabulary import KINDS

SCRIPT: Final = "offline/search.js"
STORED: Final = (".png", ".jpg", ".pdf", ".docx", ".xlsx")  # packed already
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # what did not change has the same bytes in the next copy


class Target(Protocol):
    """Where files are put."""

    def put(self, name: str, content: bytes) -> None:
        """Put a file."""


@dataclass(frozen=True)
class Copied:
    """What a copy holds; `left_out`: addresses of pages that broke when they were asked for."""

    pages: int
    files: int
    size: int
    left_out: tuple[str, ...] = ()


class Folder:
    """A folder on this machine."""

    def __init__(self, place: Path) -> None:
        """Take the folder, which may not be there yet."""
        self.place = place

    def put(self, name: str, content: bytes) -> None:
        """Put a file."""
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


class Zip:
    """A ZIP, under one folder as one expects of something that is unpacked."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Take the archive."""
        self.archive = archive

    def put(self, name: str, content: bytes) -> None:
        """Put a file."""
        entry = zipfile.ZipInfo(f"site/{name}", EARLIEST)
        entry.external_attr = 0o644 << 16
        packing = zipfile.ZIP_STORED if name.endswith(STORED) else zipfile.ZIP_DEFLATED
        self.archive.writestr(entry, content, packing, 6)


def copy_site(place: Path) -> Copied:
    """Write the whole public site into a folder, or into a ZIP where the name ends so; whole or not at all."""
    bring_up_to_date()
    unfinished = place.with_name(f".{place.name}.part")
    try:
        with _target(unfinished, is_zip=place.suffix == ".zip") as target:
            copied = _write(target)
        if place.is_dir():
            shutil.rmtree(place)
        unfinished.rename(place)
    finally:
        if unfinished.is_dir():
            shutil.rmtree(unfinished, ignore_errors=True)
        else:
            unfinished.unlink(missing_ok=True)
    return copied


@contextmanager
def _target(place: Path, *, is_zip: bool) -> Iterator[Target]:
    place.parent.mkdir(parents=True, exist_ok=True)
    if is_zip:
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
            yield Zip(archive)
        return
    place.mkdir(exist_ok=True)
    yield Folder(place)


def _write(target: Target) -> Copied:
    found = crawl(_beginnings())
    try:
        size = sum(_put(target, found, address, held) for address, held in found.held.items())
        files = len(found.held)
        for name, content in _further(found):
            target.put(name, content)
            size, files = size + len(content), files + 1
    finally:
        found.close()
    return Copied(sum(held.is_page for held in found.held.values()), files, size, tuple(found.broken))


def _beginnings() -> Iterator[str]:
    for code, _name in settings.LANGUAGES:
        with override(code):
            yield from (reverse(name) for name in ("search:search", "outlets:listing"))
    for place in public_places():
        yield from place.addresses.values()


def _put(target: Target, found: Found, address: str, held: Held) -> int:
    content = found.content(held)
    if held.is_page:
        language = address.split("/")[1]
        words = Words(_instead_of_form(address, held.file, language), _foot(language))
        content = rewritten(content.decode(), address, held.file, found.file_at, words).encode()
    target.put(held.file, content)
    return len(content)


def _instead_of_form(address: str, file: str, language: str) -> str:
    with override(language):
        if address != reverse("search:search"):
            return render_to_string("outlets/offline_form.html")
        context = {
            "root": way(file, "index.html").removesuffix("index.html"),
            "script": way(file, SCRIPT),
            "index": way(file, f"offline/{language}.js"),
            "listing": way(file, file_of(reverse("outlets:listing"))),
        }
        return render_to_string("outlets/offline_search.html", context)


def _foot(language: str) -> str:
    with override(language):
        context = {"day": now().date(), "site_address": settings.ROOM_ADDRESS}
        return render_to_string("outlets/offline_foot.html", context)


def _further(found: Found) -> Iterator[tuple[str, bytes]]:
    """Give what stands in the copy alone: its door, the script, an index for each language."""
    languages = list(settings.LANGUAGES)
    doors = [(code, name, posixpath.join(code, PAGE)) for code, name in languages]
    yield PAGE, render_to_string("outlets/offline_door.html", {"doors": doors}).encode()
    yield SCRIPT, Path(str(finders.find("outlets/offline.js"))).read_bytes()
    for code, _name in languages:
        with override(code):
            yield f"offline/{code}.js", to_script(list(_texts(found, code)))


def _texts(found: Found, language: str) -> Iterator[Text]:
    rows = Finding.objects.filter(language=language).order_by("-day", "thing")
    for row in rows.iterator(chunk_size=500):
        file = found.file_at(plain(row.address) or "")
        if file:
            yield Text(row.title, row.words, file, str(KINDS[row.kind]), row.day.isoformat())
