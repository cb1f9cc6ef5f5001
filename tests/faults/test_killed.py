"""A server killed in the middle of a check: what it acknowledged is there, once; what is sent again counts once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection, transaction

from supportroom.people.models import Person
from supportroom.points.models import CheckItem, Point, Position
from supportroom.protection.handles import handle_for
from supportroom.rounds.models import Session
from tests.factories.points import actors_of, asked, closed
from tests.factories.rounds import open_a_session
from tests.faults.nursery import CHOICES

LIVES = 60
SEED = 20200602


@pytest.fixture
def session(real_database: Path, facilitator: Person) -> Session:
    with transaction.atomic():
        session = open_a_session(facilitator, others=7)
        asked(session)
    return session


@pytest.fixture
def nursery(session: Session, real_database: Path) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": address_of_the_database(),
        "SUPPORTROOM_VAR": str(real_database),
        "SUPPORTROOM_KEYS": str(settings.SESSION_KEYS_DIR),
        "SECRET_KEY": settings.SECRET_KEY,
    }
    script = Path(__file__).with_name("nursery.py")
    process = subprocess.Popen(
        [sys.executable, script, str(session.pk)], env=environment, text=True, bufsize=1,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    yield process
    process.communicate(timeout=30)


def address_of_the_database() -> str:
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    who = quote(known["USER"]) + (f":{quote(known['PASSWORD'])}" if known["PASSWORD"] else "")
    return f"postgresql://{who}@{known['HOST']}:{known['PORT']}/{known['NAME']}"


def heard(process: subprocess.Popen[str], until: str) -> Iterator[list[str]]:
    """Give the lines that the nursery says, up to and with the first that begins with this word."""
    assert process.stdout
    for line in process.stdout:
        yield line.split()
        if line.startswith(until):
            return
    raise AssertionError("the nursery is gone")


def one_life(process: subprocess.Popen[str], step: int, done: int, pause: float) -> int:
    """Let a process live from this step on, kill it a moment after so many more are done; give the next step to do."""
    assert process.stdin
    process.stdin.write(f"live {step}\n")
    last, child, stop = step - 1, 0, step + done - 1
    for word, *rest in heard(process, "dead"):
        if word == "child":
            child = int(rest[0])
        elif word == "done":
            last = int(rest[0])
        if child and last >= stop:
            time.sleep(pause)
            os.kill(child, signal.SIGKILL)
            stop = sys.maxsize
    return last + 1


def test_r01_a_server_killed_sixty_times_lost_nothing_and_doubled_nothing(
    session: Session, nursery: subprocess.Popen[str], record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(SEED)
    assert ["ready"] in list(heard(nursery, "ready"))
    step = 0
    for _life in range(LIVES):
        step = one_life(nursery, step, chance.randrange(4), chance.random() * 0.03)
    step = one_life(nursery, step, 14, 0)
    people = [actor for actor in actors_of(session) if not session.is_led_by(actor)]
    stored = sorted(int(str(point.content).split()[1]) for point in Point.objects.filter(state="raised"))
    assert stored[:step] == list(range(step)), f"seed {SEED}"
    assert len(stored) - step in (0, 1)
    answers = dict(Position.objects.values_list("handle", "choice"))
    assert Position.objects.count() == len(answers) == len(people)
    unsure = step % len(people)
    for place, actor in enumerate(people):
        if place != unsure:
            last = max(number for number in range(step) if number % len(people) == place)
            assert answers[handle_for(session.pk, actor.person_id or 0)] == CHOICES[last % 3]
    closed(session.checks.get())
    assert sum(CheckItem.objects.get().tally.values()) == len(people)
    record_property("killed", f"lives {LIVES}, acknowledged {step}, lost 0, doubled 0, seed {SEED}")
