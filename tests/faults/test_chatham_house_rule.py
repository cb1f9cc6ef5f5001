"""Who said what: while a session is open its key tells, once it is closed nothing on the server does (S14, S15)."""

import logging
import sqlite3
import threading
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings as room_settings
from django.db import connection, transaction

from supportroom.journal.models import Entry, Receipt
from supportroom.kernel.actors import Actor
from supportroom.kernel.once import fresh_key, keyed
from supportroom.people.models import Person
from supportroom.points.actions import confirm_outcome, raise_point, reword_point, take_position
from supportroom.points.models import CheckItem, Point, Position, Reason
from supportroom.protection.handles import handle_for, has_key
from supportroom.rounds.actions import close_session, sessions
from supportroom.rounds.closing import finish_interrupted_closings
from supportroom.rounds.models import Session
from tests.factories.personas import actor_of
from tests.factories.points import asked, closed, leader, only_item, persons_of
from tests.factories.rounds import open_a_session, pillar_of
from tests.faults.forensics import database_folder, everything, files, keys_lying_about, linked, spellings, where

Scene = tuple[Session, list[Person], list[str]]


@pytest.fixture
def scene(
    real_database: Path, facilitator: Person, rapporteur: Person, member: Person, shielded_member: Person
) -> Scene:
    """An open session in which everybody has raised and reworded a point and answered two checks, by forms."""
    with transaction.atomic():
        session = open_a_session(facilitator, rapporteur, people=[member, shielded_member], others=8)
    people = [person for person in persons_of(session) if person not in (facilitator, rapporteur)]
    forms = []
    for person in people:
        forms += say(actor_of(person), session)
    first = asked(session, Point.objects.order_by("number")[0])
    for number, person in enumerate(people):
        forms += answer(actor_of(person), only_item(first), number)
    closed(first)
    confirm_outcome(actor=leader(session), item=only_item(first), outcome="remaining", word="Divided.")
    second = asked(session, Point.objects.order_by("number")[1])
    for number, person in enumerate(people):
        forms += answer(actor_of(person), only_item(second), number)
    return session, people, forms


def say(actor: Actor, session: Session) -> list[str]:
    """Raise and reword a point by forms; give the forms' keys."""
    keys = [fresh_key(), fresh_key()]
    pillar = pillar_of(session.round)
    with keyed(keys[0]):
        point = raise_point(actor=actor, session=session, pillar=pillar, language="en", text="A clinic in each town")
    with keyed(keys[1]):
        text = f"A clinic in each town, said by number {point.number}"
        reword_point(actor=actor, point=point, session=session, language="en", text=text, seen=1)
    return keys


def answer(actor: Actor, item: CheckItem, number: int) -> list[str]:
    """Answer by a form; give its key."""
    key, choice = fresh_key(), "cannot_accept" if number % 3 == 0 else "support"
    with keyed(key):
        take_position(actor=actor, item=item, choice=choice, reason=f"Reason {number}", language="en")
    return [key]


def end(session: Session) -> None:
    """Let the facilitator close the last check and the session."""
    check = closed(session.checks.get(state="open"))
    confirm_outcome(actor=leader(session), item=only_item(check), outcome="remaining", word="Divided.")
    session.refresh_from_db()
    close_session(actor=leader(session), session=session)


def key_of(session: Session) -> bytes:
    return Path(room_settings.SESSION_KEYS_DIR, f"{session.pk}.key").read_bytes()


def numbers(people: Sequence[Person]) -> set[int]:
    return {person.pk for person in people}


def test_s14_while_the_session_is_open_its_key_links_everybody_to_their_words(
    scene: Scene, real_database: Path
) -> None:
    session, people, _forms = scene
    found = everything(real_database)
    assert linked(numbers(people), [key_of(session)], found) == numbers(people)
    for person in people:
        handle = handle_for(session.pk, person.pk)
        assert Point.objects.filter(handle=handle).count() == 1
        assert Position.objects.filter(handle=handle).count() == 1
        assert where(handle.encode(), found)


def test_s14_without_the_key_nobody_is_linked_even_while_the_session_is_open(scene: Scene, real_database: Path) -> None:
    session, people, _forms = scene
    found = everything(real_database)
    found = {name: content for name, content in found.items() if not name.endswith(f"{session.pk}.key")}
    assert linked(numbers(people), keys_lying_about(found, room_settings.SECRET_KEY), found) == set()


def test_s14_after_the_close_nothing_on_the_server_tells_who_said_what(
    scene: Scene, real_database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    session, people, forms = scene
    key, handles = key_of(session), [handle_for(session.pk, person.pk) for person in people]
    caplog.set_level(logging.DEBUG)
    end(session)
    found = everything(real_database, ("log", caplog.text.encode()))
    assert [place for spelling in spellings(key) for place in where(spelling, found)] == []
    assert [place for handle in handles for place in where(handle.encode(), found)] == []
    assert [place for form in forms for place in where(form.encode(), found)] == []
    candidates = keys_lying_about(found, room_settings.SECRET_KEY, str(session.pk), *forms)
    assert linked(numbers(people), candidates, found) == set()
    assert not has_key(session.pk)


def test_s14_after_the_close_words_tallies_and_reasons_are_still_there(scene: Scene) -> None:
    session, people, _forms = scene
    end(session)
    assert Point.objects.count() == len(people)
    assert {sum(item.tally.values()) for item in CheckItem.objects.all()} == {len(people)}
    assert Reason.objects.count() == 2 * len(people)
    assert not Position.objects.exists()
    assert not Point.objects.exclude(handle="").exists()


def test_s15_the_journal_names_nobody_and_tells_no_time_but_the_sessions_own(scene: Scene) -> None:
    session, people, _forms = scene
    end(session)
    entries = Entry.objects.filter(action__startswith="points.")
    assert entries.count() > 3 * len(people)
    assert {(entry.actor, entry.at) for entry in entries} == {("unnamed", session.opened_at)}
    told = repr(list(entries.values_list("facts", "thing")))
    assert [person for person in people if str(person.pk) in told] == []


def test_s14_no_receipt_of_a_form_is_left(scene: Scene) -> None:
    session, _people, forms = scene
    assert Receipt.objects.count() == len(forms)
    end(session)
    assert not Receipt.objects.exists()


def test_s14_a_server_that_died_between_the_close_and_the_keys_end_finishes_it_at_its_next_start(
    scene: Scene, real_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, people, _forms = scene
    key, handles = key_of(session), [handle_for(session.pk, person.pk) for person in people]
    monkeypatch.setattr(sessions, "finish_closing", lambda _session: None)
    end(session)
    assert has_key(session.pk)
    assert not Point.objects.exclude(handle="").exists()
    assert finish_interrupted_closings() == 1
    found = everything(real_database)
    assert where(key, found) == []
    assert [place for handle in handles for place in where(handle.encode(), found)] == []


@pytest.mark.postgres_only
def test_s14_the_log_of_changes_of_postgresql_never_held_the_key(scene: Scene) -> None:
    """Handles stay in it until it is recycled, which docs/threat-model.md says: without the key they name nobody."""
    session, people, _forms = scene
    key, tables = key_of(session), database_folder()
    end(session)
    if tables is None:
        pytest.skip("this user may not read the files of the server")
    logs = dict(files(tables.parent.parent / "pg_wal"))
    assert logs
    assert [place for spelling in spellings(key) for place in where(spelling, logs)] == []
    known = {session.pk.to_bytes(8, "big"), str(session.pk).encode(), room_settings.SECRET_KEY.encode()}
    assert linked(numbers(people), known, logs) == set()


@pytest.mark.sqlite_only
def test_s14_the_write_ahead_log_is_empty_after_the_close(scene: Scene, real_database: Path) -> None:
    session, _people, _forms = scene
    log = real_database / "room.sqlite3-wal"
    assert log.stat().st_size > 0
    end(session)
    assert log.stat().st_size == 0


@pytest.mark.sqlite_only
def test_s14_somebody_who_is_reading_delays_the_scrubbing_and_does_not_prevent_it(
    scene: Scene, real_database: Path
) -> None:
    session, _people, _forms = scene
    reading = threading.Event()

    def read() -> None:
        reader = sqlite3.connect(real_database / "room.sqlite3", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM points_point").fetchall()
        reading.set()
        time.sleep(0.4)
        reader.execute("COMMIT")
        reader.close()

    thread = threading.Thread(target=read)
    thread.start()
    reading.wait()
    end(session)
    assert (real_database / "room.sqlite3-wal").stat().st_size == 0
    thread.join()


def test_s15_the_order_of_rows_tells_nothing(scene: Scene) -> None:
    """Forty raised in a known order: how many stand at their own place in the table's order is what chance gives."""
    session, people, _forms = scene
    for person in people * 3:
        say(actor_of(person), session)
    end(session)
    ids = list(Point.objects.order_by("number").values_list("pk", flat=True))
    places = sorted(range(len(ids)), key=lambda place: ids[place])
    assert len(ids) == 40
    assert sum(place == rank for rank, place in enumerate(places)) < 12
    rising = sum(after > before for before, after in pairwise(ids))
    assert 5 < rising < 34
    with connection.cursor() as cursor:
        order = "rowid" if connection.vendor == "sqlite" else "ctid"
        cursor.execute(f"SELECT text FROM points_reason ORDER BY {order}")
        texts = [text for (text,) in cursor.fetchall()]
    assert texts != sorted(texts, key=lambda text: int(text.split()[1]))
