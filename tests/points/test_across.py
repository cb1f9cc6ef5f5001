"""What one process changes, another hears; and goes on hearing after its line broke."""

import threading
import time
from collections.abc import Callable

import pytest
from django.db import connection

from supportroom.points import across
from supportroom.points.across import Ear, say


@pytest.mark.postgres_only
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_is_said_is_heard_and_a_broken_line_is_made_anew(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(across, "AGAIN", 0.05)
    heard: list[int] = []
    ear = Ear(heard.append)
    over = threading.Event()
    monkeypatch.setattr(across.time, "sleep", lambda _seconds: _end() if over.is_set() else None)
    ear.open()
    try:
        until(lambda: ear.hears)
        say(7)
        until(lambda: heard == [0, 7])
        break_lines()
        until(lambda: heard == [0, 7, 0])
        say(8)
        until(lambda: heard[-1] == 8)
    finally:
        over.set()
        break_lines()
        assert ear._thread
        ear._thread.join(10)


def _end() -> None:
    raise SystemExit


def break_lines() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN supportroom%'")


def until(holds: Callable[[], bool]) -> None:
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < 10, "it never came"
        threading.Event().wait(0.01)


@pytest.mark.sqlite_only
def test_one_process_on_sqlite_tells_nobody_and_opens_no_ear(db: None) -> None:
    say(7)
    ear = Ear(lambda _session: None)
    ear.open()
    assert ear._thread is None
