"""The live session of `benchmarks.live_session`, as figures."""

from collections.abc import Iterator
from typing import Any

from benchmarks.live_session import BUDGET_MB, BUDGET_P99, WATCHERS, main, percentile
from benchmarks.place import Place
from benchmarks.table import Figure


def measure_live(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Let everybody watch and answer on a server and in a room of its own."""
    told = main()
    last, name = told.last_screens(), f"live session, {WATCHERS} people"
    yield Figure(f"{name}: until the last screen has a change, p50", percentile(last, 0.5), "s", BUDGET_P99)
    yield Figure(f"{name}: until the last screen has a change, p99", percentile(last, 0.99), "s", BUDGET_P99)
    yield Figure(f"{name}: an answer is acknowledged, p95", percentile(told.answers, 0.95), "s", 0.6)
    yield Figure(f"{name}: changes that a screen never showed", told.missed(), "", 0)
    yield Figure(f"{name}: errors", len(told.errors), "", 0)
    yield Figure(f"{name}: answers lost or counted twice", abs(WATCHERS - told.counted), "", 0)
    yield Figure(f"{name}: processor of the server", 100 * told.cpu / told.wall, "% of a core", 100)
    yield Figure(f"{name}: memory of the server before", told.pss_before, "MB", BUDGET_MB)
    yield Figure(f"{name}: memory of the server after", told.pss_after, "MB", BUDGET_MB)
    yield Figure(f"{name}: received by each screen", told.received / WATCHERS / 1024, "KB")
