"""5,000 mails into a mail server on this machine: how fast beside a bare smtplib loop, and what 20 kills do."""

import json
import random
import smtplib
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path
from typing import Any

from benchmarks.place import ROOT, Place, free_port, wait_for
from benchmarks.table import Figure

MAILS, BARE_MAILS, KILLS, SEED = 5_000, 1_000, 20, 20171117
MINUTES_A_LIFE = 6  # longer than a lease
LEAST_TIMES, MOST_AGAIN = 0.2, 10 * KILLS


@dataclass
class MailPlace(Place):
    """A room of its own whose mails go to a server of ours, which notes them in a file."""

    office: int = 0

    def environment(self, mode: str, settings: str = "supportroom.config.settings") -> dict[str, str]:
        """Give the environment of its programs."""
        return super().environment(mode, settings) | {"SUPPORTROOM_MAIL": f"smtp://127.0.0.1:{self.office}"}

    def ask(self, *words: str) -> dict[str, Any]:
        """Run the worker's program; give what it printed."""
        answer: dict[str, Any] = json.loads(self.run("-m", "benchmarks.mail_worker", *words))
        return answer

    def taken(self) -> list[tuple[str, ...]]:
        """Give recipient and Message-ID of each mail that arrived."""
        return [tuple(line.split()) for line in (self.folder / "taken").read_text().splitlines()]


@contextmanager
def mail_place() -> Iterator[MailPlace]:
    """Give an empty room beside an open mail server."""
    with tempfile.TemporaryDirectory(prefix="supportroom-mails-") as folder:
        place = MailPlace(Path(folder), office=free_port())
        (place.folder / "taken").touch()
        server = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.mail_office", str(place.office), str(place.folder / "taken")], cwd=ROOT
        )
        try:
            wait_for(place.office)
            place.run("manage.py", "migrate", "--no-input", "-v0")
            place.ask("seed", str(MAILS))
            yield place
        finally:
            server.kill()
            server.wait()


def measure_mails(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Send in peace, then with kills, in a room of its own."""
    name = f"{MAILS:,} mails"
    with mail_place() as mine:
        bare = bare_loop(mine.office)
        mine.ask("call")
        told = mine.ask("work", "0")
        speed = told["sent"] / told["sending"]
        yield Figure(f"one act told to {MAILS:,} members: notices and mails written", told["telling"], "s")
        yield Figure("bare smtplib loop: mails a second", bare)
        yield Figure(f"{name}: mails a second", speed)
        yield Figure(f"{name}: times the bare loop", speed / bare, "x", LEAST_TIMES, is_least=True)
        mine.ask("call")
        killed = send_with_kills(mine)
        stands, arrived = mine.ask("stand"), mine.taken()
    yield from after_kills(killed, stands, [pair for pair in arrived if "bare" not in pair[0]])


def after_kills(killed: int, stands: dict[str, Any], arrived: list[tuple[str, ...]]) -> Iterator[Figure]:
    """Compare what arrived with what was to be sent."""
    name = f"{MAILS:,} mails, worker killed {killed} times"
    times = Counter(message_id for _to, message_id in arrived)
    mails_to = Counter(to for to, _message_id in set(arrived))
    lost = len(set(stands["ids"]) - set(times)) + stands["unsent"]
    twice = sum(max(0, count - 2) for count in mails_to.values())  # one mail of each of the two runs
    yield Figure(f"{name}: lost", lost + max(0, 2 * MAILS - len(stands["ids"])), "", 0)
    yield Figure(f"{name}: duplicates (by Message-ID)", twice, "", 0)
    again = sum(times.values()) - len(times)
    yield Figure(f"{name}: sent again under the same Message-ID", again, "", MOST_AGAIN)


def bare_loop(port: int) -> float:
    """Send so many mails by smtplib alone over one connection; give how many a second."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Something waits for you", "notices@example.org"
    message.set_content("Something waits for you.\n" * 8)
    began = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port, local_hostname="example.org") as line:
        for number in range(BARE_MAILS):
            del message["Message-ID"], message["To"]
            message["Message-ID"], message["To"] = make_msgid(domain="example.org"), f"bare{number}@example.org"
            line.send_message(message)
    return BARE_MAILS / (time.perf_counter() - began)


def send_with_kills(place: MailPlace) -> int:
    """Let workers send, each killed after some mails, and the last one to its end; give how many were killed."""
    chance = random.Random(SEED)
    whole = len(place.taken()) + MAILS
    for life in range(1, KILLS + 1):
        command = [sys.executable, "-m", "benchmarks.mail_worker", "work", str(life * MINUTES_A_LIFE)]
        worker = subprocess.Popen(command, cwd=ROOT, env=place.environment("test"), stdout=subprocess.DEVNULL)
        stop = min(len(place.taken()) + chance.randrange(20, MAILS // KILLS), whole)
        while worker.poll() is None and len(place.taken()) < stop:
            time.sleep(chance.random() * 0.02)
        worker.kill()
        worker.wait()
    place.ask("work", str((KILLS + 1) * MINUTES_A_LIFE))
    return KILLS
