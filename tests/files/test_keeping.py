"""On the disk before in the table; swept when there is no row; asked about again while it waits."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import transaction
from pytest_django import Settings

from supportroom.files import keeping, sweeping
from supportroom.files.cleaning import Cleaned
from supportroom.files.keeping import keep, let_go, path_of, read
from supportroom.files.models import Allowance, StoredFile
from supportroom.files.sweeping import remove_orphans, scan_again, sweep
from supportroom.files.vocabulary import CLEAN, QUARANTINED, REFUSED
from supportroom.journal.door import action, record
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import permission
from supportroom.people.models import Person
from tests.factories.files import EICAR
from tests.factories.personas import actor_of
from tests.factories.trial import forget_action, registers_kept

TEXT = Cleaned("law.txt", "txt", b"Article one.", ("author",))
pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """Stands for the end of the process."""


TRIALS = ("files.try_keeping", "files.try_letting_go")


@pytest.fixture(autouse=True, scope="module")
def trials_are_permitted() -> Iterator[None]:
    """Permit what these tests do as an app above would, while they run."""
    with registers_kept():
        for name in TRIALS:
            permission(name)(lambda _actor, _thing: True)
        yield


@action("files.try_keeping", on="cleaned")
def kept_by(*, actor: Actor, cleaned: Cleaned, fail: bool = False) -> StoredFile:
    """Keep a file as an app above does, and fail afterwards if asked to."""
    stored = keep(cleaned, by=actor)
    record(stored, actor=actor)
    if fail:
        raise Killed
    return stored


@action("files.try_letting_go", on="stored")
def let_go_by(*, actor: Actor, stored: StoredFile) -> None:
    """Erase a file as an app above does."""
    record(stored, actor=actor)
    let_go(stored)


for name in TRIALS:
    forget_action(name)


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_s30_a_file_lies_under_a_random_name_for_the_room_alone(folder: Path) -> None:
    stored = kept_by(actor=SYSTEM, cleaned=TEXT)
    assert read(stored) == b"Article one."
    assert (stored.name, stored.size, stored.removed, stored.state) == ("law.txt", 12, ["author"], CLEAN)
    assert files_in(folder) == [stored.stored]
    assert "law.txt" not in stored.stored
    assert path_of(stored.stored).stat().st_mode & 0o077 == 0
    assert path_of(stored.stored).parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("step", ["fdopen", "fsync", "rename", "create", "after"])
def test_killed_between_any_two_steps_there_is_no_row_without_its_file(
    step: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*args: object, **kwargs: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        if step == "rename":
            patched.setattr(Path, "rename", killed)
        elif step == "create":
            patched.setattr(keeping, "create", killed)
        elif step != "after":
            patched.setattr(os, step, killed)
        with pytest.raises(Killed), transaction.atomic():
            kept_by(actor=SYSTEM, cleaned=TEXT, fail=step == "after")
    assert not StoredFile.objects.exists()
    assert len(files_in(folder)) == (0 if step == "fdopen" else 1) or step == "fdopen"
    with time_machine.travel(now() + timedelta(minutes=31)):
        remove_orphans()
    assert files_in(folder) == []


def test_a_disk_that_refuses_leaves_neither_file_nor_row(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"), transaction.atomic():
        kept_by(actor=SYSTEM, cleaned=TEXT)
    assert files_in(folder) == []
    assert not StoredFile.objects.exists()


def test_the_sweeper_spares_what_has_a_row_and_what_is_new(folder: Path) -> None:
    stored = kept_by(actor=SYSTEM, cleaned=TEXT)
    orphan = path_of("zz-orphan")
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"x")
    assert remove_orphans() == 0
    with time_machine.travel(now() + timedelta(minutes=31)):
        assert remove_orphans() == 1
    assert files_in(folder) == [stored.stored]


def test_a_file_let_go_is_gone_once_that_is_written(
    folder: Path, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    stored = kept_by(actor=SYSTEM, cleaned=TEXT)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        let_go_by(actor=SYSTEM, stored=stored)
        assert files_in(folder)
    assert files_in(folder) == []
    assert not StoredFile.objects.exists()


def test_s30_the_room_has_an_end(settings: Settings) -> None:
    settings.FILES_MB = 1
    large = Cleaned("a.txt", "txt", b"x" * 700_000)
    kept_by(actor=SYSTEM, cleaned=large)
    with pytest.raises(DomainError, match=r"files\.room_full"):
        kept_by(actor=SYSTEM, cleaned=large)


@pytest.mark.usefixtures("clock")
def test_s30_a_person_brings_so_much_a_day_and_yesterday_is_forgotten(
    member: Person, team: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "DAY_BYTES", 20)
    kept_by(actor=actor_of(member), cleaned=TEXT)
    with pytest.raises(DomainError, match=r"files\.enough_today"):
        kept_by(actor=actor_of(member), cleaned=TEXT)
    kept_by(actor=actor_of(team), cleaned=TEXT)
    assert StoredFile.objects.count() == 2
    with time_machine.travel(now() + timedelta(days=1)):
        kept_by(actor=actor_of(member), cleaned=TEXT)
        sweep()
        assert [each.person for each in Allowance.objects.all()] == [member]


def test_s32_a_file_that_waits_is_released_when_the_scanner_is_back(scanner: list[int], settings: Settings) -> None:
    place, settings.CLAMD = settings.CLAMD, "/nowhere"
    stored = kept_by(actor=SYSTEM, cleaned=Cleaned("a.txt", "txt", b"x", state=QUARANTINED))
    scan_again()
    assert StoredFile.objects.get().state == QUARANTINED
    settings.CLAMD = place
    scan_again()
    scan_again()
    stored.refresh_from_db()
    assert (stored.state, scanner) == (CLEAN, [1])


@pytest.mark.usefixtures("scanner")
def test_s32_a_file_that_waits_is_held_back_when_the_scanner_finds_something(
    folder: Path, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    stored = kept_by(actor=SYSTEM, cleaned=Cleaned("a.txt", "txt", EICAR, state=QUARANTINED))
    other = kept_by(actor=SYSTEM, cleaned=Cleaned("b.txt", "txt", b"x", state=QUARANTINED))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        sweep()
    stored.refresh_from_db()
    other.refresh_from_db()
    assert (stored.state, other.state) == (REFUSED, CLEAN)
    assert files_in(folder) == [other.stored]


def test_a_file_that_waits_and_cannot_be_read_stops_nobody(scanner: list[int], folder: Path) -> None:
    stored = kept_by(actor=SYSTEM, cleaned=Cleaned("a.txt", "txt", b"x", state=QUARANTINED))
    path_of(stored.stored).unlink()
    other = kept_by(actor=SYSTEM, cleaned=Cleaned("b.txt", "txt", b"x", state=QUARANTINED))
    scan_again()
    other.refresh_from_db()
    assert other.state == CLEAN
    assert scanner == [1]
    assert folder.exists()


def test_orphans_are_looked_for_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(sweeping, "remove_orphans", lambda: asked.append(1))
    monkeypatch.setitem(sweeping._last_sweep, "at", -1e9)
    sweep()
    sweep()
    assert asked == [1]
