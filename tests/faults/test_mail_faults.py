"""A mail server that refuses, is slow, drops the line amid a mail, or is away: nothing is lost, and is told (R12)."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from time_machine import Traveller

from supportroom.kernel.actors import SYSTEM
from supportroom.notices.models import AddressTrouble, Mail
from supportroom.notices.sending import send
from supportroom.notices.telling import tell
from supportroom.notices.vocabulary import FAILED, SENT, WAITING
from supportroom.people.actions import give_role
from supportroom.people.models import Person
from tests.factories.personas import make_person
from tests.factories.post_office import DROP, OK, PostOffice

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
MAILS, RUNS, SEED = 24, 14, 20250317
AT_RCPT = ("451 4.7.1 Greylisted, come again", "421 4.3.2 Going away", "554 5.7.1 Relay access denied")
AT_DATA = ("451 4.3.0 Later", "554 5.6.0 Not like this", DROP)


@pytest.fixture
def waiting(room: None, clock: Traveller) -> list[int]:
    """Mails to as many people."""
    people = [make_person(f"Somebody {number} Invented", "member") for number in range(MAILS)]
    tell(by_mail=False)
    for person in people:
        give_role(actor=SYSTEM, person=person, role="observer")
    tell()
    return list(Mail.objects.values_list("pk", flat=True))


def test_r12_whatever_a_mail_server_does_every_mail_arrives_and_shows_once(
    waiting: list[int], post_office: PostOffice, clock: Traveller, settings: Any, record_property: Callable[..., None]
) -> None:
    chance, faults = random.Random(SEED), 0
    for turn in range(RUNS):
        post_office.at_rcpt[:] = [chance.choice((*AT_RCPT, OK, OK, OK)) for _mail in range(chance.randrange(8))]
        post_office.at_data[:] = [chance.choice((*AT_DATA, OK)) for _mail in range(chance.randrange(8))]
        settings.EMAIL_TIMEOUT, post_office.slow_by = (0.1, 0.3) if turn == 3 else (10, 0.0)
        if turn % 5 == 4:
            post_office.close()
        send()
        faults += len(waiting) - Mail.objects.filter(state=SENT).count()
        if turn % 5 == 4:
            post_office.open()
        clock.shift(3600)
    post_office.at_rcpt.clear()
    post_office.at_data.clear()
    clock.shift(3600)
    send()
    assert set(Mail.objects.values_list("state", flat=True)) == {SENT}, f"seed {SEED}"
    assert set(post_office.message_ids) == {mail.message_id for mail in Mail.objects.all()}
    assert not AddressTrouble.objects.exists(), "no address was blamed for the server's faults"
    again = post_office.message_ids.total() - len(waiting)
    record_property("mail", f"{faults} faults, {len(waiting)} mails, lost 0, arrived again {again}, seed {SEED}")


def test_r12_a_server_that_is_away_is_tried_for_48_hours_then_the_team_is_told_on_its_desk(
    waiting: list[int], post_office: PostOffice, clock: Traveller, team: Person, sign_in: Callable[[Person], Client]
) -> None:
    post_office.close()
    for _hour in range(47):
        clock.shift(3600)
        send()
    assert set(Mail.objects.values_list("state", flat=True)) == {WAITING}
    assert "given up" not in sign_in(team).get("/en/desk/").content.decode()
    clock.shift(2 * 3600)
    for _run in range(3):  # a handful each: nobody waits long for a server that is away
        send()
    assert set(Mail.objects.filter(pk__in=waiting).values_list("state", flat=True)) == {FAILED}
    assert f"{MAILS} mails did not leave and were given up" in sign_in(team).get("/en/desk/").content.decode()
    assert "Mails that were given up" in sign_in(team).get("/en/mails/").content.decode()
