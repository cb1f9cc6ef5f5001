"""The periodic work: each job by itself, one process at a time, beside the server and not in its way."""

import asyncio
import threading
from collections.abc import MutableMapping
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.utils.module_loading import import_string

from supportroom.config import env, periodic
from supportroom.config.checks import mails_know_whence_and_whereto
from supportroom.config.periodic import JOBS, Pulse, accompanied, lease, run_all
from supportroom.journal.models import Entry, Receipt, Untold
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.notices.models import Mail, Notice
from supportroom.people.actions import add_person, give_role, invite_person
from supportroom.people.models import AccountInvitation, Person
from supportroom.people.tokens import new_token


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Any, settings: Any) -> None:
    settings.VAR_DIR = tmp_path


def fails() -> None:
    raise RuntimeError("somebody@example.org")


@pytest.mark.parametrize("place", JOBS.values(), ids=JOBS)
def test_every_job_is_there(place: str) -> None:
    assert callable(import_string(place))


def test_one_run_tells_queues_and_sends(db: None, member: Person, mailoutbox: list[Any]) -> None:
    give_role(actor=SYSTEM, person=member, role="observer")
    assert run_all() == []
    assert not Untold.objects.exists()
    assert len(mailoutbox) == Mail.objects.filter(state="sent").count() == 1


def test_a_run_with_nothing_to_do_writes_nothing(db: None, member: Person) -> None:
    run_all()
    before = Entry.objects.count()
    assert run_all() == []
    assert Entry.objects.count() == before


def test_a_job_that_fails_stops_no_other_and_its_words_are_not_logged(
    db: None, member: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(periodic, "JOBS", {"reminders": f"{__name__}.fails"} | {"telling": JOBS["telling"]})
    monkeypatch.setitem(__import__("sys").modules, __name__, __import__("types").SimpleNamespace(fails=fails))
    assert run_all() == ["reminders"]
    assert Notice.objects.filter(person=member).exists()
    assert "RuntimeError" in caplog.text
    assert "example.org" not in caplog.text
    with pytest.raises(CommandError, match="reminders"):
        call_command("periodic")


def test_two_processes_do_not_do_the_same_work(db: None, member: Person) -> None:
    with lease() as ours:
        assert ours
        other: list[Any] = []
        thread = threading.Thread(target=lambda: other.append(_is_free()))
        thread.start()
        thread.join()
        assert other == [False]
    assert _is_free()


def _is_free() -> bool:
    from django.db import connection

    try:
        with lease() as ours:
            return ours
    finally:
        if threading.current_thread() is not threading.main_thread():
            connection.close()


def test_the_command_runs_once(db: None, member: Person) -> None:
    call_command("periodic")
    assert not Untold.objects.exists()


def test_the_pulse_runs_again_and_again_until_its_end_also_after_a_failure() -> None:
    runs, enough = [], threading.Event()

    def run(stopping: Any) -> None:
        runs.append(stopping())
        if len(runs) == 3:
            enough.set()
        raise RuntimeError("no database")

    pulse = Pulse(run, first=0.001, every=0.001)
    pulse.start()
    assert enough.wait(10)
    pulse.end()
    assert not pulse._thread.is_alive()
    assert runs[:3] == [False, False, False]


async def _server(scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
    for word in ("startup", "shutdown"):
        await receive()
        await send({"type": f"lifespan.{word}.complete"})


def lived(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let a server begin and end; give what became of the pulse, between what the server said."""
    told: list[str] = []

    class Noted:
        def start(self) -> None:
            told.append("start")

        def end(self) -> None:
            told.append("end")

    async def receive() -> dict[str, str]:
        return {}

    async def send(message: Any) -> None:
        told.append(message["type"])

    monkeypatch.setattr(periodic, "Pulse", Noted)
    asyncio.run(accompanied(_server)({"type": "lifespan"}, receive, send))
    return told


def test_the_pulse_lives_as_long_as_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lived(monkeypatch) == ["start", "lifespan.startup.complete", "end", "lifespan.shutdown.complete"]


def test_a_room_with_a_timer_of_its_own_has_no_pulse(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.PERIODIC_INSIDE = False
    assert lived(monkeypatch) == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


@pytest.mark.writes_outside_actions
def test_what_is_overdue_is_forgotten_and_the_rest_kept(
    clock: time_machine.Traveller, db: None, member: Person
) -> None:
    newcomer = add_person(actor=SYSTEM, name="Rana Newcomer-Invented")
    invite_person(actor=SYSTEM, person=newcomer, token=new_token())
    Receipt.objects.create(key="old", day=now().date())
    run_all()
    clock.shift(60 * 60 * 24 * 6)
    Receipt.objects.create(key="new", day=now().date())
    run_all()
    assert Mail.objects.filter(state="sent").exists()
    assert [receipt.key for receipt in Receipt.objects.all()] == ["new"]
    assert AccountInvitation.objects.filter(person=newcomer).exists()
    clock.shift(60 * 60 * 24 * 6)
    run_all()
    assert not Mail.objects.exists()
    assert not AccountInvitation.objects.exists()
    assert Notice.objects.filter(person=member).exists()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://room:a%40b@mail.example.org:587?tls=yes", ("mail.example.org", 587, "room", "a@b", False, True)),
        ("smtps://mail.example.org", ("mail.example.org", 465, "", "", True, False)),
        ("smtp://127.0.0.1:25", ("127.0.0.1", 25, "", "", False, False)),
    ],
)
def test_the_way_to_the_mail_server_is_read_from_one_address(
    url: str, expected: tuple[Any, ...], tmp_path: Any
) -> None:
    read = env.mail(url, "production", tmp_path)
    names = ("HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_SSL", "USE_TLS")
    assert tuple(read[f"EMAIL_{name}"] for name in names) == expected


@pytest.mark.parametrize(("mode", "backend"), [("production", "dummy"), ("demo", "filebased"), ("test", "locmem")])
def test_a_room_without_a_mail_server_sends_nowhere_else(mode: str, backend: str, tmp_path: Any) -> None:
    assert env.mail("", mode, tmp_path)["EMAIL_BACKEND"].split(".")[-2] == backend


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ADDRESS", "room.example.org"),
        ("ADDRESS", "https://room.example.org/path"),
        ("ADDRESS", "ftp://room.example.org"),
        ("ADDRESS", "https://somebody:secret@room.example.org"),
        ("SENDER", "The Room <notices@example.org>"),
        ("SENDER", "notices"),
        ("MAIL", "https://mail.example.org"),
        ("MAIL", "smtp://"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("SOMETHING", value)
    reader = {"ADDRESS": env.address, "SENDER": env.sender, "MAIL": lambda _: env.mail(value, "production", tmp_path)}
    with pytest.raises(ImproperlyConfigured):
        reader[name]("SOMETHING")


def test_a_room_that_sends_mails_must_know_its_address_and_sender(settings: Any) -> None:
    settings.MODE, settings.MAIL_IS_ON = "production", True
    settings.DEFAULT_FROM_EMAIL, settings.ROOM_ADDRESS = "", "http://room.example.org"
    settings.EMAIL_HOST = "mail.example.org"
    found = [message.id for message in mails_know_whence_and_whereto(None)]
    assert found == ["supportroom.E005", "supportroom.E006", "supportroom.E007"]
    settings.DEFAULT_FROM_EMAIL, settings.ROOM_ADDRESS = "notices@example.org", "https://room.example.org"
    settings.EMAIL_USE_TLS = True
    assert mails_know_whence_and_whereto(None) == []
    settings.DEFAULT_FROM_EMAIL = ""
    settings.MAIL_IS_ON = False
    assert mails_know_whence_and_whereto(None) == []
