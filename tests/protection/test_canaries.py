"""The canary crawl: everybody and every word of the room bears a mark, and each mark stands where the table says (S18).

The room is built once, with marks in it; all pages and files are read as all roles, searched, mailed, logged, dumped
and backed up. `canaries_allowed.py` says what may stand where; what stands elsewhere fails, and so does what the table
allows and never occurs.
"""

import dataclasses
import io
import os
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from supportroom.comments.models import Comment
from tests.architecture.addresses import routes
from tests.protection.canaries_allowed import (
    ALLOWED,
    FEED,
    FILE,
    LOG,
    MAIL,
    PAGE,
    PRINTED,
    SEALED,
    differences,
    markdown,
)
from tests.protection.canaries_crawl import crawl, look_at, places
from tests.protection.canaries_found import Search, opened_up
from tests.protection.canaries_planted import Book
from tests.protection.canaries_room import Lived, lived_in

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]  # PostgreSQL's files: test_chatham_house_rule.py
OF_PEOPLE = ("name", "organisation", "network", "where somebody lives, as a participant", "e-mail address")
NUMBERS = ("person's number", "account's number")


@pytest.fixture(scope="module")
def lived(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    with django_db_blocker.unblock(), lived_in(tmp_path_factory.mktemp("room")) as room:
        crawl(room)
        yield room


def test_s18_every_mark_stands_where_the_table_says_and_nowhere_else(lived: Lived) -> None:
    wrong = differences(lived.search.table())
    shown = {key: where[:5] for key, where in lived.search.found.items() if key[0] in {one[0] for one in wrong}}
    assert wrong == [], shown
    assert {planted.kind for planted in lived.book.marks.values()} <= ALLOWED.keys(), "every kind has a row"


def test_s18_no_interface_file_or_feed_returns_the_number_of_somebody(lived: Lived) -> None:
    found = {key[1:]: where for key, where in lived.search.found.items() if key[0] in NUMBERS}
    assert [key for key in found if key[0] in (FEED, FILE, MAIL, LOG)] == []
    assert {who for surface, who in found if surface == PAGE} <= set(ALLOWED["person's number"][PAGE])
    assert any(route.app == "interface" for route in routes())


def test_s16_who_takes_part_is_read_by_who_takes_part_and_in_no_calendar_mail_or_search(lived: Lived) -> None:
    found = [(surface, who, where) for (kind, surface, who), where in lived.search.found.items() if kind in OF_PEOPLE]
    assert {who for surface, who, _where in found if surface == PAGE} == {"member", "facilitator", "team", "own"}
    assert {who for surface, who, _where in found if surface == FILE} <= {"team"}
    assert [one for one in found if one[0] in (FEED, LOG)] == []
    assert [one for one in found if one[0] == MAIL and one[1] != "own"] == []
    assert [one for one in found if "search:search" in one[2]] == []


def test_s40_s41_s45_nothing_stands_in_mails_logs_and_sealed_archives(lived: Lived) -> None:
    assert lived.mails >= 10, "people were told"
    found = {key: where for key, where in lived.search.found.items() if key[1] in (MAIL, LOG, SEALED)}
    assert {key for key in found if key[2] != "own"} == set()
    assert {key[0] for key in found} <= {"e-mail address"}


def test_s43_of_who_closed_their_account_nothing_lies_anywhere(lived: Lived) -> None:
    assert lived.book.of("name of who left")
    assert lived.book.of("organisation of who left")
    assert [key for key in lived.search.found if key[0].endswith("of who left")] == []


@pytest.mark.writes_outside_actions
def test_s18_a_leak_is_found_when_there_is_one(lived: Lived) -> None:
    """One condition forgotten, and comments that were hidden bear the names of who wrote them."""
    again = dataclasses.replace(lived, search=dataclasses.replace(lived.search, found=defaultdict(list)))
    of_comments = next(route for route in routes() if route.name == "comments:table")
    client = again.client("stranger")
    for forgotten in (False, True):
        if forgotten:
            Comment.objects.update(is_named=True)
        for place in places(of_comments):
            look_at(again, client, "stranger", place, of_comments.name)
        leaks = [one for one in differences(again.search.table()) if one[3] == "leaks"]
        assert bool(leaks) == forgotten
    assert ("name", PAGE, "stranger", "leaks") in leaks


def test_s18_what_is_packed_or_folded_is_searched_too() -> None:
    book = Book()
    search, kinds = Search(book), ("sheet", "pack", "print", "calendar", "metadata")
    marks = {kind: book.new(kind, None) for kind in kinds}
    sheet, pack, printed = io.BytesIO(), io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/sharedStrings.xml", f"<si><t>{marks['sheet']}</t></si>" * 9)
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("list.xlsx", sheet.getvalue())
        file.writestr(f"{marks['pack']}.txt", "nothing")
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(300, 300))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.obj.Contents = pikepdf.Stream(document, f"BT /F1 12 Tf 20 100 Td ({marks['print']}) Tj ET".encode())
        document.docinfo["/Author"] = marks["metadata"]
        document.save(printed, compress_streams=True)
    assert marks["print"].encode() not in printed.getvalue()
    folded = f"BEGIN:VCALENDAR\r\nSUMMARY:{'x' * 60}{marks['calendar'][:3]}\r\n {marks['calendar'][3:]}\r\n"
    for content in (pack.getvalue(), printed.getvalue(), folded.encode()):
        search.look(opened_up(content), FILE, "somebody", "a file")
    assert {key[0] for key in search.found} == set(kinds)


def test_s18_the_table_is_printed_in_the_docs() -> None:
    if os.environ.get("SUPPORTROOM_CANARIES") == "write":
        PRINTED.write_text(markdown())
    assert PRINTED.read_text() == markdown(), "python tools/canaries.py"
