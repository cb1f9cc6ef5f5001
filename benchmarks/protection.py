"""What protection costs: each measure's microseconds, and its share of a typical read and of a typical write (S, R)."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any, Final

from benchmarks.place import ROOT, Place
from benchmarks.room import new_room
from benchmarks.table import Figure, note

READ, WRITE = "reading a board of 40 points", "raising a point"
FREE: Final = "nothing"


def measure_protection(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Measure in a process of its own, on a room at work with the strict settings of production."""
    with new_room("") as room:
        environment = room.environment("production", "benchmarks.strict") | {"SUPPORTROOM_PERIODIC": "outside"}
        subprocess.run(
            [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=environment, check=True
        )
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.protection_timed", str(room.folder / "made.json")],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    told = json.loads(done.stdout)
    note(table_of(told))
    yield Figure(READ, told["read"] / 1000, "ms")
    yield Figure(WRITE, told["write"] / 1000, "ms")
    for what, whole, found in ((READ, "read", "in read"), (WRITE, "write", "in write")):
        share = 100 * sum(told[found].values()) / told[whole]
        yield Figure(f"{what}: all measures inside together", share, "% of it")


def table_of(told: dict[str, Any]) -> str:
    """Write one table: each measure, what it takes, and what share that is."""
    read, write, rows = told["read"], told["write"], list[tuple[str, str, str, str, str]]()
    names = {**told["in write"], **told["in read"]}
    for name in sorted(names, key=lambda name: -told["in write"].get(name, 0.0)):
        in_read, in_write = told["in read"].get(name, 0.0), told["in write"].get(name, 0.0)
        rows.append((name, micro(in_read), share_of(in_read, read), micro(in_write), share_of(in_write, write)))
    for name, (strict, lax) in told["switched"].items():
        rows.append(
            (f"{name}: {lax / 1000:.1f} ms without", "", "", micro(strict - lax), share_of(strict - lax, strict))
        )
    for name, took in told["alone"].items():
        rows.append((name, micro(took), "", "", ""))
    head = ("measure", "in a read, µs", "share", "in a write, µs", "share")
    whole = (f"the whole: {READ}; {WRITE}", micro(read), "100 %", micro(write), "100 %")
    lines = [head, ("---",) * 5, whole, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def micro(took: float) -> str:
    """Write microseconds."""
    return FREE if abs(took) < 0.05 else f"{took:,.1f}" if abs(took) < 100 else f"{took:,.0f}"


def share_of(took: float, whole: float) -> str:
    """Write a share in per cent."""
    return f"{100 * took / whole:.1f} %" if abs(took) >= 0.05 else ""
