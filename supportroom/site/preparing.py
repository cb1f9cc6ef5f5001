"""Making the files of an edition: one page, one PDF and one DOCX per language, compressed, with their digests.

They are made in a folder that no address leads to; `settle` moves it to its place when the edition is in the database.
"""

import gzip
import hashlib
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

import brotli
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText, direction_of
from supportroom.rendering.docx import to_docx
from supportroom.rendering.html import to_html
from supportroom.rendering.pdf import to_pdf
from supportroom.room.queries import charter
from supportroom.site.models import Edition
from supportroom.statements.composing import report_document
from supportroom.statements.models import Report
from supportroom.web.page_style import with_style

ICON_URL = "/published/icon.svg"
PAGE, PDF, DOCX = "index.html", "report.pdf", "report.docx"


@dataclass(frozen=True)
class Prepared:
    """Files that are ready to be published: the folder they lie in, and each file's digest by language and name."""

    folder: str
    slug: str
    number: int
    digests: dict[str, dict[str, str]]


def slug_of(report: Report) -> str:
    """Give a report's stable address: when the round was, and a few letters of an opaque id (no words: S37)."""
    return f"{report.round.starts_on:%Y-%m}-{spell(report.pk)[-5:]}"


def prepare_edition(report: Report, number: int, languages: list[str], note: MultilingualText) -> Prepared:
    """Make all files of an edition in these languages, and give where they lie."""
    root = Path(settings.PUBLISHED_DIR)
    folder = root / f".made-{secrets.token_hex(8)}"
    _keep_icon(root)
    slug = slug_of(report)
    digests = {}
    for language in languages:
        with translation.override(language):
            files = _files(report, language, _frame(slug, number, language, languages), note)
        digests[language] = {name: _write(folder / language / name, content) for name, content in files.items()}
    return Prepared(folder.name, slug, number, digests)


def _frame(slug: str, number: int, language: str, languages: list[str]) -> dict[str, object]:
    names = dict(settings.LANGUAGES)
    return {
        "room_name": charter().name.said_in(language).text,
        "home_url": f"/{language}/",
        "slug": slug,
        "number": number,
        "icon_url": ICON_URL,
        "direction": direction_of(language),
        "page_url": edition_path(language, slug, number),
        "language_links": [(code, names.get(code, code), edition_path(code, slug, number)) for code in languages],
    }


def edition_path(language: str, slug: str, number: int, file: str = "") -> str:
    """Give the address of an edition's page, or of one of its files, in a language."""
    return f"/{language}/reports/{slug}/{number}/{file}"


def _files(report: Report, language: str, frame: dict[str, object], note: MultilingualText) -> dict[str, bytes]:
    label = translation.gettext("Edition %(number)s") % {"number": frame["number"]}
    document = report_document(report, language, edition=label, address=str(frame["page_url"]))
    text = to_html(document)
    context = {**frame, "text": text, "title": document.title, "note": note.said_in(language) if note else None}
    page = with_style(render_to_string("site/edition.html", context), _found("web/app.css").decode()).encode()
    return {
        PAGE: page,
        PAGE + ".gz": gzip.compress(page, 9, mtime=0),
        PAGE + ".br": brotli.compress(page),
        PDF: to_pdf(document),
        DOCX: to_docx(document),
    }


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
    place = root / edition.publication.slug / str(edition.number)
    if made.exists() and not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        made.rename(place)


def discard(prepared: Prepared) -> None:
    """Remove files that were made and not published."""
    shutil.rmtree(Path(settings.PUBLISHED_DIR) / prepared.folder, ignore_errors=True)
