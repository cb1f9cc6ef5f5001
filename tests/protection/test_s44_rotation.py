"""S44: keys are exchanged while people read and write: nothing unreadable, no update lost; then the old key can go."""

import random
import secrets
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from supportroom.kernel import keyring
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Stale
from supportroom.kernel.keyring import new_line
from supportroom.people.actions import set_profile
from supportroom.people.models import Account, Person, Profile
from supportroom.protection import resealing
from supportroom.protection.actions import seal_anew
from tests.factories.journal import acting
from tests.factories.personas import actor_of, make_person

PEOPLE, WRITERS, READERS = 24, 3, 2


class Crowd:
    """People who read and write sealed fields until they are told to stop; what each wrote last must stand."""

    def __init__(self, people: list[Person]) -> None:
        self.people, self.last = people, dict.fromkeys((person.pk for person in people), "at first")
        self.actors = {person.pk: actor_of(person) for person in people}
        self.addresses = {account.person_id: account.email for account in Account.objects.all()}
        self.chance = random.Random(20260704)
        self.over, self.faults, self.reads, self.writes = threading.Event(), list[str](), 0, 0
        parts = [people[number::WRITERS] for number in range(WRITERS)]
        acts = [*((self._write, part) for part in parts), *[(self._read, people)] * READERS]
        self.threads = [threading.Thread(target=self._work, args=act) for act in acts]

    def _work(self, act: Any, people: list[Person]) -> None:
        try:
            while not self.over.is_set():
                act(self.chance.choice(people))
                time.sleep(0.001)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the test's answer
            self.faults.append(f"{act.__name__}: {error!r}")
        finally:
            connection.close()

    def _write(self, person: Person) -> None:
        words, seen = secrets.token_hex(8), Profile.objects.get(person=person)
        _ = seen.network
        try:
            set_profile(actor=self.actors[person.pk], person=person, seen=seen.version, network=words)
        except Stale:  # nobody else writes this row: sealing anew must not count as a change
            self.faults.append("a writer was told that somebody had been faster")
        self.last[person.pk] = words
        self.writes += 1

    def _read(self, person: Person) -> None:
        assert Profile.objects.get(person=person).network
        found = Account.objects.at_address(self.addresses[person.pk].upper()).get()
        assert (found.person_id, found.email) == (person.pk, self.addresses[person.pk])
        self.reads += 1


def test_s44_rotating_under_load_loses_nothing(real_database: Path, settings: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(resealing, "HANDFUL", 4)
    settings.FIELD_KEYS_FILE = real_database / "field_keys"
    with transaction.atomic():
        people = [make_person(f"Person {number}", "member") for number in range(PEOPLE)]
        for person in people:
            set_profile(actor=actor_of(person), person=person, network="at first")
    crowd = Crowd(people)
    for thread in crowd.threads:
        thread.start()
    try:
        for _turn in range(3):
            exchange(settings.FIELD_KEYS_FILE)
            wait_for(crowd, 40)
    finally:
        crowd.over.set()
        for thread in crowd.threads:
            thread.join(timeout=60)
    assert crowd.faults == []
    assert min(crowd.reads, crowd.writes) > 60
    assert len(keyring.keys()) == 1
    for person in people:
        assert Profile.objects.get(person=person).network == crowd.last[person.pk]
        assert Account.objects.get(person=person).email == crowd.addresses[person.pk]


def exchange(path: Path) -> None:
    """Do as docs/operate/keys.md says: a new key first, the rows, and then the earlier key goes."""
    replace(path, new_line() + "\n" + path.read_text())
    call_command("rotate_keys", verbosity=0)
    call_command("rotate_keys", "--check")
    replace(path, path.read_text().splitlines()[0] + "\n")
    keyring._kept = None


def replace(path: Path, text: str) -> None:
    beside = path.with_name("field_keys_new")
    beside.write_text(text)
    beside.rename(path)


def wait_for(crowd: Crowd, more: int) -> None:
    wanted, until = crowd.writes + more, time.monotonic() + 20
    while crowd.writes < wanted and not crowd.faults and time.monotonic() < until:
        time.sleep(0.01)


def test_s44_rotating_can_be_broken_off_and_begun_again(
    room: Any, settings: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(resealing, "HANDFUL", 2)
    settings.FIELD_KEYS_FILE = tmp_path / "field_keys"
    for number in range(5):
        make_person(f"Person {number}", "member")
    keyring.keys()
    replace(settings.FIELD_KEYS_FILE, new_line() + "\n" + settings.FIELD_KEYS_FILE.read_text())
    turns = []

    def breaks_off(**given: Any) -> None:
        turns.append(given)
        if len(turns) == 2:
            raise KeyboardInterrupt
        seal_anew(**given)

    monkeypatch.setattr(resealing, "seal_anew", breaks_off)
    with pytest.raises(KeyboardInterrupt):
        call_command("rotate_keys", verbosity=0)
    assert len(resealing.rows_of_earlier_keys(Account)) == 3
    monkeypatch.undo()
    settings.FIELD_KEYS_FILE = tmp_path / "field_keys"
    call_command("rotate_keys", verbosity=0)
    assert resealing.rows_of_earlier_keys(Account) == []
    stale = Account.objects.first()
    assert stale is not None
    replace(settings.FIELD_KEYS_FILE, new_line() + "\n" + settings.FIELD_KEYS_FILE.read_text())
    with acting():
        stale.save()  # a row that was read before and is kept after is sealed with the key of today
    assert stale.pk not in resealing.rows_of_earlier_keys(Account)
    assert SYSTEM.ref
