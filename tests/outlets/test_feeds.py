"""Feeds in each language, the map of the site, the pages that explain."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.outlets.addresses import public_places
from supportroom.outlets.atom import Entry, Feed, to_atom
from supportroom.outlets.feeds import KINDS
from supportroom.people.models import Person
from supportroom.room.models import Room
from tests.factories.outlets import HIDDEN, Face, a_published_report
from tests.factories.pages import a_published_page

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = datetime(2020, 9, 14, 10, tzinfo=UTC)


def feed(client: Client, kind: str, language: str = "en") -> ET.Element:
    """Read a feed."""
    with override(language):
        answer = client.get(reverse("outlets:feed", args=[kind]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    assert answer["Cache-Control"] == "public, no-cache"
    assert not answer.cookies
    return ET.fromstring(answer.content)


def titles(root: ET.Element) -> list[str]:
    return [str(entry.findtext(f"{ATOM}title")) for entry in root.iter(f"{ATOM}entry")]


def test_each_kind_is_told_in_each_language(
    face: Face, member: Person, client: Client, settings: Any, tmp_path: Any
) -> None:
    settings.PUBLISHED_DIR = tmp_path
    a_published_report(member)
    assert titles(feed(client, "news-room")) == ["The round in June"]
    assert titles(feed(client, "news-office", "ar")) == ["The office answers بالعربية"]
    assert len(titles(feed(client, "reports"))) == 1
    assert titles(feed(client, "papers")) == []
    moved = titles(feed(client, "register"))
    assert any("answered" in title and "Contact Group" in title for title in moved)
    for kind in KINDS:
        for language in ("ar", "en"):
            root = feed(client, kind, language)
            assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
            ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
            assert len(ids) == len(set(ids))
            assert HIDDEN not in ET.tostring(root, encoding="unicode")
            for entry in root.iter(f"{ATOM}entry"):
                assert str(entry.findtext(f"{ATOM}updated")).endswith(":00:00Z"), "told to the hour"
                link = entry.find(f"{ATOM}link")
                assert link is not None
                assert link.attrib["href"].startswith(f"{settings.ROOM_ADDRESS}/{language}/")


def test_a_feed_that_there_is_not_leads_nowhere(room: Room, client: Client) -> None:
    assert client.get("/en/feeds/secrets.atom").status_code == 404


def test_who_has_a_feed_gets_nothing_again_until_there_is_news(face: Face, client: Client) -> None:
    address = reverse("outlets:feed", args=["news-room"])
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    a_published_page(title="More news")
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


def test_markup_and_controls_in_words_stay_words() -> None:
    entry = Entry(key="k", title="<b>&\x0b\u202e\x00</b>", address="https://r/x?a=1&b=2", published=DAY, updated=DAY,
                  language="ar", summary="]]> <script>")  # fmt: skip
    written = to_atom(Feed(title="t", language="en", publisher="p", own_address="https://r/f", page_address="https://r/",
                           started=DAY, entries=[entry]))  # fmt: skip
    root = ET.fromstring(written)
    assert titles(root) == ["<b>&\n</b>"]
    assert root.find(f"{ATOM}entry/{ATOM}summary").text == "]]> <script>"  # type: ignore[union-attr]
    assert root.findtext(f"{ATOM}updated") == "2020-09-14T10:00:00Z"


def test_the_map_names_every_page_with_its_other_languages_and_each_is_there(
    face: Face, member: Person, client: Client, settings: Any, tmp_path: Any
) -> None:
    settings.PUBLISHED_DIR = tmp_path
    a_published_report(member, ("en",))
    answer = client.get("/sitemap.xml")
    root = ET.fromstring(answer.content)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    addresses = [str(entry.findtext(f"{space}loc")) for entry in root.iter(f"{space}url")]
    assert len(addresses) == len(set(addresses))
    for address in addresses:
        assert client.get(address.removeprefix(settings.ROOM_ADDRESS)).status_code == 200, address
    alternates = [link.attrib["hreflang"] for link in root.iter("{http://www.w3.org/1999/xhtml}link")]
    assert set(alternates) == {"ar", "en", "x-default"}
    slugs = {face.recommendation.slug, face.demand.slug, face.term.slug, face.event.slug, face.room_news.slug}
    assert all(any(f"/{slug}/" in address for address in addresses) for slug in slugs)
    assert HIDDEN.lower() not in answer.content.decode().lower()
    assert sum("/reports/" in address for address in addresses) == 1, "an edition has no page in a language of its own"
    assert f"Sitemap: {settings.ROOM_ADDRESS}/sitemap.xml" in client.get("/robots.txt").content.decode()
    assert len(list(public_places())) * 2 == len(addresses) + 1


def test_the_pages_that_explain_stand_in_both_languages(face: Face, client: Client) -> None:
    for language in ("ar", "en"):
        with override(language):
            for name in ("outlets:data", "outlets:interface"):
                page = client.get(reverse(name))
                assert (page.status_code, page["Cache-Control"]) == (200, "public, no-cache"), name
                assert b"csrfmiddlewaretoken" not in page.content


def test_an_empty_room_has_empty_feeds(client: Client, room: Room) -> None:
    assert titles(feed(client, "register")) == []
