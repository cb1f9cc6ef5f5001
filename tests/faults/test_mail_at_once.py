"""Several workers at once send each mail once; no page ever speaks to a mail server (R08, R12)."""

import re
from functools import partial
from pathlib import Path

import pytest
from django.db import transaction

from supportroom.kernel.actors import SYSTEM
from supportroom.notices import digests, sending
from supportroom.notices.models import Mail, Notice
from supportroom.notices.telling import tell
from supportroom.people.actions import give_role
from supportroom.people.models import Person
from tests.architecture.house import imports, sources
from tests.factories.personas import make_person
from tests.factories.post_office import PostOffice
from tests.faults.at_once import at_once, raised_by

WORKERS, PEOPLE = 6, 24


@pytest.fixture
def people(real_database: Path, room: None) -> list[Person]:
    with transaction.atomic():
        return [make_person(f"Somebody {number} Invented", "member") for number in range(PEOPLE)]


def test_workers_at_once_send_each_mail_once(people: list[Person], post_office: PostOffice) -> None:
    tell()
    answers = at_once(*[sending.send] * WORKERS)
    assert raised_by(answers) == []
    assert sum(answers) == PEOPLE
    assert post_office.message_ids == dict.fromkeys(Mail.objects.values_list("message_id", flat=True), 1)
    assert len(post_office.mails) == PEOPLE


def test_tellers_at_once_tell_each_person_once(people: list[Person], post_office: PostOffice) -> None:
    acts = [partial(give_role, actor=SYSTEM, person=person, role="observer") for person in people]
    answers = at_once(*acts, *[tell] * WORKERS)
    assert raised_by(answers) == []
    tell()
    assert Notice.objects.count() == 2 * PEOPLE
    assert raised_by(at_once(*[digests.queue, sending.send] * 3)) == []
    assert max(post_office.message_ids.values()) == 1
    assert not Mail.objects.exclude(state="sent").exists()


def test_r12_a_mail_server_that_is_away_is_noticed_by_no_page(people: list[Person], post_office: PostOffice) -> None:
    post_office.close()
    give_role(actor=SYSTEM, person=people[0], role="observer")
    tell()
    assert sending.send() == 0
    assert Mail.objects.filter(state="waiting").count() == PEOPLE
    post_office.open()
    assert sending.send() == PEOPLE


def test_only_the_periodic_work_speaks_to_a_mail_server() -> None:
    own = {
        f"supportroom/{name}.py" for name in ("notices/composing", "mailing/backend", "mailing/post", "mailing/words")
    }
    for source in sources():
        named = {name for name, _line in imports(source.tree)}
        if source.name not in own:
            assert not {name for name in named if re.match(r"smtplib|django\.core\.mail", name)}, source.name
        assert not named & {"supportroom.notices.sending", "supportroom.mailing.sending"}, source.name
