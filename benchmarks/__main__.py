"""All measurements, one after another, and one table of figures, budgets and ratios at the end: `make bench`.

    python -m benchmarks [live|pages|weight|queries|members|reports|memory ...]      all of them where none is named

Budgets that are missed stay in the table as missed. Nothing here is a test: a busy machine is slower, and says so.
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
from benchmarks.pages import measure_pages
from benchmarks.papers import measure_papers
from benchmarks.place import Place, new_place
from benchmarks.queries import measure_queries
from benchmarks.reports import measure_cold_pdf, measure_reports
from benchmarks.table import MISSED, Figure, as_table

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
    "members": ("a list of 5,000 members, filtered", served(measure_members)),
    "reports": ("the report of 3,000 points", measure_reports),
    "papers": ("a long paper, comments in the last minute, editors at once", measure_papers),
    "cold": ("twenty pages as PDF from a cold process", measure_cold_pdf),
    "mails": ("5,000 mails, in peace and with 20 kills", measure_mails),
    "live": ("a live session of 300 people", measure_live),
}


def main(chosen: list[str]) -> int:
    """Measure what was chosen, print the table, and give the exit code: 0 also where a budget is missed."""
    figures: list[Figure] = []
    with new_place() as place:
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
    print(f"\n{as_table(figures)}\n\n{missed} budgets missed; {load}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
