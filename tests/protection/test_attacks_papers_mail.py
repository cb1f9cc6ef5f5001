"""Mails that want to hurt their reader, to hold a place beyond the deadline, or to speak for somebody else."""

from typing import Any

import pytest
import time_machine

from supportroom.comments.actions import keep_mailed
from supportroom.comments.mail_addresses import address_for
from supportroom.comments.mail_arriving import take_in
from supportroom.comments.mail_reading import MOST_DASHES, Mail, read_mail
from supportroom.comments.models import CommentWindow, MailedComment
from supportroom.people.models import Person
from tests.factories.comments import in_comment
from tests.factories.personas import actor_of
from tests.factories.rounds import words

TO = b"To: room@example.org\r\nSubject: x\r\n"
NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000))
HOSTILE = {
    "nested": TO + NESTED + b"Content-Type: text/plain\r\n\r\nhi",
    "mails within mails": TO + b"Content-Type: message/rfc822\r\n\r\n" * 5000 + b"hi",
    "brackets": b"To: " + b"(" * 50_000 + b"\r\n\r\nhi",
    "an id of brackets": TO + b"Message-ID: " + b"(" * 5000 + b"\r\n\r\nhi",
    "half an id": TO + b"Message-ID: <\r\n\r\nhi",
    "an encoding that is none": TO + b'Content-Type: text/plain; charset="\x00"\r\n\r\nhi',
    "many recipients": b"To: " + b",".join(b"a%d@b.c" % n for n in range(60_000)) + b"\r\n\r\nhi",
    "many quotes": b"To: " + b'"\\"' * 20_000 + b"\r\n\r\nhi",
    "many encoded words": b"To: " + b"=?utf-8?q?a?= " * 20_000 + b"\r\n\r\nhi",
    "half a tag": TO + b"Content-Type: text/html\r\n\r\n" + b"<![" * 50_000,
    "a long header of a part": TO + b"Content-Type: text/plain;\n" + b" a=b;\n" * 60_000 + b"\nhi",
    "many parts": TO + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\n\nhi\n" * (MOST_DASHES + 1),
}


@pytest.fixture
def mailbox(settings: Any, clock: time_machine.Traveller, rapporteur: Person, member: Person) -> CommentWindow:
    """A window of a room that takes mail."""
    settings.REPLY_ADDRESS = "room@example.org"
    return in_comment(rapporteur)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_read_without_an_error_that_would_name_its_address(name: str) -> None:
    assert isinstance(read_mail(HOSTILE[name]), Mail)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_to_a_members_address_ends_in_a_word(name: str, mailbox: CommentWindow, member: Person) -> None:
    assert take_in(HOSTILE[name], address_for(member, mailbox)) in {"taken", "empty"}


def waiting(mailbox: CommentWindow, member: Person, text: str) -> MailedComment:
    to = address_for(member, mailbox)
    assert take_in(f"To: {to}\r\nMessage-ID: <1@b.c>\r\n\r\n{text}".encode()) == "taken"
    return MailedComment.objects.get()


def test_a_mail_holds_no_place_for_words_that_are_thought_of_after_the_close(
    mailbox: CommentWindow, member: Person, clock: time_machine.Traveller
) -> None:
    mail = waiting(mailbox, member, "More of this later.")
    clock.move_to(mailbox.closes_at)
    made = keep_mailed(actor=actor_of(member), mailed_comment=mail, text=words("I have read the others: all wrong."))
    assert made.is_late


def test_words_proposed_after_the_close_are_late_too(
    mailbox: CommentWindow, member: Person, clock: time_machine.Traveller
) -> None:
    mail = waiting(mailbox, member, "Say it otherwise.")
    clock.move_to(mailbox.closes_at)
    given: dict[str, Any] = {"text": words("Say it otherwise."), "proposed": words("Entirely other words.")}
    paragraph = mailbox.paper.text.paragraphs.last()
    made = keep_mailed(actor=actor_of(member), mailed_comment=mail, paragraph=paragraph, **given)
    assert made.is_late


def test_what_was_mailed_in_time_stands_after_the_close_also_without_its_signature(
    mailbox: CommentWindow, member: Person, clock: time_machine.Traveller
) -> None:
    mail = waiting(mailbox, member, "The year is wrong.\nSent from a telephone")
    clock.move_to(mailbox.closes_at)
    assert not keep_mailed(actor=actor_of(member), mailed_comment=mail, text=words("The year is wrong.")).is_late


def test_before_the_close_it_can_be_said_in_other_words(mailbox: CommentWindow, member: Person) -> None:
    mail = waiting(mailbox, member, "More of this later.")
    made = keep_mailed(actor=actor_of(member), mailed_comment=mail, text=words("The second year is wrong."))
    assert not made.is_late
