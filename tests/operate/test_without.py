"""The scanner, the mail server, the search index and the encoder are away, each and all: the room goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from supportroom.config.periodic import run_all
from supportroom.files.models import StoredFile
from supportroom.files.vocabulary import QUARANTINED
from supportroom.kernel.ids import spell
from supportroom.kernel.once import fresh_key
from supportroom.notices.models import Mail
from supportroom.people.models import Person
from supportroom.points.models import Point
from supportroom.workroom.models import Post
from tests.factories.groups import a_group_at_work
from tests.factories.rounds import open_a_session, pillar_of
from tests.factories.workroom import a_thread

DEAD_PORT = 9  # discard: nothing listens there


def no_scanner(settings: Any, tmp_path: Path) -> None:
    settings.CLAMD = str(tmp_path / "no-clamd.sock")


def no_mail(settings: Any, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND = "supportroom.mailing.backend.QuietBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", DEAD_PORT, 2


def no_search(settings: Any, tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_finding")
        if connection.vendor == "sqlite":
            cursor.execute("DROP TABLE search_stems")


def no_encoder(settings: Any, tmp_path: Path) -> None:
    settings.BASE_DIR = tmp_path  # nothing lies where it would be looked for


AWAY: dict[str, Callable[[Any, Path], None]] = {
    "scanner": no_scanner,
    "mail": no_mail,
    "search": no_search,
    "encoder": no_encoder,
}


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.VAR_DIR, settings.FILES_DIR, settings.SESSION_KEYS_DIR = tmp_path, tmp_path / "files", tmp_path / "keys"
    return tmp_path


@pytest.mark.parametrize("away", [*AWAY, "all"])
def test_r14_the_core_goes_on_without(
    away: str, folder: Path, settings: Any, facilitator: Person, member: Person
) -> None:
    session = open_a_session(facilitator, people=[member])
    thread = a_thread(a_group_at_work(member), by=member)
    for name in AWAY if away == "all" else [away]:
        AWAY[name](settings, folder)
    browser = Client()
    browser.force_login(member.account)
    board, discussion = f"/en/sessions/{spell(session.pk)}/", f"/en/threads/{spell(thread.pk)}/"
    for page in ("/en/", "/en/desk/", "/en/notices/", "/en/rounds/", board, discussion, "/ar/charter/"):
        assert browser.get(page).status_code in (200, 302), page

    def send(path: str, **fields: Any) -> int:
        return browser.post(path, {"once": fresh_key(), "language": "en", **fields}).status_code

    assert send(f"{board}points/", pillar=str(pillar_of(session.round).pk), text="Clinics stay open") == 302
    with (folder / "law.txt").open("wb") as made:
        made.write(b"The law of 1958.\n" * 20)
    with (folder / "law.txt").open("rb") as file:
        assert send(discussion, text="I have found it.", files=file) == 302
    assert (Point.objects.filter(state="raised").count(), Post.objects.count()) == (1, 1)
    waits = away in ("scanner", "all")
    assert (StoredFile.objects.get().state == QUARANTINED) is waits
    failed = run_all()
    assert set(failed) <= {"search", "nearness"}
    assert not Mail.objects.filter(state="failed").exists()
    found = Client().get("/en/search/", {"q": "clinics"})
    has_no_index = away in ("search", "all") and connection.vendor == "sqlite"
    assert found.status_code == (503 if has_no_index else 200)
    assert (b"cannot be searched for the moment" in found.content) is has_no_index
