"""All measurements, one after another, and one table of figures, budgets and ratios at the end: `make bench`.

    python -m benchmarks [live|pages|weight|room|room-postgresql|protection ...]      all of them where none is named

The table is also written to var/benchmarks/. Budgets that are missed stay in it as missed. Nothing here is a test: a
busy machine is slower, and says so.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable

from benchmarks.browser import measure_browser
from benchmarks.live import measure_live
from benchmarks.mails import measure_mails
from benchmarks.members import measure_members
from benchmarks.memory import measure_memory
from benchmarks.offering import measure_offering
from benchmarks.outlets import measure_outlets
from benchmarks.pages import measure_pages
from benchmarks.papers import measure_papers
from benchmarks.place import ROOT, Place, new_place
from benchmarks.protection import measure_protection
from benchmarks.queries import measure_queries
from benchmarks.register import measure_register
from benchmarks.reports import measure_cold_pdf, measure_reports
from benchmarks.room import measure_room, measure_room_on_postgresql
from benchmarks.search import measure_search
from benchmarks.signing_in import measure_signing_in
from benchmarks.table import MISSED, Figure, as_table, notes

Measure = Callable[[Place, dict[str, object]], Iterable[Figure]]


def served(measure: Measure) -> Measure:
    """Give the measurement with a server of its own, which runs while it lasts."""

    def measured(place: Place, seeded: dict[str, object]) -> Iterable[Figure]:
        with place.served():
            return list(measure(place, seeded))

    return measured


MEASURES: dict[str, tuple[str, Measure]] = {
    "pages": ("pages on one server, in turns", served(measure_pages)),
    "memory": ("memory of the serving process", measure_memory),
    "queries": ("queries", measure_queries),
    "weight": ("bytes and first paint in a browser", served(measure_browser)),
    "signing in": ("signing in on a bad line, wrong passwords", served(measure_signing_in)),
    "members": ("a list of 5,000 members, filtered", served(measure_members)),
    "reports": ("the report of 3,000 points", measure_reports),
    "papers": ("a long paper, comments in the last minute, editors at once", measure_papers),
    "register": ("a register of 5,000 recommendations, its files", measure_register),
    "offering": ("passages offered for 500 recommendations", measure_offering),
    "outlets": ("public pages as ready bytes, the whole site as a ZIP", measure_outlets),
    "search": ("search over 50,000 texts", measure_search),
    "cold": ("twenty pages as PDF from a cold process", measure_cold_pdf),
    "mails": ("5,000 mails, in peace and with 20 kills", measure_mails),
    "live": ("a live session of 300 people", measure_live),
    "protection": ("what protection costs", measure_protection),
    "room": ("150 people, 50 requests a second (R13)", measure_room),
    "room-postgresql": ("the same on PostgreSQL, with two and with four processes", measure_room_on_postgresql),
}
IN_ROOMS_OF_THEIR_OWN = {"live", "protection", "room", "room-postgresql"}


def main(chosen: list[str]) -> int:
    """Measure what was chosen, print the table, and give the exit code: 0 also where a budget is missed."""
    figures: list[Figure] = []
    with new_place() as place:
        seeded: dict[str, object] = {}
        if not chosen or set(chosen) - IN_ROOMS_OF_THEIR_OWN:
            print("making the demo room and boards of 30, 100 and 3,000 points", flush=True)
            seeded = place.seed()
        for name in chosen or MEASURES:
            words, measure = MEASURES[name]
            began = time.monotonic()
            print(f"{words} ... ", end="", flush=True)
            figures += measure(place, seeded)
            print(f"{time.monotonic() - began:.0f} s", flush=True)
    missed = sum(figure.verdict == MISSED for figure in figures)
    load = f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    told = "\n\n".join([*notes(), as_table(figures), f"{missed} budgets missed; {load}"])
    print(f"\n{told}\n\nalso in {_kept(told, chosen)}")
    return 0


def _kept(told: str, chosen: list[str]) -> str:
    """Write the table into a file of the checkout's var/; give its place."""
    file = ROOT / "var" / "benchmarks" / f"{time.strftime('%Y-%m-%d-%H%M')}-{'-'.join(chosen) or 'all'}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{told}\n")
    return str(file.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
