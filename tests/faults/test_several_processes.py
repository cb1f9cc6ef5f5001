"""Several serving processes on one PostgreSQL: what one of them does holds on all, and counts once."""

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as room_settings
from django.db import connection, transaction
from django.test import Client

from supportroom.comments.models import Comment
from supportroom.journal.models import Entry, Untold
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import multilingual
from supportroom.kernel.once import fresh_key
from supportroom.notices.models import Mail
from supportroom.people.actions import give_role
from supportroom.people.models import Account
from supportroom.points.models import Point, Position
from supportroom.room.actions import amend_charter
from supportroom.room.models import Room
from supportroom.rounds.models import Session
from tests.factories.personas import make_person
from tests.factories.post_office import PostOffice
from tests.faults.at_once import at_once, raised_by
from tests.faults.browsers import Browser, Form, cookies_of
from tests.faults.crash import build, form_of
from tests.faults.test_killed import address_of_the_database, heard

pytestmark = pytest.mark.postgres_only
PROCESSES, PATIENCE = 3, 20.0


class House:
    """The processes of one room."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Take the process that forks them."""
        self.process = process
        self.ports: list[int] = []

    def ask(self, line: str, word: str) -> str:
        """Give it a line; give what comes after a word of its answer."""
        self.tell(line)
        return self.hear(word)

    def tell(self, line: str) -> None:
        """Give it a line."""
        assert self.process.stdin
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def hear(self, word: str) -> str:
        """Wait for a word; give what comes after."""
        return " ".join(list(heard(self.process, word))[-1][1:])

    def serve(self, processes: int = PROCESSES) -> None:
        """Begin so many servers."""
        self.ports = [int(self.ask("serve", "port")) for _process in range(processes)]


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    with PostOffice() as office:
        yield office


@pytest.fixture
def house(real_database: Path, room: None, post_office: PostOffice, settings: Any) -> Iterator[House]:
    settings.VAR_DIR, settings.FILES_DIR = real_database, real_database / "files"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": address_of_the_database(),
        "SUPPORTROOM_VAR": str(real_database),
        "SUPPORTROOM_KEYS": str(settings.SESSION_KEYS_DIR),
        "SUPPORTROOM_MAIL": f"smtp://127.0.0.1:{post_office.port}",
        "SECRET_KEY": settings.SECRET_KEY,
    }
    script = Path(__file__).with_name("several.py")
    process = subprocess.Popen(
        [sys.executable, script], env=environment, text=True, bufsize=1, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert ["ready"] in list(heard(process, "ready"))
    yield House(process)
    process.communicate(timeout=30)


def asked(port: int, path: str, cookies: str = "") -> tuple[int, str]:
    """Ask a process for a page; give status and words."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    line.request("GET", path, headers={"Host": "localhost"} | ({"Cookie": cookies} if cookies else {}))
    answer = line.getresponse()
    return answer.status, answer.read().decode()


def until(holds: Callable[[], bool], seconds: float = PATIENCE) -> float:
    """Wait until something holds; give how long that took."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, "it never came"
        time.sleep(0.02)
    return time.monotonic() - began


def screen(port: int, session: Session, cookies: str) -> http.client.HTTPResponse:
    """Open the board's stream in a process, as its page does; the first words that come are read."""
    status, page = asked(port, f"/en/sessions/{spell(session.pk)}/", cookies)
    assert status == 200
    ticket = re.search(r'data-live="([^"]+)"', page)
    assert ticket
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    line.request("GET", f"/live/{ticket[1]}?at=0", headers={"Host": "localhost"})
    answer = line.getresponse()
    assert (answer.status, answer.read(3)) == (200, b":\n\n")
    return answer


def read_until(answer: http.client.HTTPResponse, word: str) -> None:
    """Read a stream until a word stands in it; TimeoutError if it never does."""
    seen = ""
    while word not in seen:
        piece = answer.read1(65536).decode()
        assert piece, "the stream ended"
        seen += piece


def test_a_point_reaches_every_screen_whichever_process_holds_it(
    house: House, record_property: Callable[[str, object], None]
) -> None:
    scene = build()
    house.serve()
    writer, reader = scene.people[0], cookies_of(scene.people[1])
    screens = [screen(port, scene.session, reader) for port in house.ports]
    with connection.cursor() as cursor:
        until(lambda: _listening(cursor) == PROCESSES)
    took = []
    for number, port in enumerate(house.ports * 2):
        browser, form = Browser(port, writer, partial(form_of, scene, writer), seed=1), form_of(scene, writer, 0)
        marked = Form(
            form.kind, form.mark, form.path, [*form.fields[:-2], ("text", f"Point no {number}"), form.fields[-1]]
        )
        began = time.monotonic()
        assert browser.until_answered(marked, fresh_key())[0] in (204, 302)
        for each in screens:
            read_until(each, f"Point no {number}")
        took.append(time.monotonic() - began)
    record_property("until the last screen has it", f"{sorted(took)[len(took) // 2]:.3f} s, most {max(took):.3f} s")


def _listening(cursor: Any) -> int:
    cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN supportroom%'")
    return int(cursor.fetchone()[0])


def test_who_signs_in_or_out_does_so_on_all_and_what_is_kept_is_old_nowhere_for_long(house: House) -> None:
    with transaction.atomic():
        person = make_person("Somebody Invented", "member")
    house.serve()
    cookies = cookies_of(person)
    assert [asked(port, "/en/desk/", cookies)[0] for port in house.ports] == [200] * PROCESSES
    for port in house.ports:
        assert "The changed room" not in asked(port, "/en/")[1]  # it is kept ready from now on
    name = multilingual("en", en="The changed room", ar="غرفة أخرى")
    found = Room.objects.get()
    amend_charter(actor=SYSTEM, room=found, seen=found.version, name=name)
    for port in house.ports:
        assert until(lambda port=port: "The changed room" in asked(port, "/en/")[1]) < PATIENCE
        assert until(lambda port=port: "The changed room" in asked(port, "/en/desk/", cookies)[1]) < PATIENCE
    client = Client()
    client.cookies.load(cookies)
    client.session.flush()
    assert [asked(port, "/en/desk/", cookies)[0] for port in house.ports] == [302] * PROCESSES


def test_a_form_sent_to_all_counts_once_and_after_the_deadline_nowhere(house: House) -> None:
    scene = build()
    house.serve()
    kinds = {form.kind: form for form in (form_of(scene, scene.people[0], number) for number in range(16))}
    browsers = [
        Browser(port, scene.people[0], partial(form_of, scene, scene.people[0]), seed=1) for port in house.ports
    ]
    for kind in ("points", "answers", "comments", "posts"):
        key = fresh_key()
        answers = at_once(*[partial(browser.until_answered, kinds[kind], key) for browser in browsers])
        assert raised_by(answers) == []
        assert len(set(answers)) == 1, (kind, answers)
        assert answers[0][0] in (204, 302)
    assert (Point.objects.filter(state="raised").count(), Comment.objects.count()) == (1, 1)
    assert Position.objects.count() == 1
    type(scene.window).objects.filter(pk=scene.window.pk).update(closes_at=now() - timedelta(milliseconds=1))
    late = [
        browser.until_answered(form_of(scene, scene.people[0], number), fresh_key())[0]
        for browser in browsers
        for number in (2, 6)
    ]
    assert not {200, 204, 302} & set(late)
    assert Comment.objects.count() == 1


def test_periodic_work_in_four_processes_at_once_tells_once_and_mails_once(
    house: House, post_office: PostOffice
) -> None:
    with transaction.atomic():
        people = [make_person(f"Somebody {number} Invented", "member") for number in range(12)]
    for person in people:
        give_role(actor=SYSTEM, person=person, role="observer")
    assert Untold.objects.exists()
    for _process in range(4):
        house.tell("periodic 2")
    assert [house.hear("ran") for _process in range(4)] == ["all"] * 4
    assert not Untold.objects.exists()
    assert post_office.message_ids == dict.fromkeys(Mail.objects.values_list("message_id", flat=True), 1)
    assert sorted(mail.to[0] for mail in post_office.mails) == sorted(
        account.email for account in Account.objects.filter(person__in=people)
    )
    assert Entry.objects.filter(action="people.give_role").count() == len(people)
    assert room_settings.VAR_DIR.joinpath("periodic_ran").exists()
