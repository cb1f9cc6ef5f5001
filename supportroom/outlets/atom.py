"""An Atom feed (RFC 4287) as bytes. Pure: the same entries give the same bytes, and who has them gets a 304."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from supportroom.kernel.hygiene import clean_text

ATOM: Final = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened. `language` is that of its words; `key` stays the same for good."""

    key: str
    title: str
    address: str
    published: datetime
    updated: datetime
    language: str
    summary: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: where it stands itself, the page that it follows, the entries with the newest first."""

    title: str
    language: str
    publisher: str
    own_address: str
    page_address: str
    started: datetime
    entries: Sequence[Entry] = ()


def to_atom(feed: Feed) -> bytes:
    """Write a feed as Atom."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    _say(root, "id", feed.own_address)
    _say(root, "title", feed.title)
    _say(root, "updated", _instant(max((entry.updated for entry in feed.entries), default=feed.started)))
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=feed.own_address)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=feed.page_address)
    _say(ET.SubElement(root, "author"), "name", feed.publisher)
    for entry in feed.entries:
        _add(root, entry)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="utf-8")


def _add(root: ET.Element, entry: Entry) -> None:
    one = ET.SubElement(root, "entry", {"xml:lang": entry.language})
    _say(one, "id", entry.key)
    _say(one, "title", entry.title)
    _say(one, "published", _instant(entry.published))
    _say(one, "updated", _instant(entry.updated))
    ET.SubElement(one, "link", rel="alternate", type="text/html", href=entry.address)
    if entry.category:
        ET.SubElement(one, "category", term=clean_text(entry.category))
    if entry.summary:
        _say(one, "summary", entry.summary).set("type", "text")


def _say(parent: ET.Element, name: str, words: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = clean_text(words)
    return element


def _instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
