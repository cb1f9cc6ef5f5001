"""Two witnesses get the journal's head once a day, in a mail that says nothing else (S42)."""

from typing import Any

import pytest
import time_machine
from django.core import mail

from supportroom.journal.verifying import verify
from supportroom.mailing.sending import send
from supportroom.people.models import Person
from supportroom.room.models import Room
from supportroom.room.witnessing import tell

WITNESSES = ["judge@example.org", "bar@example.net"]


def test_s42_two_witnesses_get_the_head_once_a_day_and_can_prove_it(
    room: Room, member: Person, settings: Any, clock: time_machine.Traveller
) -> None:
    tell()
    send()
    assert mail.outbox == []
    settings.WITNESSES = WITNESSES
    for _ in range(3):
        tell()
        send()
    assert sorted(each.to[0] for each in mail.outbox) == sorted(WITNESSES)
    clock.shift(86_400)
    tell()
    send()
    assert len(mail.outbox) == 4
    for sent in mail.outbox:
        kept = next(line for line in sent.body.replace("\u200f", "").split("\n") if ":" in line)
        assert verify(kept).is_whole
        for name in (str(room.name), member.name, "journal", "room"):
            assert name not in f"{sent.subject} {sent.body}"
    forged = f"{kept.partition(':')[0]}:{'0' * 64}"
    assert not verify(forged).is_whole


@pytest.mark.django_db
def test_s42_an_empty_journal_has_no_head_to_send(settings: Any) -> None:
    settings.WITNESSES = WITNESSES
    tell()
    assert verify().entries == 0
