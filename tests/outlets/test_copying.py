"""The whole public site as files: every link leads somewhere, nothing comes from outside, nothing hidden comes in."""

import posixpath
import re
import zipfile
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from django.core.management import CommandError, call_command

from supportroom.outlets.exporting import copy_site
from supportroom.people.models import Person
from supportroom.room.models import Room
from tests.factories.outlets import HIDDEN, Face, a_published_report
from tests.factories.register import an_ask, recommendations


class Page(HTMLParser):
    """What a page of the copy shows, links to, and where its own places are."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str, dict[str, str | None]]] = []
        self.places: set[str] = set()
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        if given.get("id"):
            self.places.add(str(given["id"]))
        for name in ("href", "src", "action", "srcset", "poster", "data"):
            if given.get(name) is not None and not (tag == "svg" and name == "data"):
                self.links.append((tag, str(given[name]), given))


def pages_in(files: dict[str, bytes]) -> dict[str, Page]:
    return {name: Page(content.decode()) for name, content in files.items() if name.endswith(".html")}


def broken_links(files: dict[str, bytes]) -> list[str]:
    """Give every link that leads nowhere, and everything that would be fetched from outside."""
    pages, broken = pages_in(files), []
    for name, page in pages.items():
        for tag, link, given in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                if tag != "a" or parts.scheme not in ("https", "http", "mailto"):
                    broken.append(f"{name}: outside: {link}")
                continue
            there = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
            )
            if there not in files or link.startswith("/"):
                broken.append(f"{name}: {link} {given}")
            elif parts.fragment and there in pages and unquote(parts.fragment) not in pages[there].places:
                broken.append(f"{name}: no place {link}")
    return broken


@pytest.fixture
def copied(face: Face, member: Person, settings: Any, tmp_path: Path) -> dict[str, bytes]:
    """The site copied into a folder: its files by their names."""
    settings.PUBLISHED_DIR = tmp_path / "published"
    a_published_report(member)
    recommendations(*(an_ask(goals=(number % 17 + 1,)) for number in range(52)))
    told = StringIO()
    call_command("export_site", str(tmp_path / "copy"), stdout=told)
    assert re.fullmatch(r"\d+ pages, \d+ files, \d+ bytes, [\d.]+ s\n", told.getvalue())
    root = tmp_path / "copy"
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_copy_is_whole_closed_and_says_nothing_hidden(copied: dict[str, bytes], face: Face) -> None:
    assert broken_links(copied) == []
    holds_what_is_public(copied, face)
    is_reached_from_the_door(copied)
    has_everything_in_its_index(copied, face)


def holds_what_is_public(copied: dict[str, bytes], face: Face) -> None:
    pages = pages_in(copied)
    for language in ("ar", "en"):
        for place in ("index.html", "register/index.html", f"register/{face.recommendation.slug}/index.html",
                      f"register/demands/{face.demand.slug}/index.html", f"glossary/{face.term.slug}/index.html",
                      f"events/{face.event.slug}/index.html", f"news/{face.room_news.slug}/index.html",
                      "about/index.html", "register/page-2.html", "listing/index.html",
                      "search/index.html"):  # fmt: skip
            assert f"{language}/{place}" in pages, place
        assert f"offline/{language}.js" in copied
    assert any(name.endswith("report.pdf") for name in copied)
    assert all("form" not in page.tags for page in pages.values())
    scripts = {name for name, page in pages.items() if "script" in page.tags}
    assert scripts == {"ar/search/index.html", "en/search/index.html"}
    everything = b"\n".join(copied.values()).lower()
    for word in (HIDDEN.lower(), "hidden.example.org", "sign-in", "csrf", "/desk/"):
        assert word.encode() not in everything, word


def is_reached_from_the_door(copied: dict[str, bytes]) -> None:
    """Every page is reached by links alone: no script is needed."""
    pages = pages_in(copied)
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        for _tag, link, _given in pages[name].links:
            path = urlsplit(link).path
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            if there in pages and there not in reached and not urlsplit(link).netloc:
                reached.add(there)
                waiting.append(there)
    assert set(pages) - reached == set()


def has_everything_in_its_index(copied: dict[str, bytes], face: Face) -> None:
    """What is published stands in the index of its language and under its letter."""
    for language in ("ar", "en"):
        index = copied[f"offline/{language}.js"].decode()
        assert f"{language}/register/{face.recommendation.slug}/index.html" in index
        listed = b"".join(content for name, content in copied.items() if name.startswith(f"{language}/listing/"))
        assert f"register/{face.recommendation.slug}/index.html".encode() in listed


def test_a_zip_holds_the_same_and_the_same_site_gives_the_same_files(
    room: Room, settings: Any, tmp_path: Path, clock: Any
) -> None:
    settings.PUBLISHED_DIR = tmp_path / "published"
    for name in ("a.zip", "b.zip"):
        copied = copy_site(tmp_path / name)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert broken_links({name.removeprefix("site/"): archive.read(name) for name in names}) == []
    assert len(names) == copied.files
    assert all(name.startswith("site/") for name in names)
    with zipfile.ZipFile(tmp_path / "a.zip") as one, zipfile.ZipFile(tmp_path / "b.zip") as other:
        changed = [name for name in names if one.read(name) != other.read(name)]
    assert [name for name in changed if not name.endswith(".xlsx")] == [], "a workbook says when it was made"


def test_what_lies_there_already_is_replaced_only_if_it_is_a_copy(
    room: Room, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PUBLISHED_DIR = tmp_path / "published"
    place = tmp_path / "copy"
    call_command("export_site", str(place), stdout=StringIO())
    (place / "old.html").write_text("old")
    call_command("export_site", str(place), stdout=StringIO())
    assert not (place / "old.html").exists()
    other = tmp_path / "photos"
    other.mkdir()
    (other / "one.jpg").write_text("mine")
    with pytest.raises(CommandError, match="something else"):
        call_command("export_site", str(other))
    assert (other / "one.jpg").exists()
    monkeypatch.setattr("supportroom.outlets.exporting.copying._write", lambda _target: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        copy_site(place)
    assert (place / "index.html").exists(), "a copy that breaks leaves the one before"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
