"""The map of the site for search engines, with each page's address in its other languages. Pure."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import Final

from supportroom.outlets.addresses import Place

SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML: Final = "http://www.w3.org/1999/xhtml"
MOST_ADDRESSES: Final = 50_000  # the format's own limit


def to_sitemap(places: Iterable[Place], room_address: str, usual_language: str) -> bytes:
    """Write the map: an entry for each language of each place, which names all of them."""
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for place in places:
        for address in place.addresses.values():
            if len(root) < MOST_ADDRESSES:
                _add(root, place, address, room_address, usual_language)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="utf-8")


def _add(root: ET.Element, place: Place, address: str, room_address: str, usual_language: str) -> None:
    entry = ET.SubElement(root, "url")
    ET.SubElement(entry, "loc").text = f"{room_address}{address}"
    if place.changed_on:
        ET.SubElement(entry, "lastmod").text = place.changed_on.isoformat()
    alternates = dict(place.addresses)
    alternates["x-default"] = place.addresses.get(usual_language, address)
    for code, other in alternates.items():
        ET.SubElement(entry, "xhtml:link", rel="alternate", hreflang=code, href=f"{room_address}{other}")
