"""The disk fills up: what was answered is kept, nothing else is, reading and signing in go on (R04)."""

import errno
import os
import random
from collections.abc import Callable
from itertools import count
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client

from supportroom.files.cleaning import Cleaned
from supportroom.files.keeping import path_of
from supportroom.files.models import StoredFile
from supportroom.files.vocabulary import TEXT
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.points.models import Point
from supportroom.rounds.models import Session
from supportroom.web.room_left import status_of
from supportroom.workroom.models import Post
from tests.factories.groups import a_group_at_work
from tests.factories.personas import PASSWORD
from tests.factories.rounds import open_a_session, pillar_of
from tests.factories.workroom import a_thread, posted
from tests.faults.conftest import Disk

SignIn = Callable[[Person], Client]
POINTS, SEED = 50, 20220411
MORE_THAN_ANY_DISK_MB = 10**9
TOLD = "What you sent is still here"


@pytest.fixture
def session(facilitator: Person, member: Person) -> Session:
    with transaction.atomic():
        return open_a_session(facilitator, people=[member])


@pytest.fixture
def disk_alone(small_disk: Disk, settings: Any) -> Disk:
    """A small disk of which nothing is kept back: it refuses by itself."""
    settings.LEAST_FREE_MB = 0
    return small_disk


def form(session: Session, text: str) -> dict[str, str]:
    return {"text": text, "language": "en", "pillar": str(pillar_of(session.round).pk), "once": f"key of {text}"}


@pytest.mark.sqlite_only
def test_r04_a_disk_that_fills_up_at_fifty_points_keeps_what_was_answered_and_no_more(
    disk_alone: Disk, session: Session, member: Person, sign_in: SignIn, record_property: Callable[[str, object], None]
) -> None:
    chance, browser, number = random.Random(SEED), sign_in(member), count()
    board = f"/en/sessions/{spell(session.pk)}/"
    answered: list[str] = []
    refused = 0
    for point in range(POINTS):
        disk_alone.leave(chance.randrange(40_000))
        while True:
            text = f"Point {next(number)} " + "w" * chance.randrange(4000)
            answer = browser.post(f"{board}points/", form(session, text))
            assert answer.status_code in (302, 507), (f"seed {SEED}", answer.status_code)
            if answer.status_code == 507:
                break
            answered.append(text)
        refused += 1
        assert text in answer.content.decode(), "what was typed is still there"
        assert point % 10 or browser.get(board).status_code == 200, "reading goes on"
        disk_alone.free()
        assert browser.post(f"{board}points/", form(session, text)).status_code == 302, "the same form again"
        answered.append(text)
    assert [str(point.content) for point in Point.objects.order_by("number")] == answered
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        assert cursor.fetchall() == [("ok",)]
    record_property("full", f"{refused} times full, {len(answered)} acknowledged, lost 0, doubled 0, seed {SEED}")


@pytest.mark.either_database
def test_r04_a_folder_that_is_full_keeps_whole_files_with_their_rows_and_nothing_else(
    disk_alone: Disk, member: Person, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with transaction.atomic():
        thread = a_thread(a_group_at_work(member))
    chance, kept = random.Random(SEED), 0
    sync, statuses = os.fsync, set[int]()
    for point in range(POINTS):
        file = Cleaned("scan.txt", TEXT, chance.randbytes(20_000))
        if disk_alone.is_real:
            disk_alone.leave(chance.randrange(3) * 150_000)
        else:
            is_full = point % 2 == 0
            monkeypatch.setattr(os, "fsync", _no_room if is_full else sync)
        try:
            posted(thread, member, f"Post {point}", files=[file])
            kept += 1
        except (OSError, OperationalError) as error:
            statuses.add(status_of(error))
    assert statuses == {507}, f"seed {SEED}"
    lying = {path.name for path in (settings.FILES_DIR).glob("*/*")}
    assert lying == set(StoredFile.objects.values_list("stored", flat=True)), "no row without its file, nor by half"
    assert Post.objects.count() == StoredFile.objects.count() == kept
    assert 0 < kept < POINTS
    assert all(path_of(file.stored).stat().st_size == 20_000 for file in StoredFile.objects.all())
    disk_alone.free()
    monkeypatch.setattr(os, "fsync", sync)
    assert posted(thread, member, "At last", files=[file]).attachments.count() == 1


def _no_room(_handle: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.django_db
@pytest.mark.either_database
def test_r04_with_the_reserve_alone_left_people_read_and_sign_in_and_are_told(
    session: Session, member: Person, team: Person, sign_in: SignIn, settings: Any
) -> None:
    board = f"/en/sessions/{spell(session.pk)}/"
    browser = sign_in(member)
    settings.LEAST_FREE_MB = MORE_THAN_ANY_DISK_MB
    answer = browser.post(f"{board}points/", form(session, "My long words <b>"))
    page = answer.content.decode()
    assert answer.status_code == 507
    assert TOLD in page
    assert "My long words &lt;b&gt;" in page
    assert "key of My long words" in page, "the same form can be sent again under its key"
    assert "disk is full" in browser.get(board).content.decode()
    assert Point.objects.count() == 0
    stranger = Client()
    told = stranger.post("/en/sign-in/", {"login": f"p{team.pk}@example.org", "password": PASSWORD})
    assert told.status_code == 302, "signing in writes into the reserve"
    assert stranger.post("/en/sign-out/").status_code == 302
    settings.LEAST_FREE_MB = 64
    assert browser.post(f"{board}points/", form(session, "My long words <b>")).status_code == 302
    assert Point.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.either_database
def test_r04_the_team_is_told_before_the_disk_is_full(
    member: Person, team: Person, sign_in: SignIn, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supportroom.web.room_left.bytes_left", lambda: 100 * 1024 * 1024)
    assert "100 MB are left" in sign_in(team).get("/en/desk/").content.decode()
    assert "disk" not in sign_in(member).get("/en/desk/").content.decode()


def test_r04_what_a_database_says_of_room_and_absence_is_understood() -> None:
    assert _of(psycopg.errors.DiskFull("no room")) == 507
    assert _of(psycopg.errors.TooManyConnections("many")) == 503
    assert _of(psycopg.errors.AdminShutdown("going down")) == 503
    assert _of(psycopg.OperationalError("connection refused")) == 503
    assert _of(psycopg.errors.UndefinedTable("no table")) == 0
    assert status_of(OSError(errno.ENOSPC, "full")) == 507
    assert status_of(OSError(errno.ENOENT, "gone")) == 0


def _of(cause: Exception) -> int:
    error = OperationalError("as Django says it")
    error.__cause__ = cause
    return status_of(error)


@pytest.mark.django_db
@pytest.mark.either_database
def test_r04_where_the_database_does_not_answer_the_page_asks_it_nothing_and_holds_what_was_typed(
    session: Session, member: Person, sign_in: SignIn
) -> None:
    browser = sign_in(member)
    browser.raise_request_exception = False

    def away(*_given: Any) -> None:
        raise OperationalError("away") from psycopg.OperationalError("connection refused")

    path, words = f"/en/sessions/{spell(session.pk)}/points/", form(session, "My long words")
    with connection.execute_wrapper(away):
        answer = browser.post(path, words)
        assert answer.status_code == 503
        assert "My long words" in answer.content.decode()
        assert Client(raise_request_exception=False).get("/ar/").status_code == 503
