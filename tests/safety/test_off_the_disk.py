"""A thief with the disk: who was here when, and what is left of who closed their account (S15, S43, S47)."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import time
from pathlib import Path
from time import monotonic

import pytest
from django.db import connection
from django.test import Client

from supportroom.journal.models import UNNAMED, Entry
from supportroom.kernel.clock import now
from supportroom.notices.actions import read_notices
from supportroom.people.actions import set_profile
from supportroom.people.models import Person
from supportroom.protection import erasing
from supportroom.safety import actions
from tests.factories.personas import actor_of
from tests.faults.conftest import real_database
from tests.faults.forensics import everything

__all__ = ["real_database"]


def test_s15_the_journal_does_not_tell_when_somebody_read_their_notices(member: Person) -> None:
    read_notices(actor=actor_of(member), person=member, until=now())
    entry = Entry.objects.get(action="notices.read_notices")
    assert (entry.actor, entry.at.time()) == (UNNAMED, time())


def test_s47_of_a_closed_account_nothing_lies_on_the_disk_at_once(
    real_database: Path, room: None, member: Person, sign_in: Callable[[Person], Client]
) -> None:
    """No page is turned and no periodic work is run: neither the database's files nor its log hold it any more."""
    set_profile(actor=actor_of(member), person=member, gender="woman", region="SY-ID")
    sign_in(member)
    with connection.cursor() as cursor:  # as it lies there, sealed or not
        cursor.execute(
            "SELECT p.name, a.email, a.password FROM people_person p JOIN people_account a ON a.person_id = p.id"
        )
        traces = dict(zip(("name", "address", "password"), map(str, cursor.fetchone()), strict=True))

    def left() -> dict[str, list[str]]:
        found = everything(real_database)
        return {
            what: there
            for what, word in traces.items()
            if (there := [place for place, content in found.items() if word.encode() in content])
        }

    assert left().keys() == traces.keys(), "it was there"
    actions.close_account(actor=actor_of(member), person=member)
    assert left() == {}


@pytest.mark.sqlite_only
def test_s43_within_the_hour_the_log_of_the_database_is_empty_also_if_somebody_read_meanwhile(
    real_database: Path, member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "_scrubbed", [None])
    log = real_database / "room.sqlite3-wal"
    read_notices(actor=actor_of(member), person=member, until=now())
    with closing(sqlite3.connect(real_database / "room.sqlite3")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM people_person").fetchone()
        read_notices(actor=actor_of(member), person=member, until=now())
        began = monotonic()
        erasing.scrub_by_the_hour()
        assert monotonic() - began < 5, "nobody is kept waiting by who reads for long"
        assert log.stat().st_size
    erasing.scrub_by_the_hour()
    assert log.stat().st_size, "not before the hour is over"
    erasing._scrubbed[0] = monotonic() - erasing.HOUR_SECONDS
    erasing.scrub_by_the_hour()
    assert not log.stat().st_size
