"""R13: 150 people at work, fifty requests a second for ten minutes, limits and all; on SQLite, and on PostgreSQL with
two and with four processes; a bare Django list under the same load beside it.

SUPPORTROOM_BENCH_MINUTES makes it shorter (the bare list is asked a tenth of that), SUPPORTROOM_BENCH_RATE slower,
SUPPORTROOM_BENCH_PROCESSES=4 asks for one number of processes alone.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import nan
from pathlib import Path
from typing import Any, Final

from benchmarks.place import ROOT, Place
from benchmarks.table import Figure, note

MINUTES: Final = float(os.environ.get("SUPPORTROOM_BENCH_MINUTES", "10"))
RATE: Final = float(os.environ.get("SUPPORTROOM_BENCH_RATE", "50"))
PROCESSES: Final = [int(word) for word in os.environ.get("SUPPORTROOM_BENCH_PROCESSES", "2,4").split(",")]
SIGNS_IN: Final = 10.0  # seconds between two people who sign in anew
MOST_READ, MOST_WRITE, MOST_GROWTH = 300, 600, 5
SETTINGS: Final = "benchmarks.strict"
BARE_LEAST: Final = 20.0  # seconds
HEALTH: Final = "/health/"  # ready bytes: what answers there costs next to nothing
READY: Final = 10.0
PERIODIC: Final = 60.0  # as supportroom-periodic.timer
SEED: Final = 13


def measure_room(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """On SQLite, with one process."""
    with new_room("") as room:
        yield from _figures(room, 1, "SQLite, one process")


def measure_room_on_postgresql(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """On a PostgreSQL server of its own that syncs to the disk, with two processes, then with four on a new room."""
    from tests.faults.database_server import database_server  # noqa: PLC0415 - wants PostgreSQL's programs

    for processes in PROCESSES:
        with database_server() as server, new_room(server.address) as room:
            yield from _figures(room, processes, f"PostgreSQL, {processes} processes")


@contextmanager
def new_room(database: str) -> Iterator[Place]:
    """Give a room at work, made in a temporary folder or an empty database."""
    with tempfile.TemporaryDirectory(prefix="supportroom-bench-") as folder:
        room = Place(Path(folder), database=database, more={"SUPPORTROOM_BEHIND_PROXY": "yes"})
        room.run("manage.py", "migrate", "--no-input", "-v0")
        room.run("-m", "benchmarks.room_made", str(room.folder / "made.json"))
        room.run("manage.py", "periodic")  # the search index is filled, and everybody told what was made
        yield room


@dataclass
class Watch:
    """What a load did to the servers while it lasted."""

    told: dict[str, Any] = field(default_factory=dict)
    memory: list[tuple[float, float]] = field(default_factory=list)
    processor: float = 0.0
    seconds: float = 0.0

    def memory_around(self, first: float, last: float) -> float:
        """Give the median memory in a part of the time."""
        found = [megabytes for at, megabytes in self.memory if first <= at / self.seconds <= last]
        return statistics.median(found) if found else nan


def pressed(room: Place, seconds: float, rate: float, only: str = "") -> Watch:
    """Let the load run in a process of its own, and look at the servers' memory while it does."""
    made = json.loads((room.folder / "made.json").read_text())
    job = {
        "ports": room.ports, "seconds": seconds, "rate": rate, "people": made["people"], "password": made["password"],
        "signs_in": 0 if only else SIGNS_IN, "only": only, "seed": SEED,
    }  # fmt: skip
    watch, over = Watch(), threading.Event()
    began, used = time.monotonic(), room.processor()

    def look() -> None:
        while not over.wait(max(0.5, seconds / 120)):
            watch.memory.append((time.monotonic() - began, room.memory()))

    looking = threading.Thread(target=look)
    looking.start()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.room_load"],
        cwd=ROOT, input=json.dumps(job), stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    over.set()
    looking.join()
    watch.told, watch.seconds = json.loads(done.stdout), time.monotonic() - began
    watch.processor = room.processor() - used
    return watch


@contextmanager
def periodic_beside(room: Place, processes: int) -> Iterator[None]:
    """Do the periodic work every minute from a process of its own, as the timer does beside several processes."""
    if processes == 1:
        yield
        return
    over = threading.Event()

    def work() -> None:
        while not over.wait(PERIODIC):
            command = [sys.executable, "manage.py", "periodic"]
            subprocess.run(command, cwd=ROOT, env=room.environment("production"), check=True)

    working = threading.Thread(target=work)
    working.start()
    try:
        yield
    finally:
        over.set()
        working.join()


def _catch_up(room: Place) -> None:
    """Wait until what a load left over is done: no processor is used for a second."""
    for _second in range(120):
        used = room.processor()
        time.sleep(1)
        if room.processor() - used < 0.1:
            return


def _figures(room: Place, processes: int, name: str) -> Iterator[Figure]:
    if processes > 1:
        room.more["SUPPORTROOM_PERIODIC"] = "outside"
    made = json.loads((room.folder / "made.json").read_text())
    with room.served(SETTINGS, processes), periodic_beside(room, processes):
        for page in made["people"][0]["reads"].values():  # what is loaded when first needed is there
            pressed(room, 1, 4 * processes, page)
        work = pressed(room, MINUTES * 60, RATE)
        _catch_up(room)
        bare = pressed(room, max(BARE_LEAST, MINUTES * 6), RATE, made["bare"])
        _catch_up(room)
        ready = pressed(room, READY, RATE, HEALTH)
    beginning = f"{len(made['people'])} people, {RATE:.0f} requests a second, {MINUTES:g} minutes, {name}"
    yield from _of_room(beginning, work)
    yield from _of_bare(beginning, work, bare)
    yield Figure(f"{beginning}: the load alone, against ready bytes: p95", part(times(ready, "read"), 0.95), "ms")
    yield Figure(f"{beginning}: the load alone: its processor", _load_share(ready), "% of a core")
    note(by_page(beginning, work))


def _of_room(name: str, watch: Watch) -> Iterator[Figure]:
    for kind, most in (("read", MOST_READ), ("write", MOST_WRITE), ("sign-in", None)):
        took = times(watch, kind)
        yield Figure(f"{name}: {kind}: requests answered", len(took))
        for share in (0.5, 0.95, 0.99):
            budget = most if share == 0.95 else None
            yield Figure(f"{name}: {kind}: p{share * 100:.0f}", part(took, share), "ms", budget)
    answers = sum((Counter(found) for found in watch.told["answers"].values()), Counter[str]())
    broken = {status for status in answers if not status.isdecimal() or status.startswith("5")}
    fine = {"200", "302", "429", *broken}
    yield Figure(f"{name}: errors (5xx, no answer)", sum(answers[status] for status in broken), "", 0)
    yield Figure(f"{name}: refused by limits", answers["429"], "", 0)
    others = sum(count for status, count in answers.items() if status not in fine)
    yield Figure(f"{name}: answered otherwise (two at once, say)", others)
    early, late = watch.memory_around(0.08, 0.13), watch.memory_around(0.95, 1.0)
    yield Figure(f"{name}: memory of the server at a tenth", early, "MB")
    yield Figure(f"{name}: memory of the server at the end", late, "MB")
    yield Figure(f"{name}: memory, growth", (late / early - 1) * 100, "%", MOST_GROWTH)
    yield Figure(f"{name}: memory, most at any moment", max(each for _at, each in watch.memory), "MB")
    yield Figure(f"{name}: processor of the server", 100 * watch.processor / watch.seconds, "% of a core")
    yield Figure(f"{name}: processor of the load", _load_share(watch), "% of a core")
    yield Figure(f"{name}: sent later than planned, p99", part(watch.told["late"], 0.99), "ms")


def _of_bare(name: str, work: Watch, bare: Watch) -> Iterator[Figure]:
    took, read = times(bare, "read"), times(work, "read")
    yield Figure(f"{name}: a bare Django list instead: p50", part(took, 0.5), "ms")
    yield Figure(f"{name}: a bare Django list instead: p95", part(took, 0.95), "ms")
    yield Figure(f"{name}: a bare Django list instead: processor of the load", _load_share(bare), "% of a core")
    yield Figure(f"{name}: the room's p95 of reading, times the bare list's", part(read, 0.95) / part(took, 0.95), "x")
    costs = [1000 * each.processor / (sum(map(len, each.told["took"].values())) or nan) for each in (work, bare)]
    yield Figure(f"{name}: processor of the server for a request of the room", costs[0], "ms")
    yield Figure(f"{name}: processor of the server for a bare list", costs[1], "ms")
    yield Figure(f"{name}: the room's processor, times the bare list's", costs[0] / costs[1], "x")


def _load_share(watch: Watch) -> float:
    return float(100 * watch.told["processor"] / watch.told["seconds"])


def times(watch: Watch, kind: str) -> list[float]:
    """Give the seconds of all answers of a kind, in order."""
    told = watch.told
    return sorted(one for name, took in told["took"].items() if told["kinds"][name] == kind for one in took)


def part(values: list[float], share: float) -> float:
    """Give the milliseconds below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 if ordered else float("nan")


def by_page(name: str, watch: Watch) -> str:
    """Write one line for each page and form: how often, p50, p95, p99, what was answered."""
    lines = [f"{name}\n{'page or form':<34}{'times':>7}{'p50':>8}{'p95':>8}{'p99':>8} ms  answers"]
    for page, took in sorted(watch.told["took"].items(), key=lambda pair: -part(pair[1], 0.95)):
        shown = "".join(f"{part(took, share):>8.0f}" for share in (0.5, 0.95, 0.99))
        said = ", ".join(f"{count} x {status}" for status, count in watch.told["answers"][page].items())
        lines.append(f"{page:<34}{len(took):>7}{shown}     {said}")
    return "\n".join(lines)
