"""The doctor finds each thing that is unsafe, in truth and not in the settings, and says how to mend it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from supportroom.backups import archives
from supportroom.config import periodic
from supportroom.config.doctor import choices, databases, keeping, places, times, work
from supportroom.config.doctor.examining import examine
from supportroom.config.doctor.findings import Finding, Look
from supportroom.config.periodic import NOTE, run_all
from supportroom.journal.models import Entry, Untold
from supportroom.kernel.clock import now
from supportroom.notices.models import Mail
from supportroom.people.models import Person
from tests.factories.rounds import close_a_session, open_a_session


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(periodic, "JOBS", {})
    settings.VAR_DIR, settings.SESSION_KEYS_DIR, settings.FILES_DIR = tmp_path, tmp_path / "keys", tmp_path / "files"
    return tmp_path


def said(look: Look) -> str:
    """Give what a look finds, unsafe ones with an exclamation mark; each has a sentence on how to mend it."""
    found: list[Finding] = list(look())
    assert all(one.what.endswith((".", ")")) and len(one.mend) > 5 for one in found)
    return " ".join(f"{'!' * one.is_unsafe}{one.what}" for one in found)


def test_every_look_has_its_place_and_a_sound_room_is_called_sound(db: None, own_folder: Path) -> None:
    run_all()
    found = examine()
    assert {"durability", "closed sessions", "outbox", "time zones", "migrations"} <= found.keys()
    assert found["migrations"] == found["outbox"] == found["time zones"] == found["periodic work"] == []


def test_what_is_unsafe_comes_first_and_ends_with_one(
    db: None, own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command("doctor")
    lines = capsys.readouterr().out.splitlines()
    assert ended.value.code == 1
    assert lines[0].startswith("UNSAFE")
    assert any("The periodic work has not run yet" in line for line in lines)
    assert " unsafe, " in lines[-1]


def test_a_database_that_is_away_is_told_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise OperationalError("no way to room@203.0.113.9")

    monkeypatch.setattr(connection, "ensure_connection", away)
    found = examine()
    assert [one.what for one in found["database"]] == ["The database does not answer (OperationalError)."]
    assert "durability" not in found
    assert "203.0.113.9" not in str(found)


@pytest.mark.sqlite_only
def test_r02_sqlite_is_asked_what_it_does_and_not_what_it_was_told(real_file: None) -> None:
    assert said(databases.keeps_what_it_acknowledged) == ""
    for pragma, word in (("synchronous=NORMAL", "synchronous = 1"), ("secure_delete=OFF", "secure_delete = 0")):
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {pragma}")
        assert f"!SQLite has {word}" in said(databases.keeps_what_it_acknowledged)


@pytest.fixture
def real_file(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """Let the connection be one to a file, as in a real room: in memory there is no journal."""
    kept, name = connection.connection, connection.settings_dict["NAME"]
    connection.connection, connection.settings_dict["NAME"] = None, str(tmp_path / "room.sqlite3")
    try:
        yield
    finally:
        if connection.connection is not None:
            connection.connection.close()
        connection.connection, connection.settings_dict["NAME"] = kept, name


@pytest.mark.postgres_only
def test_r02_postgresql_is_asked_what_it_does(db: None) -> None:
    words = said(databases.keeps_what_it_acknowledged)  # the tests' own server syncs nothing, to be quick
    for name in ("fsync", "full_page_writes", "synchronous_commit"):
        assert f"!PostgreSQL has {name} = off" in words
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")
    assert "synchronous_commit" not in said(databases.keeps_what_it_acknowledged)
    assert said(databases.clocks_agree) == ""


def test_code_that_is_older_or_newer_than_its_tables_is_found(db: None) -> None:
    assert said(databases.is_migrated) == ""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE django_migrations SET name = '9999_of_tomorrow' WHERE app = 'points' AND name LIKE '0001%'"
        )
    words = said(databases.is_migrated)
    assert "!1 migrations are not applied." in words or "migrations are not applied" in words
    assert "!1 migrations are applied that this code does not know" in words
    assert any("cannot write into newer tables" in found.mend for found in databases.is_migrated())


def test_a_disk_that_fills_up_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for free, mark in ((10, "!10 MB are left"), (500, "500 MB are left"), (5000, "")):
        usage = type("Usage", (), {"free": free * places.MEGABYTE})
        monkeypatch.setattr(places.shutil, "disk_usage", lambda _path, usage=usage: usage)
        assert said(places.has_space).startswith(mark)


def test_what_others_on_the_machine_may_read_is_found(own_folder: Path) -> None:
    for name in ("keys", "files"):
        (own_folder / name).mkdir(mode=0o700)
    (own_folder / "secret_key").touch(mode=0o600)
    assert said(places.is_closed_to_others) == ""
    for name, mode in (("keys", 0o750), ("files", 0o705), ("secret_key", 0o640)):
        (own_folder / name).chmod(mode)
        assert f"!Others on this machine may read {own_folder / name}." in said(places.is_closed_to_others)


def test_a_closed_session_that_still_has_its_key_is_found(
    transactional_db: None, facilitator: Person, settings: Any
) -> None:
    session = open_a_session(facilitator)
    close_a_session(session)
    assert said(places.keys_of_closed_sessions_are_gone) == ""
    Path(settings.SESSION_KEYS_DIR, f"{session.pk}.key").write_bytes(b"k" * 32)
    assert "!1 closed sessions still have their key" in said(places.keys_of_closed_sessions_are_gone)


def test_who_runs_it_and_where_it_swaps_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for user, mark in ((0, "!This runs as root"), (1000, "")):
        monkeypatch.setattr(places.os, "geteuid", lambda user=user: user)
        assert said(places.runs_as_nobody_special).startswith(mark)
    swaps = tmp_path / "swaps"
    monkeypatch.setattr(places, "SWAPS", swaps)
    for device, mark in (("/dev/sda2", "This machine swaps to /dev/sda2"), ("/dev/dm-1", ""), ("/dev/zram0", "")):
        swaps.write_text(f"Filename Type Size Used Priority\n{device} partition 1 0 -2\n")
        assert said(places.keeps_no_swap_in_the_open).startswith(mark)


def test_unsafe_settings_are_found(settings: Any) -> None:
    settings.SECRET_KEY = "short"
    assert "!SECRET_KEY is short" in said(choices.has_a_long_secret_key)
    settings.DEBUG = True
    assert "!DEBUG or an inspection tool is on" in said(choices.is_not_under_inspection)
    settings.MODE, settings.ALLOWED_HOSTS, settings.SECURE_PROXY_SSL_HEADER = "production", ["room.example.org"], None
    assert said(choices.is_a_production_room) == ""
    for address, mark in (
        ("", "The room does not know its own address."),
        ("http://room.example.org", "!The room's address is not https."),
        ("https://other.example.org", "!The room does not answer to other.example.org"),
        ("https://room.example.org", ""),
    ):
        settings.ROOM_ADDRESS = address
        words = said(choices.is_addressed)
        assert "No proxy is said to stand before the room" in words
        assert mark in words
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert said(choices.is_addressed) == ""
    settings.MAIL_IS_ON = False
    assert said(choices.is_told_of_mail).startswith("No mail is sent")
    assert "supportroom.E001" in said(choices.passes_the_checks)  # one click signs in, in production


def test_packages_that_are_not_those_of_the_lock_are_found(tmp_path: Path, settings: Any) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "requirements").mkdir()
    lock = tmp_path / "requirements" / "run.txt"
    lock.write_text(
        "django==1.0 \\\n    --hash=sha256:0\nnever-heard-of==1 \\\nuvloop==9 ; sys_platform == 'win32' \\\n"
    )
    assert said(choices.has_what_was_locked) == "Not the locked versions: django, never-heard-of."


def test_r10_old_tables_of_time_zones_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(times.knows_the_zones) == ""
    monkeypatch.setattr(times, "KNOWN", {"Asia/Damascus": (1, 2)})
    assert "!The tables of time zones are old: Asia/Damascus" in said(times.knows_the_zones)
    monkeypatch.setattr(times, "version", lambda _name: "2023.1")
    assert "are those of 2023.1." in said(times.knows_the_zones)


def test_a_clock_that_nobody_keeps_or_that_ran_ahead_is_found(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for answer, mark in ((0, ""), (5, "Nothing keeps this machine's clock")):
        monkeypatch.setattr(times, "_kernel_says", lambda answer=answer: answer)
        assert said(times.clock_is_set).startswith(mark)
    Entry.objects.create(at=now() + timedelta(hours=1), action="a", actor="b", thing="c")
    assert "!The journal holds entries of the future" in said(times.clock_is_set)


def test_periodic_work_that_stopped_or_failed_is_found(db: None, own_folder: Path, clock: Any) -> None:
    assert "!The periodic work has not run yet" in said(work.periodic_work_runs)
    run_all()
    assert said(work.periodic_work_runs) == ""
    (own_folder / NOTE).write_text(f"{now().isoformat()}\nsending\nsearch")
    assert said(work.periodic_work_runs) == "At the last run these jobs failed: sending, search."
    clock.shift(60 * 11)
    assert "!The periodic work has not run since 2026-06-02 09:00 UTC" in said(work.periodic_work_runs)


@pytest.mark.writes_outside_actions
def test_what_waits_too_long_is_found(db: None, member: Person, clock: Any) -> None:
    entry = Entry.objects.create(at=now(), action="a", actor="b", thing="c")
    Untold.objects.create(entry=entry)
    Mail.objects.create(person=member, written_at=now(), due_at=now())
    assert said(work.nothing_is_stuck) == ""
    clock.shift(60 * 61)
    words = said(work.nothing_is_stuck)
    assert "things that happened wait to be told" in words
    assert "1 mails are due for over an hour." in words


def test_a_scanner_or_a_mail_server_that_does_not_answer_is_found(settings: Any, tmp_path: Path) -> None:
    assert said(work.scanner_answers) == "Files are cleaned, not scanned."
    settings.CLAMD = str(tmp_path / "no.socket")
    assert "!The virus scanner does not answer" in said(work.scanner_answers)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert "!The mail server does not take us in (ConnectionRefusedError)" in said(work.mail_server_answers)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert said(work.mail_server_answers) == ""


def test_a_backup_that_is_old_or_was_never_made_is_found(own_folder: Path, settings: Any, clock: Any) -> None:
    settings.BACKUP_TO = []
    assert "!No backup can be made" in said(keeping.is_backed_up)
    settings.BACKUP_TO = ["age1invented"]
    assert "!There is no backup of the last seven days." in said(keeping.is_backed_up)
    archives.remember(now(), "room.age", 1, 1.0)
    for hours, found in ((0, ""), (30, "The last backup is 30 hours old."), (200, "!There is no backup of the last")):
        clock.move_to(datetime(2026, 6, 2, 9, tzinfo=UTC) + timedelta(hours=hours))
        assert said(keeping.is_backed_up).startswith(found)
        assert bool(found) is bool(said(keeping.is_backed_up))


def test_s43_what_is_kept_too_long_is_found(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(keeping.what_is_over_is_forgotten) == ""
    monkeypatch.setattr(keeping.retention, "overdue", lambda: {"people.sessions": 3, "notices.mail": 0})
    assert said(keeping.what_is_over_is_forgotten) == "!3 of people.sessions should have been forgotten by now."


def test_somebody_elses_folder_is_found(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_folder / "keys").mkdir(mode=0o700)
    monkeypatch.setattr(places.os, "geteuid", lambda: os.getuid() + 1)
    assert "belongs to somebody else" in said(places.is_closed_to_others)
