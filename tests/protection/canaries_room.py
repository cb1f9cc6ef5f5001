"""The room in which the canary crawl looks: the demo room with marks in it, with mails, and with somebody who left."""

import itertools
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from unittest import mock

import time_machine
from django.db.models import Model
from django.test import Client
from django.test.utils import override_settings

from supportroom.answers.models import Letter
from supportroom.briefings.models import Reflection
from supportroom.comments.models import Comment, CommentAnswer
from supportroom.demo.people import PERSONAS, account_of
from supportroom.invitations.vocabulary import TAKE_LIST
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText
from supportroom.notices.telling import tell
from supportroom.people.models import Account, Person
from supportroom.people.tokens import new_token
from supportroom.points.models import CheckItem, Point, Reason
from supportroom.press.models import PressContact
from supportroom.programme.actions import open_calendar
from supportroom.protection.models import Consent
from supportroom.rounds.models import Round, Session
from supportroom.safety.actions import close_account
from supportroom.selection.models import Application
from supportroom.site.models import Publication
from supportroom.statements.models import Reply
from tests.architecture import addresses
from tests.architecture.conftest import STRANGER, build, keep, lay_back, signed_in
from tests.factories.answers import token_for
from tests.factories.personas import actor_of, make_person
from tests.factories.safety import permitted
from tests.faults.conftest import lying_in
from tests.protection.canaries_found import Search
from tests.protection.canaries_planted import IN_A_STRING, Book, planting

VISITOR: Final = "visitor"
READERS: Final = (
    VISITOR, "observer", "addressee", "office", "interpreter", "stranger", "member", "facilitator", "team",
)  # fmt: skip
BEGINS: Final = datetime(2026, 11, 18, 10, tzinfo=UTC)  # how many mails wait depends on the hour
FEW: Final = 6  # of which every single one is looked at
OUT: Final = ", that is out"
LEAVING: Final = "Layla Leaving-Invented"


@dataclass
class Lived:
    """The room: its marks, who reads, the secret addresses of its things, how many mails left."""

    book: Book
    folder: Path
    accounts: dict[str, Account | None]
    search: Search
    secret_pages: dict[str, str] = field(default_factory=dict)
    mails: int = 0

    def client(self, who: str) -> Client:
        """Give the browser of a reader, who is known by their own network address and browser."""
        number = READERS.index(who) + 1
        said = {"HTTP_USER_AGENT": f"CanaryAgent{number}", "REMOTE_ADDR": f"203.0.113.{number}"}
        return signed_in(self.accounts[who], **said)

    def person(self, who: str) -> int | None:
        """Give the number of the person who reads."""
        account = self.accounts[who]
        return account.person_id if account else None


class Streams:
    """Gives the ids of each kind of row in one order, whatever else is written: each run finds the same things."""

    def __init__(self) -> None:
        """Begin with no kind."""
        self.streams: dict[str, random.Random] = {}

    def randbits(self, bits: int) -> int:
        """Draw for the row that is being made."""
        frame: Any = sys._getframe()
        while frame and not (frame.f_code.co_name == "__init__" and isinstance(frame.f_locals.get("self"), Model)):
            frame = frame.f_back
        kind = type(frame.f_locals["self"]).__name__ if frame else ""
        return self.streams.setdefault(kind, random.Random(kind)).getrandbits(bits)


@contextmanager
def lived_in(folder: Path) -> Iterator[Lived]:
    """Build the room, let it lie on a disk while the context lasts, and leave the database as it was.

    It is always the same day and hour there. What it publishes goes to a folder of its own: an edition of an earlier
    room would stand there without marks.
    """
    keep("empty")
    published = override_settings(PUBLISHED_DIR=folder.with_name(f"{folder.name}-published"))
    published.enable()
    try:
        with time_machine.travel(BEGINS, tick=True):
            with planting() as book:
                everything()
            with lying_in(folder):
                yield as_lived(book, folder)
    finally:
        published.disable()
        lay_back("empty")


def everything() -> None:
    """Build the demo room with its mails, and let somebody live in it for a day and close their account."""
    with mock.patch("supportroom.demo.building.tell_people", side_effect=lambda **_given: tell()):
        build(Streams())
    team = person_of("team")
    for round in Round.objects.filter(pk__in=Application.objects.values("registration__round")):
        permitted(TAKE_LIST, round, team)
    leaving = make_person(LEAVING, "member", organisation="A circle")
    close_account(actor=actor_of(leaving), person=leaving, removes=True)


def person_of(key: str) -> Person:
    """Give one of the personas."""
    account = account_of(key)
    assert account
    return account.person


def as_lived(book: Book, folder: Path) -> Lived:
    """Say whose every mark is, and give the secret addresses of the room's things."""
    sort_names(book)
    sort_what_is_out(book)
    search = Search(book)
    for account in Account.objects.all():
        search.addresses[account.email.encode()] = ("e-mail address", account.person_id)
        search.codes[str(account.pk).encode()] = search.codes[spell(account.pk).encode()] = ("account's number", None)
    for person in Person.objects.values_list("pk", flat=True):
        search.codes[str(person).encode()] = search.codes[spell(person).encode()] = ("person's number", person)
    for contact in PressContact.objects.all():
        search.addresses[contact.address.encode()] = ("address of a journalist", None)
    for number in range(1, len(READERS) + 1):
        search.addresses[f"CanaryAgent{number}".encode()] = ("browser", None)
        search.addresses[f"203.0.113.{number}".encode()] = ("network address", None)
    accounts = {who: account_of(who) for who in READERS if who in PERSONAS} | {VISITOR: None}
    accounts["stranger"] = next(
        each for each in Account.objects.select_related("person") if each.person.name.startswith(STRANGER)
    )
    return Lived(book, folder, accounts, search, secret_pages())


def sort_names(book: Book) -> None:
    """Say whose a name, an organisation, a network is, and in what the person has agreed to be named."""
    agreed = set(Consent.objects.filter(given=True).values_list("person_id", flat=True))
    aloud = set(Comment.objects.filter(is_named=True).values_list("written_by", flat=True))
    read = {reader for both in Reflection.objects.values_list("first_reader", "second_reader") for reader in both}
    for person in Person.objects.select_related("organisation", "profile"):
        kinds = ((agreed, "name, agreed to in public"), (aloud, "name, said in the room"), (read, "name of a reader"))
        kind = next((words for people, words in kinds if person.pk in people), "name")
        belongs(book, person.name, person.pk, kind)
        if person.organisation:
            belongs(book, person.organisation.name, person.pk)
        if hasattr(person, "profile"):
            belongs(book, person.profile.network, person.pk)
    left = [mark for kind in ("name", "organisation") for mark in book.of(kind) if book.marks[mark].by is None]
    for mark in left:
        book.marks[mark].kind += " of who left"


def belongs(book: Book, words: str, person: int, kind: str = "") -> None:
    """Note whose the mark in some words is, and of which kind."""
    for mark in IN_A_STRING.findall(words):
        book.marks[mark].by = person
        book.marks[mark].kind = kind or book.marks[mark].kind


def sort_what_is_out(book: Book) -> None:
    """Tell words of rounds and papers that are published from those of others: they are another kind."""
    rounds = Publication.objects.filter(report__isnull=False).values("report__round")
    papers = Publication.objects.filter(paper__isnull=False).values("paper")
    rows = itertools.chain(
        Session.objects.filter(round__in=rounds).values_list("title", "place"),
        Point.objects.filter(round__in=rounds).values_list("content"),
        Comment.objects.filter(window__paper__in=papers).values_list("text", "proposed", "insistence"),
        CommentAnswer.objects.filter(window__paper__in=papers).values_list("reason", "change"),
        CheckItem.objects.filter(check_asked__session__round__in=rounds).values_list("word"),
        Reason.objects.filter(item__check_asked__session__round__in=rounds).values_list("text"),
        Reply.objects.filter(statement__round__in=rounds).values_list("content"),
    )
    for row in rows:
        for mark in IN_A_STRING.findall(" ".join(text for words in row for text in all_languages(words))):
            planted = book.marks[mark]
            planted.kind += "" if planted.kind.endswith(OUT) else OUT


def all_languages(words: str | MultilingualText) -> Iterable[str]:
    """Give a text in each of its languages."""
    return [words] if isinstance(words, str) else words.texts.values()


def secret_pages() -> dict[str, str]:
    """Give addresses that open to who holds them, one of each kind."""
    token = new_token()
    open_calendar(actor=actor_of(person_of("member")), person=person_of("member"), token=token)
    letter = Letter.objects.exclude(state="draft").order_by("pk")[0]
    return {"calendar": f"/en/calendar/{token}.ics", "letter": f"/en/letter/{token_for(letter)}/"}


def things_for(lived: Lived) -> Callable[..., list[Any]]:
    """Give what addresses are filled with: where there are more than a few, one of each state and of each reader's."""
    readers = {lived.person(who) for who in READERS}

    def things(noun: str, app: str = "") -> list[Any]:
        kind = addresses.kind_of(noun, app)
        rows = list(kind._default_manager.order_by("pk")) if kind else []
        if not rows:
            raise LookupError(noun)
        if len(rows) <= FEW:
            return rows
        return list({(getattr(row, "state", ""), owner(row, readers)): row for row in rows}.values())

    return things


def owner(row: Any, readers: set[int | None]) -> int | None:
    """Give whose a thing is, if it is one of the readers'."""
    owners = (getattr(row, name, None) for name in ("pk", "person_id", "written_by_id", "proposed_by_id", "whose_id"))
    return next((one for one in owners if one in readers), None)
