"""What others may watch of the room: whether it works, and counts without anybody in them."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from supportroom.config import periodic, watching
from supportroom.config.periodic import run_all
from supportroom.config.tallying import BOUNDS
from supportroom.config.watching import Watched

TOKEN = "a-token-that-nobody-guesses"


async def behind(scope: Any, receive: Any, send: Any) -> None:
    if scope["path"] == "/breaks/":
        raise RuntimeError("somebody@example.org")
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b"behind"})


def got(room: Watched, *asked: tuple[str, str], token: str = "") -> list[tuple[int, str]]:
    """Ask these addresses one after another; give status and words of each answer."""

    async def ask() -> list[tuple[int, str]]:
        answers = []
        for method, path in asked:
            sent: list[Any] = []

            async def send(message: Any, sent: list[Any] = sent) -> None:
                sent.append(message)

            headers = [(b"authorization", f"Bearer {token}".encode()), (b"host", b"localhost")]
            scope = {"type": "http", "method": method, "path": path, "headers": headers, "client": ("127.0.0.1", 1)}
            await room(scope, None, send)  # type: ignore[arg-type]
            answers.append((sent[0]["status"], sent[1]["body"].decode()))
        return answers

    return asyncio.run(ask())


@pytest.fixture
def well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "database_answers", lambda: True)


def test_health_says_whether_the_room_works_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    for answer, said in ((True, (200, "ok\n")), (False, (503, "not ok\n"))):
        monkeypatch.setattr(watching, "database_answers", lambda answer=answer: answer)
        assert got(Watched(behind), ("GET", "/health/"), ("HEAD", "/health/")) == [said, (said[0], "")]
        assert got(Watched(behind), ("POST", "/health/"), ("GET", "/health/x")) == [(404, "behind")] * 2


def test_many_who_ask_for_health_ask_the_database_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(watching, "database_answers", lambda: not asked.append(1))
    assert got(Watched(behind), *[("GET", "/health/")] * 50) == [(200, "ok\n")] * 50
    assert len(asked) == 1


def test_health_notices_that_the_database_went(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert watching.database_answers()

    def gone() -> None:
        raise OperationalError

    with monkeypatch.context() as away:
        away.setattr(watching.connection, "cursor", gone)
        away.setattr(watching.connection, "close", lambda: None)
        assert not watching.database_answers()


def test_without_the_token_there_are_no_metrics_not_even_from_this_machine(
    well: None, settings: Any, tmp_path: Path
) -> None:
    secret = tmp_path / "token"
    for kept, brought in (("", TOKEN), (TOKEN, ""), (TOKEN, "another-token-of-this-length"), ("short", "short")):
        secret.write_text(kept)
        settings.METRICS_TOKEN_FILE = str(secret)
        assert got(Watched(behind), ("GET", "/metrics"), token=brought) == [(404, "behind")]
    settings.METRICS_TOKEN_FILE = str(tmp_path / "none")
    assert got(Watched(behind), ("GET", "/metrics"), token=TOKEN) == [(404, "behind")]


def test_metrics_count_answers_without_anybody_in_them(
    db: None, well: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.VAR_DIR, settings.METRICS_TOKEN_FILE = tmp_path, str(tmp_path / "token")
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    monkeypatch.setattr(periodic, "JOBS", {})
    run_all()
    room = Watched(behind)
    got(room, ("GET", "/en/points/4711/"), ("POST", "/en/sessions/815/"), ("GET", "/static/a.css"), ("GET", "/live/t"))
    with pytest.raises(RuntimeError):
        got(room, ("GET", "/breaks/"))
    (status, text), = got(room, ("GET", "/metrics"), token=TOKEN)  # fmt: skip
    assert status == 200
    for line in (
        'supportroom_answers_total{kind="page",method="read",status="4xx"} 1',
        'supportroom_answers_total{kind="page",method="read",status="5xx"} 1',
        'supportroom_answers_total{kind="page",method="write",status="4xx"} 1',
        'supportroom_answer_seconds_count{kind="page"} 3',
        'supportroom_answer_seconds_bucket{kind="static",le="+Inf"} 1',
        "supportroom_open_streams 0",
        "supportroom_database_up 1",
        "supportroom_periodic_failed_jobs 0",
    ):
        assert line in text.splitlines()
    named = re.sub(r" [0-9.e+-]+$", "", text, flags=re.MULTILINE)  # any figure may be in a measured time
    assert not re.search(r"4711|815|points|sessions|\.css|example|127\.0", named)
    wrong = [
        line for line in text.splitlines()
        if not re.fullmatch(r'# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [0-9.e+-]+', line)
    ]  # fmt: skip
    assert wrong == []
    assert text.count("_bucket") == 2 * (len(BOUNDS) + 1)
