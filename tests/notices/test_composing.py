"""What a mail says: that something waits, of which kind, and the way to the front page. Nothing else."""

import re

import pytest
import time_machine
from django.core.mail import EmailMessage

from supportroom.kernel.actors import SYSTEM
from supportroom.notices.composing import compose
from supportroom.notices.models import Mail
from supportroom.notices.vocabulary import CATEGORIES, PAPERS, SECURITY, TOPICS
from supportroom.people.actions import set_language
from supportroom.people.models import Person

pytestmark = pytest.mark.django_db


def written(person: Person, clock: time_machine.Traveller, *kinds: str) -> EmailMessage:
    clock.move_to("2026-06-02T09:00Z")
    moment = "2026-06-02T09:00Z"
    mail = Mail(person=person, kinds=list(kinds), written_at=moment, due_at=moment)
    return compose(mail, "somebody@example.org")


def test_s40_a_mail_has_the_same_neutral_subject_and_sender_for_everything(
    member: Person, clock: time_machine.Traveller
) -> None:
    subjects = {written(member, clock, kind).subject for kind in CATEGORIES}
    assert len(subjects) == 1
    assert written(member, clock, TOPICS).from_email == "notices@example.org"


def test_s40_a_mail_is_plain_text_to_one_address_with_headers_that_answer_no_answering_machine(
    member: Person, clock: time_machine.Traveller
) -> None:
    message = written(member, clock, TOPICS).message()
    assert message.get_content_type() == "text/plain"
    assert message["To"] == "somebody@example.org"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"]
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.org>", message["Message-ID"])
    assert message["List-Unsubscribe"] == "<http://localhost:8000/ar/settings/notices/>"
    assert set(message.keys()) == {
        "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date", "Message-ID",
        "Auto-Submitted", "List-Unsubscribe",
    }  # fmt: skip


def test_s40_a_mail_leads_to_the_front_page_alone(member: Person, clock: time_machine.Traveller) -> None:
    body = written(member, clock, *CATEGORIES).body
    assert re.findall(r"https?://\S+", body) == ["http://localhost:8000/ar/"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_mail_names_its_categories_and_no_other(language: str, member: Person, clock: time_machine.Traveller) -> None:
    from django.utils.translation import override

    set_language(actor=SYSTEM, person=member, language=language, time_zone="Asia/Damascus")
    body = written(member, clock, TOPICS, SECURITY).body
    with override(language):
        named = {category for category, words in CATEGORIES.items() if str(words) in body}
    assert named >= {TOPICS, SECURITY}
    assert len([line for line in body.splitlines() if "- " in line]) == 2


def test_every_arabic_line_says_that_it_runs_from_right_to_left(member: Person, clock: time_machine.Traveller) -> None:
    lines = [line for line in written(member, clock, TOPICS).body.splitlines() if line]
    assert {line[0] for line in lines if not line.startswith("http")} == {"\u200f"}
    assert all(line.isascii() for line in lines if line.startswith("http"))


def test_an_english_mail_has_no_hidden_marks(team: Person, clock: time_machine.Traveller) -> None:
    assert written(team, clock, TOPICS).body.isascii()


def test_a_mail_that_can_be_answered_says_so_and_carries_its_readers_own_address(
    team: Person, clock: time_machine.Traveller
) -> None:
    moment = "2026-06-02T09:00Z"
    mail = Mail(person=team, kinds=[PAPERS], reply_to="room+0123@example.org", written_at=moment, due_at=moment)
    message = compose(mail, "somebody@example.org")
    assert message.message()["Reply-To"] == "room+0123@example.org"
    assert message.to == ["somebody@example.org"]
    assert "reaches the room as a comment" in str(message.body)
    assert "0123" not in str(message.body)
