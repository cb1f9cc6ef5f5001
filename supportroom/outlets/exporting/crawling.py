"""Every public page of the site, found from its map and from the links on its pages."""

import re
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from http import HTTPStatus
from tempfile import TemporaryFile
from typing import Final
from urllib.parse import urljoin

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import override

from supportroom.outlets.exporting.asking import PUBLISHED, Answer, ask
from supportroom.outlets.exporting.naming import PAGE, file_of, plain
from supportroom.outlets.keeping import KEPT

MOST_PAGES: Final = 200_000
LINKS: Final = re.compile(r"""<(?:a|link|img|source)\b[^>]*?\s(?:href|src)="([^"]+)\"""")
FILES: Final = frozenset(
    {
        "site:edition", "site:edition_pdf", "site:edition_docx",
        "site:paper_edition", "site:paper_comments", "site:paper_card", "site:paper_pdf", "site:paper_docx",
        "site:paper_bib", "site:paper_ris", "site:paper_json",
        "answers:answer_file", "answers:earlier_file", "answers:delivery_speech",
        "followup:register_file", "glossary:term_export", "glossary:body_export",
        "questions:ask", "search:search",
    }
)  # fmt: skip
# Kept ready for visitors, but of no use in a copy: it would lead back to the site.
_ONLINE: Final = frozenset({"outlets:feed", "outlets:interface"})


@dataclass(frozen=True)
class Held:
    """Where something that was read lies in the store; `file` is its name in the copy."""

    file: str
    is_page: bool
    start: int
    length: int


class Found:
    """What was read of the site so far, on the disk: each address with its file."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.held: dict[str, Held] = {}
        self.aliases: dict[str, str] = {}
        self.broken: list[str] = []
        self._store = TemporaryFile()  # noqa: SIM115 - it lives as long as this

    def put(self, address: str, answer: Answer) -> None:
        """Keep an answer."""
        packed = zlib.compress(answer.content, 1)
        held = Held(_name(address, answer), answer.is_page, self._store.seek(0, 2), len(packed))
        self._store.write(packed)
        self.held[address] = held

    def content(self, held: Held) -> bytes:
        """Give the bytes of what is held."""
        self._store.seek(held.start)
        return zlib.decompress(self._store.read(held.length))

    def file_at(self, address: str) -> str | None:
        """Give the file that an address leads to in the copy."""
        for _step in range(3):
            if address in self.held:
                return self.held[address].file
            address = self.aliases.get(address, "")
        return None

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()


def crawl(begin: Iterable[str]) -> Found:
    """Read every page from these addresses on, and what they show."""
    found = Found()
    waiting = deque(dict.fromkeys(begin))
    seen = set(waiting)
    while waiting and len(found.held) < MOST_PAGES:
        address = waiting.popleft()
        for further in _read(found, address):
            if further not in seen:
                seen.add(further)
                waiting.append(further)
    return found


def links_of(page: str, address: str) -> Iterator[str]:
    """Give the addresses that stand on a page, as the copy knows them."""
    for link in LINKS.findall(page):
        leads = plain(urljoin(address, unescape(link)))
        if leads:
            yield leads


def is_for_the_copy(address: str) -> bool:
    """Tell whether what stands at an address belongs into the copy."""
    path, _mark, query = address.partition("?")
    if path.startswith((settings.STATIC_URL, PUBLISHED)):
        return True
    try:
        with override(path.split("/")[1] or None):  # Django knows the addresses of one language at a time
            name = resolve(path).view_name
    except Resolver404:
        return False
    if name in FILES:
        return not query
    return name in KEPT - _ONLINE and not name.startswith("interface:")


def _read(found: Found, address: str) -> list[str]:
    if not is_for_the_copy(address):
        return []
    answer = ask(address)
    if answer.leads_to:
        found.aliases[address] = plain(answer.leads_to) or ""
        return [found.aliases[address]] if found.aliases[address] else []
    if answer.status != HTTPStatus.OK:
        found.broken += [address] if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR else []
        return []
    found.put(address, answer)
    return list(links_of(answer.content.decode(), address)) if answer.is_page else []


def _name(address: str, answer: Answer) -> str:
    return file_of(address, PAGE if answer.is_page else answer.name or "file")
