"""A mail worker killed at every point: nothing is lost, nobody is told twice, each Message-ID shows once (R08)."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.notices.models import DigestDay, Mail, Notice
from supportroom.notices.telling import tell
from supportroom.notices.vocabulary import SENT, TOPICS
from supportroom.people.actions import give_role, take_role
from supportroom.people.models import Person
from tests.factories.notices import choose
from tests.factories.personas import make_person
from tests.factories.post_office import PostOffice
from tests.faults.test_killed import address_of_the_database, heard

MOST_LIVES = 400
MINUTES_A_LIFE = 6  # longer than a lease


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    with PostOffice() as office:
        yield office


@pytest.fixture
def people(real_database: Path, room: None) -> list[Person]:
    with transaction.atomic():
        invented = [make_person(f"Somebody {number} Invented", "member") for number in range(3)]
    tell(by_mail=False)
    return invented


@pytest.fixture
def nursery(people: list[Person], real_database: Path, post_office: PostOffice) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": address_of_the_database(),
        "SUPPORTROOM_VAR": str(real_database),
        "SUPPORTROOM_MAIL": f"smtp://127.0.0.1:{post_office.port}",
        "SECRET_KEY": settings.SECRET_KEY,
    }
    script = Path(__file__).with_name("mail_nursery.py")
    process = subprocess.Popen(
        [sys.executable, script], env=environment, text=True, bufsize=1, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert ["ready"] in list(heard(process, "ready"))
    yield process
    process.communicate(timeout=30)


def one_life(process: subprocess.Popen[str], job: str, last: int, minutes: int) -> bool:
    """Let a worker live until this point; tell whether it came to its end before that."""
    assert process.stdin
    process.stdin.write(f"live {job} {last} {minutes}\n")
    return "finished" in {line[0] for line in heard(process, "dead")}


def test_r08_a_worker_killed_at_every_point_loses_no_mail_and_sends_none_that_shows_twice(
    people: list[Person],
    nursery: subprocess.Popen[str],
    post_office: PostOffice,
    record_property: Callable[[str, object], None],
) -> None:
    acts: Counter[int] = Counter()
    life = 0
    for life in range(1, MOST_LIVES):
        if life % 4 == 1:  # something new to tell
            person = people[life // 4 % 3]
            change = give_role if "observer" not in person.roles else take_role
            change(actor=SYSTEM, person=person, role="observer")
            acts[person.pk] += 1
        if one_life(nursery, "mails", life, life * MINUTES_A_LIFE):
            break
    assert one_life(nursery, "mails", 0, (life + 1) * MINUTES_A_LIFE)
    told = Counter(Notice.objects.filter(kind__contains="role").values_list("person_id", flat=True))
    assert told == acts
    assert not Notice.objects.filter(is_mailed=False).exists()
    mails = Mail.objects.all()
    assert {mail.state for mail in mails} == {SENT}
    arrived = post_office.message_ids
    assert set(arrived) == {mail.message_id for mail in mails}
    shown = {mail.message_id: (mail.to, mail.message.get_content()) for mail in post_office.mails}
    assert {(mail.to, mail.message.get_content()) == shown[mail.message_id] for mail in post_office.mails} == {True}
    assert {person_id for person_id in acts if not mails.filter(person_id=person_id).exists()} == set()
    again = sum(arrived.values()) - len(arrived)
    record_property("killed", f"{life - 1} points, {len(mails)} mails, lost 0, shown twice 0, sent again {again}")


def test_r08_digests_killed_at_every_point_leave_once(people: list[Person], nursery: subprocess.Popen[str]) -> None:
    for person in people:
        choose(person, TOPICS, "daily")
    yesterday = now() - timedelta(days=1, hours=2)
    for number, person in enumerate(people * 3):
        Notice.objects.create(
            person=person, entry=1000 + number, kind="topics.remark", category=TOPICS, about="topics.topic:1",
            at=yesterday, shows_at=yesterday,
        )  # fmt: skip
    for life in range(1, MOST_LIVES):
        if one_life(nursery, "digests", life, 0):
            break
    assert one_life(nursery, "digests", 0, 0)
    assert Counter(Mail.objects.values_list("person_id", flat=True)) == {person.pk: 1 for person in people}
    assert DigestDay.objects.count() == len(people)
    assert not Notice.objects.filter(is_mailed=False).exists()
