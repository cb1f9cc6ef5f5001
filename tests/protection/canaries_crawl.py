"""The canary crawl itself: everything that the room says to anybody, and everything that lies on its disk."""

import io
import logging
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Final
from unittest import mock

import time_machine
from django.core import mail
from django.test import Client, override_settings
from django.utils.translation import override

from supportroom.config import periodic
from supportroom.kernel.clock import now
from supportroom.search.filling import rebuild
from supportroom.web.quiet_logs import Places
from tests.architecture import addresses
from tests.architecture.addresses import Route, fillings, routes
from tests.architecture.route_table import written as table_of_routes
from tests.factories.backups import made, new_key, opened
from tests.faults.forensics import files
from tests.protection.canaries_allowed import ARCHIVE, DATABASE, LOG, MAIL, SEALED
from tests.protection.canaries_found import opened_up, said_by, surface_of
from tests.protection.canaries_room import READERS, VISITOR, Lived, things_for

NOBODY_IN_PARTICULAR: Final = "-"
BY_LINK: Final = "by link"
ANSWERS: Final = {"yes", "confirm"}  # of the table of routes: there is something to read
SHORTEST_SECRET: Final = 8  # of what stands in an address and is unique: numbers, marks, tokens
SEARCHED_BY: Final = (VISITOR, "stranger", "team")


def crawl(lived: Lived) -> None:
    """Look at all there is. What happens by itself within a day happens after the pages were read."""
    with logged() as book, mock.patch.object(addresses, "things", things_for(lived)):
        rebuild()
        for who in READERS:
            read_pages(lived, who)
            if who in SEARCHED_BY:
                read_finds(lived, who)
        for name, place in lived.secret_pages.items():
            look_at(lived, lived.client(VISITOR), BY_LINK, place, name)
        read_mails(lived)
        lived.search.look(book.getvalue().encode(), LOG, NOBODY_IN_PARTICULAR, "log")
    read_disk(lived)


def look_at(lived: Lived, client: Client, who: str, place: str, name: str) -> None:
    """Ask for an address and search what it answers; what was asked for stands in it and tells nothing."""
    answer = client.get(place)
    words = place.partition("?q=")[2]
    said = said_by(answer)
    for asked in (words, *place.partition("?")[0].split("/")):
        said = said.replace(asked.encode(), b"") if len(asked) >= SHORTEST_SECRET else said
    lived.search.look(said, surface_of(answer), who, name, lived.person(who) if who in READERS else None)


def read_pages(lived: Lived, who: str) -> None:
    """Ask for every address that has something to say to a reader, with every kind of thing."""
    client, table = lived.client(who), table_of_routes()
    for route in routes():
        answers = table.get((route.name, "GET"), {}).get(who, ANSWERS)
        if not answers.isdisjoint(ANSWERS):
            for place in places(route):
                look_at(lived, client, who, place, route.name)


def places(route: Route) -> list[str]:
    """Give the addresses of a route."""
    with override("en"):
        return [route.address("en", values) for values in fillings(route)]


def read_finds(lived: Lived, who: str) -> None:
    """Search for a word of each kind."""
    client = lived.client(who)
    for kind in sorted({planted.kind for planted in lived.book.marks.values()}):
        for mark in lived.book.of(kind)[-1:]:
            look_at(lived, client, who, f"/en/search/?q={mark}", "search:search")


def read_mails(lived: Lived) -> None:
    """Let the room do by itself what it does within a day, and read every mail that left."""
    mail.outbox.clear()
    for later in (timedelta(hours=1), timedelta(days=1, hours=2)):
        with time_machine.travel(now() + later, tick=True):
            periodic.run_all()
    people = {address: person for address, (_kind, person) in lived.search.addresses.items()}
    for sent in mail.outbox:
        address = sent.to[0].encode()  # an invented one: it holds its person's number
        message = sent.message()
        words = [str(message.items()).encode()]
        words += [part.get_payload(decode=True) or b"" for part in message.walk() if not part.is_multipart()]
        assert [address] == [to.encode() for to in sent.recipients()]
        for word in words:
            lived.search.look(word.replace(address, b""), MAIL, "who gets it", "mail", people.get(address))
    lived.mails = len(mail.outbox)


def read_disk(lived: Lived) -> None:
    """Read the database's files as bytes, with the log of what was written last; and a backup, open and sealed."""
    for name, content in files(lived.folder):
        lived.search.look(content, DATABASE, NOBODY_IN_PARTICULAR, name)
    target, key = lived.folder.parent / "archives", new_key()
    target.mkdir()
    with override_settings(BACKUP_TO=[str(key.to_public())]):
        archive = made(target).path
    lived.search.look(archive.read_bytes(), SEALED, NOBODY_IN_PARTICULAR, archive.name)
    with tarfile.open(fileobj=io.BytesIO(opened(archive, key))) as tape:
        for member in tape:
            held = tape.extractfile(member)
            lived.search.look(opened_up(held.read()) if held else b"", ARCHIVE, NOBODY_IN_PARTICULAR, member.name)


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """Give what the room's own handler writes, everything included that is said below a warning."""
    root, book = logging.getLogger(), io.StringIO()
    handler: Any = next(each for each in root.handlers if isinstance(each.formatter, Places))
    before, level = handler.setStream(book), root.level
    root.setLevel(logging.INFO)
    try:
        yield book
    finally:
        root.setLevel(level)
        handler.setStream(before)
