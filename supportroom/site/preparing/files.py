"""The files of an edition, whatever it is of: made, written so that they are whole, moved to their place, removed.

They are made in a folder that no address leads to; `settle` moves it to its place when the edition is in the database.
"""

import gzip
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

import brotli
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import direction_of
from supportroom.room.queries import charter
from supportroom.site.models import Edition
from supportroom.site.places import Shelf
from supportroom.web.page_style import with_style

ICON_URL = "/published/icon.svg"
MADE: Final = ".made-"  # how the folder of an edition begins that is not at its address yet
LEFT_AFTER: Final = timedelta(days=1)  # far longer than anybody takes between making files and publishing them
Frame = dict[str, object]
Make = Callable[[str, Frame], dict[str, bytes]]


@dataclass(frozen=True)
class Prepared:
    """Files that are ready to be published: the folder they lie in, and each file's digest by language and name.

    `ground` stands for what they rest on and somebody could change before they are published; `annexes` are the ids of
    the statements annexed to a report, in their order.
    """

    folder: str
    slug: str
    number: int
    digests: dict[str, dict[str, str]]
    ground: str = ""
    annexes: tuple[int, ...] = ()


def prepare(shelf: Shelf, slug: str, number: int, languages: Sequence[str], make: Make) -> Prepared:
    """Write what `make` gives for each language (file names and bytes) and give where it lies.

    Raises what `make` raises; then nothing is left there.
    """
    root = Path(settings.PUBLISHED_DIR)
    prepared = Prepared(f"{MADE}{secrets.token_hex(8)}", slug, number, {})
    _keep_icon(root)
    try:
        for language in languages:
            with translation.override(language):
                files = make(language, _frame(shelf, slug, number, language, languages))
            folder = root / prepared.folder / language
            prepared.digests[language] = {name: _write(folder / name, content) for name, content in files.items()}
    except BaseException:
        discard(prepared)
        raise
    return prepared


def _frame(shelf: Shelf, slug: str, number: int, language: str, languages: Sequence[str]) -> Frame:
    names = dict(settings.LANGUAGES)
    return {
        "room_name": charter().name.said_in(language).text,
        "home_url": f"/{language}/",
        "slug": slug,
        "number": number,
        "icon_url": ICON_URL,
        "direction": direction_of(language),
        "page_url": shelf.address(language, slug, number),
        "newest_url": f"/{language}/{shelf.under}/{slug}/",
        "language_links": [(code, names.get(code, code), shelf.address(code, slug, number)) for code in languages],
    }


def page(name: str, template: str, context: Frame) -> dict[str, bytes]:
    """Give a page that carries its own style, as it is and packed in two ways."""
    words = with_style(render_to_string(template, context), _found("web/app.css").decode()).encode()
    return {name: words, name + ".gz": gzip.compress(words, 9, mtime=0), name + ".br": brotli.compress(words)}


def _keep_icon(root: Path) -> None:
    """Keep the icon beside the pages, which carry their style in themselves: an upgrade changes neither."""
    if not (root / "icon.svg").exists():
        _write(root / "icon.svg", _found("web/icon.svg"))


def _found(name: str) -> bytes:
    return Path(str(finders.find(name))).read_bytes()


def _write(path: Path, content: bytes) -> str:
    """Write a file so that it is whole or absent, on disk before this returns (R03); give its SHA-256."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
    return hashlib.sha256(content).hexdigest()


def settle(edition: Edition) -> None:
    """Move an edition's files to its address, if they are not there yet: done at the commit, or by the next reader."""
    root = Path(settings.PUBLISHED_DIR)
    made = root / edition.files["folder"]
    place = edition.publication.shelf.place(root, edition.publication.slug, edition.number)
    if made.exists() and not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        made.rename(place)


def discard(prepared: Prepared) -> None:
    """Remove files that were made and not published."""
    shutil.rmtree(Path(settings.PUBLISHED_DIR) / prepared.folder, ignore_errors=True)


def sweep() -> None:
    """Remove what a killed server left a day ago and no edition names; what one names goes to its place."""
    until = (now() - LEFT_AFTER).timestamp()
    for made in Path(settings.PUBLISHED_DIR).glob(f"{MADE}*"):
        if not made.is_dir() or made.stat().st_mtime > until:
            continue
        edition = Edition.objects.select_related("publication").filter(files__folder=made.name).first()
        if edition:
            settle(edition)
        shutil.rmtree(made, ignore_errors=True)  # of an edition: only if its place holds the files already
