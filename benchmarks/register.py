"""The register of 5,000 recommendations and 40,000 happenings: its filtered page beside the bare list, its queries, its
files, and what they ask of memory.

python -m benchmarks.register queries FILE      with what benchmarks.seeding wrote: prints JSON
python -m benchmarks.register file KIND SHARE    writes a file of all of it, or of one year: prints seconds, megabytes
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.pages import BARE, ask_in_turns
from benchmarks.place import COOKIE, Place
from benchmarks.register_made import HAPPENINGS, RECOMMENDATIONS
from benchmarks.table import Figure

MOST_QUERIES, MOST_TIMES, MOST_GROWTH = 10, 2.0, 20.0
LONG = f"register of {RECOMMENDATIONS:,} recommendations, {HAPPENINGS:,} happenings"
PAGES = ("list", "filtered", "detail", "figures", "what became")
KINDS = ("csv", "xlsx", "json", "steps")


def measure_register(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Measure the pages on a server, count their queries, write each file in a process of its own."""
    with place.served():
        yield from _pages(place, seeded)
    counted = json.loads(place.run("-m", "benchmarks.register", "queries", str(place.folder / "seeded.json")))
    for name in PAGES:
        for who in ("visitor", "member"):
            yield Figure(f"{LONG}: {name}, {who}", counted[f"{name} {who}"], "queries", MOST_QUERIES)
    for kind in KINDS:
        part, whole = (
            json.loads(place.run("-m", "benchmarks.register", "file", kind, share)) for share in ("year", "all")
        )
        yield Figure(f"{LONG}, all as {kind}: seconds", whole["seconds"], "s")
        yield Figure(f"{LONG}, all as {kind}: size", whole["megabytes"], "MB")
        growth = whole["memory"] - part["memory"]
        yield Figure(f"{LONG}, all as {kind}: memory beyond a tenth of it", max(growth, 0), "MB", MOST_GROWTH)


def _pages(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    member = f"{COOKIE}={seeded['member']}"
    pages = {BARE: {"path": f"/bare/{seeded['boards']['100']}/", "cookie": member}}
    pages |= {name: {"path": f"/ar/{path}", "cookie": member} for name, path in seeded["register"].items()}
    told = ask_in_turns(place, pages, rounds=2)
    for name in PAGES:
        yield Figure(f"{LONG}: {name}: median, 1 client", told[name]["median"], "ms")
        yield Figure(f"{LONG}: {name}: on the wire", told[name]["bytes"] / 1024, "KB")
        times = told[name]["median"] / told[BARE]["median"]
        most = MOST_TIMES if name in ("list", "filtered") else None
        yield Figure(f"{LONG}: {name}: times the median of the bare list", times, "x", most)
    yield Figure(f"{LONG}: answers that were not 200", sum(one["wrong"] for one in told.values()), "", 0)


def count(seeded: dict[str, Any]) -> dict[str, int]:
    """Count the queries of each page, for a visitor and for a member."""
    from benchmarks.counting import client_of, queries_of  # noqa: PLC0415 - Django is set up there

    people = {"visitor": client_of(""), "member": client_of(seeded["member"])}
    return {
        f"{name} {who}": queries_of(client, f"/en/{path}")
        for name, path in seeded["register"].items()
        for who, client in people.items()
    }


def write(kind: str, share: str) -> dict[str, float]:
    """Write a file of the register as a visitor gets it; give its seconds, its size, the memory it needed."""
    from benchmarks.counting import client_of  # noqa: PLC0415 - Django is set up there
    from benchmarks.register_made import FIRST_YEAR  # noqa: PLC0415

    client, size, began = client_of(""), 0, time.perf_counter()
    asked = f"?year={FIRST_YEAR}" if share == "year" else ""
    for piece in client.get(f"/en/register/files/{kind}/{asked}").streaming_content:
        size += len(piece)
    return {
        "seconds": time.perf_counter() - began,
        "megabytes": size / 1024 / 1024,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    if sys.argv[1] == "queries":
        print(json.dumps(count(json.loads(Path(sys.argv[2]).read_text()))))
    else:
        print(json.dumps(write(sys.argv[2], sys.argv[3])))
