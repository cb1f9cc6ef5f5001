"""A comment by mail: what is new in it waits for its writer's word; nothing that comes by mail is answered by mail."""

import io
import sys
from email.message import EmailMessage
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core import mail as outbox
from django.core.management import call_command
from django.db import OperationalError

from supportroom.comments.actions import drop_mailed, keep_mailed
from supportroom.comments.mail_addresses import address_for
from supportroom.comments.mail_arriving import MOST_WAITING, take_in
from supportroom.comments.mail_reading import parted, read_mail
from supportroom.comments.models import Comment, CommentWindow, MailedComment
from supportroom.comments.reply_address import address_with_code, code_in
from supportroom.journal.models import Entry
from supportroom.kernel.errors import Denied, DomainError
from supportroom.people.models import Person
from tests.factories.comments import in_comment
from tests.factories.personas import actor_of
from tests.factories.rounds import words

DAY = 24 * 3600
QUOTED = "On Mon, 1 June 2026, notices@example.org wrote:\n> Something waits for you.\n> Look at it."


@pytest.fixture
def mailbox(settings: Any, clock: time_machine.Traveller, rapporteur: Person, member: Person) -> CommentWindow:
    """A window of a room that takes mail."""
    settings.REPLY_ADDRESS = "room@example.org"
    return in_comment(rapporteur)


def a_mail(to: str, text: str = "Paragraph 2: say it more plainly.", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["To"] = to
    message["From"] = "Somebody Else <else@example.org>"
    message["Message-ID"] = headers.pop("message_id", "<1@example.org>")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def test_a_mail_waits_for_its_writers_word(mailbox: CommentWindow, member: Person) -> None:
    message = a_mail(address_for(member, mailbox), f"Paragraph 2: say it more plainly.\n\n{QUOTED}\n")
    assert take_in(message.as_bytes()) == "taken"
    waiting = MailedComment.objects.get()
    assert (waiting.person, waiting.text, waiting.paragraph_shown) == (member, "say it more plainly.", 2)
    assert "Something waits for you" in waiting.cut
    assert not Comment.objects.exists()
    made = keep_mailed(actor=actor_of(member), mailed_comment=waiting, text=words(waiting.text))
    assert (made.came, made.is_late, str(made.text)) == ("mail", False, "say it more plainly.")
    waiting.refresh_from_db()
    assert (waiting.is_settled, waiting.text, waiting.cut) == (True, "", "")
    with pytest.raises(DomainError, match=r"comments\.settled_mail"):
        keep_mailed(actor=actor_of(member), mailed_comment=waiting, text=words("Again"))
    assert outbox.outbox == []


def test_a_mail_is_in_time_if_it_came_in_time(
    mailbox: CommentWindow, member: Person, clock: time_machine.Traveller
) -> None:
    clock.shift(7 * DAY - 1)
    take_in(a_mail(address_for(member, mailbox)).as_bytes())
    clock.shift(2)
    take_in(a_mail(address_for(member, mailbox), message_id="<2@example.org>").as_bytes())
    early, late = MailedComment.objects.all()
    clock.shift(DAY)
    assert not keep_mailed(actor=actor_of(member), mailed_comment=early, text=words(early.text)).is_late
    assert keep_mailed(actor=actor_of(member), mailed_comment=late, text=words("Late")).is_late


def test_the_same_mail_twice_is_one(mailbox: CommentWindow, member: Person) -> None:
    content = a_mail(address_for(member, mailbox)).as_bytes()
    assert [take_in(content) for _turn in range(3)] == ["taken", "known", "known"]
    drop_mailed(actor=actor_of(member), mailed_comment=MailedComment.objects.get())
    assert take_in(content) == "known"
    assert MailedComment.objects.get().text == ""


def test_a_mails_own_id_cannot_keep_out_somebody_elses(
    mailbox: CommentWindow, member: Person, stranger: Person, rapporteur: Person
) -> None:
    assert take_in(a_mail(address_for(member, mailbox)).as_bytes()) == "taken"
    assert take_in(a_mail(address_for(rapporteur, mailbox)).as_bytes()) == "taken"


@pytest.mark.parametrize(
    "address",
    [
        "room@example.org",
        "room+@example.org",
        "room+0123456789ab@example.org",
        "room+0123456789@example.org",
        "other+0123456789ab@example.org",
        "nonsense",
        "",
    ],
)
def test_forged_and_unknown_addresses_are_left_alone(mailbox: CommentWindow, address: str) -> None:
    assert take_in(a_mail(address or "x@example.org").as_bytes()) == "unknown address"
    assert take_in(b"no mail at all", address or "x") == "unknown address"
    assert not MailedComment.objects.exists()


def test_the_envelope_says_whom_it_was_for(mailbox: CommentWindow, member: Person) -> None:
    own = address_for(member, mailbox)
    assert take_in(a_mail("undisclosed@example.org").as_bytes(), own.upper()) == "taken"
    assert code_in(own) == code_in(own.upper())
    assert address_with_code(code_in(own) or 0) == own


@pytest.mark.writes_outside_actions
def test_somebody_who_is_no_member_any_more_is_left_alone(mailbox: CommentWindow, member: Person) -> None:
    own = address_for(member, mailbox)
    Person.objects.filter(pk=member.pk).update(roles=["observer"])
    assert take_in(a_mail(own).as_bytes()) == "unknown address"


@pytest.mark.writes_outside_actions
def test_an_address_ends_with_its_window(mailbox: CommentWindow, member: Person, clock: time_machine.Traveller) -> None:
    own = address_for(member, mailbox)
    type(mailbox.paper).objects.update(state="joint")
    assert take_in(a_mail(own).as_bytes()) == "window over"


@pytest.mark.parametrize(
    "headers",
    [{"Auto_Submitted": "auto-replied"}, {"Precedence": "bulk"}, {"Return_Path": "<>"}, {"X_Autoreply": "yes"}],
)
def test_what_a_machine_sent_is_no_comment(mailbox: CommentWindow, member: Person, headers: dict[str, str]) -> None:
    assert take_in(a_mail(address_for(member, mailbox), **headers).as_bytes()) == "automatic"


def test_too_much_too_often_and_nothing_at_all(mailbox: CommentWindow, member: Person) -> None:
    own = address_for(member, mailbox)
    assert take_in(b"x" * (2 * 1024 * 1024 + 1), own) == "too large"
    assert take_in(a_mail(own, f"{QUOTED}\n").as_bytes()) == "empty"
    results = [take_in(a_mail(own, message_id=f"<m{turn}@x>").as_bytes()) for turn in range(MOST_WAITING + 1)]
    assert results == ["taken"] * MOST_WAITING + ["too many"]


def test_html_alone_is_read_without_its_quotations(mailbox: CommentWindow, member: Person) -> None:
    message = a_mail(address_for(member, mailbox))
    message.set_content(
        "<style>p{}</style><div>الفقرة ٣: قولوها <b>بوضوح</b></div><script>alert(1)</script>"
        "<blockquote>What you wrote</blockquote>",
        subtype="html",
    )
    assert take_in(message.as_bytes()) == "taken"
    waiting = MailedComment.objects.get()
    assert (waiting.text, waiting.paragraph_shown) == ("قولوها بوضوح", 3)


@pytest.mark.parametrize(
    ("named", "real"), [("us-ascii", "windows-1256"), ("no-such-set", "utf-8"), ("utf-8", "windows-1256")]
)
def test_a_wrong_charset_is_seen_through(mailbox: CommentWindow, member: Person, named: str, real: str) -> None:
    words_ = "نقترح أن تقولوا ذلك بوضوح في الفقرة الأولى من الورقة"
    head = f"To: {address_for(member, mailbox)}\r\nMessage-ID: <c@x>\r\nContent-Type: text/plain; charset={named}\r\n"
    content = f"{head}Content-Transfer-Encoding: 8bit\r\n\r\n".encode() + words_.encode(real)
    assert take_in(content) == "taken"
    assert MailedComment.objects.get().text == words_


def test_files_that_come_along_are_not_taken(mailbox: CommentWindow, member: Person) -> None:
    message = a_mail(address_for(member, mailbox))
    message.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="photo.exe")
    assert take_in(message.as_bytes()) == "taken"
    assert MailedComment.objects.get().files_left == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("So it is.\n\n-- \nSalma\nBeirut", "So it is."),
        ("So it is.\n\nSent from my phone", "So it is."),
        ("هكذا أفضل.\n\nفي ٢ حزيران، كتب notices@example.org:\n> ننتظركم", "هكذا أفضل."),
        ("هكذا أفضل.\n\nأرسلت من هاتفي", "هكذا أفضل."),
        ("هكذا أفضل.\n\nمع التحية،\nسلمى", "هكذا أفضل."),
        ("First.\n> quoted\nSecond.", "First.\nSecond."),
        ("So it is.\n\nAm 1. Juni 2026 schrieb notices@example.org:\n> Etwas wartet", "So it is."),
    ],
)
def test_quotations_and_signatures_are_cut_and_shown(typed: str, kept: str) -> None:
    text, cut = parted(typed)
    assert text == kept
    assert cut


@pytest.mark.parametrize("typed", ["كتب المؤلف ما يلي:\nلا", "مع التحية", "مع الشكر، نقترح حذف الفقرة"])
def test_words_that_only_look_like_a_quotation_stay(typed: str) -> None:
    assert parted(typed) == (typed, "")


def test_hostile_bytes_are_only_words() -> None:
    hostile = [
        b"",
        b"\x00\xff" * 500,
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
        b">" * 5000,
        b"On " * 5000 + b"wrote:",
        b"From: a\n" * 5000,
        b"Subject: =?utf-8?q?=00?=\r\n\r\n\x1b[31m",
    ]
    for content in hostile:
        mail = read_mail(content)
        assert "\x00" not in mail.text
        assert "\x1b" not in mail.text


def test_the_mails_of_others_are_nobodys_business(mailbox: CommentWindow, member: Person, stranger: Person) -> None:
    take_in(a_mail(address_for(member, mailbox)).as_bytes())
    waiting = MailedComment.objects.get()
    for act, given in ((drop_mailed, {}), (keep_mailed, {"text": words("Mine")})):
        with pytest.raises(Denied):
            act(actor=actor_of(stranger), mailed_comment=waiting, **given)  # type: ignore[operator]
    assert {entry.actor for entry in Entry.objects.filter(action="comments.receive_mail")} == {"unnamed"}


def test_the_command_says_in_a_word_what_became_of_it(
    mailbox: CommentWindow, member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = a_mail(address_for(member, mailbox)).as_bytes()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    said = io.StringIO()
    call_command("receive_mail", stdout=said)
    assert said.getvalue().strip() == "taken"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"nonsense")))
    call_command("receive_mail", recipient="a@b", stdout=said)
    assert said.getvalue().splitlines() == ["taken", "unknown address"]


def test_a_database_that_is_away_asks_the_mail_server_to_wait(
    mailbox: CommentWindow, member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import connection

    def away(*_args: object) -> None:
        raise OperationalError("away")

    content = a_mail(address_for(member, mailbox)).as_bytes()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    with connection.execute_wrapper(away), pytest.raises(SystemExit) as ended:
        call_command("receive_mail", stdout=io.StringIO())
    assert ended.value.code == 75
